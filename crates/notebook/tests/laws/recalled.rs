//! Laws of the history that is kept: undo after a reload is undo without one.

use galley_notebook::stored::Write;
use galley_notebook::{Action, Edit, History, Session, Step};
use proptest::prelude::*;

use crate::sessions::{
    act, after, annotation_id, article_id, current, highlight, note, opened, save, steps,
};

/// What storage would hold of the history.
fn kept(session: &Session) -> Option<String> {
    match session.histories_since(&Session::default()).pop()? {
        Write::Put { value, .. } => Some(value),
        other => panic!("{other:?}"),
    }
}

/// The library of `session` in a tab that knows this history of it.
fn recalled(session: &Session, history: String) -> Session {
    let id = article_id(1);
    let load = Action::Load(session.library().clone());
    let loaded = Session::default().update(load).unwrap().update(Action::Show(Some(id))).unwrap();
    loaded.update(Action::Recall { id, history }).unwrap()
}

/// The sessions that going on so leads to, with the name of each step.
fn travel(from: &Session, way: fn() -> Action) -> Vec<(Session, [Option<Step>; 2])> {
    let sessions = std::iter::successors(from.update(way()), |session| session.update(way()));
    let names = |session: &Session| {
        let history = session.history().unwrap();
        [history.undoes().cloned(), history.redoes().cloned()]
    };
    sessions.map(|session| (session.clone(), names(&session))).collect()
}

fn assert_same(a: &[(Session, [Option<Step>; 2])], b: &[(Session, [Option<Step>; 2])]) {
    assert_eq!(a.len(), b.len());
    for ((a, a_names), (b, b_names)) in a.iter().zip(b) {
        assert_eq!((a.library(), a_names), (b.library(), b_names));
    }
}

proptest! {
    #[test]
    fn undo_and_redo_after_a_reload_are_those_without_one(steps in steps()) {
        let session = after(opened(), steps);
        let Some(history) = kept(&session) else { return Ok(()) };
        let again = recalled(&session, history);
        for way in [|| Action::Undo, || Action::Redo] {
            assert_same(&travel(&session, way), &travel(&again, way));
        }
    }

    #[test]
    fn a_history_of_another_state_is_never_applied_wrongly(steps in steps(), more in steps()) {
        let before = after(opened(), steps);
        let Some(history) = kept(&before) else { return Ok(()) };
        let mut session = recalled(&after(before, more), history);
        while session.history().is_some_and(|history| history.undoes().is_some()) {
            session = session.update(Action::Undo).unwrap();
        }
        while session.history().is_some_and(|history| history.redoes().is_some()) {
            session = session.update(Action::Redo).unwrap();
        }
    }

    #[test]
    fn any_value_is_a_history(value in "\\PC{0,200}|[{}\\[\\]:,\"vkindsumdataone0-9]{0,60}") {
        let session = recalled(&opened(), value);
        prop_assert_eq!(session.history().and_then(History::undoes), None);
    }
}

#[test]
fn fifty_steps_are_kept() {
    let mut session = act(&opened(), highlight(1, "Ane Vik", 0));
    for n in 1..=80 {
        session = act(&session, note(1, &n.to_string(), 10_000 * n));
    }
    let history = kept(&session).unwrap();
    assert_eq!(travel(&recalled(&session, history), || Action::Undo).len(), 50);
}

#[test]
fn fifty_edits_of_a_note_of_100_kb_take_no_more_room_than_what_was_edited() {
    let mut long = "word \"word\" 港 ".repeat(7_000);
    assert!(long.len() > 100_000);
    let mut session = act(&opened(), highlight(1, "Ane Vik", 0));
    session = act(&session, note(1, &long, 5_000));
    // At its start, in its middle and at its end.
    for n in 1..=60_u64 {
        let middle = (long.len() / 2..).find(|at| long.is_char_boundary(*at)).unwrap();
        let places = [0, middle, long.len()];
        long.insert_str(places[n as usize % 3], &n.to_string());
        session = act(&session, note(1, &long, 10_000 * n));
    }
    let history = kept(&session).unwrap();
    assert!(history.len() < 20_000, "{}", history.len());
    let again = recalled(&session, history);
    let (again, all) = (travel(&again, || Action::Undo), travel(&session, || Action::Undo));
    assert_eq!(again.len(), 50);
    assert!(again.iter().zip(&all).all(|((a, _), (b, _))| a.library() == b.library()));
}

#[test]
fn a_note_of_100_kb_that_was_removed_comes_back_after_a_reload() {
    let session = act(&opened(), highlight(1, "Ane Vik", 0));
    let noted = act(&session, note(1, &"word ".repeat(20_000), 10_000));
    let removed = act(&noted, Edit::Remove(annotation_id(1)));
    let again = recalled(&removed, kept(&removed).unwrap());
    assert_eq!(again.update(Action::Undo).unwrap().library(), noted.library());
    assert_eq!(travel(&again, || Action::Undo).len(), 3);
}

#[test]
fn a_history_takes_no_more_than_its_share() {
    let mut session = act(&opened(), highlight(1, "Ane Vik", 0));
    for n in 1..=10 {
        let words = char::from(b'a' + n as u8).to_string().repeat(100_000);
        session = act(&session, note(1, &words, 10_000 * n));
    }
    let history = kept(&session).unwrap();
    assert!(history.len() < 260_000, "{}", history.len());
    assert_eq!(travel(&recalled(&session, history), || Action::Undo).len(), 2);
}

#[test]
fn only_what_is_new_of_a_history_is_written() {
    let session = save(&act(&opened(), highlight(1, "Ane Vik", 0)));
    assert_eq!(session.histories_since(&session), []);
    assert_eq!(act(&session, note(1, "Ask.", 9_000)).histories_since(&session).len(), 1);
}

#[test]
fn what_was_done_before_the_history_was_read_counts_alone() {
    let before = act(&opened(), highlight(1, "Ane Vik", 0));
    let history = kept(&before).unwrap();
    let session = act(&before, highlight(2, "the port", 9));
    assert_eq!(session.update(Action::Recall { id: article_id(1), history }), None);
    assert_eq!(current(&session).annotations().len(), 2);
}
