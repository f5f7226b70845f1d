//! [`Edges`]: buttons that move the edges of a finding, by words, characters or sentences.

use galley_text::{Edge, Span, Step, Stride, Way};
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
    /// What has these edges.
    #[prop_or(AttrValue::Static("Start and end"))]
    pub(crate) name: AttrValue,
    /// What they cannot leave.
    #[prop_or_else(anywhere)]
    pub(crate) within: Span,
    /// The article as it was read, for its sentences.
    pub(crate) review: Reviewed,
    /// Called with where they are to stand.
    pub(crate) on_extent: Callback<Span>,
}

fn anywhere() -> Span {
    room(&[], 0)
}

/// Where the edges of a piece can go without touching the pieces beside it.
pub(crate) fn room(pieces: &[Span], at: usize) -> Span {
    let before = at.checked_sub(1).and_then(|before| pieces.get(before));
    let after = pieces.get(at + 1);
    Span::new(before.map_or(0, |it| it.end()), after.map_or(usize::MAX, |it| it.start()))
}

/// The buttons.
#[component]
pub(crate) fn Edges(props: &Props) -> Html {
    let Props { text, span, on_extent, review, name, within } = props;
    let span = *span;
    let step = use_state_eq(|| Step::Word);
    let button = |edge: Edge, way: Way, sign: &'static str| {
        let moved = moved(text, &review.findings.sentences, span, edge, way, *step);
        let onclick = on_extent.reform(move |_: MouseEvent| moved);
        let name = format!("{} one {} {}", edge_name(edge), step_name(*step), way_name(way));
        html! {
            <button
                class="edge"
                aria-label={name.clone()}
                title={name}
                disabled={moved == span || !within.contains(moved)}
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
    let turn = |to: Step, name: &'static str| {
        let is_on = *step == to;
        let next = if is_on { Step::Word } else { to };
        let step = step.setter();
        let onclick = Callback::from(move |_: MouseEvent| step.set(next));
        html! { <button class="link" aria-pressed={is_on.to_string()} {onclick}>{ name }</button> }
    };
    html! {
        <div class="edges" role="group" aria-label={name.clone()}>
            if *within != anywhere() {
                <span class="edge-pair">{ name.clone() }</span>
            }
            { pair(Edge::Start) }
            { pair(Edge::End) }
            { turn(Step::Character, "By characters") }
            { turn(Step::Sentence, "By sentences") }
        </div>
    }
}

/// The span with one edge a step away.
pub(crate) fn moved(
    text: &str,
    sentences: &[Span],
    span: Span,
    edge: Edge,
    way: Way,
    step: Step,
) -> Span {
    match step {
        Step::Character => span.with_edge_moved(text, edge, way, Stride::Character),
        Step::Word => span.with_edge_moved(text, edge, way, Stride::Word),
        Step::Sentence => span.with_edge_at_sentence(sentences, edge, way),
    }
}

const fn step_name(step: Step) -> &'static str {
    match step {
        Step::Word => "word",
        Step::Character => "character",
        Step::Sentence => "sentence",
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
