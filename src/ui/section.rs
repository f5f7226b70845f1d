//! [`Section`]: neighbouring pieces of the reading column, so that of a large text only those parts are
//! looked at in which something changes.

use galley_text::Span;

use super::drawing::{Paragraph, Piece};
use crate::same::Same;

/// Bytes of the text to a section.
const LENGTH: usize = 16_384;

/// Neighbouring pieces.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Which one it is. Some have no pieces and are left out.
    pub(crate) number: usize,
    /// From its first byte to its last.
    pub(crate) span: Span,
    /// What is drawn in it.
    pub(crate) pieces: Same<[Piece]>,
}

impl PartialEq for Section {
    fn eq(&self, other: &Self) -> bool {
        let are_same = || self.pieces == other.pieces || self.pieces[..] == other.pieces[..];
        self.number == other.number && are_same()
    }
}

impl Section {
    /// Its paragraphs, with those that are folded.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.pieces.iter().flat_map(Piece::paragraphs).map(|it| &**it)
    }
}

/// The sections of a column. Their bounds are places in the text, so that no paragraph goes from one to
/// another when lines around it are folded.
pub(crate) fn sections(pieces: &[Piece]) -> Vec<Section> {
    let number = |piece: &Piece| Some(piece.paragraphs().first()?.span.start() / LENGTH);
    let neighbours = pieces.chunk_by(|one, next| number(one) == number(next));
    let section = |pieces: &[Piece]| {
        let first = pieces.first()?.paragraphs().first()?.span;
        let last = pieces.last()?.paragraphs().last()?.span;
        let (span, number) = (first.cover(last), first.start() / LENGTH);
        Some(Section { number, span, pieces: pieces.iter().cloned().collect() })
    };
    neighbours.filter_map(section).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use galley_text::BlockKind;

    use super::*;

    #[test]
    fn a_fold_moves_no_paragraph_into_another_section() {
        let paragraph = |start| {
            let (span, kind) = (Span::new(start, start + 10), BlockKind::Paragraph);
            Rc::new(Paragraph { span, kind, is_cut: false, marks: Vec::new() })
        };
        let one = |start| Piece::Paragraph(paragraph(start));
        let far = 2 * LENGTH + 5;
        let open = [one(20), one(40), one(far)];
        let folded = [Piece::Furniture(vec![paragraph(20), paragraph(40)], ""), one(far)];
        let bounds = |pieces: &[Piece]| -> Vec<(usize, Span)> {
            sections(pieces).iter().map(|it| (it.number, it.span)).collect()
        };
        assert_eq!(bounds(&open), [(0, Span::new(20, 50)), (2, Span::new(far, far + 10))]);
        assert_eq!(bounds(&open), bounds(&folded));
    }
}
