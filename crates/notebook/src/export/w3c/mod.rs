//! W3C Web Annotations as JSON-LD: <https://www.w3.org/TR/annotation-model/>.
//!
//! [`write()`] gives one collection with one page. Each target carries a quote selector and a
//! position selector, which counts code points as the model demands. [`read()`] takes such a
//! collection, a page, a list or one annotation, and brings back what the model of this crate can
//! hold. Annotations by other programs are read where they are made of text bodies on a quoted
//! passage.

mod read;
mod shape;
mod write;

pub use read::{Imported, read};
pub use write::write;
