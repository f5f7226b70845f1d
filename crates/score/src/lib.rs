//! Measures what the engine finds against articles that a person has labelled.
//!
//! [`Article`] is a text with its gold, read from two files that people write; [`Reading`] is what is
//! found in a text, by a person or by the engine; [`figures()`] compares the two; a [`Ratchet`] holds the
//! figures that must not fall. The arithmetic of names, quotes and chains is that of the scorer that
//! the project's other sets are measured with, so that figures can stand side by side.
//!
//! It refuses to know how the engine comes to its findings, and to change the gold.

mod assignment;
mod chains;
mod figures;
mod gold;
mod names;
mod quotes;
mod ratchet;
mod reading;
mod speakers;
mod words;

pub use figures::{Figure, figures, table};
pub use gold::{Article, GoldError};
pub use ratchet::{Ratchet, RatchetError};
pub use reading::{Attribution, Mention, Reading};
