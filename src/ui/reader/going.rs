//! [`next_stop`]: where the keyboard goes from here, through the marks that are drawn.

use galley_text::Way;

use crate::ui::command::Sort;
use crate::ui::drawing::{Look, Mark, Paragraph, Piece, Stance, Target};

/// The next mark of this sort on the way, and its first byte. From the last it goes on to the
/// first; where nothing is pointed at, it begins at `top`.
pub(super) fn next_stop(
    pieces: &[Piece],
    sort: Sort,
    way: Way,
    focus: Option<Target>,
    top: usize,
) -> Option<(Target, usize)> {
    let stops: Vec<(Target, usize, bool)> =
        pieces.iter().flat_map(paragraphs).flat_map(|it| stops(it, sort)).collect();
    let wanted = |stop: &&(Target, usize, bool)| stop.2;
    let here = stops.iter().position(|(target, ..)| Some(*target) == focus);
    let (before, after) = match (here, way) {
        (Some(here), Way::On) => (&stops[..=here], &stops[here + 1..]),
        (Some(here), Way::Back) => (&stops[..here], &stops[here..]),
        (None, _) => stops.split_at(stops.partition_point(|(_, at, _)| *at < top)),
    };
    let found = match way {
        Way::On => after.iter().chain(before).find(wanted),
        Way::Back => before.iter().rev().chain(after.iter().rev()).find(wanted),
    };
    found.map(|&(target, at, _)| (target, at))
}

fn paragraphs(piece: &Piece) -> Vec<&Paragraph> {
    match piece {
        Piece::Paragraph(paragraph) => vec![paragraph],
        // What is folded cannot be gone to.
        Piece::Furniture(..) => Vec::new(),
    }
}

/// The stops that begin in a paragraph, each with whether it is of the sort.
fn stops(paragraph: &Paragraph, sort: Sort) -> impl Iterator<Item = (Target, usize, bool)> {
    let begins = |mark: &&Mark| paragraph.span.holds(mark.span.start());
    paragraph.marks.iter().filter(begins).filter_map(move |mark| {
        mark.stop.as_ref()?;
        Some((mark.target?, mark.span.start(), is_of(mark, sort)))
    })
}

fn is_of(mark: &Mark, sort: Sort) -> bool {
    match sort {
        Sort::Any => true,
        Sort::Quote => matches!(mark.look, Look::Direct | Look::Indirect | Look::Scare),
        Sort::Name(layer) => mark.look == Look::Name(layer),
        Sort::Mine => matches!(mark.look, Look::Own { .. }) || mark.stance == Stance::Own,
        Sort::Question => mark.stance == Stance::Doubtful,
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use galley_text::{BlockKind, Span};

    use super::*;
    use crate::ui::drawing::Stop;
    use crate::ui::layer::Layer;

    /// Quotes at 0 and 20, a person at 5 of whom the engine is not sure.
    fn pieces() -> Vec<Piece> {
        let mark = |at: usize, look, stance, target| Mark {
            span: Span::new(at, at + 4),
            look,
            target: Some(target),
            lit: false,
            stance,
            stop: Some(Stop { label: "".into(), is_home: false }),
        };
        let marks = vec![
            mark(0, Look::Direct, Stance::Sure, Target::Quote(0)),
            mark(5, Look::Name(Layer::People), Stance::Doubtful, Target::Mention(0)),
            mark(20, Look::Indirect, Stance::Sure, Target::Quote(1)),
        ];
        let paragraph = |start, end| {
            let (span, kind) = (Span::new(start, end), BlockKind::Paragraph);
            Piece::Paragraph(Rc::new(Paragraph { span, kind, is_cut: false, marks: marks.clone() }))
        };
        vec![paragraph(0, 15), paragraph(16, 30)]
    }

    fn goes(sort: Sort, way: Way, focus: Option<Target>) -> Option<usize> {
        next_stop(&pieces(), sort, way, focus, 0).map(|(_, at)| at)
    }

    #[test]
    fn each_mark_is_gone_to_once_in_order_and_after_the_last_comes_the_first() {
        assert_eq!(goes(Sort::Any, Way::On, None), Some(0));
        assert_eq!(goes(Sort::Any, Way::On, Some(Target::Quote(0))), Some(5));
        assert_eq!(goes(Sort::Any, Way::On, Some(Target::Mention(0))), Some(20));
        assert_eq!(goes(Sort::Any, Way::On, Some(Target::Quote(1))), Some(0));
        assert_eq!(goes(Sort::Any, Way::Back, Some(Target::Quote(0))), Some(20));
    }

    #[test]
    fn a_sort_passes_over_the_others() {
        assert_eq!(goes(Sort::Quote, Way::On, Some(Target::Quote(0))), Some(20));
        assert_eq!(goes(Sort::Quote, Way::Back, Some(Target::Mention(0))), Some(0));
        assert_eq!(goes(Sort::Question, Way::On, None), Some(5));
        assert_eq!(goes(Sort::Name(Layer::Places), Way::On, None), None);
    }

    #[test]
    fn where_nothing_is_pointed_at_it_begins_at_what_is_in_view() {
        let first = |way| next_stop(&pieces(), Sort::Any, way, None, 3).map(|(_, at)| at);
        assert_eq!(first(Way::On), Some(5));
        assert_eq!(first(Way::Back), Some(0));
    }
}
