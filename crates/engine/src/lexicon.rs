//! Word lists that the rules and the tagger read.
//!
//! Names and the words inside and beside them are in `lexicon/*.txt`, each with its sources in its
//! first line; `cargo xtask lexicon` compiles them into one table, which [`names`] looks up. Short
//! lists of other words are written here by hand.

pub(crate) mod abbreviation;
pub(crate) mod calendar;
mod class;
pub(crate) mod cue;
pub(crate) mod measure;
pub(crate) mod money;
mod names;
pub(crate) mod speech;
mod spelling;
mod table;

pub use class::Classes;
pub(crate) use names::opening;
pub use names::{Runs, classes, runs};
pub use spelling::key;

/// Whether `word` is mostly written in small letters.
pub(crate) fn is_common(word: &str) -> bool {
    classes(word).meets(Classes::COMMON)
}
