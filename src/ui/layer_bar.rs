//! [`layer_bar`]: the kinds of marks with their counts, each switched on and off.

use galley_engine::Findings;
use yew::prelude::*;

use super::layer::{Layer, Layers};

/// The bar: which layers are on, and how many marks stand on each, in the order of [`Layer::ALL`].
pub(crate) fn layer_bar(
    layers: Layers,
    counts: [usize; Layer::ALL.len()],
    on_toggle: &Callback<Layer>,
) -> Html {
    let buttons = Layer::ALL.iter().zip(counts).map(|(&layer, count)| {
        let onclick = on_toggle.reform(move |_: MouseEvent| layer);
        let pressed = layers.has(layer).to_string();
        html! {
            <button class="layer" aria-pressed={pressed} {onclick}>
                <span class={classes!("layer-name", layer.class())}>{ layer.label() }</span>
                <span class="layer-count">{ count }</span>
            </button>
        }
    });
    html! { <section class="layers" aria-label="What is marked">{ for buttons }</section> }
}

/// How many marks stand on each layer.
pub(crate) fn counts(findings: &Findings, own: usize) -> [usize; Layer::ALL.len()] {
    let mut counts = [0; Layer::ALL.len()];
    counts[Layer::Quotes as usize] = findings.quotes.len();
    for mention in &findings.mentions {
        counts[Layer::of(mention.kind) as usize] += 1;
    }
    counts[Layer::Mine as usize] = own;
    counts
}
