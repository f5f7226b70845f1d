//! Hands a drawing of the page to the reader as a file of its own.

use gloo::utils::{body, window};
use wasm_bindgen::prelude::*;
use web_sys::{Element, NodeList, XmlSerializer};

use super::download;

/// What the style sheets say of a shape, and what a file without them must say itself.
const LOOKS: [&str; 7] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "font-family",
    "font-size",
    "font-weight",
];

/// What a shape has for the page alone.
const OURS: [&str; 5] = ["class", "role", "tabindex", "aria-label", "aria-pressed"];

/// Offers `drawing`, an `svg` element, as `name`: as it is seen now, on the page's ground.
///
/// Errors: the browser refuses to make files.
pub(crate) fn save(drawing: &Element, name: &str) -> Result<(), JsValue> {
    let copy: Element = drawing.clone_node_with_deep(true)?.dyn_into()?;
    let (shown, copied) = (drawing.query_selector_all("*")?, copy.query_selector_all("*")?);
    for (shown, copied) in elements(&shown).zip(elements(&copied)) {
        if let Some(looks) = window().get_computed_style(&shown)? {
            for look in LOOKS {
                copied.set_attribute(look, &looks.get_property_value(look)?)?;
            }
        }
        OURS.iter().try_for_each(|ours| copied.remove_attribute(ours))?;
    }
    let view = copy.get_attribute("viewBox").unwrap_or_default();
    let size: Vec<&str> = view.split(' ').skip(2).collect();
    let ground = copied_ground(&copy)?;
    for (side, length) in ["width", "height"].iter().zip(size) {
        copy.set_attribute(side, length)?;
        ground.set_attribute(side, length)?;
    }
    OURS.iter().filter(|it| **it != "aria-label").try_for_each(|it| copy.remove_attribute(it))?;
    copy.set_attribute("role", "img")?;
    let content = XmlSerializer::new()?.serialize_to_string(&copy)?;
    download::offer(name, "image/svg+xml", &content)
}

/// A box behind everything, in the colour of the page.
fn copied_ground(copy: &Element) -> Result<Element, JsValue> {
    let ground =
        gloo::utils::document().create_element_ns(copy.namespace_uri().as_deref(), "rect")?;
    let page = window().get_computed_style(&body())?;
    let colour = page.and_then(|page| page.get_property_value("background-color").ok());
    ground.set_attribute("fill", colour.as_deref().unwrap_or("white"))?;
    copy.insert_before(&ground, copy.first_child().as_ref())?;
    Ok(ground)
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> {
    let list = list.clone();
    (0..list.length()).filter_map(move |index| list.get(index)?.dyn_into().ok())
}
