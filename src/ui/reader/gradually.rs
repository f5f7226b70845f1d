//! [`use_gradually`]: many new findings are drawn in several goes, so that the page hears the reader
//! between them.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::hooks::Reviewed;
use crate::same::Same;
use crate::ui::drawing::Piece;

/// So many marks are drawn anew in one go: about 10 ms of work on a slow machine.
const FEW: usize = 60;

/// In about so many goes all are drawn, however many they are: each has work of its own, which grows with
/// the article.
const GOES: usize = 32;

/// The pieces as far as they are to be drawn by now: after new findings the first ones are new, and those
/// that follow are as they were. What changes little is drawn at once, and so is what is drawn first.
#[hook]
pub(super) fn use_gradually(pieces: Same<[Piece]>, review: &Reviewed) -> Same<[Piece]> {
    let before = use_mut_ref(|| pieces.clone());
    let drawn = use_state(|| (review.clone(), usize::MAX));
    let old = before.borrow().clone();
    let (of, from) = &*drawn;
    let until = match (of == review, *from) {
        (true, usize::MAX) => usize::MAX,
        (true, from) => step(&pieces, &old, from),
        // The cards and the pane, which are new as well, take a go of their own.
        (false, _) if step(&pieces, &old, 0) < usize::MAX => 0,
        (false, _) => usize::MAX,
    };
    if until == usize::MAX {
        *before.borrow_mut() = pieces.clone();
    }
    use_effect_with((review.clone(), until), move |done| {
        let (is_on, done) = (*drawn != *done, done.clone());
        let timeout = is_on.then(|| Timeout::new(0, move || drawn.set(done)));
        move || drop(timeout)
    });
    if until == usize::MAX { pieces } else { mixed(&pieces, &old, until) }
}

/// How far one goes on from the byte `from`; as far as can be where few marks are left.
fn step(new: &[Piece], old: &[Piece], from: usize) -> usize {
    let marks = |piece: &Piece| piece.paragraphs().iter().map(|it| it.marks.len()).sum::<usize>();
    let most = FEW.max(new.iter().map(marks).sum::<usize>() / GOES);
    let mut anew = 0;
    let mut others = old.iter().peekable();
    for piece in new {
        while others.next_if(|other| start(other) < start(piece)).is_some() {}
        let is_new = others.peek() != Some(&piece);
        if is_new && start(piece) >= from {
            anew += marks(piece);
        }
        if anew > most {
            return end(piece);
        }
    }
    usize::MAX
}

/// The new pieces that begin before `until`, and the old ones after those.
fn mixed(new: &[Piece], old: &[Piece], until: usize) -> Same<[Piece]> {
    let first = new.iter().take_while(|piece| start(piece) < until);
    let last = old.iter().skip_while(|piece| start(piece) < until);
    first.chain(last).cloned().collect()
}

fn start(piece: &Piece) -> usize {
    piece.paragraphs().first().map_or(0, |paragraph| paragraph.span.start())
}

fn end(piece: &Piece) -> usize {
    piece.paragraphs().last().map_or(0, |paragraph| paragraph.span.end())
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use galley_text::{BlockKind, Span};

    use super::*;
    use crate::ui::drawing::{Look, Mark, Paragraph, Stance};

    fn paragraph(start: usize, marks: usize) -> Rc<Paragraph> {
        let (span, kind) = (Span::new(start, start + 10), BlockKind::Paragraph);
        let (look, target, stance) = (Look::Scare, None, Stance::Sure);
        let mark = Mark { span, look, target, lit: false, stance, stop: None };
        Rc::new(Paragraph { span, kind, is_cut: false, marks: vec![mark; marks] })
    }

    fn pieces(marks: usize) -> Vec<Piece> {
        [0, 20, 40, 60].map(|start| Piece::Paragraph(paragraph(start, marks))).into()
    }

    #[test]
    fn many_new_marks_are_drawn_in_goes_that_come_to_the_end() {
        let (new, old) = (pieces(FEW), pieces(0));
        let (first, then) = (step(&new, &old, 0), step(&new, &old, 30));
        assert_eq!((first, then), (30, 70));
        assert_eq!(step(&new, &old, then), usize::MAX);
        let shown = mixed(&new, &old, first);
        assert_eq!(shown[..2], new[..2]);
        assert_eq!(shown[2..], old[2..]);
    }

    #[test]
    fn few_new_marks_are_drawn_at_once_however_long_the_article_is() {
        let old = pieces(FEW);
        let mut new = old.clone();
        new[3] = Piece::Paragraph(paragraph(60, 1));
        assert_eq!(step(&new, &old, 0), usize::MAX);
    }

    #[test]
    fn no_line_is_shown_twice_where_lines_are_folded_anew() {
        let old = pieces(0);
        let folded = Piece::Furniture(vec![paragraph(20, 0), paragraph(40, 0)], "");
        let new = [pieces(1)[0].clone(), folded, pieces(1)[3].clone()];
        let shown = mixed(&new, &old, 50);
        assert_eq!(shown.iter().map(start).collect::<Vec<_>>(), [0, 20, 60]);
    }
}
