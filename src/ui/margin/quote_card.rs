//! [`quote_card`]: who says it, how, and why the engine thinks so.

use galley_engine::{Findings, Quote};
use yew::prelude::*;

use crate::ui::words::{self, Speaker};

/// The inside of the card; `open` shows the reason too.
pub(super) fn quote_card(
    text: &str,
    findings: &Findings,
    quote: &Quote,
    open: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    let cue = quote.cue.map(|cue| html! { <>{ cue.of(text).to_owned() }{ " · " }</> });
    let words = quote.content.first().map(|piece| piece.of(text).to_owned());
    html! {
        <>
            <button class="card-head" aria-expanded={open.to_string()} {onclick}>
                { speaker(text, findings, quote) }
                <span class="card-words">{ words }</span>
                <span class="card-cue">{ cue }{ words::quote_kind(quote.kind) }</span>
            </button>
            if open {
                <div class="card-why">
                    <p>{ quote.rule.reason() }</p>
                    <p>{ words::sureness(quote.confidence) }</p>
                </div>
            }
        </>
    }
}

fn speaker(text: &str, findings: &Findings, quote: &Quote) -> Html {
    let (name, unnamed) = match words::speaker(findings, quote, text) {
        Speaker::Named(entity) => (entity.name.clone(), false),
        Speaker::Unnamed(source) => (source.to_owned(), true),
        Speaker::Nobody => ("Nobody named".to_owned(), true),
    };
    let doubt = quote.confidence.is_doubtful().then_some("?");
    let class = classes!("card-speaker", unnamed.then_some("is-unnamed"));
    html! { <span {class}>{ name }{ doubt }</span> }
}
