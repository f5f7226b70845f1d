//! Small parts that know nothing of articles.

mod choice;
mod dialog;
mod floating;
mod sheet_head;

pub(crate) use choice::Choice;
pub(crate) use dialog::{Dialog, close};
pub(crate) use floating::{Floating, Side};
pub(crate) use sheet_head::sheet_head;
