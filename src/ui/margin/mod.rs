//! [`Margin`]: the cards beside the text, of quotes and of the reader's own marks.

mod near;
mod note_card;
mod quote_card;
mod stack;

use std::rc::Rc;

use galley_notebook::{Annotation, AnnotationId};
use galley_text::Span;
use wasm_bindgen::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use self::near::use_near;
use self::note_card::{Note, note_card};
use self::quote_card::quote_card;
use self::stack::{Card, drift, stack};
use super::command::{Gesture, Keymap};
use super::correct::{QuoteControls, Saying};
use super::drawing::Target;
use super::hover::{Hover, hover};
use super::label::Label;
use super::words;
use crate::hooks::{Reviewed, growing, use_goes};
use crate::same::Same;
use crate::shell::page_text::places_of;
use crate::shell::reflow::on_reflow;

/// So many cards are drawn in the first goes.
const FEW: usize = 12;

/// Pixels between two cards.
const GAP: f64 = 6.0;

/// The height of a card that is not chosen, in pixels.
const HEIGHT: f64 = 58.0;

/// Where a card would stand farther than this from its words, all are drawn in one line each.
const FARTHEST: f64 = 120.0;

/// A card, and where the words that it stands beside do. Orphans stand at the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// The quote at this index.
    Quote(usize, usize),
    /// The reader's own mark.
    Note(Rc<Annotation>, Option<Span>),
}

impl Entry {
    fn target(&self) -> Target {
        match self {
            Entry::Quote(index, _) => Target::Quote(*index),
            Entry::Note(annotation, _) => Target::Annotation(annotation.id),
        }
    }

    /// The byte beside which it stands.
    pub(crate) fn offset(&self) -> Option<usize> {
        match self {
            Entry::Quote(_, offset) => Some(*offset),
            Entry::Note(_, place) => place.map(Span::start),
        }
    }
}

/// What the margin shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// What the engine found in it, as the reader has corrected it.
    pub(crate) review: Reviewed,
    /// The cards, in the order of their words.
    pub(crate) entries: Same<[Entry]>,
    /// What the reader points at.
    pub(crate) focus: Option<Target>,
    /// Whether notes may be written in, and anything said.
    pub(crate) writable: bool,
    /// The keys as the reader has them.
    pub(crate) keymap: Rc<Keymap>,
    /// Called with what the reader chooses.
    pub(crate) on_choose: Callback<Target>,
    /// Called with the card that the pointer is over, or with none.
    pub(crate) on_hover: Callback<Option<Target>>,
    /// Called with what the reader says of a quote.
    pub(crate) on_say: Callback<Saying>,
    /// Called with words that something is to be done with.
    pub(crate) on_gesture: Callback<(Gesture, Span)>,
    /// Called with a note as it is written.
    pub(crate) on_note: Callback<(AnnotationId, String)>,
    /// The reader's labels.
    pub(crate) labels: Rc<[Label]>,
    /// Called with the tags that a mark is to have.
    pub(crate) on_tags: Callback<(AnnotationId, Vec<String>)>,
    /// Called with where the words of a mark are to stand.
    pub(crate) on_move: Callback<(AnnotationId, Span)>,
    /// Called with the mark that is to go.
    pub(crate) on_remove: Callback<AnnotationId>,
}

/// The cards, in the order of their words, each beside them.
#[component]
pub(crate) fn Margin(props: &Props) -> Html {
    let node = use_node_ref();
    let entries = use_near(&props.text, &props.entries, props.focus);
    let drawn = use_goes(entries.len(), growing::<FEW>);
    let shown = &entries[..drawn];
    let held = props.focus.and_then(|it| shown.iter().position(|entry| entry.target() == it));
    // Where the card stands among the others changes as the reader scrolls.
    use_effect_with((node.clone(), held.is_some(), props.focus), move |(node, _, focus)| {
        if let (Some(index), Some(Target::Annotation(_))) = (held, focus) {
            write_in(node, index);
        }
    });
    use_effect_with(
        (node.clone(), props.text.clone(), entries.clone(), drawn, held),
        |(node, text, entries, _, held)| {
            let held = *held;
            let (node, text, entries) = (node.clone(), text.clone(), entries.clone());
            let card = held.and_then(|held| nth_card(&node, held));
            let arrange = move || arrange(&node, &text, &entries, held);
            on_reflow(card.as_ref(), arrange)
        },
    );
    let named = use_memo(props.review.clone(), |review| words::named(&review.findings));
    let cards = shown.iter().map(|entry| card(props, &named, entry));
    html! { <ol class="cards" ref={node}>{ for cards }</ol> }
}

