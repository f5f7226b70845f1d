//! The forms in which a notebook is handed on as a file.
//!
//! [`w3c`] is the form to exchange annotations in, and reads its own back. [`html`], [`markdown`]
//! and [`csv`] are for people and tables, and show what a machine found as well: a [`Report`] says
//! it in plain words, since this crate does not know the engine.

pub mod csv;
pub mod html;
pub mod markdown;
mod report;
pub mod w3c;

pub use report::{Mark, Named, Report, Said};
