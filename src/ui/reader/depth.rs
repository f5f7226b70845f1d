//! [`depths`]: how deep a mark lies under those that are drawn like it, so that each of them is seen.

use galley_text::order;

use crate::ui::drawing::{Look, Mark};

/// The sheets draw so many depths each in a place of its own. What lies deeper is drawn with the last.
const MOST: usize = 6;

/// The class that draws a mark at a depth.
pub(super) fn depth_class(depth: usize) -> Option<String> {
    (depth > 0).then(|| format!("is-deep depth-{}", depth.min(MOST)))
}

/// The depth of each mark of a paragraph: no two that overlap and are drawn in the same way have the same,
/// and the outermost have 0.
pub(super) fn depths(marks: &[Mark]) -> Vec<usize> {
    let outermost_first = order(marks.iter().map(|mark| {
        [way(mark.look).into(), mark.span.start() as u64, u64::MAX - mark.span.end() as u64]
    }));
    let mut depths = vec![0; marks.len()];
    // Where the last mark of each depth ends.
    let (mut here, mut ends) = (SEEN_ALWAYS, Vec::new());
    for index in outermost_first {
        let Mark { span, look, .. } = marks[index];
        if way(look) == SEEN_ALWAYS {
            continue;
        }
        if here != way(look) {
            here = way(look);
            ends.clear();
        }
        let free = ends.iter().position(|&end| end <= span.start()).unwrap_or(ends.len());
        if free == ends.len() {
            ends.push(0);
        }
        ends[free] = span.end();
        depths[index] = free;
    }
    depths
}

/// The way of what comes and goes, and is drawn so that it hides nothing.
const SEEN_ALWAYS: u8 = 0;

/// In which way marks are drawn: those of one way would hide each other.
const fn way(look: Look) -> u8 {
    match look {
        Look::Cue | Look::Source | Look::Sentence | Look::Dragged => SEEN_ALWAYS,
        Look::Direct | Look::Indirect | Look::Scare => 1,
        Look::Name(_) => 2,
        Look::Own { .. } => 3,
    }
}

#[cfg(test)]
mod tests {
    use galley_text::Span;

    use super::*;
    use crate::ui::drawing::Stance;
    use crate::ui::layer::Layer;

    const NAME: Look = Look::Name(Layer::People);
    const OWN: Look = Look::Own { noted: false, badge: None };

    fn found(marks: &[(Look, usize, usize)]) -> Vec<usize> {
        let mark = |&(look, start, end): &(Look, usize, usize)| {
            let (span, stance) = (Span::new(start, end), Stance::Sure);
            Mark { span, look, target: None, lit: false, stance, stop: None }
        };
        depths(&marks.iter().map(mark).collect::<Vec<_>>())
    }

    #[test]
    fn what_lies_in_another_of_its_sort_is_deeper_and_what_is_beside_it_is_not() {
        let (inner, outer, beside) = ((NAME, 4, 8), (NAME, 0, 10), (NAME, 10, 12));
        assert_eq!(found(&[inner, outer, beside]), [1, 0, 0]);
        assert_eq!(found(&[(OWN, 0, 9), (OWN, 1, 8), (OWN, 2, 7), (OWN, 3, 6)]), [0, 1, 2, 3]);
        assert_eq!(found(&[(Look::Indirect, 0, 9), (Look::Direct, 3, 6)]), [0, 1]);
    }

    #[test]
    fn two_on_the_same_words_are_told_apart() {
        assert_eq!(found(&[(OWN, 0, 9), (OWN, 0, 9)]), [0, 1]);
    }

    #[test]
    fn marks_that_are_drawn_in_other_ways_hide_nothing() {
        assert_eq!(found(&[(Look::Direct, 0, 9), (NAME, 0, 9), (OWN, 0, 9)]), [0; 3]);
        assert_eq!(found(&[(Look::Source, 0, 9), (Look::Cue, 0, 9), (Look::Source, 0, 9)]), [0; 3]);
    }

    #[test]
    fn none_that_overlap_share_a_depth_and_a_depth_is_free_again_where_its_mark_ends() {
        let chain: Vec<_> = (0..20).map(|at| (OWN, at, at + 3)).collect();
        let depths = found(&chain);
        for (index, &(_, start, end)) in chain.iter().enumerate() {
            for (other, &(_, from, to)) in chain.iter().enumerate().skip(index + 1) {
                assert!(depths[index] != depths[other] || end <= from || to <= start);
            }
        }
        assert_eq!(depths.iter().max(), Some(&2));
    }

    #[test]
    fn very_deep_marks_are_drawn_with_the_deepest_that_the_sheets_know() {
        assert_eq!(depth_class(0), None);
        assert_eq!(depth_class(2).as_deref(), Some("is-deep depth-2"));
        assert_eq!(depth_class(99), depth_class(MOST));
    }
}
