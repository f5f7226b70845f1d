//! [`Placed`]: a correction with its places found in the text.

use galley_notebook::{Anchor, Correction, Cue};
use galley_text::Span;

/// Where a correction stands in the text at hand.
pub(crate) struct Placed {
    /// The finding that it is about.
    pub(crate) about: Span,
    /// Where the reader says that it stands.
    pub(crate) extent: Span,
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
        let cue = match &correction.amends.cue {
            Some(Cue::At(anchor)) => Some(Some(place(anchor)?)),
            Some(Cue::Nowhere) => Some(None),
            None => None,
        };
        Some(Placed { about, extent, cue })
    }
}
