//! [`Floating`]: something small that stands below or above a place on the page.

use gloo::utils::{document, window};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::shell::page_text::Place;

/// Pixels between the place and what floats, and to the window's edge.
const GAP: f64 = 8.0;

/// Pixels at the window's end that the bar of the margins covers, where there is one.
const END: f64 = 56.0;

/// On which side of its place something floats, where there is room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Side {
    /// Above, out of the way of what is read next.
    #[default]
    Above,
    /// Below, where it can grow.
    Below,
}

/// What floats, and where.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The place it belongs to.
    pub(crate) place: Place,
    /// On which side of it.
    #[prop_or_default]
    pub(crate) side: Side,
    /// Its class beside `popover`.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// What a screen reader calls it.
    pub(crate) label: AttrValue,
    /// Its role.
    #[prop_or(AttrValue::Static("dialog"))]
    pub(crate) role: AttrValue,
    /// Its content.
    pub(crate) children: Html,
}

/// Stands on its side of the place where there is room, else on the other, and never past the
/// window's edge.
#[component]
pub(crate) fn Floating(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.place, props.side), move |(place, side)| {
            if let Some(element) = node.cast::<HtmlElement>() {
                put(&element, *place, *side);
            }
        });
    }
    let class = classes!("popover", props.class.clone());
    html! {
        <div ref={node} {class} role={&props.role} aria-label={&props.label}>
            { props.children.clone() }
        </div>
    }
}

/// Moves by the element's own style object: style attributes are what the page's policy forbids.
fn put(element: &HtmlElement, place: Place, side: Side) {
    let (width, height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let page_width = document().document_element().map_or(0.0, |root| root.client_width().into());
    let window_top = window().scroll_y().unwrap_or(0.0);
    // Below the bar and the layers, which stay in view.
    let above = place.top - height - GAP;
    let below = place.bottom + GAP;
    let page_height = document().document_element().map_or(0.0, |root| root.client_height().into());
    let fits_above = above > window_top + 96.0;
    let fits_below = below + height < window_top + page_height - END;
    let top = match side {
        Side::Above if fits_above => above,
        Side::Below if fits_above && !fits_below => above,
        Side::Above | Side::Below => below,
    };
    // What stands at the window's end instead, for fingers, must not hide the place.
    let low = place.bottom > window_top + page_height * 0.6;
    // The name is legal.
    let _ = element.toggle_attribute_with_force("data-low", low);
    let left = place.left.min(page_width - width - GAP).max(GAP);
    // A length in pixels is always legal.
    let _ = element.style().set_property("top", &format!("{}px", top.round() as i64));
    let _ = element.style().set_property("left", &format!("{}px", left.round() as i64));
}
