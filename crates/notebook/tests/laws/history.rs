//! Laws of transactions, undo and redo.

use galley_notebook::{Action, Change, Edit, History, Millis, Say, Session, Step, Transaction};
use galley_text::Span;
use proptest::prelude::*;

use crate::sessions::{
    act, after, annotation, annotation_id, current, edit, highlight, mention, note, opened, steps,
};

proptest! {
    #[test]
    fn undo_returns_to_where_it_was_and_redo_comes_back(steps in steps(), edit in edit()) {
        let before = after(opened(), steps);
        // Typing or moving an edge that goes on belongs to the step before it, which undo then takes back whole.
        if let Edit::SetNote { .. } | Edit::Move { .. } | Edit::Correct { say: Say::Extent(_), .. } = edit {
            return Ok(());
        }
        if let Some(done) = before.update(Action::Edit(edit)) {
            let undone = done.update(Action::Undo).unwrap();
            prop_assert_eq!(undone.library(), before.library());
            let redone = undone.update(Action::Redo).unwrap();
            prop_assert_eq!(redone.library(), done.library());
        }
    }

    #[test]
    fn undoing_everything_gives_the_article_as_it_was_opened(steps in steps()) {
        let first = opened();
        let last = after(first.clone(), steps);
        let mut session = last.clone();
        while let Some(before) = session.update(Action::Undo) {
            session = before;
        }
        prop_assert_eq!(session.library(), first.library());
        prop_assert_eq!(session.history().and_then(History::undoes), None);
        while let Some(after) = session.update(Action::Redo) {
            session = after;
        }
        // What had been undone before is redone too, so go back until both agree.
        while session.library() != last.library() {
            session = session.update(Action::Undo).unwrap();
        }
    }

    #[test]
    fn a_transaction_and_its_inverse_leave_the_notebook_as_it_was(
        steps in steps(),
        picks in prop::collection::vec((0..4_u8, any::<prop::sample::Index>(), 0..90_usize), 1..8),
    ) {
        let session = after(act(&opened(), highlight(1, "Ane Vik", 5)), steps);
        let notebook = current(&session);
        let mut changes = Vec::new();
        let mut state = notebook.clone();
        for (kind, which, at) in picks {
            let change = change(&state, kind, which, at);
            let single = Transaction { step: Step::EditNote, changes: vec![change.clone()] };
            if let Some(next) = single.apply(&state) {
                state = next;
                changes.push(change);
            }
        }
        let bulk = Transaction { step: Step::EditTags, changes };
        prop_assert_eq!(&bulk.apply(notebook).unwrap(), &state);
        prop_assert_eq!(&bulk.inverse().apply(&state).unwrap(), notebook);
        prop_assert_eq!(bulk.inverse().inverse(), bulk);
    }

    #[test]
    fn annotations_stay_in_order_of_position(steps in steps()) {
        let session = after(opened(), steps);
        let order = |n: usize| {
            let annotation = &current(&session).annotations()[n];
            (annotation.anchor.span, annotation.id)
        };
        prop_assert!((1..current(&session).annotations().len()).all(|n| order(n - 1) < order(n)));
    }
}

/// A change that may or may not fit `notebook`.
fn change(
    notebook: &galley_notebook::Notebook,
    kind: u8,
    which: prop::sample::Index,
    at: usize,
) -> Change {
    let text = notebook.article().text();
    let id = crate::sessions::annotation_id(100 + at as u128);
    let new = galley_notebook::Annotation::highlight(
        text,
        Span::new(at, at + 4),
        id,
        galley_notebook::Millis(7),
    );
    let Some(old) = notebook.annotations().get(which.index(8)) else {
        return Change::Annotation((None, Some(new.into())));
    };
    let after = match kind {
        0 => None,
        1 => Some(galley_notebook::Annotation { id: old.id, ..new }.into()),
        _ => return Change::Annotation((None, Some(new.into()))),
    };
    Change::Annotation((Some(old.clone()), after))
}

#[test]
fn a_transaction_that_does_not_fit_changes_nothing() {
    let session = act(&opened(), highlight(1, "Ane Vik", 5));
    let there = annotation(&session, 1).clone();
    let missing =
        galley_notebook::Annotation { id: crate::sessions::annotation_id(9), ..(*there).clone() };
    let remove = |gone| Change::Annotation((Some(gone), None));
    let half = vec![remove(there), remove(missing.into())];
    let transaction = Transaction { step: Step::RemoveAnnotation, changes: half };
    assert_eq!(transaction.apply(current(&session)), None);
}

