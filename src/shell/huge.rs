//! [`Huge`]: what is far larger than an article, and so is read only once the reader has said so.

use std::rc::Rc;

use web_sys::File;
use yew::Callback;

use super::paste::{Copied, Incoming, read};

/// What has more bytes than this is asked about: it is as long as several books.
const MOST: usize = 2_000_000;

/// Something huge, not looked into yet.
#[derive(Clone, PartialEq)]
pub(crate) struct Huge {
    /// How large it is.
    pub(crate) bytes: usize,
    source: Source,
}

#[derive(Clone, PartialEq)]
enum Source {
    Copied(Rc<Copied>),
    File(File),
}

impl Huge {
    /// What was copied, if it is huge; else gives it back.
    pub(super) fn copied(copied: Copied) -> Result<Self, Copied> {
        let bytes = copied.bytes();
        if bytes <= MOST {
            return Err(copied);
        }
        Ok(Self { bytes, source: Source::Copied(Rc::new(copied)) })
    }

    /// The file, if it is huge.
    pub(super) fn file(file: &File) -> Option<Self> {
        // The size of a file is a whole number.
        let bytes = file.size() as usize;
        (bytes > MOST).then(|| Self { bytes, source: Source::File(file.clone()) })
    }

    /// Reads it all the same, and hands on what it holds.
    pub(crate) fn read(&self, on_incoming: &Callback<Incoming>) {
        match &self.source {
            Source::Copied(copied) => on_incoming.emit(Incoming::Article(copied.draft())),
            Source::File(file) => read(file, on_incoming.clone()),
        }
    }
}
