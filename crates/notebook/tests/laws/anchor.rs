//! Laws of anchors: they come back to themselves, and they never jump in silence.

use galley_notebook::{Anchor, Resolution};
use galley_text::Span;
use proptest::prelude::*;

use crate::sessions::TEXT;

fn text() -> impl Strategy<Value = String> {
    let piece =
        prop::sample::select(vec!["ab", "a", " ", ".", "\n", "🔥", "e\u{301}", "新", "שלום"]);
    prop::collection::vec(piece, 1..120).prop_map(|pieces| pieces.concat())
}

fn text_and_anchor() -> impl Strategy<Value = (String, Anchor)> {
    (text(), 0..300_usize, 0..40_usize).prop_map(|(text, start, len)| {
        let anchor = Anchor::new(&text, Span::new(start, start + len));
        (text, anchor)
    })
}

proptest! {
    #[test]
    fn an_anchor_leads_back_to_its_own_place((text, anchor) in text_and_anchor()) {
        prop_assert_eq!(anchor.resolve(&text), Resolution::Exact(anchor.span));
        prop_assert_eq!(anchor.span.of(&text), &anchor.exact);
        prop_assert!(anchor.prefix.chars().count() <= Anchor::CONTEXT);
        prop_assert!(anchor.suffix.chars().count() <= Anchor::CONTEXT);
    }

    #[test]
    fn it_is_exact_only_where_words_and_context_stand_at_its_position(
        (_, anchor) in text_and_anchor(),
        other in text(),
    ) {
        if let Resolution::Exact(span) = anchor.resolve(&other) {
            prop_assert_eq!(span, anchor.span);
            prop_assert_eq!(span.of(&other), &anchor.exact);
            prop_assert!(other[..span.start()].ends_with(&anchor.prefix));
            prop_assert!(other[span.end()..].starts_with(&anchor.suffix));
        }
    }

    #[test]
    fn a_place_it_moves_to_has_its_words_and_no_rival_as_good(
        (text, anchor) in text_and_anchor(),
        cut in any::<prop::sample::Index>(),
        typed in "[a-b. ]{0,6}",
    ) {
        let at = (0..=cut.index(text.len() + 1)).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        let edited = format!("{}{typed}{}", &text[..at], &text[at..]);
        if let Resolution::Moved(span, _) = anchor.resolve(&edited) {
            prop_assert_eq!(span.of(&edited), &anchor.exact);
            let full = format!("{}{}{}", anchor.prefix, anchor.exact, anchor.suffix);
            let start = span.start().wrapping_sub(anchor.prefix.len());
            let whole: Vec<usize> =
                (0..edited.len()).filter(|&at| edited.as_bytes()[at..].starts_with(full.as_bytes())).collect();
            // Where the place is still there whole, the anchor goes nowhere else.
            prop_assert!(whole.is_empty() || whole == [start], "{:?} from {}", whole, start);
        }
    }
}

fn anchor(words: &str) -> Anchor {
    let start = TEXT.find(words).unwrap();
    Anchor::new(TEXT, Span::new(start, start + words.len()))
}

#[test]
fn words_put_in_before_it_move_it() {
    let edited = format!("An editor’s remark comes first now.\n\n{TEXT}");
    let Resolution::Moved(span, score) = anchor("Ane Vik").resolve(&edited) else {
        panic!("lost");
    };
    assert_eq!(span.of(&edited), "Ane Vik");
    assert_eq!(score, 1.0);
}

#[test]
fn two_places_alike_make_an_orphan_and_not_a_guess() {
    let twice = format!("x{TEXT}{TEXT}");
    assert_eq!(anchor("Ane Vik").resolve(&twice), Resolution::Orphan);
}

#[test]
fn the_same_words_in_a_strange_place_are_not_it() {
    let elsewhere = "A letter from Ane Vik arrived in the spring of another year.";
    assert_eq!(anchor("Ane Vik").resolve(elsewhere), Resolution::Orphan);
}

#[test]
fn the_same_words_at_the_same_position_in_another_context_are_not_it() {
    let anchor = Anchor::new("one the two the six", Span::new(4, 7));
    assert_eq!(anchor.resolve("now the old and new"), Resolution::Orphan);
}

#[test]
fn a_long_passage_is_known_by_itself() {
    let passage = "We cannot keep the ice away,” said Ane Vik 🔥, who runs the port.";
    let elsewhere = format!("She put it plainly in May: {passage} So it went.");
    assert!(matches!(anchor(passage).resolve(&elsewhere), Resolution::Moved(..)));
}

#[test]
fn overlapping_places_are_all_weighed() {
    let anchor = Anchor::new("bananas and more of them", Span::new(3, 6));
    assert_eq!(anchor.exact, "ana");
    let Resolution::Moved(span, _) = anchor.resolve("!bananas and more of them") else {
        panic!("lost");
    };
    assert_eq!(span, Span::new(4, 7));
}

#[test]
fn words_that_are_everywhere_are_found_nowhere() {
    let text = "la ".repeat(100_000);
    let anchor = Anchor::new("so la it", Span::new(3, 5));
    assert_eq!(anchor.resolve(&text), Resolution::Orphan);
}
