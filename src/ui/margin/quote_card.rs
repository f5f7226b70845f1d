//! [`QuoteCard`]: who says it, how, and why the engine thinks so.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::worker::Found;
use crate::ui::drawing::Target;
use crate::ui::words::{self, Speaker};

/// What the card shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Rc<str>,
    /// What the engine found in it.
    pub(crate) findings: Found,
    /// Which of its quotes.
    pub(crate) index: usize,
    /// Whether the reader points at it.
    pub(crate) lit: bool,
    /// Called with this quote when the reader chooses it.
    pub(crate) on_choose: Callback<Target>,
}

/// The card.
#[component]
pub(crate) fn QuoteCard(props: &Props) -> Html {
    let Some(quote) = props.findings.quotes.get(props.index) else { return Html::default() };
    let target = Target::Quote(props.index);
    let onclick = props.on_choose.reform(move |_: MouseEvent| target);
    let cue = quote.cue.map(|cue| html! { <>{ cue.of(&props.text).to_owned() }{ " · " }</> });
    html! {
        <>
            <button class="card-head" aria-expanded={props.lit.to_string()} {onclick}>
                { speaker(props) }
                <span class="card-words">{ quote.content.first().map(|it| it.of(&props.text).to_owned()) }</span>
                <span class="card-cue">{ cue }{ words::quote_kind(quote.kind) }</span>
            </button>
            if props.lit {
                <div class="card-why">
                    <p>{ quote.rule.reason() }</p>
                    <p>{ words::sureness(quote.confidence) }</p>
                </div>
            }
        </>
    }
}

fn speaker(props: &Props) -> Html {
    let quote = &props.findings.quotes[props.index];
    let (name, unnamed) = match words::speaker(&props.findings, quote, &props.text) {
        Speaker::Named(entity) => (entity.name.clone(), false),
        Speaker::Unnamed(source) => (source.to_owned(), true),
        Speaker::Nobody => ("Nobody named".to_owned(), true),
    };
    let doubt = quote.confidence.is_doubtful().then_some("?");
    let class = classes!("card-speaker", unnamed.then_some("is-unnamed"));
    html! { <span {class}>{ name }{ doubt }</span> }
}
