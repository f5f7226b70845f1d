//! [`Marks`]: the reading column, drawn from a scene.

use std::rc::Rc;

use galley_notebook::Header;
use galley_text::BlockKind;
use web_sys::Element;
use yew::prelude::*;

use super::paragraph::{ParagraphView, Part};
use crate::same::Same;
use crate::shell::clock;
use crate::shell::page_text::start_of;
use crate::ui::drawing::{Paragraph, Piece};
use crate::ui::words;

/// Texts longer than this many words lay out only the paragraphs in view.
const LONG: usize = 20_000;

/// What the column shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// What is known about it.
    pub(crate) header: Header,
    /// Its paragraphs with their marks.
    pub(crate) pieces: Rc<[Piece]>,
    /// Called with the byte offset of the mark that is clicked, or `None` for plain text.
    pub(crate) on_click: Callback<Option<usize>>,
    /// The same for the mark under the pointer.
    pub(crate) on_hover: Callback<Option<usize>>,
}

/// The column.
#[component]
pub(crate) fn Marks(props: &Props) -> Html {
    let located = |callback: &Callback<Option<usize>>| {
        let text = props.text.clone();
        callback
            .reform(move |event: MouseEvent| start_of(&text, &event.target_dyn_into::<Element>()?))
    };
    let titled = props.pieces.iter().any(|piece| {
        matches!(piece, Piece::Paragraph(paragraph) if part(paragraph, props) == Part::Title)
    });
    let long = props.header.words > LONG;
    html! {
        <article
            class={classes!("article", long.then_some("is-long"))}
            lang="en"
            onclick={located(&props.on_click)}
            onmouseover={located(&props.on_hover)}
            onmouseleave={props.on_hover.reform(|_: MouseEvent| None)}
        >
            if !titled {
                <h1 class="article-title" dir="auto">{ props.header.details.title.clone() }</h1>
                { facts(&props.header) }
            }
            { for props.pieces.iter().map(|piece| view(props, piece)) }
        </article>
    }
}

/// The part that a paragraph plays: the headline is not shown twice, the byline is set small.
fn part(paragraph: &Paragraph, props: &Props) -> Part {
    let words = Some(paragraph.span.of(&props.text));
    let details = &props.header.details;
    if paragraph.kind == BlockKind::Heading && words == Some(&details.title) {
        return Part::Title;
    }
    let is = |detail: &Option<String>| {
        detail.as_deref().is_some_and(|detail| words.is_some_and(|words| words.ends_with(detail)))
    };
    let short = paragraph.span.len() < 80;
    if short && (is(&details.byline) || is(&details.published)) { Part::Byline } else { Part::Body }
}

fn view(props: &Props, piece: &Piece) -> Html {
    match piece {
        Piece::Paragraph(paragraph) => {
            let titled = part(paragraph, props) == Part::Title;
            html! {
                <>
                    { one(props, paragraph) }
                    if titled { { facts(&props.header) } }
                </>
            }
        }
        Piece::Furniture(lines, reason) => {
            let count = words::count(lines.len(), "line", "lines");
            let key = lines.first().map_or(0, |line| line.span.start());
            html! {
                <details key={key} class="furniture">
                    <summary>{ format!("{count} of the page, not of the article. {reason}") }</summary>
                    { for lines.iter().map(|line| one(props, line)) }
                </details>
            }
        }
    }
}

fn one(props: &Props, paragraph: &Rc<Paragraph>) -> Html {
    let part = part(paragraph, props);
    let key = paragraph.span.start();
    html! {
        <ParagraphView key={key} text={props.text.clone()} paragraph={paragraph.clone()} {part} />
    }
}

fn facts(header: &Header) -> Html {
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
