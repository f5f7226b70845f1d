//! [`use_undoing`]: what was changed in a setting while the settings are open, step by step, to be undone.

use std::rc::Rc;

use yew::prelude::*;

/// A setting as it is to be, and what was done to it: "Remove label “Claim”".
pub(super) type Changed = (Rc<str>, String);

/// One step.
#[derive(Clone, PartialEq)]
struct Step {
    label: String,
    before: Rc<str>,
    after: Rc<str>,
}

/// The way to change a setting, and back.
pub(super) struct Undoing {
    /// Called with each change.
    pub(super) on_change: Callback<Changed>,
    on_undo: Callback<()>,
    /// What undoing would take back.
    label: Option<String>,
}

/// The steps of a setting that is `now` so. Where another tab has set it since the last, none is undone.
#[hook]
pub(super) fn use_undoing(now: &Rc<str>, on_set: Callback<Rc<str>>) -> Undoing {
    let steps = use_state_eq(Vec::<Step>::new);
    let on_change = {
        let (steps, on_set, before) = (steps.clone(), on_set.clone(), Rc::clone(now));
        Callback::from(move |(after, label): Changed| {
            if after != before {
                let step = Step { label, before: Rc::clone(&before), after: Rc::clone(&after) };
                steps.set(steps.iter().cloned().chain([step]).collect());
                on_set.emit(after);
            }
        })
    };
    let last = steps.last().filter(|step| step.after == *now).cloned();
    let label = last.as_ref().map(|step| step.label.clone());
    let on_undo = Callback::from(move |()| {
        if let Some(step) = &last {
            steps.set(steps[..steps.len() - 1].to_vec());
            on_set.emit(Rc::clone(&step.before));
        }
    });
    Undoing { on_change, on_undo, label }
}

/// The button that undoes the last step.
pub(super) fn undo(undoing: &Undoing) -> Html {
    let onclick = undoing.on_undo.reform(|_: MouseEvent| ());
    undoing.label.as_ref().map_or_else(Html::default, |label| {
        html! { <button class="link" {onclick}>{ format!("Undo: {label}") }</button> }
    })
}
