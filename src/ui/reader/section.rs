//! [`Section`]: neighbouring pieces of the column, looked at again only when one of them changes.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::paragraph::{ParagraphView, Part};
use crate::same::Same;
use crate::ui::drawing::{Paragraph, Piece};
use crate::ui::words;

/// Bytes of the text to a section.
const LENGTH: usize = 16_384;

/// What a section is drawn from.
#[derive(Properties)]
pub(crate) struct Props {
    /// The article's whole text.
    pub(crate) text: Same<str>,
    /// All pieces of the column.
    pub(crate) pieces: Same<[Piece]>,
    /// Which of them are drawn here.
    pub(crate) range: Range<usize>,
}

impl Props {
    fn here(&self) -> &[Piece] {
        self.pieces.get(self.range.clone()).unwrap_or_default()
    }
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.here() == other.here()
    }
}

/// The section. It is no element, so that the pieces of all sections stand beside each other.
#[component]
pub(crate) fn Section(props: &Props) -> Html {
    props.here().iter().map(|piece| piece_view(&props.text, piece, Part::Body)).collect()
}

/// The sections of the pieces after the first few. Their bounds are places in the text, so that no
/// paragraph goes from one to another when lines around it are folded.
pub(super) fn sections(pieces: &[Piece], from: usize) -> Vec<(usize, Range<usize>)> {
    let mut sections: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, piece) in pieces.iter().enumerate().skip(from) {
        let number = start(piece) / LENGTH;
        match sections.last_mut().filter(|(last, _)| *last == number) {
            Some((_, range)) => range.end = index + 1,
            None => sections.push((number, index..index + 1)),
        }
    }
    sections
}

fn start(piece: &Piece) -> usize {
    match piece {
        Piece::Paragraph(paragraph) => paragraph.span.start(),
        Piece::Furniture(lines, _) => lines.first().map_or(0, |line| line.span.start()),
    }
}

/// A piece, which plays a part.
pub(super) fn piece_view(text: &Same<str>, piece: &Piece, part: Part) -> Html {
    match piece {
        Piece::Paragraph(paragraph) => one(text, paragraph, part),
        Piece::Furniture(lines, reason) => {
            let count = words::count(lines.len(), "line", "lines");
            html! {
                <details key={start(piece)} class="furniture">
                    <summary>{ format!("{count} of the page, not of the article. {reason}") }</summary>
                    { for lines.iter().map(|line| one(text, line, part)) }
                </details>
            }
        }
    }
}

fn one(text: &Same<str>, paragraph: &Rc<Paragraph>, part: Part) -> Html {
    let key = paragraph.span.start();
    html! { <ParagraphView key={key} text={text.clone()} paragraph={paragraph.clone()} {part} /> }
}

#[cfg(test)]
mod tests {
    use galley_text::{BlockKind, Span};

    use super::*;

    #[test]
    fn a_fold_moves_no_paragraph_into_another_section() {
        let paragraph = |start| {
            let (span, kind) = (Span::new(start, start + 10), BlockKind::Paragraph);
            Rc::new(Paragraph { span, kind, is_cut: false, marks: Vec::new() })
        };
        let one = |start| Piece::Paragraph(paragraph(start));
        let far = 2 * LENGTH + 5;
        let open = [one(0), one(20), one(40), one(far)];
        let folded = [one(0), Piece::Furniture(vec![paragraph(20), paragraph(40)], ""), one(far)];
        assert_eq!(sections(&open, 1), [(0, 1..3), (2, 3..4)]);
        assert_eq!(sections(&folded, 1), [(0, 1..2), (2, 2..3)]);
    }
}
