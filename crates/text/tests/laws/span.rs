//! Laws of [`Span`].

use galley_text::Span;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::texts::{text, text_and_span};

fn span() -> impl Strategy<Value = Span> {
    (0..40_usize, 0..40_usize).prop_map(|(a, b)| Span::new(a, b))
}

proptest! {
    #[test]
    fn set_operations_agree_byte_by_byte(a in span(), b in span()) {
        let shared = |at| a.holds(at) && b.holds(at);
        prop_assert_eq!(a.overlaps(b), (0..40).any(shared));
        prop_assert_eq!(a.intersection(b).is_some(), a.overlaps(b));
        if let Some(both) = a.intersection(b) {
            prop_assert!((0..40).all(|at| both.holds(at) == shared(at)));
        }
        let cover = a.cover(b);
        prop_assert!(cover.contains(a) && cover.contains(b));
        prop_assert!([a.start(), b.start()].contains(&cover.start()));
        prop_assert!([a.end(), b.end()].contains(&cover.end()));
    }

    #[test]
    fn whole_graphemes_are_the_smallest_that_hold_the_span(text in text(), a in 0..300_usize, b in 0..300_usize) {
        let (asked, grown) = (Span::new(a, b), Span::new(a, b).on_graphemes(&text));
        let edges: Vec<usize> =
            text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let (start, end) = (asked.start().min(text.len()), asked.end().min(text.len()));
        prop_assert_eq!(Some(grown.start()), edges.iter().copied().filter(|&at| at <= start).max());
        prop_assert_eq!(Some(grown.end()), edges.iter().copied().filter(|&at| at >= end).min());
        prop_assert_eq!(grown.on_graphemes(&text), grown);
    }

    #[test]
    fn trimming_leaves_what_trim_leaves((text, span) in text_and_span()) {
        let trimmed = span.trimmed(&text);
        prop_assert!(span.contains(trimmed));
        prop_assert_eq!(trimmed.of(&text), span.of(&text).trim());
    }

    #[test]
    fn json_gives_the_same_span_back(span in span()) {
        let json = serde_json::to_string(&span).unwrap();
        prop_assert_eq!(serde_json::from_str::<Span>(&json).unwrap(), span);
    }
}

#[test]
fn an_empty_span_overlaps_nothing() {
    let (empty, around) = (Span::new(3, 3), Span::new(0, 9));
    assert!(!around.overlaps(empty) && !empty.overlaps(around) && !empty.overlaps(empty));
    assert_eq!(around.intersection(empty), None);
}

#[test]
fn a_span_of_another_text_reads_as_nothing() {
    let inside_the_flame = Span::new(1, 3);
    assert_eq!(inside_the_flame.of("🔥"), "");
    assert!(!inside_the_flame.fits("🔥"));
    assert!(!Span::new(0, 9).fits("short"));
}
