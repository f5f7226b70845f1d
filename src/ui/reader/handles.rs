//! [`Handles`]: the two edges of the mark that is pointed at, to be dragged with mouse, pen or finger.

use galley_notebook::AnnotationId;
use galley_text::{Edge, Span, Stride};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::Desk;
use super::own::Edits;
use super::pointing::Ground;
use crate::same::Same;
use crate::shell::page_text::{edges_of, offset_at};
use crate::shell::reflow::on_reflow;
use crate::ui::correct::{Saying, edge_name, room, with_piece};
use crate::ui::drawing::Target;
use crate::ui::layer::Layer;

/// Which edges.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The article.
    pub(super) text: Same<str>,
    /// Where the mark stands.
    pub(super) span: Span,
    /// What it cannot leave.
    pub(super) within: Span,
    /// Where it would stand, while an edge is dragged.
    pub(super) dragged: Option<Span>,
    /// Called as an edge is dragged, and with `None` when that ends.
    pub(super) on_drag: Callback<Option<Span>>,
    /// Called with where the mark is to stand.
    pub(super) on_extent: Callback<Span>,
}

/// What holds an edge: which one, and where it stands from the pointer, in pixels.
#[derive(Clone, Copy)]
struct Grip {
    edge: Edge,
    from_pointer: [f64; 2],
}

/// The handles. Until the pointer lets go nothing is changed, and Escape ends it.
#[component]
pub(super) fn Handles(props: &Props) -> Html {
    let node = use_node_ref();
    let grip = use_mut_ref(|| None::<Grip>);
    let shown = props.dragged.unwrap_or(props.span);
    use_effect_with((node.clone(), props.text.clone(), shown), |(node, text, span)| {
        let (node, text, span) = (node.clone(), text.clone(), *span);
        on_reflow(None, move || arrange(&node, &text, span))
    });
    let on_down = {
        let (grip, text, span) = (grip.clone(), props.text.clone(), props.span);
        move |edge: Edge| {
            let (grip, text) = (grip.clone(), text.clone());
            Callback::from(move |event: PointerEvent| {
                *grip.borrow_mut() = take_hold(&event, &text, span, edge);
            })
        }
    };
    let on_move = {
        let (grip, text, span) = (grip.clone(), props.text.clone(), props.span);
        let within = props.within;
        let on_drag = props.on_drag.clone();
        Callback::from(move |event: PointerEvent| {
            let Some(Grip { edge, from_pointer: [x, y] }) = *grip.borrow() else { return };
            let stride = if event.alt_key() { Stride::Character } else { Stride::Word };
            let at = [f64::from(event.client_x()) + x, f64::from(event.client_y()) + y];
            if let Some(offset) = offset_at(&text, at[0] as f32, at[1] as f32) {
                let dragged = span.with_edge_at(&text, edge, offset, stride);
                on_drag.emit(Some(dragged).filter(|it| within.contains(*it)));
            }
        })
    };
    let on_up = {
        let (grip, on_drag, on_extent) =
            (grip.clone(), props.on_drag.clone(), props.on_extent.clone());
        let moved = props.dragged.filter(|dragged| *dragged != props.span);
        Callback::from(move |_: PointerEvent| {
            if grip.take().is_some() {
                moved.into_iter().for_each(|span| on_extent.emit(span));
                on_drag.emit(None);
            }
        })
    };
    let let_go = {
        let (grip, on_drag) = (grip.clone(), props.on_drag.clone());
        Callback::from(move |()| {
            grip.take();
            on_drag.emit(None);
        })
    };
    let on_key = {
        let let_go = let_go.clone();
        Callback::from(move |event: KeyboardEvent| {
            // Used up here, or it would close the card too.
            if event.key() == "Escape" && grip.borrow().is_some() {
                event.prevent_default();
                let_go.emit(());
            }
        })
    };
    let handle = |edge: Edge| {
        let name = format!("Drag the {} of the mark", edge_name(edge).to_lowercase());
        html! {
            <button
                class={classes!("handle", class(edge))}
                tabindex="-1"
                title={format!("{name}; with Alt, by characters")}
                aria-label={name}
                onpointerdown={on_down(edge)}
                onpointermove={on_move.clone()}
                onpointerup={on_up.clone()}
                onpointercancel={let_go.reform(|_: PointerEvent| ())}
                onkeydown={on_key.clone()}
            />
        }
    };
    html! {
        <div ref={node} class={classes!("handles", props.dragged.map(|_| "is-dragging"))}>
            { handle(Edge::Start) }
            { handle(Edge::End) }
        </div>
    }
}

const fn class(edge: Edge) -> &'static str {
    match edge {
        Edge::Start => "is-first",
        Edge::End => "is-last",
    }
}

