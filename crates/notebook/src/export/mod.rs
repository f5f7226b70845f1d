//! The forms in which a notebook is handed on as a file.
//!
//! [`w3c`] is the form to exchange annotations in, and reads its own back.

pub mod w3c;
