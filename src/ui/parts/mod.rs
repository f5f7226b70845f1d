//! Small parts that know nothing of articles.

mod floating;

pub(crate) use floating::{Floating, Side};
