//! [`HugeView`]: asks whether something huge is to be read.

use yew::prelude::*;

use super::parts::{Dialog, close};
use crate::shell::huge::Huge;

/// What is asked about, and who hears the answer.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What it is.
    pub(crate) huge: Huge,
    /// Called where it is to be read.
    pub(crate) on_read: Callback<Huge>,
    /// Called when the question is over.
    pub(crate) on_close: Callback<()>,
}

/// The question. Whatever closes it, but for its one button, leaves things as they are.
#[component]
pub(crate) fn HugeView(props: &Props) -> Html {
    let node = use_node_ref();
    let onclick = {
        let (node, huge, on_read) = (node.clone(), props.huge.clone(), props.on_read.clone());
        Callback::from(move |_: MouseEvent| {
            close(&node);
            on_read.emit(huge.clone());
        })
    };
    let size = format!(
        "It is {:.1} MB of text, as much as several books; a long article has 0.1 MB. To read it takes a \
         while, and this browser may not have room to keep it.",
        props.huge.bytes as f64 / 1e6,
    );
    html! {
        <Dialog
            {node}
            id="huge"
            title="Read something this large?"
            done="Leave it"
            on_close={props.on_close.clone()}
        >
            <p>{ size }</p>
            <p><button class="button is-main" {onclick}>{ "Read it" }</button></p>
        </Dialog>
    }
}
