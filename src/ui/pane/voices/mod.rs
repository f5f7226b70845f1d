//! [`voices`]: who speaks in the article, how much of what is quoted is theirs, and where.

mod figure;
mod table;
mod tally;

use galley_engine::Findings;
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use self::figure::{MOST, figure};
use self::table::table;
use crate::shell::picture;
use crate::ui::drawing::Target;
use crate::ui::plot::plot;
use crate::ui::words::count;

pub(super) use tally::Tally;
use tally::{Standing, percent};

/// What the pane needs.
pub(super) struct Voices<'a> {
    /// The article.
    pub(super) text: &'a str,
    /// What the engine found in it.
    pub(super) findings: &'a Findings,
    /// Whose words are whose.
    pub(super) tally: &'a Tally,
    /// The drawing on the page, to be saved.
    pub(super) node: &'a NodeRef,
    /// What the reader points at.
    pub(super) focus: Option<Target>,
    /// Called with what the reader chooses.
    pub(super) on_choose: &'a Callback<Target>,
    /// Called with what is pointed at in passing, or with nothing.
    pub(super) on_hover: &'a Callback<Option<Target>>,
}

/// The pane.
pub(super) fn voices(props: &Voices) -> Html {
    let Voices { text, findings, tally, focus, .. } = *props;
    let plotted = figure(tally, text.len());
    let save = |save: fn(&Element) -> Result<(), JsValue>| {
        let node = props.node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(drawing) = node.cast() {
                // A browser that makes no file says so itself.
                let _ = save(&drawing);
            }
        })
    };
    let as_svg = save(|drawing| picture::save(drawing, "voices.svg"));
    let as_png = save(|drawing| picture::save_pixels(drawing, "voices.png"));
    let undrawn = tally.voices.len().saturating_sub(MOST);
    html! {
        <>
            <p class="pane-lead">{ lead(tally) }</p>
            { plot(&plotted, props.node, focus, props.on_choose, props.on_hover) }
            if undrawn > 0 {
                <p class="pane-told">
                    { format!("{} more in the table.", count(undrawn, "speaker", "speakers")) }
                </p>
            }
            <p class="pane-told">
                { "Bars are shares of all quoted words. Ticks stand where somebody speaks, from the \
                   first line to the last: full for words in quotation marks, hollow for reported \
                   ones." }
            </p>
            <div class="pane-actions">
                <button class="link" onclick={as_svg}>{ "Save as SVG" }</button>
                <button class="link" onclick={as_png}>{ "Save as PNG" }</button>
            </div>
            { table(text, findings, tally, props.on_choose) }
        </>
    }
}

fn lead(tally: &Tally) -> String {
    let quoted = percent(tally.quoted, tally.article);
    let speakers = tally.voices.iter().filter(|voice| voice.standing != Standing::Nobody).count();
    let voices = count(speakers, "speaker", "speakers");
    format!("{voices}. {quoted}% of the article’s words are quoted or reported.")
}
