//! Notes as simple Markdown.

use galley_notebook::{PassageKind, Style, prose};
use proptest::prelude::*;

fn read(note: &str) -> Vec<(PassageKind, Vec<(&str, Style<'_>)>)> {
    let passages = prose(note).into_iter();
    passages
        .map(|it| (it.kind, it.pieces.iter().map(|piece| (piece.words, piece.style)).collect()))
        .collect()
}

#[test]
fn plain_words_stay_as_they_are() {
    let note = "Ask *the engineer, 3 * 4 < 5 & <b>so</b> [on] (maybe)";
    assert_eq!(read(note), [(PassageKind::Paragraph, vec![(note, Style::Plain)])]);
}

#[test]
fn strong_emphasized_and_literal_words_are_told_apart() {
    let expected = vec![
        ("a ", Style::Plain),
        ("strong", Style::Strong),
        (" and ", Style::Plain),
        ("soft", Style::Emphasis),
        (" ", Style::Plain),
        ("x*y", Style::Code),
    ];
    assert_eq!(read("a **strong** and *soft* `x*y`"), [(PassageKind::Paragraph, expected)]);
}

#[test]
fn lists_quotations_and_paragraphs_are_passages_of_their_own() {
    let kinds: Vec<PassageKind> =
        prose("One\ntwo\n\n- a\n- b\n1. c\n> d\n> e\n\nf").iter().map(|it| it.kind).collect();
    use PassageKind::{Item, Numbered, Paragraph, Quotation};
    assert_eq!(kinds, [Paragraph, Item, Item, Numbered, Quotation, Paragraph]);
}

#[test]
fn only_web_addresses_are_links() {
    let found = read("see https://example.org/a, [there](https://example.org/x)");
    assert_eq!(found[0].1[1].1, Style::Link("https://example.org/a"));
    assert_eq!(found[0].1[3], ("there", Style::Link("https://example.org/x")));
    for note in
        ["[run](javascript:alert(1))", "[a](data:text/html,x)", "javascript:alert(1)", "[b](//x)"]
    {
        let styles: Vec<Style> =
            prose(note).iter().flat_map(|it| it.pieces.clone()).map(|it| it.style).collect();
        assert!(styles.iter().all(|style| !matches!(style, Style::Link(_))), "{note}: {styles:?}");
    }
}

#[test]
fn brackets_that_open_in_an_address_close_in_it() {
    let link = Style::Link("https://example.org/a_(b)");
    let written = [
        ("[ok](https://example.org/a_(b)) and on", 0),
        ("([ok](https://example.org/a_(b)))", 1),
        ("see https://example.org/a_(b), and on", 1),
        ("(https://example.org/a_(b).)", 1),
    ];
    for (note, at) in written {
        assert_eq!(read(note)[0].1[at].1, link, "{note}");
    }
    let plain = Style::Link("https://example.org/a");
    assert_eq!(read("(see https://example.org/a)")[0].1[1].1, plain, "the sentence's own");
}

#[test]
fn a_long_note_of_signs_that_never_close_is_read_at_once() {
    for sign in ["*", "**a ", "`", "[", "[a](", "[a](https://(", "https://", "https://a)"] {
        let note = sign.repeat(100_000 / sign.len());
        assert!(prose(&note).len() <= 1);
    }
}

proptest! {
    #[test]
    fn every_piece_is_a_part_of_the_note_in_order(note in "[ a-c*`>\\-\\[\\]()\n1.é😀]{0,60}") {
        let mut at = 0;
        for piece in prose(&note).iter().flat_map(|passage| &passage.pieces) {
            if piece.style == Style::Break { continue; }
            let found = note[at..].find(piece.words);
            prop_assert!(found.is_some(), "{:?} in {:?}", piece, note);
            at += found.unwrap_or(0) + piece.words.len();
        }
    }

    #[test]
    fn letters_are_never_lost(note in "[ a-c*`>\\-\n]{0,60}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let kept: usize =
            prose(&note).iter().flat_map(|it| &it.pieces).map(|piece| letters(piece.words)).sum();
        prop_assert_eq!(kept, letters(&note));
    }
}
