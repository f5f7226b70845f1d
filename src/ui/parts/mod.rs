//! Small parts that know nothing of articles.

mod dialog;
mod floating;

pub(crate) use dialog::{Dialog, close};
pub(crate) use floating::{Floating, Side};
