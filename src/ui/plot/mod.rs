//! [`Plot`]: a drawing as plain shapes in whole units, [`plot`], which draws it as SVG, and
//! [`ticks`], where places stand on a strip, with their [`zones`].
//!
//! A row of a plot is a button: by mouse, by key, and for a screen reader. What a plot shows stands
//! in a table as well; that is for the caller.

mod strip;
mod view;

pub(crate) use strip::{Tick, strip_to, ticks, zones};
pub(crate) use view::plot;

use super::drawing::Target;

/// How wide every plot is, in its own units. It grows and shrinks with its place.
pub(crate) const WIDTH: usize = 680;

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plot {
    /// What it shows, for who cannot see it.
    pub(crate) label: String,
    /// How high it is.
    pub(crate) height: usize,
    /// What stands above the rows.
    pub(crate) head: Vec<Shape>,
    /// What can be chosen.
    pub(crate) rows: Vec<Row>,
}

/// A part of a plot that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    /// All that it shows, in words.
    pub(crate) label: String,
    /// What choosing it points at.
    pub(crate) target: Target,
    /// Its upper edge.
    pub(crate) top: usize,
    /// Its height.
    pub(crate) height: usize,
    /// What it shows.
    pub(crate) shapes: Vec<Shape>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A filled box.
    Bar(Bar),
    /// A line of words.
    Words(Words),
}

/// A filled box.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bar {
    /// Left edge.
    pub(crate) x: usize,
    /// Upper edge.
    pub(crate) y: usize,
    /// Width.
    pub(crate) width: usize,
    /// Height.
    pub(crate) height: usize,
    /// How it looks.
    pub(crate) tone: Tone,
    /// What a click on it points at, where that is not the row.
    pub(crate) target: Option<Target>,
}

/// A line of words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Words {
    /// Where they begin, or end.
    pub(crate) x: usize,
    /// The line they stand on.
    pub(crate) y: usize,
    /// The words.
    pub(crate) words: String,
    /// Where `x` is.
    pub(crate) side: Side,
}

/// Which end of its words a line is fixed at. What is fixed at its end is set softer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The beginning.
    Start,
    /// The end.
    End,
}

/// How a box looks. Tones differ by more than their colour: reported words are hollow, and unattributed
/// ones are hollow with a dashed edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// What something is measured against.
    Ground,
    /// Words of somebody named.
    Named,
    /// Words of somebody unnamed.
    Unnamed,
    /// Unattributed words.
    Nobody,
    /// Words that are reported, without quotation marks.
    Reported,
    /// The article, from its start to its end.
    Line,
    /// What a finger hits; not to be seen.
    Hit,
}

impl Tone {
    /// The class that draws it.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Tone::Ground => "p-ground",
            Tone::Named => "p-named",
            Tone::Unnamed => "p-unnamed",
            Tone::Nobody => "p-nobody",
            Tone::Reported => "p-reported",
            Tone::Line => "p-line",
            Tone::Hit => "plot-hit",
        }
    }
}

/// `part` of `whole` on a line of `width`; nothing of nothing.
pub(crate) fn scaled(part: usize, whole: usize, width: usize) -> usize {
    (part * width).checked_div(whole).unwrap_or(0).min(width)
}
