//! [`Edges`]: buttons that move the edges of a finding, by words, characters or sentences.

use galley_text::{Edge, Span, Stride, Way};
use yew::prelude::*;

use crate::hooks::Reviewed;
use crate::same::Same;

/// Of which words.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// Where they stand.
    pub(crate) span: Span,
    /// The article as it was read, for its sentences.
    pub(crate) review: Reviewed,
    /// Called with where they are to stand.
    pub(crate) on_extent: Callback<Span>,
}

/// How far an edge goes.
#[derive(Clone, Copy, PartialEq)]
enum Far {
    By(Stride),
    Sentence,
}

impl Far {
    const fn name(self) -> &'static str {
        match self {
            Far::By(Stride::Word) => "word",
            Far::By(Stride::Character) => "character",
            Far::Sentence => "sentence",
        }
    }
}

/// The buttons.
#[component]
pub(crate) fn Edges(props: &Props) -> Html {
    let Props { text, span, on_extent, review } = props;
    let span = *span;
    let far = use_state_eq(|| Far::By(Stride::Word));
    let moved = |edge: Edge, way: Way| match *far {
        Far::By(stride) => span.with_edge_moved(text, edge, way, stride),
        Far::Sentence => span.with_edge_at_sentence(&review.findings.sentences, edge, way),
    };
    let button = |edge: Edge, way: Way, sign: &'static str| {
        let moved = moved(edge, way);
        let onclick = on_extent.reform(move |_: MouseEvent| moved);
        let name = format!("{} one {} {}", edge_name(edge), far.name(), way_name(way));
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
    let turn = |to: Far, name: &'static str| {
        let is_on = *far == to;
        let next = if is_on { Far::By(Stride::Word) } else { to };
        let far = far.setter();
        let onclick = Callback::from(move |_: MouseEvent| far.set(next));
        html! { <button class="link" aria-pressed={is_on.to_string()} {onclick}>{ name }</button> }
    };
    html! {
        <div class="edges" role="group" aria-label="Edges">
            { pair(Edge::Start) }
            { pair(Edge::End) }
            { turn(Far::By(Stride::Character), "By characters") }
            { turn(Far::Sentence, "By sentences") }
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