/// The pointer is held fast to the handle; the keyboard comes to it too, for Escape.
fn take_hold(event: &PointerEvent, text: &str, span: Span, edge: Edge) -> Option<Grip> {
    let handle: HtmlElement = event.target_dyn_into().filter(|_| event.button() == 0)?;
    let [start, end] = edges_of(text, span)?;
    let place = if edge == Edge::Start { start } else { end };
    event.prevent_default();
    handle.set_pointer_capture(event.pointer_id()).ok()?;
    // Where it has no focus, only Escape is not heard.
    let _ = handle.focus();
    let middle = (place.top + place.bottom) / 2.0;
    let on_page = [f64::from(event.page_x()), f64::from(event.page_y())];
    Some(Grip { edge, from_pointer: [place.left - on_page[0], middle - on_page[1]] })
}

/// Puts each handle at its edge; where the mark is not shown, neither are they.
fn arrange(node: &NodeRef, text: &str, span: Span) {
    let Some(list) = node.cast::<HtmlElement>() else { return };
    let edges = edges_of(text, span);
    list.set_hidden(edges.is_none());
    for (edge, place) in [Edge::Start, Edge::End].into_iter().zip(edges.into_iter().flatten()) {
        let Ok(Some(handle)) = list.query_selector(&format!(".{}", class(edge))) else { continue };
        let top = if edge == Edge::Start { place.top } else { place.bottom };
        let lengths = [("left", place.left), ("top", top), ("--line", place.bottom - place.top)];
        for (name, length) in lengths {
            // A length in pixels is always legal.
            let style = handle.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property(name, &format!("{}px", length.round() as i64));
        }
    }
}

/// The handles of what is pointed at, of each piece its own, where its edges can be moved and are shown.
/// `drag` is where they are dragged to.
pub(super) fn handles(desk: &Desk, drag: &UseStateHandle<Option<Span>>) -> Html {
    let focus = desk.pointing.focus.filter(|_| desk.writable);
    let Some(target) = focus else { return Html::default() };
    let pieces = pieces_of(desk.ground, target);
    (0..pieces.len()).map(|at| of_piece(desk, target, &pieces, at, drag)).collect()
}

fn of_piece(
    desk: &Desk,
    target: Target,
    pieces: &[Span],
    at: usize,
    drag: &UseStateHandle<Option<Span>>,
) -> Html {
    let Desk { ground, on_say, edits, .. } = desk;
    let on_extent = {
        let (ground, edits) = (Ground::clone(ground), Edits::clone(edits));
        let on_say = (*on_say).clone();
        Callback::from(move |span: Span| extend(&ground, target, at, span, &on_say, &edits.on_move))
    };
    let on_drag = {
        let drag = drag.setter();
        Callback::from(move |span| drag.set(span))
    };
    let (span, within) = (pieces[at], room(pieces, at));
    let dragged = drag.filter(|it| within.contains(*it) && it.overlaps(span));
    let key = format!("{} {at}", target.name());
    html! {
        <Handles {key} text={ground.text.clone()} {span} {within} {dragged} {on_drag} {on_extent} />
    }
}

/// Has what the target is, or that piece of it, stand there from now on.
pub(super) fn extend(
    ground: &Ground,
    target: Target,
    at: usize,
    span: Span,
    on_say: &Callback<Saying>,
    on_move: &Callback<(AnnotationId, Span)>,
) {
    let finding = match target {
        Target::Quote(index) => ground.review.quote(index),
        Target::Mention(index) => ground.review.mention(index),
        Target::Scare(index) => ground.review.scare(index),
        Target::Annotation(id) => return on_move.emit((id, span)),
        Target::Entity(_) => None,
    };
    if let Some(finding) = finding {
        let say = with_piece(&pieces_of(ground, target), at, span);
        on_say.emit(Saying::Of(vec![finding], say));
    }
}

/// Where what is drawn stands that has edges to be dragged: a quote in pieces, all else in one.
pub(super) fn pieces_of(ground: &Ground, target: Target) -> Vec<Span> {
    let findings = &ground.review.findings;
    let found = match target {
        Target::Quote(index) => {
            findings.quotes.get(index).map(|it| (Layer::Quotes, it.content.clone()))
        }
        Target::Mention(index) => {
            findings.mentions.get(index).map(|it| (Layer::of(it.kind), vec![it.span]))
        }
        Target::Scare(index) => findings.scare.get(index).map(|it| (Layer::Quotes, vec![it.span])),
        Target::Annotation(id) => {
            let own = ground.own.iter().find(|own| own.id == id);
            own.map(|own| (Layer::Mine, vec![own.span]))
        }
        Target::Entity(_) => None,
    };
    let shown = found.filter(|(layer, _)| ground.layers.has(*layer));
    shown.map(|(_, pieces)| pieces).unwrap_or_default()
}

/// The same from its first piece to its last.
pub(super) fn extent_of(ground: &Ground, target: Target) -> Option<Span> {
    pieces_of(ground, target).into_iter().reduce(Span::cover)
}
