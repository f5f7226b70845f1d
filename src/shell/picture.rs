//! Hands a drawing of the page to the reader as a file of its own.

use gloo::utils::{body, document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, NodeList,
    SvgTextContentElement, Url, XmlSerializer,
};

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

/// The room around a drawing in a file.
const MARGIN: f64 = 12.0;

/// The room for a line below it.
const LINE: f64 = 34.0;

const SVG: &str = "image/svg+xml";

/// Pixels for each unit of a drawing: enough for print in a column.
const SCALE: f64 = 3.0;

/// Offers `drawing`, an `svg` element, as `name`: as it is seen now, on the page's ground.
///
/// Errors: the browser refuses to make files.
pub(crate) fn save(drawing: &Element, name: &str) -> Result<(), JsValue> {
    download::offer(name, SVG, &Copy::of(drawing)?.content)
}

/// The same as a picture of pixels, a moment later.
///
/// Errors: the browser refuses to make files.
pub(crate) fn save_pixels(drawing: &Element, name: &'static str) -> Result<(), JsValue> {
    let Copy { content, width, height } = Copy::of(drawing)?;
    let address = download::address_of(SVG, &content)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let ready = JsFuture::from(image.decode());
    yew::platform::spawn_local(async move {
        if ready.await.is_ok() {
            // A browser that makes no file says so itself.
            let _ = pixels(&image, width * SCALE, height * SCALE)
                .and_then(|pixels| download::hand_over(name, &pixels));
        }
        // It fails only for what is no address.
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

/// The address of the image in pixels, which is all of it.
fn pixels(image: &HtmlImageElement, width: f64, height: f64) -> Result<String, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    canvas.to_data_url()
}

/// A drawing that needs no page around it.
struct Copy {
    content: String,
    width: f64,
    height: f64,
}

impl Copy {
    fn of(drawing: &Element) -> Result<Self, JsValue> {
        let copy = plain_copy(drawing)?;
        let side = |name: &str| copy.get_attribute(name).map_or(0.0, |it| number(&it));
        let (width, height) = (side("width"), side("height"));
        let content = XmlSerializer::new()?.serialize_to_string(&copy)?;
        Ok(Self { content, width, height })
    }
}

/// A copy that says itself what the style sheets say of the drawing.
fn plain_copy(drawing: &Element) -> Result<Element, JsValue> {
    let copy: Element = drawing.clone_node_with_deep(true)?.dyn_into()?;
    let (shown, copied) = (drawing.query_selector_all("*")?, copy.query_selector_all("*")?);
    for (shown, copied) in elements(&shown).zip(elements(&copied)) {
        if let Some(looks) = window().get_computed_style(&shown)? {
            for look in LOOKS {
                copied.set_attribute(look, &looks.get_property_value(look)?)?;
            }
        }
        // The page's fonts stay with the page: others fill the same room.
        if let Some(words) = shown.dyn_ref::<SvgTextContentElement>() {
            let length = f64::from(words.get_computed_text_length());
            copied.set_attribute("textLength", &length.to_string())?;
            copied.set_attribute("lengthAdjust", "spacingAndGlyphs")?;
        }
        OURS.iter().try_for_each(|ours| copied.remove_attribute(ours))?;
    }
    OURS.iter().filter(|it| **it != "aria-label").try_for_each(|it| copy.remove_attribute(it))?;
    copy.set_attribute("role", "img")?;
    lay_out(&copy)?;
    Ok(copy)
}

/// Gives the copy a size of its own, puts a ground in the colour of the page behind it, and below it the page's
/// title, so that it can be told later of what it is.
fn lay_out(copy: &Element) -> Result<(), JsValue> {
    let view = copy.get_attribute("viewBox").unwrap_or_default();
    let sides: Vec<f64> = view.split(' ').skip(2).map(number).collect();
    let ground = document().create_element_ns(copy.namespace_uri().as_deref(), "rect")?;
    for (side, length) in [("width", 0.0), ("height", LINE)].iter().zip(&sides) {
        let ((side, line), length) = (side, length);
        let length = (length + line + 2.0 * MARGIN).to_string();
        copy.set_attribute(side, &length)?;
        ground.set_attribute(side, &length)?;
    }
    let edge = (-MARGIN).to_string();
    ["x", "y"].iter().try_for_each(|side| ground.set_attribute(side, &edge))?;
    let side = |name: &str| copy.get_attribute(name).unwrap_or_default();
    let view = format!("{edge} {edge} {} {}", side("width"), side("height"));
    copy.set_attribute("viewBox", &view)?;
    let colour = page_looks("background-color");
    ground.set_attribute("fill", colour.as_deref().unwrap_or("white"))?;
    copy.insert_before(&ground, copy.first_child().as_ref())?;
    let title = document().create_element_ns(copy.namespace_uri().as_deref(), "text")?;
    let looks = page_looks("color").unwrap_or_else(|| "black".to_owned());
    let below = sides.get(1).map_or(0.0, |height| height + LINE - MARGIN);
    let (below, font) = (below.to_string(), page_looks("font-family").unwrap_or_default());
    for (name, value) in
        [("x", "0"), ("y", &below), ("font-size", "22"), ("font-family", &font), ("fill", &looks)]
    {
        title.set_attribute(name, value)?;
    }
    title.set_text_content(Some(&document().title()));
    copy.append_child(&title)?;
    Ok(())
}

/// How the page itself looks.
fn page_looks(name: &str) -> Option<String> {
    let page = window().get_computed_style(&body()).ok()??;
    page.get_property_value(name).ok()
}

/// As the browser reads it: to read it in Rust weighs 10,000 bytes.
fn number(digits: &str) -> f64 {
    js_sys::Number::parse_float(digits)
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> {
    let list = list.clone();
    (0..list.length()).filter_map(move |index| list.get(index)?.dyn_into().ok())
}
