//! Every browser effect, one file each. Nothing here decides anything: it does and reports.

pub(crate) mod address;
pub(crate) mod clock;
pub(crate) mod download;
pub(crate) mod huge;
pub(crate) mod keyboard;
pub(crate) mod page_text;
pub(crate) mod paste;
pub(crate) mod picture;
pub(crate) mod platform;
pub(crate) mod reflow;
pub(crate) mod settings;
pub(crate) mod storage;
mod trusted;
pub(crate) mod worker;
