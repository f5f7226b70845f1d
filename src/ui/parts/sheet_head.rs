//! [`sheet_head`]: the head of a sheet that lies over the page's end, as long as it is a sheet: what it shows, and how
//! it is closed.

use yew::prelude::*;

/// The head. `on_close` is called when the sheet is to go.
pub(crate) fn sheet_head(title: &'static str, on_close: &Callback<()>) -> Html {
    let onclick = on_close.reform(|_: MouseEvent| ());
    html! {
        <div class="sheet-head">
            <h2 class="sheet-title">{ title }</h2>
            <button class="button" aria-label={format!("Close {title}")} {onclick}>{ "Close" }</button>
        </div>
    }
}
