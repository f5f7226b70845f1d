//! [`write()`], [`read()`]: what can be undone and redone in one notebook, as one record.
//!
//! Of each change only that is written in which what it leads to differs from what is there by then, and
//! the latter is known from the notebook: a word in a note of 100 kB takes no more room than one in a short
//! note. Unlike the other records it holds nothing that the reader would miss for long: it is bounded,
//! and what of it is damaged, newer or no longer fits its notebook is left out in silence.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::difference::{Difference, Onward};
use super::envelope::{json, seal_json, unseal};
use crate::entry::Entries;
use crate::{History, HouseRule, Notebook, Step, Transaction};

/// How many steps are kept in each direction.
const STEPS: usize = 50;
/// How many bytes they may take together: a note of 100 kB that was removed has room. Where storage is
/// full, histories are the first to go.
const BYTES: usize = 256 * 1024;

const KIND: &str = "history";

/// The first form, which holds both what was and what is; and the one that is written.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Steps {
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
    back: Vec<Travel>,
    on: Vec<Travel>,
}

/// A step with what travelling on it does.
#[derive(Serialize, Deserialize)]
struct Travel {
    step: Step,
    changes: Vec<Difference>,
}

/// The steps that are travelled on next, as many as there is room for.
pub(crate) fn write(history: &History) -> String {
    let mut room = BYTES;
    let [done, undone] = history.steps();
    let back = done.map(|step| travel(&step.inverse()));
    let back = fitting(back, &mut room);
    let on = fitting(undone.map(travel), &mut room);
    seal_json(KIND, &format!(r#"{{"back":[{back}],"on":[{on}]}}"#))
}

fn travel(step: &Transaction) -> Option<String> {
    let changes = step.changes.iter().map(Difference::of).collect::<Option<_>>()?;
    Some(json(&Travel { step: step.step.clone(), changes }))
}

fn fitting(steps: impl Iterator<Item = Option<String>>, room: &mut usize) -> String {
    let written = steps.take(STEPS).map_while(|step| {
        let step = step?;
        *room = room.checked_sub(step.len())?;
        Some(step)
    });
    written.collect::<Vec<_>>().join(",")
}

/// The steps that can still be travelled on. Total on any input.
pub(crate) fn read(value: &str, notebook: &Notebook, rules: &Entries<HouseRule>) -> History {
    let Ok(steps) = unseal::<Steps>(KIND, value) else { return History::default() };
    if !steps.done.is_empty() || !steps.undone.is_empty() {
        return History::fitting(steps.done, steps.undone, notebook, rules);
    }
    let travelled = |steps: Vec<Travel>, is_back: bool| {
        let mut onward = Onward { notebook: notebook.clone(), rules: rules.clone() };
        let done = steps.into_iter().map_while(|Travel { step, changes }| {
            let changes = changes.iter().map(|it| onward.go(it)).collect::<Option<_>>()?;
            let step = Transaction { step, changes };
            Some(Rc::new(if is_back { step.inverse() } else { step }))
        });
        let mut done: Vec<Rc<Transaction>> = done.collect();
        done.reverse();
        done
    };
    History::of(travelled(steps.back, true), travelled(steps.on, false))
}
