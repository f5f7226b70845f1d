//! [`Placed`]: a correction with its places found in the text.

use galley_notebook::{Anchor, Correction, Cue};
use galley_text::Span;

/// Where a correction stands in the text at hand.
pub(crate) struct Placed {
    /// The finding that it is about.
    pub(crate) about: Span,
    /// Where the reader says that it stands.
    pub(crate) extent: Span,
    /// In what pieces, in order and apart, where the reader has moved an edge between two.
    pub(crate) pieces: Vec<Span>,
    /// The words that the reader says report it: `Some(None)` where the reader says that none do.
    pub(crate) cue: Option<Option<Span>>,
}

impl Placed {
    /// `None` where one of its places is no longer in the text.
    pub(crate) fn find(text: &str, correction: &Correction) -> Option<Placed> {
        let place = |anchor: &Anchor| anchor.resolve(text).span();
        let about = place(&correction.about.anchor)?;
        let extent = match &correction.amends.extent {
            Some(anchor) => place(anchor)?,
            None => about,
        };
        let pieces = correction.amends.pieces.iter().map(place).collect::<Option<Vec<Span>>>()?;
        // Words that are found again in a changed text can come to stand otherwise.
        let are_apart = pieces.is_sorted_by(|one, next| one.end() <= next.start());
        let pieces = if are_apart { pieces } else { Vec::new() };
        let cue = match &correction.amends.cue {
            Some(Cue::At(anchor)) => Some(Some(place(anchor)?)),
            Some(Cue::Nowhere) => Some(None),
            None => None,
        };
        Some(Placed { about, extent, pieces, cue })
    }
}
