//! [`use_settings`]: how the reader wants the page, kept and in step with other tabs.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::settings::{self, Letters, Measure, Naming, Settings, Size, Theme, Verbosity};

/// What the reader sets.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Setting {
    /// The page's colours.
    Theme(Theme),
    /// How large the article is set.
    Size(Size),
    /// How long its lines may be.
    Measure(Measure),
    /// How much is read out.
    Verbosity(Verbosity),
    /// What is told of each mark.
    Naming(Naming),
    /// Whether letters are keys.
    Letters(Letters),
    /// The keys that are changed.
    Keys(Rc<str>),
    /// The layers that are on at the start.
    Layers(Rc<str>),
    /// The reader's labels.
    Labels(Rc<str>),
    /// Those of a backup, where nothing is set.
    Filled(Rc<[(String, String)]>),
}

/// The settings as Yew's state.
#[derive(Clone, PartialEq)]
struct Held(Settings);

/// What happens to them.
enum Change {
    Set(Setting),
    /// Another tab has set something.
    ReadAgain,
}

impl Reducible for Held {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut held = self.0.clone();
        match change {
            Change::ReadAgain => held = settings::remembered(),
            Change::Set(setting) => set(&mut held, setting),
        }
        Rc::new(Held(held))
    }
}

/// The settings, and how to set one.
#[hook]
pub(crate) fn use_settings() -> (Settings, Callback<Setting>) {
    let held = use_reducer_eq(|| Held(settings::remembered()));
    let dispatcher = held.dispatcher();
    use_effect_with((), {
        let dispatcher = dispatcher.clone();
        move |()| {
            let again = Callback::from(move |()| dispatcher.dispatch(Change::ReadAgain));
            let listener = settings::listen(again);
            move || drop(listener)
        }
    });
    let on_set = use_callback((), move |setting, ()| dispatcher.dispatch(Change::Set(setting)));
    (held.0.clone(), on_set)
}

/// Sets it, shows it and remembers it.
fn set(held: &mut Settings, setting: Setting) {
    match setting {
        Setting::Theme(theme) => {
            held.theme = theme;
            settings::choose(theme);
        }
        Setting::Size(size) => {
            held.size = size;
            settings::choose(size);
        }
        Setting::Measure(measure) => {
            held.measure = measure;
            settings::choose(measure);
        }
        Setting::Verbosity(verbosity) => {
            held.verbosity = verbosity;
            settings::choose(verbosity);
        }
        Setting::Naming(naming) => {
            held.naming = naming;
            settings::choose(naming);
        }
        Setting::Letters(letters) => {
            held.letters = letters;
            settings::choose(letters);
        }
        Setting::Keys(keys) => {
            settings::keep(settings::KEYS, &keys);
            held.keys = Some(keys);
        }
        Setting::Layers(layers) => {
            settings::keep(settings::LAYERS, &layers);
            held.layers = Some(layers);
        }
        Setting::Labels(labels) => {
            settings::keep(settings::LABELS, &labels);
            held.labels = Some(labels);
        }
        Setting::Filled(given) => {
            settings::fill(&given);
            *held = settings::remembered();
        }
    }
    settings::show(held);
}
