//! [`quote_card`]: who says it and how; once it is chosen, what the reader can say of it.

use galley_engine::{Inner, Quote};
use galley_review::{Review, Standing, Trace};
use yew::prelude::*;

use crate::ui::words::{self, Speaker, straight};

/// The inside of the card. `named` says which entities have a name; `controls` are shown where it is chosen.
pub(super) fn quote_card(
    text: &str,
    review: &Review,
    (quote, trace): (&Quote, &Trace),
    named: &[bool],
    controls: Option<Html>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let speakers = words::speakers(&review.findings, quote, text);
    let is_nobody = speakers[0] == Speaker::Nobody;
    let is_named = speakers.iter().any(|it| match it {
        Speaker::Named(entity) => named.get(entity.id.0 as usize) == Some(&true),
        _ => false,
    });
    let cue = quote.cue.map(|cue| html! { <>{ words::cue(cue, text) }{ " · " }</> });
    let words = quote.content.first().map(|piece| straight(piece.of(text)));
    let standing = words::standing(trace.standing).filter(|_| controls.is_none());
    html! {
        <>
            <button class="card-head" aria-expanded={controls.is_some().to_string()} {onclick}>
                { speaker(text, review, (quote, trace), is_named) }
                <span class="card-words">{ words }</span>
                <span class="card-cue">
                    { cue }{ words::quote_kind(quote.kind) }
                    if !is_named && !is_nobody {
                        { " · " }{ words::UNNAMED }
                    }
                    if let Some(standing) = standing {
                        { " · " }{ standing }
                    }
                </span>
                { for quote.inner.iter().map(|it| inside(text, review, it)) }
            </button>
            { controls }
        </>
    }
}

/// What somebody else is said to have said: "In it: Karl Berg had said the bridge was safe".
fn inside(text: &str, review: &Review, inner: &Inner) -> Html {
    let name = words::names(&review.findings, &inner.speakers);
    let words = inner.content.first().map(|piece| straight(piece.of(text)));
    let cue = words::cue(inner.cue, text);
    html! { <><br /><span class="card-cue">{ "In it: " }{ name }{ " " }{ cue }{ " " }{ words }</span></> }
}

fn speaker(text: &str, review: &Review, (quote, trace): (&Quote, &Trace), is_named: bool) -> Html {
    let doubt = trace.standing == Standing::Found && quote.confidence.is_doubtful();
    let class = classes!(
        "card-speaker",
        (!is_named).then_some("is-unnamed"),
        doubt.then_some("is-question"),
    );
    let name = words::speaker_name(&review.findings, quote, text);
    html! { <span {class}>{ name }{ doubt.then_some("?") }</span> }
}