fn card(props: &Props, named: &[bool], entry: &Entry) -> Html {
    let target = entry.target();
    let lit = props.focus == Some(target);
    let Hover { onmouseenter, onmouseleave, onfocusin, onfocusout } =
        hover(&props.on_hover, target);
    let class = classes!(
        "card",
        lit.then_some("is-lit"),
        matches!(entry, Entry::Note(..)).then_some("is-note"),
    );
    let choose = props.on_choose.reform(move |()| target);
    let (key, inside) = match entry {
        Entry::Quote(index, _) => {
            let Props { text, review, .. } = props;
            let quote = review.findings.quotes.get(*index).zip(review.quotes.get(*index));
            let Some(quote) = quote else { return Html::default() };
            let onclick = choose.reform(|_: MouseEvent| ());
            let controls = lit.then(|| controls(props, *index));
            let key = format!("quote {:?}", quote.1.origin);
            (key, quote_card(text, review, quote, named, controls, onclick))
        }
        Entry::Note(annotation, place) => {
            let id = annotation.id;
            let note = Note {
                annotation,
                place: *place,
                lit,
                writable: props.writable,
                labels: &props.labels,
                choose,
                on_tags: props.on_tags.reform(move |tags| (id, tags)),
                text: &props.text,
                review: &props.review,
                on_move: props.on_move.reform(move |span| (id, span)),
                on_note: props.on_note.reform(move |note| (id, note)),
                on_remove: props.on_remove.reform(move |()| id),
            };
            (id.to_string(), note_card(&note))
        }
    };
    html! {
        <li {key} {class} data-card={target.name()} {onmouseenter} {onmouseleave} {onfocusin} {onfocusout}>
            { inside }
        </li>
    }
}

fn controls(props: &Props, index: usize) -> Html {
    html! {
        <QuoteControls
            text={props.text.clone()}
            review={props.review.clone()}
            {index}
            writable={props.writable}
            keymap={Rc::clone(&props.keymap)}
            on_say={props.on_say.clone()}
            on_note={props.on_gesture.reform(|words| (Gesture::Note, words))}
        />
    }
}

/// Puts the cursor into the note that the reader chose.
fn write_in(list: &NodeRef, index: usize) {
    let field =
        nth_card(list, index).and_then(|item| item.query_selector(".note-text").ok().flatten());
    let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) else { return };
    let options = FocusOptions::new();
    // The card is still on its way to its place, where it will be in view.
    options.set_prevent_scroll(true);
    // Focus fails on elements that are gone, and then there is nothing to write in.
    let _ = field.focus_with_options(&options);
}

fn nth_card(list: &NodeRef, index: usize) -> Option<Element> {
    list.cast::<Element>()?.children().item(index as u32)
}

/// Puts every card beside its words. Where the sheet lays cards out as a list this has no effect.
fn arrange(node: &NodeRef, text: &str, entries: &[Entry], held: Option<usize>) {
    let Some(list) = node.cast::<HtmlElement>() else { return };
    let children = list.children();
    let elements: Vec<HtmlElement> =
        (0..children.length()).filter_map(|index| children.item(index)?.dyn_into().ok()).collect();
    let drawn = entries.iter().take(elements.len());
    let offsets: Vec<usize> = drawn.map(|entry| entry.offset().unwrap_or(0)).collect();
    let ground = list.get_bounding_client_rect().top()
        + gloo::utils::window().scroll_y().unwrap_or_default();
    let places = places_of(text, &offsets).into_iter();
    let wishes: Vec<f64> =
        places.map(|it| it.map_or(0.0, |place| (place.top - ground).max(0.0))).collect();
    // What heights the cards have now says nothing: they may be low already.
    let is_dense = drift(&wishes, HEIGHT, GAP) > FARTHEST;
    // Attributes of such names are always legal.
    let _ = list.toggle_attribute_with_force("data-dense", is_dense);
    let gap = if is_dense { GAP / 3.0 } else { GAP };
    let card = |(&wish, element): (&f64, &HtmlElement)| Card {
        wish,
        height: f64::from(element.offset_height()),
    };
    let cards: Vec<Card> = wishes.iter().zip(&elements).map(card).collect();
    for (element, top) in elements.iter().zip(stack(&cards, gap, held, FARTHEST)) {
        let _ = element.toggle_attribute_with_force("data-above", top < 0.0);
        // A length in pixels is always legal.
        let _ = element.style().set_property("top", &format!("{}px", top.round() as i64));
    }
    if let Some(element) = held.and_then(|held| elements.get(held)) {
        show_in_sheet(&list, element);
    }
}

/// On narrow screens the margin is a sheet that scrolls by itself.
fn show_in_sheet(list: &HtmlElement, card: &HtmlElement) {
    let Ok(Some(sheet)) = list.closest(".margin") else { return };
    let top = list.offset_top() + card.offset_top();
    let bottom = top + card.offset_height();
    let (from, height) = (sheet.scroll_top(), sheet.client_height());
    // The head stays in view above the cards.
    let head = list.offset_top();
    if sheet.scroll_height() > height && (top < from + head || bottom > from + height) {
        sheet.set_scroll_top(top - head);
    }
}
