//! Laws of moving edges.

use galley_text::{Edge, Span, Stride, Way};
use proptest::prelude::*;

use crate::texts::text;

const EDGES: [Edge; 2] = [Edge::Start, Edge::End];
const WAYS: [Way; 2] = [Way::Back, Way::On];
const STRIDES: [Stride; 2] = [Stride::Character, Stride::Word];

/// A span as a mark has it: no white space at its edges and no grapheme cut, not even one that
/// begins with white space.
fn marked(text: &str, a: usize, b: usize) -> Span {
    Span::new(a, b).on_graphemes(text).trimmed(text).on_graphemes(text)
}

proptest! {
    #[test]
    fn an_edge_goes_from_sentence_to_sentence_and_never_past_the_other(
        lengths in prop::collection::vec((1..9_usize, 0..3_usize), 0..8),
        a in 0..60_usize,
        b in 0..60_usize,
        edge in 0..2_usize,
    ) {
        prop_assume!(a != b);
        let mut at = 0;
        let sentences: Vec<Span> = lengths
            .into_iter()
            .map(|(length, gap)| {
                let start = at + gap;
                at = start + length;
                Span::new(start, at)
            })
            .collect();
        let (span, edge) = (Span::new(a, b), EDGES[edge]);
        let stop = |it: Span| if edge == Edge::Start { it.start() } else { it.end() };
        let other = |it: Span| if edge == Edge::Start { it.end() } else { it.start() };
        for way in WAYS {
            let moved = span.with_edge_at_sentence(&sentences, edge, way);
            prop_assert_eq!(other(moved), other(span));
            let is_between = |it: &Span| match way {
                Way::Back => (stop(moved)..stop(span)).contains(&stop(*it)),
                Way::On => (stop(span) + 1..=stop(moved)).contains(&stop(*it)),
            };
            // One border is crossed, or none and the edge stays.
            let crossed = sentences.iter().filter(|it| is_between(it)).count();
            prop_assert_eq!(crossed, usize::from(moved != span));
        }
    }

    #[test]
    fn a_moved_span_cuts_no_grapheme_and_is_never_empty(
        text in text(),
        a in 0..60_usize,
        b in 0..60_usize,
        moves in prop::collection::vec((0..2_usize, 0..2_usize, 0..2_usize), 1..12),
    ) {
        let mut span = marked(&text, a, b);
        prop_assume!(!span.is_empty());
        for (edge, way, stride) in moves {
            let moved = span.with_edge_moved(&text, EDGES[edge], WAYS[way], STRIDES[stride]);
            prop_assert!(moved.fits(&text) && !moved.is_empty());
            prop_assert_eq!(moved.on_graphemes(&text), moved);
            prop_assert!(!moved.trimmed(&text).is_empty());
            span = moved;
        }
    }

    #[test]
    fn an_edge_is_dragged_anywhere_and_cuts_no_grapheme(
        text in text(),
        a in 0..60_usize,
        b in 0..60_usize,
        at in 0..80_usize,
        which in (0..2_usize, 0..2_usize),
    ) {
        let span = marked(&text, a, b);
        prop_assume!(!span.is_empty());
        let (edge, stride) = (EDGES[which.0], STRIDES[which.1]);
        let dragged = span.with_edge_at(&text, edge, at, stride);
        prop_assert!(dragged.fits(&text) && !dragged.trimmed(&text).is_empty());
        prop_assert_eq!(dragged.on_graphemes(&text), dragged);
        prop_assert_eq!(dragged.with_edge_at(&text, edge, at, stride), dragged);
        let other = |it: Span| if edge == Edge::Start { it.end() } else { it.start() };
        prop_assert_eq!(other(dragged), other(span));
    }

    #[test]
    fn moving_outwards_ends_at_the_edges_of_the_text(text in text(), at in 0..60_usize) {
        let mut span = marked(&text, at, at + 1);
        prop_assume!(!span.is_empty());
        for _ in 0..=text.len() {
            span = span.with_edge_moved(&text, Edge::Start, Way::Back, Stride::Word);
            span = span.with_edge_moved(&text, Edge::End, Way::On, Stride::Character);
        }
        let all = Span::new(0, text.len()).trimmed(&text);
        prop_assert_eq!(span, all.on_graphemes(&text));
    }
}

const TEXT: &str = "She said “the sea 🔥 will not wait”, e\u{301}tait.";

fn moved(words: &str, edge: Edge, way: Way, stride: Stride) -> &'static str {
    let start = TEXT.find(words).expect("words of the text");
    Span::new(start, start + words.len()).with_edge_moved(TEXT, edge, way, stride).of(TEXT)
}

#[test]
fn an_edge_goes_by_words_and_stops_at_each_sign() {
    use {Edge::*, Stride::Word, Way::*};
    assert_eq!(moved("sea", Start, Back, Word), "the sea");
    assert_eq!(moved("the sea", Start, Back, Word), "“the sea");
    assert_eq!(moved("“the sea", Start, Back, Word), "said “the sea");
    assert_eq!(moved("sea", End, On, Word), "sea 🔥");
    assert_eq!(moved("will not wait", End, On, Word), "will not wait”");
    assert_eq!(moved("will not wait", End, Back, Word), "will not");
    assert_eq!(moved("will not wait", Start, On, Word), "not wait");
    assert_eq!(moved("sea", Start, On, Word), "sea");
    assert_eq!(moved("sea", End, Back, Word), "sea");
}

#[test]
fn a_word_holds_its_apostrophe_its_point_between_digits_and_what_joins_its_letters() {
    for words in ["Fishermen’s", "don't", "18.4", "1,000", "हिन्दी", "e\u{301}te\u{301}"]
    {
        let text = format!("of {words} here");
        let whole = Span::new(3, 3 + words.len());
        let without = whole.with_edge_moved(&text, Edge::End, Way::Back, Stride::Word);
        assert_eq!(without, whole, "{words}");
        let both = Span::new(0, whole.end());
        let one = both.with_edge_moved(&text, Edge::End, Way::Back, Stride::Word);
        assert_eq!(one.of(&text), "of", "{words}");
    }
}

#[test]
fn an_edge_goes_by_characters_and_cuts_none() {
    use {Edge::*, Stride::Character, Way::*};
    assert_eq!(moved("sea", Start, Back, Character), "e sea");
    assert_eq!(moved("sea", End, Back, Character), "se");
    assert_eq!(moved("sea", End, On, Character), "sea 🔥");
    assert_eq!(moved("wait”,", End, On, Character), "wait”, e\u{301}");
    assert_eq!(moved("e\u{301}t", Start, On, Character), "t");
}

#[test]
fn a_dragged_edge_comes_to_the_nearest_word_and_stays_beside_the_other() {
    use {Edge::*, Stride::*};
    let dragged = |edge, before: &str, stride| {
        let span = Span::new(TEXT.find("will").unwrap(), TEXT.find("wait").unwrap() + "wait".len());
        span.with_edge_at(TEXT, edge, TEXT.find(before).unwrap(), stride).of(TEXT)
    };
    assert_eq!(dragged(Start, "aid “", Word), "said “the sea 🔥 will not wait");
    assert_eq!(dragged(Start, "d “", Word), "“the sea 🔥 will not wait");
    assert_eq!(dragged(Start, "ea 🔥", Character), "ea 🔥 will not wait");
    assert_eq!(dragged(End, "t wait", Word), "will not");
    assert_eq!(dragged(End, "ll not", Character), "wi");
    assert_eq!(dragged(Start, "tait", Word), "wait");
    assert_eq!(dragged(End, "She", Word), "will");
}
