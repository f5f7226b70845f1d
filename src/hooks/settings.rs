//! [`use_settings`]: how the reader wants the page, kept and in step with other tabs, and what of it can be
//! undone and redone until the page is closed.

use std::rc::Rc;

use galley_notebook::{Action, Retag, Session, Tagged};
use yew::prelude::*;

use crate::shell::clock;
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

/// Something that was set, as a step with a name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    /// What it is called: "Remove label “Claim”".
    pub(crate) name: AttrValue,
    /// As it was.
    pub(crate) before: Setting,
    /// As it is to be.
    pub(crate) after: Setting,
    /// What becomes of a label that marks may have, if anything.
    pub(crate) label: Option<LabelStep>,
}

/// What becomes of a label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum LabelStep {
    /// It has the second name instead of the first: its marks go with it.
    Renamed(String, String),
    /// It is no label any more: its marks keep its name as a tag.
    Removed(String),
}

/// A step that was done, with the marks that went with it.
#[derive(Clone, Debug, PartialEq)]
struct Done {
    step: Step,
    marks: Rc<Tagged>,
}

impl Done {
    /// The marks under the label's new name, or under the old one again.
    fn retag(&self, again: bool) -> Option<Action> {
        let Some(LabelStep::Renamed(old, new)) = self.step.label.clone() else { return None };
        let back = (!again).then(|| self.marks.marks.clone());
        let (from, to) = if again { (old, new) } else { (new, old) };
        Some(Action::Retag(Retag { from, to, back, now: clock::now() }))
    }
}

/// The settings as Yew's state.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    now: Settings,
    done: Vec<Done>,
    undone: Vec<Done>,
}

impl Held {
    /// The last step that can be undone: none that another tab has set otherwise since.
    fn undoes(&self) -> Option<usize> {
        self.done.iter().rposition(|it| is_set(&self.now, &it.step.after))
    }

    /// The last that can be done again.
    fn redoes(&self) -> Option<usize> {
        self.undone.iter().rposition(|it| is_set(&self.now, &it.step.before))
    }
}

/// What happens to them.
enum Change {
    Set(Setting),
    Do(Done),
    Undo,
    Redo,
    /// Another tab has set something.
    ReadAgain,
}

impl Reducible for Held {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut held = Held::clone(&self);
        match change {
            Change::ReadAgain => held.now = settings::remembered(),
            Change::Set(setting) => set(&mut held.now, setting),
            Change::Do(done) => {
                set(&mut held.now, done.step.after.clone());
                held.done.push(done);
                held.undone.clear();
            }
            Change::Undo => {
                if let Some(last) = held.undoes().and_then(|at| held.done.drain(at..).next()) {
                    set(&mut held.now, last.step.before.clone());
                    held.undone.push(last);
                }
            }
            Change::Redo => {
                if let Some(last) = held.redoes().and_then(|at| held.undone.drain(at..).next()) {
                    set(&mut held.now, last.step.after.clone());
                    held.done.push(last);
                }
            }
        }
        Rc::new(held)
    }
}

/// The settings, and the ways to set them.
#[derive(Clone, PartialEq)]
pub(crate) struct Set {
    /// As they are.
    pub(crate) now: Settings,
    /// Sets something that is no step of the reader's.
    pub(crate) on_set: Callback<Setting>,
    /// Sets something as a step that can be undone.
    pub(crate) on_step: Callback<Step>,
    /// Undoes the last step, or with `true` does the last undone one again.
    pub(crate) on_travel: Callback<bool>,
    /// What undoing would take back.
    pub(crate) undoes: Option<AttrValue>,
    /// What redoing would do again.
    pub(crate) redoes: Option<AttrValue>,
}

