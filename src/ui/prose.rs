//! [`written`]: a note as its simple Markdown says, drawn as nodes: nothing of it is ever markup.

use galley_notebook::{Passage, PassageKind, Piece, Style, prose};
use yew::prelude::*;

/// The note.
pub(crate) fn written(note: &str) -> Html {
    let passages = prose(note);
    let groups = passages.chunk_by(|a, b| a.kind == b.kind && is_entry(a.kind)).map(group);
    html! { <div class="written" dir="auto">{ for groups }</div> }
}

const fn is_entry(kind: PassageKind) -> bool {
    matches!(kind, PassageKind::Item | PassageKind::Numbered)
}

/// One passage, or the entries of one list.
fn group(group: &[Passage]) -> Html {
    let entries = || group.iter().map(|it| html! { <li>{ pieces(it) }</li> });
    match group[0].kind {
        PassageKind::Item => html! { <ul>{ for entries() }</ul> },
        PassageKind::Numbered => html! { <ol>{ for entries() }</ol> },
        PassageKind::Quotation => html! { <blockquote>{ pieces(&group[0]) }</blockquote> },
        PassageKind::Paragraph => html! { <p>{ pieces(&group[0]) }</p> },
    }
}

fn pieces(passage: &Passage) -> Html {
    passage.pieces.iter().map(piece).collect()
}

fn piece(piece: &Piece) -> Html {
    let words = piece.words.to_owned();
    match piece.style {
        Style::Plain => html! { { words } },
        Style::Strong => html! { <strong>{ words }</strong> },
        Style::Emphasis => html! { <em>{ words }</em> },
        Style::Code => html! { <code>{ words }</code> },
        Style::Break => html! { <br /> },
        Style::Link(address) => html! {
            <a href={address.to_owned()} target="_blank" rel="noopener noreferrer">{ words }</a>
        },
    }
}