#[test]
fn each_step_has_a_name() {
    let session = act(&opened(), highlight(1, "Ane Vik", 5));
    let session = act(&session, note(1, "Ask her again.", 9_000));
    assert_eq!(session.history().unwrap().undoes().map(Step::label), Some("Edit note"));
    let session = session.update(Action::Undo).unwrap();
    assert_eq!(session.history().unwrap().undoes().map(Step::label), Some("Add highlight"));
    assert_eq!(session.history().unwrap().redoes().map(Step::label), Some("Edit note"));
}

#[test]
fn a_label_marks_a_place_and_comes_off_it_again() {
    let place = mention("Ane Vik").span;
    let label = |id: u128, tag: &str| Edit::Label {
        id: annotation_id(id),
        span: place,
        tag: tag.into(),
        now: Millis(5),
    };
    let tags = |session: &Session| current(session).annotations()[0].body.tags.clone();
    let session = act(&opened(), label(1, "to check"));
    assert_eq!(tags(&session), ["to check"]);
    assert_eq!(session.history().unwrap().undoes().map(Step::label), Some("Mark as “to check”"));
    let session = act(&session, label(2, "ice"));
    assert_eq!(tags(&session), ["to check", "ice"]);
    let session = act(&session, label(2, "to check"));
    assert_eq!(tags(&session), ["ice"]);
    assert_eq!(current(&session).annotations().len(), 1);
}

#[test]
fn many_marks_are_tagged_and_removed_in_one_step_and_come_back_in_one() {
    let session = act(&opened(), highlight(1, "Ane Vik", 0));
    let session = act(&session, highlight(2, "Harbour", 0));
    let ids = vec![annotation_id(1), annotation_id(2), annotation_id(1), annotation_id(9)];
    let (tag, now) = ("ice".to_owned(), Millis(7));
    let tagged = act(&session, Edit::Tag { ids: ids.clone(), tag, now });
    assert!(current(&tagged).annotations().iter().all(|it| it.body.tags == ["ice"]));
    assert_eq!(tagged.history().unwrap().undoes().map(Step::label), Some("Tag 2 marks “ice”"));
    let removed = act(&tagged, Edit::RemoveAll(ids));
    assert_eq!(current(&removed).annotations().len(), 0);
    assert_eq!(removed.update(Action::Undo).unwrap().library(), tagged.library());
}

#[test]
fn the_edges_of_a_mark_are_moved_in_one_step_but_not_onto_another_mark() {
    let session = act(&opened(), highlight(1, "Ane Vik", 0));
    let session = act(&session, highlight(2, "the port", 0));
    let to = |words: &str, now: u64| Edit::Move {
        id: annotation_id(1),
        span: mention(words).span,
        now: Millis(now),
    };
    let moved = act(&act(&session, to("said Ane Vik", 5_000)), to(" Vik ", 5_500));
    assert_eq!(annotation(&moved, 1).anchor.exact, "Vik");
    assert_eq!(moved.history().unwrap().undoes().map(Step::label), Some("Move edge of mark"));
    assert_eq!(moved.update(Action::Undo).unwrap().library(), session.library());
    assert_eq!(session.update(Action::Edit(to("the port", 5_000))), None);
}

#[test]
fn typing_is_one_step_until_the_reader_pauses() {
    let mut session = act(&opened(), highlight(1, "Ane Vik", 0));
    for (typed, now) in [("A", 5_000), ("As", 5_200), ("Ask", 5_400), ("Ask her", 60_000)] {
        session = act(&session, note(1, typed, now));
    }
    let undone = session.update(Action::Undo).unwrap();
    assert_eq!(annotation(&undone, 1).body.note, "Ask");
    let undone = undone.update(Action::Undo).unwrap();
    assert_eq!(annotation(&undone, 1).body.note, "");
}

#[test]
fn a_new_step_ends_what_could_be_redone() {
    let session = act(&opened(), highlight(1, "Ane Vik", 5)).update(Action::Undo).unwrap();
    let session = act(&session, highlight(2, "the port", 6));
    assert_eq!(session.update(Action::Redo), None);
}

#[test]
fn what_changes_nothing_is_no_step() {
    let session = act(&opened(), highlight(1, "Ane Vik", 5));
    let title = current(&session).header().details.clone();
    for edit in [
        note(1, "", 9),
        note(7, "nobody", 9),
        highlight(2, "Ane Vik", 9),
        highlight(2, " ", 9),
        galley_notebook::Edit::Describe { details: title, now: galley_notebook::Millis(9) },
    ] {
        assert_eq!(session.update(Action::Edit(edit.clone())), None, "{edit:?}");
    }
}

#[test]
fn the_history_is_bounded() {
    let mut session = act(&opened(), highlight(1, "Ane Vik", 0));
    for n in 0..2 * History::LIMIT as u64 {
        session = act(&session, note(1, &n.to_string(), 10_000 * n));
    }
    let undone = std::iter::successors(Some(session), |session| session.update(Action::Undo));
    assert_eq!(undone.count(), History::LIMIT + 1);
}
