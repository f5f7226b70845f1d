//! [`ModelError`]: why a model file cannot be used.

use std::error::Error;
use std::fmt;

/// Why a model file cannot be used, one cause each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// It does not begin as a model does.
    NotAModel,
    /// It is of a version that this engine does not read.
    Version(u32),
    /// It ends too early.
    Truncated,
    /// Its bytes are not those that were written.
    Checksum,
    /// A part of it does not fit the others; the words say which.
    Shape(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAModel => f.write_str("the file is no language model"),
            Self::Version(version) => {
                write!(f, "the language model is of version {version}, which is not known here")
            }
            Self::Truncated => f.write_str("the language model ends too early"),
            Self::Checksum => f.write_str("the language model is damaged"),
            Self::Shape(part) => write!(f, "the language model does not fit together: {part}"),
        }
    }
}

impl Error for ModelError {}
