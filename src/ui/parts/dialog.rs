//! [`Dialog`]: something that the page waits for, above everything else.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What it is.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The dialog's element, for [`close`].
    pub(crate) node: NodeRef,
    /// The id of its title.
    pub(crate) id: &'static str,
    /// What stands above it.
    pub(crate) title: &'static str,
    /// What its button says.
    #[prop_or("Done")]
    pub(crate) done: &'static str,
    /// Called when it has closed, by its button, by Escape, by a press beside it or by [`close`].
    pub(crate) on_close: Callback<()>,
    /// What stands in it.
    pub(crate) children: Html,
}

/// The dialog. It takes the keyboard's focus, and gives it back to where it was.
#[component]
pub(crate) fn Dialog(props: &Props) -> Html {
    let Props { node, id, title, done, .. } = props;
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            // It fails only where the dialog is open already.
            let _ = dialog.show_modal();
        }
    });
    let on_done = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| close(&node))
    };
    // A press on what lies behind the dialog is one on the dialog itself, not on what is in it.
    let beside = {
        let node = node.clone();
        Callback::from(move |event: MouseEvent| {
            let dialog = event.target_dyn_into::<HtmlDialogElement>();
            if dialog.is_some() && node.cast() == dialog {
                close(&node);
            }
        })
    };
    let onclose = props.on_close.reform(|_: Event| ());
    html! {
        <dialog ref={node} class={classes!("sheet", *id)} aria-labelledby={*id} {onclose} onclick={beside}>
            <div class="sheet-inside">
                <div class="sheet-head">
                    <h2 id={*id} class="sheet-title">{ *title }</h2>
                    <button class="button" onclick={on_done}>{ *done }</button>
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}

/// Closes the dialog, and with that gives the keyboard back.
pub(crate) fn close(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}
