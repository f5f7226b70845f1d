//! [`banner`]: something that the reader must know, with what was kept and what can be done.

use yew::prelude::*;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Good to know.
    Plain,
    /// Work may be lost unless the reader does something.
    Grave,
}

/// The banner: what is said, and what can be done, by label. Grave ones are read out at once.
pub(crate) fn banner(
    weight: Weight,
    words: &str,
    actions: &[(&'static str, Callback<()>)],
) -> Html {
    let grave = weight == Weight::Grave;
    let class = classes!("banner", grave.then_some("is-grave"));
    let buttons = actions.iter().map(|(label, action)| {
        let onclick = action.reform(|_: MouseEvent| ());
        html! { <button class="button" {onclick}>{ *label }</button> }
    });
    html! {
        <div {class} role={if grave { "alert" } else { "status" }}>
            <p>{ words.to_owned() }</p>
            { for buttons }
        </div>
    }
}
