//! [`SectionView`]: a section of the column, drawn again only when something in it changes.

use std::rc::Rc;

use yew::prelude::*;

use super::paragraph::{ParagraphView, Part};
use crate::same::Same;
use crate::ui::drawing::{Paragraph, Piece};
use crate::ui::section::Section;
use crate::ui::words;

/// What a section is drawn from.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article's whole text.
    pub(crate) text: Same<str>,
    /// What is drawn.
    pub(crate) section: Section,
    /// So many of its pieces are drawn elsewhere.
    pub(crate) from: usize,
}

/// The section. It is no element, so that the pieces of all sections stand beside each other.
#[component]
pub(crate) fn SectionView(Props { text, section, from }: &Props) -> Html {
    section.pieces.iter().skip(*from).map(|piece| piece_view(text, piece, Part::Body)).collect()
}

/// A piece, which plays a part.
pub(super) fn piece_view(text: &Same<str>, piece: &Piece, part: Part) -> Html {
    match piece {
        Piece::Paragraph(paragraph) => one(text, paragraph, part),
        Piece::Furniture(lines, reason) => {
            let key = lines.first().map_or(0, |line| line.span.start());
            let count = words::count(lines.len(), "line", "lines");
            html! {
                <details key={key} class="furniture">
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
