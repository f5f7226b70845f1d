//! [`Edges`]: buttons that move the edges of a finding, by words or by characters.

use galley_text::{Edge, Span, Stride, Way};
use yew::prelude::*;

use crate::same::Same;

/// Of which words.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// Where they stand.
    pub(crate) span: Span,
    /// Called with where they are to stand.
    pub(crate) on_extent: Callback<Span>,
}

/// The buttons.
#[component]
pub(crate) fn Edges(props: &Props) -> Html {
    let Props { text, span, on_extent } = props;
    let span = *span;
    let stride = use_state_eq(|| Stride::Word);
    let far = match *stride {
        Stride::Word => "word",
        Stride::Character => "character",
    };
    let button = |edge: Edge, way: Way, sign: &'static str| {
        let moved = span.with_edge_moved(text, edge, way, *stride);
        let onclick = on_extent.reform(move |_: MouseEvent| moved);
        let name = format!("{} one {far} {}", edge_name(edge), way_name(way));
        html! {
            <button
                class="edge"
                aria-label={name.clone()}
                title={name}
                disabled={moved == span}
                {onclick}
            >
                { sign }
            </button>
        }
    };
    let pair = |edge: Edge| {
        html! {
            <span class="edge-pair">
                { edge_name(edge) }
                { button(edge, Way::Back, "←") }
                { button(edge, Way::On, "→") }
            </span>
        }
    };
    let other = match *stride {
        Stride::Word => Stride::Character,
        Stride::Character => Stride::Word,
    };
    let turn = {
        let stride = stride.clone();
        Callback::from(move |_: MouseEvent| stride.set(other))
    };
    let by_characters = (*stride == Stride::Character).to_string();
    html! {
        <div class="edges" role="group" aria-label="Edges">
            { pair(Edge::Start) }
            { pair(Edge::End) }
            <button class="link" aria-pressed={by_characters} onclick={turn}>
                { "By characters" }
            </button>
        </div>
    }
}

pub(crate) const fn edge_name(edge: Edge) -> &'static str {
    match edge {
        Edge::Start => "Start",
        Edge::End => "End",
    }
}

const fn way_name(way: Way) -> &'static str {
    match way {
        Way::Back => "back",
        Way::On => "on",
    }
}
