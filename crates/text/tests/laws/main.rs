//! What holds for any text: with emoji, combining marks, CJK, right-to-left scripts and every kind
//! of line end.

mod bare;
mod blocks;
mod caret;
mod edge;
mod offsets;
mod order;
mod runs;
mod span;
mod texts;
