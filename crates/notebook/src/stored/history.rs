//! [`write()`], [`read()`]: what can be undone and redone in one notebook, as one record.
//!
//! Unlike the other records it holds nothing that the reader would miss for long: it is bounded, and
//! what of it is damaged, newer or no longer fits its notebook is left out in silence.

use serde::Deserialize;

use super::envelope::{json, seal_json, unseal};
use crate::entry::Entries;
use crate::{History, HouseRule, Notebook, Transaction};

/// How many steps are kept in each direction.
const STEPS: usize = 50;
/// How many bytes they may take together. A few hundred articles share 5 MB with their histories.
const BYTES: usize = 48 * 1024;

const KIND: &str = "history";

#[derive(Deserialize)]
struct Steps {
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
}

/// The steps that are travelled on next, as many as there is room for.
pub(crate) fn write(history: &History) -> String {
    let mut room = BYTES;
    let [done, undone] = history.steps().map(|steps| {
        let written = steps.take(STEPS).map(json).map_while(|step| {
            room = room.checked_sub(step.len())?;
            Some(step)
        });
        written.collect::<Vec<_>>().join(",")
    });
    seal_json(KIND, &format!(r#"{{"done":[{done}],"undone":[{undone}]}}"#))
}

/// The steps that can still be travelled on. Total on any input.
pub(crate) fn read(value: &str, notebook: &Notebook, rules: &Entries<HouseRule>) -> History {
    let steps = unseal::<Steps>(KIND, value);
    steps.map_or_else(
        |_| History::default(),
        |Steps { done, undone }| History::fitting(done, undone, notebook, rules),
    )
}
