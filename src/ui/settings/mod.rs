//! [`SettingsView`]: how the reader wants the page, as a dialog.

mod keys;
mod labels;
mod rules;

use std::rc::Rc;

use galley_notebook::{Action, Library, Step};
use yew::prelude::*;

use self::keys::KeysView;
use self::labels::LabelsView;
use self::rules::{Rules, rules};
use super::command::Keymap;
use super::label;
use super::layer::{Layer, Layers};
use super::parts::Dialog;
use crate::hooks::{LabelStep, Set, SetStep, Setting};
use crate::shell::paste::Incoming;
use crate::shell::settings::{Choice, Settings};

/// What the dialog shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What is set now, and the ways to set it.
    pub(crate) set: Set,
    /// The house rules.
    pub(crate) house: Library,
    /// What undoing would take back in the article or on the shelf.
    pub(crate) undoes: Option<Step>,
    /// What redoing would do again there.
    pub(crate) redoes: Option<Step>,
    /// What was done last.
    pub(crate) said: Option<AttrValue>,
    /// How that is read out.
    pub(crate) live: &'static str,
    /// Acts on the session.
    pub(crate) act: Callback<Action>,
    /// Tells the reader what was done.
    pub(crate) say: Callback<AttrValue>,
    /// Called with a file of rules.
    pub(crate) on_incoming: Callback<Incoming>,
    /// Called when the dialog has closed.
    pub(crate) on_close: Callback<()>,
}

/// The dialog. What is set counts at once.
#[component]
pub(crate) fn SettingsView(props: &Props) -> Html {
    let node = use_node_ref();
    let Set { now: settings, on_step, .. } = &props.set;
    let labels = label::read(settings.labels.as_deref());
    let keymap = Keymap::read(settings.keys.as_deref(), settings.letters);
    let now = [label::write(&labels), keymap.write()].map(Rc::<str>::from);
    let steps = |now: &Rc<str>, setting: fn(Rc<str>) -> Setting| {
        let before = Rc::clone(now);
        on_step.reform(move |Changed { after, name, label }| {
            let (before, after) = (setting(Rc::clone(&before)), setting(after));
            SetStep { name: name.into(), before, after, label }
        })
    };
    html! {
        <Dialog {node} id="settings" title="Settings" on_close={props.on_close.clone()}>
            { choices("Colours", settings.theme, Setting::Theme, on_step) }
            { choices("Size of the article", settings.size, Setting::Size, on_step) }
            { choices("Length of a line", settings.measure, Setting::Measure, on_step) }
            { layers(settings, on_step) }
            { choices("A screen reader tells of each mark", settings.naming, Setting::Naming, on_step) }
            { choices("A screen reader tells as you work", settings.verbosity, Setting::Verbosity, on_step) }
            <LabelsView
                labels={labels.clone()}
                keymap={keymap.clone()}
                say={props.say.clone()}
                on_change={steps(&now[0], Setting::Labels)}
            />
            { choices("A letter, digit or sign that is pressed alone", settings.letters, Setting::Letters, on_step) }
            <KeysView {keymap} {labels} on_change={steps(&now[1], Setting::Keys)} />
            { rules(&Rules {
                house: &props.house,
                undoes: props.undoes.as_ref(),
                redoes: props.redoes.as_ref(),
                act: &props.act,
                on_incoming: &props.on_incoming,
            }) }
            <div class="sheet-foot">
                // What the page says lies behind the dialog.
                <p class="pane-told" aria-live={props.live}>{ props.said.clone() }</p>
                { travel(&props.set) }
            </div>
        </Dialog>
    }
}

/// A setting as it is to be stored, what was done to it, and what becomes of a label.
struct Changed {
    after: Rc<str>,
    name: String,
    label: Option<LabelStep>,
}

/// The buttons that undo and redo what was set, in view wherever the dialog is scrolled to.
fn travel(set: &Set) -> Html {
    let button = |verb: &str, what: &Option<AttrValue>, again: bool| {
        let onclick = set.on_travel.reform(move |_: MouseEvent| again);
        let what = what.as_ref().map(|what| format!("{verb}: {what}"));
        what.map(|what| html! { <button class="button" {onclick}>{ what }</button> })
    };
    html! {
        <>
            { button("Undo", &set.undoes, false) }
            { button("Redo", &set.redoes, true) }
        </>
    }
}

/// One of a few.
fn choices<C: Choice>(
    legend: &'static str,
    chosen: C,
    setting: fn(C) -> Setting,
    on_step: &Callback<SetStep>,
) -> Html {
    let options = C::ALL.iter().map(|&choice| {
        let onchange = on_step.reform(move |_: Event| SetStep {
            name: format!("{legend}: {}", choice.label()).into(),
            before: setting(chosen),
            after: setting(choice),
            label: None,
        });
        (choice.label(), choice == chosen, onchange)
    });
    few(legend, C::NAME, options.collect())
}

/// The same for choices of every sort, so that the program has this once.
fn few(
    legend: &'static str,
    name: &'static str,
    options: Vec<(&'static str, bool, Callback<Event>)>,
) -> Html {
    let options = options.into_iter().map(|(label, checked, onchange)| {
        html! {
            <label class="option">
                <input type="radio" {name} {checked} {onchange} />
                <span>{ label }</span>
            </label>
        }
    });
    html! {
        <fieldset class="choices">
            <legend>{ legend }</legend>
            { for options }
        </fieldset>
    }
}

/// The layers that are on when an article is opened.
fn layers(settings: &Settings, on_step: &Callback<SetStep>) -> Html {
    let on = at_start(settings);
    let boxes = Layer::ALL.iter().map(|&layer| {
        let onchange = on_step.reform(move |_: Event| {
            let switched = if on.has(layer) { "off" } else { "on" };
            SetStep {
                name: format!("{} {switched} when an article opens", layer.label()).into(),
                before: Setting::Layers(on.letters().into()),
                after: Setting::Layers(on.toggled(layer).letters().into()),
                label: None,
            }
        });
        html! {
            <label class="option">
                <input type="checkbox" checked={on.has(layer)} {onchange} />
                <span class={layer.class()}>{ layer.label() }</span>
            </label>
        }
    });
    html! {
        <fieldset class="choices">
            <legend>{ "Marked when an article opens" }</legend>
            { for boxes }
        </fieldset>
    }
}

/// The layers that are on at the start.
pub(crate) fn at_start(settings: &Settings) -> Layers {
    settings.layers.as_deref().map_or(Layers::ALL, Layers::read)
}
