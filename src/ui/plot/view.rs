//! [`plot`]: a plot drawn as SVG.

use yew::prelude::*;

use super::{Bar, Plot, Row, Shape, Side, WIDTH, Words};
use crate::ui::drawing::Target;
use crate::ui::hover::{Hover, hover};

/// The plot. `focus` is what the reader points at; `on_choose` is called with what is chosen, `on_hover` with what
/// is pointed at in passing.
pub(crate) fn plot(
    plot: &Plot,
    node: &NodeRef,
    focus: Option<Target>,
    on_choose: &Callback<Target>,
    on_hover: &Callback<Option<Target>>,
) -> Html {
    let rows = plot.rows.iter().map(|it| row(it, focus, on_choose, on_hover));
    html! {
        <svg
            ref={node}
            class="plot"
            viewBox={format!("0 0 {WIDTH} {}", plot.height)}
            role="group"
            aria-label={plot.label.clone()}
        >
            { for plot.head.iter().map(|it| shape(it, on_choose)) }
            { for rows }
        </svg>
    }
}

fn row(
    row: &Row,
    focus: Option<Target>,
    on_choose: &Callback<Target>,
    on_hover: &Callback<Option<Target>>,
) -> Html {
    let target = row.target;
    let is_in_it =
        |it: &Shape| matches!(it, Shape::Bar(bar) if bar.target.is_some() && bar.target == focus);
    let is_shown = focus == Some(target) || row.shapes.iter().any(is_in_it);
    let onclick = on_choose.reform(move |_: MouseEvent| target);
    let onkeydown = {
        let on_choose = on_choose.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                on_choose.emit(target);
            }
        })
    };
    let Hover { onmouseenter, onmouseleave, onfocusin, onfocusout } = hover(on_hover, target);
    html! {
        <g
            class="plot-row"
            role="button"
            tabindex="0"
            aria-label={row.label.clone()}
            aria-pressed={is_shown.to_string()}
            {onclick}
            {onkeydown}
            {onmouseenter}
            {onmouseleave}
            {onfocusin}
            {onfocusout}
        >
            <rect
                class="plot-hit"
                x="0"
                y={row.top.to_string()}
                width={WIDTH.to_string()}
                height={row.height.to_string()}
            />
            { for row.shapes.iter().map(|it| shape(it, on_choose)) }
        </g>
    }
}

fn shape(shape: &Shape, on_choose: &Callback<Target>) -> Html {
    match shape {
        Shape::Bar(it) => bar(it, on_choose),
        Shape::Words(it) => words(it),
    }
}

fn bar(bar: &Bar, on_choose: &Callback<Target>) -> Html {
    let onclick = bar.target.map(|target| {
        let on_choose = on_choose.clone();
        Callback::from(move |event: MouseEvent| {
            // The row below would point at all that it stands for.
            event.stop_propagation();
            on_choose.emit(target);
        })
    });
    html! {
        <rect
            class={bar.tone.class()}
            x={bar.x.to_string()}
            y={bar.y.to_string()}
            width={bar.width.to_string()}
            height={bar.height.to_string()}
            rx="2"
            {onclick}
        />
    }
}

fn words(words: &Words) -> Html {
    let (class, anchor) = match words.side {
        Side::Start => ("plot-name", "start"),
        Side::End => ("plot-fact", "end"),
    };
    // The space keeps the words of two lines apart for who reads them one after another.
    html! {
        <>
            <text {class} x={words.x.to_string()} y={words.y.to_string()} text-anchor={anchor}>
                { words.words.clone() }
            </text>
            { " " }
        </>
    }
}
