//! [`Banner`]: something that the reader must know, with what was kept and what can be done.

use yew::prelude::*;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Good to know.
    Plain,
    /// Work may be lost unless the reader does something.
    Grave,
}

/// What is said.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// How much it matters.
    pub(crate) weight: Weight,
    /// In words.
    pub(crate) children: Html,
    /// What can be done, by label.
    #[prop_or_default]
    pub(crate) actions: Vec<(&'static str, Callback<()>)>,
}

/// The banner. Grave ones are read out at once.
#[component]
pub(crate) fn Banner(props: &Props) -> Html {
    let grave = props.weight == Weight::Grave;
    let buttons = props.actions.iter().map(|(label, action)| {
        let onclick = action.reform(|_: MouseEvent| ());
        html! { <button class="button" {onclick}>{ *label }</button> }
    });
    html! {
        <div class={classes!("banner", grave.then_some("is-grave"))} role={if grave { "alert" } else { "status" }}>
            <p>{ props.children.clone() }</p>
            { for buttons }
        </div>
    }
}
