//! A reader in a real browser: [`Reader`] opens the built page, does what a reader does, and is
//! asked what there is to see.
//!
//! `cargo xtask test` serves `dist/` and starts the driver; [`Place`] says where they are. Whatever
//! a run claims, it also claims that the page stayed alone: [`Reader::leaves`] fails when the
//! console has an error or when anything was asked of another server.

mod closing;
mod driver;
mod planted;
mod reader;
mod roles;
mod states;

pub use reader::{Look, Place, Reader, Window};
pub use roles::Hand;
