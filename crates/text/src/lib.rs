//! Positions in one article's text: the ground that the engine, the notebook and the page share.
//!
//! A [`Span`] is a pair of UTF-8 byte offsets. [`Offsets`] converts to and from the units of the
//! outside world ([`Utf16`] in the browser, [`CodePoint`] in files). [`blocks()`] cuts a text into
//! paragraphs, [`runs()`] cuts a block into pieces that overlapping marks can be drawn on.
//!
//! ```
//! use galley_text::{Offsets, Span, blocks, runs};
//!
//! let text = "A title\n\n“Go,” she said 🔥.";
//! let paragraph = blocks(text)[1].span;
//! assert_eq!(paragraph.of(text), "“Go,” she said 🔥.");
//!
//! let quote = Span::new(paragraph.start(), paragraph.start() + "“Go,”".len());
//! let pieces = runs(paragraph, &[quote]);
//! assert_eq!(pieces.iter().map(|run| run.span.of(text)).collect::<Vec<_>>(), ["“Go,”", " she said 🔥."]);
//! assert_eq!(Offsets::new(text).utf16(paragraph.end()).0, 27);
//! ```
//!
//! This crate refuses to know what a mark means, and never changes a text.

mod bare;
mod block;
mod caret;
mod edge;
mod fold;
mod offsets;
mod order;
mod runs;
mod span;
mod wrapped;

pub use block::{Block, BlockKind, blocks};
pub use caret::{Lines, Step};
pub use edge::{Edge, Stride, Way};
pub use fold::fold;
pub use offsets::{CodePoint, Offsets, Utf16};
pub use order::order;
pub use runs::{Run, runs};
pub use span::Span;
