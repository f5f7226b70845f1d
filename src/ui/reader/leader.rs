//! [`Leader`]: a line from the card of the quote that is pointed at to whoever says it.

use galley_text::Span;
use gloo::utils::{document, window};
use web_sys::Element;
use yew::prelude::*;

use super::pointing::Ground;
use crate::same::Same;
use crate::shell::page_text::edges_of;
use crate::shell::reflow::on_reflow;
use crate::ui::drawing::Target;

/// Pixels from the top of a card to the middle of its first line.
const FIRST_LINE: f64 = 20.0;

/// Pixels before the card at which the line turns.
const TURN: f64 = 14.0;

/// From where to where.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The article.
    pub(super) text: Same<str>,
    /// Where it says who speaks.
    pub(super) source: Span,
    /// The quote.
    pub(super) quote: Target,
}

/// The line. It says nothing that the card does not say, so nobody hears of it.
#[component]
pub(super) fn Leader(props: &Props) -> Html {
    let node = use_node_ref();
    let ends = (node.clone(), props.text.clone(), props.source, props.quote);
    use_effect_with(ends, |(node, text, source, quote)| {
        let (node, text, source, quote) = (node.clone(), text.clone(), *source, *quote);
        let card = card_of(quote);
        // The cards find their places after this: the first change of size is told after that.
        on_reflow(card.as_ref(), move || {
            let Some(line) = node.cast::<Element>() else { return };
            let path = way(&text, source, quote).unwrap_or_default();
            // Every path is legal, none draws nothing.
            let _ = line.set_attribute("d", &path);
        })
    });
    html! {
        <svg class="leader" aria-hidden="true" focusable="false"><path ref={node} /></svg>
    }
}

/// The line of what is pointed at, where that is a quote that says who speaks.
pub(super) fn leader(ground: &Ground, focus: Option<Target>) -> Html {
    let quote = focus.and_then(|target| match target {
        Target::Quote(index) => ground.review.findings.quotes.get(index)?.source.zip(Some(target)),
        _ => None,
    });
    match quote {
        Some((source, quote)) => {
            html! { <Leader text={ground.text.clone()} {source} {quote} /> }
        }
        None => Html::default(),
    }
}

fn card_of(quote: Target) -> Option<Element> {
    document().query_selector(&format!(".card[data-card={}]", quote.name())).ok()?
}

/// Along the foot of the speaker's line to the margin, and there up or down to the card.
fn way(text: &str, source: Span, quote: Target) -> Option<String> {
    let [_, end] = edges_of(text, source)?;
    let card = card_of(quote)?.get_bounding_client_rect();
    let window = window();
    let left = card.left() + window.scroll_x().ok()?;
    let top = card.top() + window.scroll_y().ok()? + FIRST_LINE;
    let is_beside = left > end.left + TURN;
    // Whole pixels: nobody sees less, and fractions would make the program larger.
    let [x, y, turn, top, left] =
        [end.left, end.bottom + 1.0, left - TURN, top, left].map(|it| it.round() as i64);
    is_beside.then(|| format!("M{x} {y}H{turn}V{top}H{left}"))
}
