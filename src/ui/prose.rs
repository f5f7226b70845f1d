//! [`written`]: a note as its simple Markdown says, drawn as nodes: nothing of it is ever markup.

use galley_notebook::{Passage, PassageKind, Piece, Style, prose};
use yew::prelude::*;

use super::words::straight;

/// The most bytes and lines of a note that are drawn. The field that it is written in holds all of it.
const MOST: (usize, usize) = (4_000, 80);

/// The note, or the beginning of a long one. On a screen the style sheet shows its first lines.
pub(crate) fn written(note: &str) -> Html {
    let shown = beginning(note);
    let passages = prose(shown);
    let groups = passages.chunk_by(|a, b| a.kind == b.kind && is_entry(a.kind)).map(group);
    html! {
        <div class="written" dir="auto">
            { for groups }
            if shown.len() < note.len() {
                <p>{ "…" }</p>
            }
        </div>
    }
}

/// As many whole words of `note` as are drawn.
fn beginning(note: &str) -> &str {
    let (bytes, lines) = MOST;
    let ends = note.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    let line = ends.map(|(at, _)| at).nth(lines - 1).unwrap_or(note.len());
    if line <= bytes {
        return &note[..line];
    }
    let near = &note[..note.floor_char_boundary(bytes)];
    near.rsplit_once(char::is_whitespace).map_or(near, |(words, _)| words)
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
    let words = straight(piece.words);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_note_is_drawn_as_far_as_a_word_or_a_line_ends() {
        assert_eq!(beginning("short\nnote"), "short\nnote");
        let words = beginning(&"some words ".repeat(10_000)).to_owned();
        assert!(words.ends_with("words") || words.ends_with("some"), "{words}");
        assert!((3_900..=4_000).contains(&words.len()));
        assert_eq!(beginning(&"line\n".repeat(200)).lines().count(), 80);
        assert_eq!(beginning(&"漢".repeat(9_000)).chars().count(), 1_333);
    }
}
