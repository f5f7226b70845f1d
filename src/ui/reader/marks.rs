//! [`Marks`]: the reading column, drawn from a scene.

use galley_notebook::Header;
use galley_text::BlockKind;
use web_sys::Element;
use yew::prelude::*;

use super::paragraph::Part;
use super::section::{SectionView, piece_view};
use crate::hooks::use_goes;
use crate::same::Same;
use crate::shell::clock;
use crate::shell::page_text::{is_selecting, lay_out, start_of};
use crate::ui::drawing::{Piece, Target};
use crate::ui::section::Section;
use crate::ui::words;

/// Texts of more bytes than this lay out the paragraphs in view first.
const LONG: usize = 120_000;

/// What the column shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// What is known about it.
    pub(crate) header: Header,
    /// Its paragraphs with their marks.
    pub(crate) sections: Same<[Section]>,
    /// Called with the byte offset of the mark that is clicked, or `None` for plain text.
    pub(crate) on_click: Callback<Option<usize>>,
    /// Called with the mark that is opened by keyboard or screen reader.
    pub(crate) on_open: Callback<Target>,
    /// Called with the mark that the keyboard comes to, or with none.
    pub(crate) on_stop: Callback<Option<Target>>,
    /// The same as `on_click` for the mark under the pointer.
    pub(crate) on_hover: Callback<Option<usize>>,
}

/// The column.
#[component]
pub(crate) fn Marks(props: &Props) -> Html {
    // The end of a drag is no click, and what is dragged over is not pointed at.
    let located = |callback: &Callback<Option<usize>>| {
        let (text, callback) = (props.text.clone(), callback.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(element) = event.target_dyn_into::<Element>().filter(|_| !is_selecting()) {
                callback.emit(start_of(&text, &element));
            }
        })
    };
    let sections = &props.sections;
    let first = sections.first().map(|it| &it.pieces[..]).unwrap_or_default();
    let head: Vec<Part> = first.iter().map_while(|piece| head_part(props, piece)).collect();
    // An article without a headline is named by its first words, which stand in the text anyway.
    let unseen = (head.first() != Some(&Part::Title)).then(|| {
        html! { <h1 class="visually-hidden">{ words::straight(&props.header.details.title) }</h1> }
    });
    let long = props.text.len() > LONG;
    let now = use_goes(sections.len(), more);
    let is_whole = long && now == sections.len();
    // Folded lines are other elements than before.
    let pieces: usize = sections.iter().map(|it| it.pieces.len()).sum();
    use_effect_with((props.text.clone(), is_whole, pieces), move |_| {
        let end = is_whole.then(lay_out);
        move || end.into_iter().for_each(|end| end())
    });
    html! {
        <article
            class={classes!("article", long.then_some("is-long"))}
            // The page is in English; in what language the article is nobody knows.
            lang=""
            translate="yes"
            onclick={located(&props.on_click)}
            onkeydown={opened(&props.on_open)}
            onfocusin={props.on_stop.reform(|event: FocusEvent| stop_of(event.target_dyn_into()))}
            onfocusout={props.on_stop.reform(|_: FocusEvent| None)}
            onmouseover={located(&props.on_hover)}
            onmouseleave={props.on_hover.reform(|_: MouseEvent| None)}
        >
            { unseen }
            { for first.iter().zip(&head).map(|(piece, part)| piece_view(&props.text, piece, *part)) }
            <Facts header={props.header.clone()} />
            // A list of their own: among elements without keys, those that are there would be moved in each go.
            <>{ for sections.iter().take(now).enumerate().map(|(at, it)| section(props, it, if at == 0 { head.len() } else { 0 })) }</>
        </article>
    }
}

/// Each go draws a section. What goes beyond those that a text has which is laid out whole comes at once: each go
/// has work of its own, which grows with what is there, and nobody has come that far.
const fn more(drawn: usize) -> usize {
    if drawn < 8 { 1 } else { usize::MAX }
}

/// What stands for itself at this element.
fn stop_of(element: Option<Element>) -> Option<Target> {
    Target::of_name(&element?.get_attribute("data-stop")?)
}

/// Enter and the space bar open the mark that the keyboard is at.
fn opened(on_open: &Callback<Target>) -> Callback<KeyboardEvent> {
    let on_open = on_open.clone();
    Callback::from(move |event: KeyboardEvent| {
        let target = stop_of(event.target_dyn_into());
        if let Some(target) = target.filter(|_| ["Enter", " "].contains(&&*event.key())) {
            event.prevent_default();
            on_open.emit(target);
        }
    })
}

/// The part that a piece plays at the head of the article; `None` where the head has ended.
fn head_part(props: &Props, piece: &Piece) -> Option<Part> {
    let Piece::Paragraph(paragraph) = piece else { return None };
    let words = paragraph.span.of(&props.text);
    let details = &props.header.details;
    if paragraph.kind == BlockKind::Heading && words == details.title {
        return Some(Part::Title);
    }
    let ends =
        |detail: &Option<String>| detail.as_deref().is_some_and(|detail| words.ends_with(detail));
    (ends(&details.byline) || ends(&details.published)).then_some(Part::Byline)
}

fn section(props: &Props, section: &Section, from: usize) -> Html {
    html! {
        <SectionView
            key={section.number}
            text={props.text.clone()}
            section={section.clone()}
            {from}
        />
    }
}

#[derive(Properties, PartialEq)]
struct FactsProps {
    header: Header,
}

/// What is known about the article. By itself, since to write a day takes the browser as long as to light a mark.
#[component]
fn Facts(FactsProps { header }: &FactsProps) -> Html {
    let details = &header.details;
    let mut facts: Vec<String> = Vec::new();
    facts.extend(details.outlet.clone());
    facts.push(words::count(header.words, "word", "words"));
    facts.push(format!("added {}", clock::day(header.added)));
    html! {
        <p class="article-facts">
            { facts.join(" · ") }
            if let Some(address) = &details.address {
                { " · " }
                <a href={address.clone()} target="_blank" rel="noopener noreferrer">{ "source" }</a>
            }
        </p>
    }
}
