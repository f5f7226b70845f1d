//! [`places`]: a list of places in the text, each with the words around it, each to go to.

use galley_text::Span;
use yew::prelude::*;

use super::context::Context;
use crate::ui::drawing::Target;
use crate::ui::words::straight;

/// More places than this wait behind a summary.
const AT_ONCE: usize = 30;

/// The list. `focus` is what the reader points at; `on_choose` is called with what is chosen.
pub(super) fn places(
    text: &str,
    of: impl Iterator<Item = (Target, Span)>,
    focus: Option<Target>,
    on_choose: &Callback<Target>,
) -> Html {
    let mut first: Vec<Html> =
        of.map(|(target, span)| place(text, target, span, focus, on_choose)).collect();
    let rest = first.split_off(first.len().min(AT_ONCE));
    html! {
        <>
            <ol class="places">{ first }</ol>
            if !rest.is_empty() {
                <details class="places-more">
                    <summary>{ format!("{} more", rest.len()) }</summary>
                    <ol class="places">{ rest }</ol>
                </details>
            }
        </>
    }
}

fn place(
    text: &str,
    target: Target,
    span: Span,
    focus: Option<Target>,
    on_choose: &Callback<Target>,
) -> Html {
    let context = Context::of(text, span);
    let onclick = on_choose.reform(move |_: MouseEvent| target);
    let current = (focus == Some(target)).then_some("true");
    html! {
        <li>
            <button class="place" dir="auto" aria-current={current} {onclick}>
                if context.goes_before { { "…" } }
                { straight(context.before) }
                <strong>{ straight(context.words) }</strong>
                { straight(context.after) }
                if context.goes_after { { "…" } }
            </button>
        </li>
    }
}
