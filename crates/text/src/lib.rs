//! Positions in one article's text: the ground that the engine, the notebook and the page share.
//!
//! A [`Span`] is a pair of UTF-8 byte offsets. [`Offsets`] converts to and from the units of the
//! outside world ([`Utf16`] in the browser, [`CodePoint`] in files). [`blocks`] cuts a text into
//! paragraphs, [`runs`] cuts a block into pieces that overlapping marks can be drawn on.
//!
//! This crate refuses to know what a mark means, and never changes a text.

mod block;
mod offsets;
mod runs;
mod span;

pub use block::{Block, BlockKind, blocks};
pub use offsets::{CodePoint, Offsets, Utf16};
pub use runs::{Run, runs};
pub use span::Span;
