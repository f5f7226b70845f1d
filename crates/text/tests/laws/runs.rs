//! Laws of [`runs`].

use std::cmp::Reverse;

use galley_text::{Span, runs};
use proptest::prelude::*;

fn span() -> impl Strategy<Value = Span> {
    (0..60_usize, 0..60_usize).prop_map(|(a, b)| Span::new(a, b))
}

fn marks() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec(span(), 0..12)
}

proptest! {
    #[test]
    fn runs_cover_the_block_exactly(within in span(), marks in marks()) {
        let runs = runs(within, &marks);
        let mut at = within.start();
        for run in &runs {
            prop_assert_eq!(run.span.start(), at);
            prop_assert!(!run.span.is_empty());
            at = run.span.end();
        }
        prop_assert_eq!(at, within.end());
    }

    #[test]
    fn a_run_carries_the_marks_on_it_outermost_first(within in span(), marks in marks()) {
        for run in runs(within, &marks) {
            let mut expected: Vec<usize> =
                (0..marks.len()).filter(|&mark| marks[mark].overlaps(run.span)).collect();
            expected.sort_by_key(|&mark| (marks[mark].start(), Reverse(marks[mark].end()), mark));
            prop_assert!(expected.iter().all(|&mark| marks[mark].contains(run.span)));
            prop_assert_eq!(run.marks, expected);
        }
    }

    #[test]
    fn neighbours_differ(within in span(), marks in marks()) {
        let runs = runs(within, &marks);
        for pair in runs.windows(2) {
            prop_assert_ne!(&pair[0].marks, &pair[1].marks);
        }
    }
}

#[test]
fn nesting_goes_to_any_depth() {
    let deep: Vec<Span> = (0..500).map(|n| Span::new(n, 1_000 - n)).collect();
    let runs = runs(Span::new(0, 1_000), &deep);
    assert_eq!(runs.len(), 999);
    assert_eq!(runs[499].marks, (0..500).collect::<Vec<_>>());
}

#[test]
fn a_block_without_marks_is_one_run() {
    let whole = Span::new(3, 9);
    assert_eq!(runs(whole, &[]).len(), 1);
    assert_eq!(runs(whole, &[Span::new(5, 5), Span::new(9, 12)])[0].span, whole);
}
