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
        let (start, end) = (anchor.span.start(), anchor.span.end());
        let whole = Span::new(start - anchor.prefix.len(), end + anchor.suffix.len());
        prop_assert_eq!(whole.on_graphemes(&text), whole);
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

const PROSE: &str = include_str!("../../../../static/sample.txt");

/// Replaces `cut` bytes from `at` on, as far as whole characters reach, by `typed`. Gives the new
/// text and where `span` stands in it, unless the edit went into it.
fn edited(
    text: &str,
    span: Option<Span>,
    (at, cut, typed): (usize, usize, &str),
) -> (String, Option<Span>) {
    let floor =
        |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap();
    let (from, to) = (floor(at), floor(at + cut));
    let result = format!("{}{typed}{}", &text[..from], &text[to..]);
    // What is typed as it stood was not touched.
    let same = |a: char, b: char| (a == b).then_some(a.len_utf8());
    let kept: usize = text[from..to]
        .chars()
        .rev()
        .zip(typed.chars().rev())
        .map_while(|(old, new)| same(old, new))
        .sum();
    let (to, typed) = (to - kept, typed.len() - kept);
    let moved = span.and_then(|span| {
        if from == to && typed == 0 {
            Some(span)
        } else if to <= span.start() {
            let shift = |at: usize| at + typed - (to - from);
            Some(Span::new(shift(span.start()), shift(span.end())))
        } else {
            (span.end() <= from).then_some(span)
        }
    });
    (result, moved)
}

proptest! {
    #[test]
    fn in_edited_prose_it_is_at_its_place_or_an_orphan(
        start in 0..PROSE.len(),
        len in 1..60_usize,
        edits in prop::collection::vec((0..PROSE.len(), 0..80_usize, "|[a-z]{1,8}|said |the "), 1..12),
    ) {
        let anchor = Anchor::new(PROSE, Span::new(start, start + len));
        let mut text = PROSE.to_owned();
        let mut place = Some(anchor.span);
        let mut begin = Some(Span::new(anchor.span.start(), anchor.span.start()));
        for (at, cut, typed) in &edits {
            begin = edited(&text, begin, (*at, *cut, typed)).1;
            (text, place) = edited(&text, place, (*at, *cut, typed));
        }
        let Some(found) = anchor.resolve(&text).span() else { return Ok(()) };
        // Cutting “[the mayor] the mayor” down to one cannot be told from cutting the other, so
        // where an edit went into the place, words with one side of it whole may stand for it, and those
        // that begin where it began: “[boats] sail”, with “said” typed before its last letter, has them still.
        let may_stand = text[..found.start()].ends_with(&anchor.prefix)
            || text[found.end()..].starts_with(&anchor.suffix)
            || begin.is_some_and(|begin| begin.start() == found.start());
        prop_assert!(place.map_or(may_stand, |place| place == found), "{:?}", place);
    }

    #[test]
    fn an_edit_far_away_never_loses_it(at in 0..400_usize, cut in 0..80_usize, typed in "[a-z ]{0,30}") {
        let start = PROSE.find("tape measure").unwrap();
        let anchor = Anchor::new(PROSE, Span::new(start, start + 12));
        let (text, place) = edited(PROSE, Some(anchor.span), (at, cut, &typed));
        prop_assert_eq!(anchor.resolve(&text).span(), place);
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
