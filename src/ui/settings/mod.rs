//! [`SettingsView`]: how the reader wants the page, as a dialog.

mod keys;
mod labels;
mod rules;
mod undoing;

use std::rc::Rc;

use galley_notebook::{Action, Library, Step};
use yew::prelude::*;

use self::keys::KeysView;
use self::labels::LabelsView;
use self::rules::{Rules, rules};
use self::undoing::{undo, use_undoing};
use super::command::Keymap;
use super::label;
use super::layer::{Layer, Layers};
use super::parts::Dialog;
use crate::hooks::Setting;
use crate::shell::paste::Incoming;
use crate::shell::settings::{Choice, Settings};

/// What the dialog shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What is set now.
    pub(crate) settings: Settings,
    /// Called with what is set.
    pub(crate) on_set: Callback<Setting>,
    /// The house rules.
    pub(crate) house: Library,
    /// What undoing would take back.
    pub(crate) undoes: Option<Step>,
    /// Acts on the session.
    pub(crate) act: Callback<Action>,
    /// Called with a file of rules.
    pub(crate) on_incoming: Callback<Incoming>,
    /// Called when the dialog has closed.
    pub(crate) on_close: Callback<()>,
}

/// The dialog. What is set counts at once.
#[component]
pub(crate) fn SettingsView(props: &Props) -> Html {
    let node = use_node_ref();
    let Props { settings, on_set, .. } = props;
    let labels = label::read(settings.labels.as_deref());
    let keymap = Keymap::read(settings.keys.as_deref(), settings.letters);
    let now = [label::write(&labels), keymap.write()].map(Rc::from);
    let of_labels = use_undoing(&now[0], on_set.reform(Setting::Labels));
    let of_keys = use_undoing(&now[1], on_set.reform(Setting::Keys));
    html! {
        <Dialog {node} id="settings" title="Settings" on_close={props.on_close.clone()}>
            { choices("Colours", settings.theme, &on_set.reform(Setting::Theme)) }
            { choices("Size of the article", settings.size, &on_set.reform(Setting::Size)) }
            { choices("Length of a line", settings.measure, &on_set.reform(Setting::Measure)) }
            { layers(settings, on_set) }
            { choices("A screen reader tells of each mark", settings.naming, &on_set.reform(Setting::Naming)) }
            { choices("A screen reader tells as you work", settings.verbosity, &on_set.reform(Setting::Verbosity)) }
            <LabelsView
                labels={labels.clone()}
                keymap={keymap.clone()}
                on_change={of_labels.on_change.clone()}
            />
            { undo(&of_labels) }
            { choices("A letter, digit or sign that is pressed alone", settings.letters, &on_set.reform(Setting::Letters)) }
            <KeysView
                {keymap}
                {labels}
                on_change={of_keys.on_change.clone()}
            />
            { undo(&of_keys) }
            { rules(&Rules {
                house: &props.house,
                undoes: props.undoes.as_ref(),
                act: &props.act,
                on_incoming: &props.on_incoming,
            }) }
        </Dialog>
    }
}

/// One of a few.
fn choices<C: Choice>(legend: &'static str, chosen: C, on_choose: &Callback<C>) -> Html {
    let options = C::ALL.iter().map(|&choice| {
        let onchange = on_choose.reform(move |_: Event| choice);
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
fn layers(settings: &Settings, on_set: &Callback<Setting>) -> Html {
    let on = at_start(settings);
    let boxes = Layer::ALL.iter().map(|&layer| {
        let onchange =
            on_set.reform(move |_: Event| Setting::Layers(on.toggled(layer).letters().into()));
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