/// The settings. A label that gets another name takes its marks along; `tell` says so.
#[hook]
pub(crate) fn use_settings(
    session: &Session,
    act: &Callback<Action>,
    tell: &Callback<AttrValue>,
) -> Set {
    let held = use_reducer_eq(|| {
        let (done, undone) = (Vec::new(), Vec::new());
        Held { now: settings::remembered(), done, undone }
    });
    let dispatcher = held.dispatcher();
    use_effect_with((), {
        let dispatcher = dispatcher.clone();
        move |()| {
            let again = Callback::from(move |()| dispatcher.dispatch(Change::ReadAgain));
            let listener = settings::listen(again);
            move || drop(listener)
        }
    });
    let on_set = {
        let dispatcher = dispatcher.clone();
        use_callback((), move |setting, ()| dispatcher.dispatch(Change::Set(setting)))
    };
    let latest = use_mut_ref(Session::default);
    *latest.borrow_mut() = session.clone();
    let on_step = {
        let dispatcher = dispatcher.clone();
        use_callback((act.clone(), tell.clone()), move |step: Step, (act, tell)| {
            if step.after == step.before {
                return;
            }
            let marks = step.label.as_ref().map(|label| {
                let (LabelStep::Renamed(name, _) | LabelStep::Removed(name)) = label;
                latest.borrow().tagged(name)
            });
            let done = Done { step, marks: Rc::new(marks.unwrap_or_default()) };
            told(&done).into_iter().for_each(|told| tell.emit(told));
            done.retag(true).into_iter().for_each(|retag| act.emit(retag));
            dispatcher.dispatch(Change::Do(done));
        })
    };
    let last = |at: Option<usize>, steps: &[Done]| at.and_then(|at| steps.get(at)).cloned();
    let (undoes, redoes) = (last(held.undoes(), &held.done), last(held.redoes(), &held.undone));
    let on_travel = {
        let (undoes, redoes) = (undoes.clone(), redoes.clone());
        let (act, tell) = (act.clone(), tell.clone());
        Callback::from(move |again: bool| {
            let Some(done) = (if again { &redoes } else { &undoes }) else { return };
            let told = if again { "Done again" } else { "Undone" };
            tell.emit(format!("{told}: {}", done.step.name).into());
            dispatcher.dispatch(if again { Change::Redo } else { Change::Undo });
            done.retag(again).into_iter().for_each(|it| act.emit(it));
        })
    };
    let name = |it: Option<Done>| it.map(|it| it.step.name);
    let (undoes, redoes) = (name(undoes), name(redoes));
    Set { now: held.now.clone(), on_set, on_step, on_travel, undoes, redoes }
}

/// What became of a label and its marks.
fn told(Done { step, marks }: &Done) -> Option<AttrValue> {
    let Tagged { count, articles, .. } = **marks;
    let marks = if count == 1 { "1 mark" } else { &format!("{count} marks") };
    let articles = if articles == 1 { "1 article" } else { &format!("{articles} articles") };
    let told = match step.label.as_ref()? {
        LabelStep::Renamed(old, new) => {
            format!("“{old}” is called “{new}” now, on {marks} in {articles}")
        }
        LabelStep::Removed(name) if count == 0 => format!("Label removed: {name}."),
        LabelStep::Removed(name) => {
            let keep = if count == 1 { "keeps" } else { "keep" };
            format!("Label removed: {name}. {marks} {keep} it as a tag.")
        }
    };
    Some(told.into())
}

/// Whether it is set so.
fn is_set(now: &Settings, setting: &Setting) -> bool {
    let is = |free: &Option<Rc<str>>, wanted: &Rc<str>| free.as_ref() == Some(wanted);
    match setting {
        Setting::Theme(theme) => now.theme == *theme,
        Setting::Size(size) => now.size == *size,
        Setting::Measure(measure) => now.measure == *measure,
        Setting::Verbosity(verbosity) => now.verbosity == *verbosity,
        Setting::Naming(naming) => now.naming == *naming,
        Setting::Letters(letters) => now.letters == *letters,
        Setting::Keys(keys) => is(&now.keys, keys),
        Setting::Layers(layers) => is(&now.layers, layers),
        Setting::Labels(labels) => is(&now.labels, labels),
        Setting::Filled(_) => false,
    }
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
