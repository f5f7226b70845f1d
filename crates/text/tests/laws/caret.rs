//! Laws of a caret.

use galley_text::{Lines, Span, Step, Way, blocks};
use proptest::prelude::*;

use crate::texts::text;

const STEPS: [Step; 3] = [Step::Character, Step::Word, Step::Sentence];
const WAYS: [Way; 2] = [Way::Back, Way::On];

/// Paragraphs of a text, some of them folded away, and something like sentences.
fn lines(text: &str, folded: usize) -> (Vec<Span>, Vec<Span>) {
    let all: Vec<Span> = blocks(text).iter().map(|block| block.span).collect();
    let shown = all.iter().enumerate().filter(|(index, _)| index % 3 != folded);
    let halves = all.iter().flat_map(|it| {
        let middle = Span::new(it.start(), it.start() + it.len() / 2).on_graphemes(text).end();
        [Span::new(it.start(), middle), Span::new(middle.min(it.end()), it.end())]
    });
    (shown.map(|(_, it)| *it).collect(), halves.filter(|it| !it.is_empty()).collect())
}

proptest! {
    #[test]
    fn a_caret_stays_in_what_is_shown_and_goes_where_it_is_sent(
        text in text(),
        folded in 0..4_usize,
        at in 0..200_usize,
        steps in prop::collection::vec((0..2_usize, 0..3_usize), 1..12),
    ) {
        let (paragraphs, sentences) = lines(&text, folded);
        prop_assume!(!paragraphs.is_empty());
        let lines = Lines { text: &text, paragraphs: &paragraphs, sentences: &sentences };
        let mut at = lines.step(at.min(text.len()), Way::On, Step::Character);
        for (way, step) in steps {
            let to = lines.step(at, WAYS[way], STEPS[step]);
            prop_assert!(text.is_char_boundary(to));
            prop_assert!(paragraphs.iter().any(|it| it.start() <= to && to <= it.end()));
            let (first, last) = (paragraphs[0].start(), paragraphs[paragraphs.len() - 1].end());
            let at_end = if WAYS[way] == Way::On { at >= last } else { at <= first };
            let goes = if WAYS[way] == Way::On { to > at } else { to < at };
            prop_assert!(goes || at_end, "{at} to {to}");
            at = to;
        }
    }
}

#[test]
fn a_caret_goes_by_characters_words_and_sentences_and_over_what_is_folded() {
    let text = "One 👩‍👩‍👧‍👦. Two.\n\nAdvert.\n\nThree.";
    let end = text.find(" Two").expect("Two");
    let [first, advert, last] = [0, 1, 2].map(|index| blocks(text)[index].span);
    let sentences = [Span::new(0, end), Span::new(end + 1, first.end()), advert, last];
    let lines = Lines { text, paragraphs: &[first, last], sentences: &sentences };
    let far = |at, way, step| lines.step(at, way, step);
    assert_eq!(far(4, Way::On, Step::Character), end - 1);
    assert_eq!(far(0, Way::On, Step::Word), 3);
    assert_eq!(far(3, Way::Back, Step::Word), 0);
    assert_eq!(far(0, Way::On, Step::Sentence), end);
    assert_eq!(far(end, Way::On, Step::Sentence), first.end());
    assert_eq!(far(first.end(), Way::Back, Step::Sentence), end + 1);
    assert_eq!(far(first.end(), Way::On, Step::Sentence), last.start());
    assert_eq!(far(last.start(), Way::Back, Step::Character), first.end());
    assert_eq!(far(last.end(), Way::On, Step::Word), last.end());
}
