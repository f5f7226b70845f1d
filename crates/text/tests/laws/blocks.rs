//! Laws and cases of [`blocks`].

use galley_text::{Block, BlockKind, Span, blocks};
use proptest::prelude::*;

use crate::texts::text;

fn paragraphs(text: &str) -> Vec<&str> {
    blocks(text).iter().map(|block| block.span.of(text)).collect()
}

proptest! {
    #[test]
    fn every_character_but_white_space_lies_in_exactly_one_block(text in text()) {
        let blocks = blocks(&text);
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let holders = blocks.iter().filter(|block| block.span.holds(at)).count();
            prop_assert_eq!(holders, 1, "{:?} at {}", c, at);
        }
    }

    #[test]
    fn blocks_are_trimmed_whole_and_in_order(text in text()) {
        let blocks = blocks(&text);
        for block in &blocks {
            prop_assert!(block.span.fits(&text) && !block.span.is_empty());
            prop_assert_eq!(block.span.trimmed(&text), block.span);
        }
        prop_assert!(blocks.windows(2).all(|pair| pair[0].span.end() < pair[1].span.start()));
    }
}

proptest! {
    #[test]
    fn the_parts_of_a_block_touch_and_are_no_longer_than_asked_for(text in text(), most in 4..40_usize) {
        for block in blocks(&text) {
            let parts = block.parts(&text, most);
            prop_assert!(parts.iter().all(|part| part.span.fits(&text) && part.kind == block.kind));
            prop_assert!(parts.iter().all(|part| !part.span.is_empty() && part.span.len() <= most));
            let joined: String = parts.iter().map(|part| part.span.of(&text)).collect();
            prop_assert_eq!(joined, block.span.of(&text));
        }
    }
}

#[test]
fn a_part_ends_with_a_sentence_else_with_a_word_else_with_a_whole_character() {
    let parts = |text: &'static str, most| -> Vec<&str> {
        let block = Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph };
        block.parts(text, most).iter().map(|part| part.span.of(text)).collect()
    };
    assert_eq!(parts("He left. She did not.", 12), ["He left. ", "She did not."]);
    assert_eq!(parts("He left the room", 9), ["He left ", "the room"]);
    assert_eq!(parts("aaaae\u{301}e", 5), ["aaaa", "e\u{301}e"]);
    assert_eq!(parts("Short.", 12), ["Short."]);
}

#[test]
fn a_line_is_a_paragraph_blank_lines_or_not() {
    assert_eq!(paragraphs("One.\nTwo.\n\n\nThree."), ["One.", "Two.", "Three."]);
    assert_eq!(
        paragraphs("One.\r\nTwo.\rThree.\u{2028}Four."),
        ["One.", "Two.", "Three.", "Four."]
    );
}

#[test]
fn nothing_has_no_paragraphs() {
    assert_eq!(paragraphs(""), [""; 0]);
    assert_eq!(paragraphs(" \n\t\u{a0}\r\n"), [""; 0]);
}

const WRAPPED: &str = "The ferry that links the two harbours will not sail this
week, the port authority said, because its crew has not been
paid since the end of summer and the bank will not extend
the loan.

Passengers were told to take the long way round, by the
bridge.";

#[test]
fn lines_broken_by_hand_belong_together() {
    assert_eq!(paragraphs(WRAPPED).len(), 2);
    assert!(paragraphs(WRAPPED)[1].ends_with("by the\nbridge."));
}

#[test]
fn windows_line_ends_break_lines_by_hand_the_same_way() {
    assert_eq!(paragraphs(&WRAPPED.replace('\n', "\r\n")).len(), 2);
}

#[test]
fn widths_are_counted_in_characters_not_bytes() {
    let cyrillic = WRAPPED.replace(|c: char| c.is_ascii_alphabetic(), "ж");
    assert_eq!(paragraphs(&cyrillic).len(), 2);
}

#[test]
fn a_paragraph_broken_by_hand_is_one_beside_long_lines_too() {
    let long = "The bank said that it had heard of no loan, that it would lend nothing, and that nobody had asked it to.";
    let text = format!("{long}\n{long}\n\n{WRAPPED}\n\n{long}");
    assert_eq!(paragraphs(&text).len(), 5);
    let column =
        "The ferry that links the two\nharbours will not sail this\nweek.\nThe port said so.";
    assert_eq!(paragraphs(&format!("{long}\n{column}")).len(), 3);
}

#[test]
fn lines_that_end_their_sentences_or_open_with_capitals_are_paragraphs() {
    let lines = [
        "The ferry will not sail this week, said the port.",
        "Passengers were told to take the long way round.",
        "Nobody knows when the loan will be extended.",
    ];
    assert_eq!(paragraphs(&lines[..2].join("\n")), lines[..2]);
    let heads = ["Ferry stays in the harbour of Port Ellery", "Bank of Ellery Extends No Loan"];
    assert_eq!(paragraphs(&heads.join("\n")), heads);
    let signed = ["Ferry stays in the harbour of Port Ellery", "by Ana Ruiz"];
    assert_eq!(paragraphs(&signed.join("\n")), signed);
}

#[test]
fn a_word_parted_by_a_hyphen_belongs_together() {
    assert_eq!(paragraphs("He met Ma-\ncron in Ber-\nlin."), ["He met Ma-\ncron in Ber-\nlin."]);
    assert_eq!(paragraphs("He met Jean-\nPierre."), ["He met Jean-\nPierre."]);
    assert_eq!(paragraphs("Ferries -\nnot today"), ["Ferries -", "not today"]);
    assert_eq!(paragraphs("Ma-\n\ncron"), ["Ma-", "cron"]);
}
