//! The form in which records lie under storage keys, version 1. `docs/STORED_FORMAT.md` describes
//! it.
//!
//! Each record has its own [`Key`], so that two tabs never write over each other's work and a
//! damaged record costs nothing but itself. [`load()`] reads a whole storage and [`changes()`] says
//! what to write; both are total, whatever the storage holds. A record that cannot be read is
//! [`Unreadable`] and is left for the caller to set aside; this module never asks to overwrite it.

mod backup;
mod difference;
mod envelope;
pub(crate) mod history;
mod key;
mod load;
mod record;
mod save;

use std::fmt;

pub use backup::{read_backup, write_backup};
pub use envelope::VERSION;
pub use key::{Key, NotAKey};
pub use load::{Loaded, load};
pub use record::{Record, read, write};
pub use save::{Write, changes, setting};

/// Why a record could not be read. Worded for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not what was written. It is to be set aside under [`Key::Damaged`].
    Damaged {
        /// What is wrong with it.
        why: String,
    },
    /// A newer Galley wrote it. It is to be left alone, and its article opened read-only.
    Newer {
        /// The version of its form.
        version: u64,
    },
    /// The text of the article that it belongs to is not there or not readable. It is to be left
    /// alone.
    Alone,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Unreadable::Damaged { why } => {
                write!(f, "This record is damaged ({why}). It is set aside and can be downloaded.")
            }
            Unreadable::Newer { version } => write!(
                f,
                "This record was written by a newer Galley (version {version}). It is left as it \
                 is; an article that it belongs to is opened read-only."
            ),
            Unreadable::Alone => f.write_str(
                "This record belongs to an article whose text cannot be read. It is left as it is.",
            ),
        }
    }
}

impl std::error::Error for Unreadable {}
