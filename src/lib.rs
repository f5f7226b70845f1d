//! Galley: a page in which a reader pastes a news article, sees who said what, and keeps notes.
//!
//! This package is the browser half, and the only place that names yew, web-sys and gloo:
//! [`protocol`] is what the page and the worker say to each other, `shell` holds every browser
//! effect, `hooks` the effects that follow state, `ui` what is drawn. Reading is the engine's work,
//! the reader's own marks are the notebook's.

mod hooks;
pub mod protocol;
mod same;
mod shell;
mod ui;

pub use hooks::ReadHere;
pub use same::{Found, Same};
pub use ui::{App, AppProps};
