//! The page.

use yew::prelude::*;

fn main() {
    yew::Renderer::<Page>::new().render();
}

#[component]
fn Page() -> Html {
    html! { <h1>{ "Galley" }</h1> }
}
