//! Two tabs on one storage.

use galley_notebook::stored::{Key, Write};
use galley_notebook::{Access, Action, Edit, Session};
use proptest::prelude::*;

use crate::sessions::{
    act, after, annotation, annotation_id, article_id, current, highlight, note, save, saved, steps,
};

/// Saves `from` and tells `to` of each key, as the storage event does.
fn tell(from: &Session, to: &Session) -> (Session, Session) {
    let told = from.unsaved().into_iter().fold(to.clone(), |to, write| {
        let (key, value) = match write {
            Write::Put { key, value } => (key, Some(value)),
            Write::Remove { key } => (key, None),
            Write::RemoveAll { prefix } => (format!("{prefix}text"), None),
        };
        to.update(Action::Merge { key, value }).unwrap_or(to)
    });
    (save(from), told)
}

proptest! {
    #[test]
    fn a_tab_that_only_listens_sees_what_the_other_saves(steps in steps(), more in steps()) {
        let (ours, theirs) = tell(&after(saved(), steps), &saved());
        prop_assert_eq!(ours.library(), theirs.library());
        let (ours, theirs) = tell(&after(ours, more), &theirs);
        prop_assert_eq!(ours.library(), theirs.library());
        prop_assert!(theirs.is_saved());
    }

    #[test]
    fn after_a_merge_every_step_can_still_be_undone(ours in steps(), theirs in steps()) {
        let (_, mut session) = tell(&after(saved(), theirs), &after(saved(), ours));
        while session.history().is_some_and(|history| history.undoes().is_some()) {
            session = session.update(Action::Undo).unwrap();
        }
    }
}

#[test]
fn annotations_of_two_tabs_stand_side_by_side() {
    let ours = act(&saved(), highlight(1, "Ane Vik", 10));
    let theirs = act(&saved(), highlight(2, "the port", 20));
    let (_, both) = tell(&theirs, &ours);
    assert_eq!(current(&both).annotations().len(), 2);
    let [Write::Put { key, .. }] = &both.unsaved()[..] else { panic!("{:?}", both.unsaved()) };
    assert_eq!(key, &Key::Annotation(article_id(1), annotation_id(1)).to_string());
}

#[test]
fn of_a_note_that_two_tabs_write_nothing_is_dropped() {
    let cases = [
        ("", "early", "late", "early\nlate"),
        ("Ask", "Ask her", "Ask him", "Ask her\n him"),
        ("Ask", "Ring", "Write", "Ring\nWrite"),
        ("Ask", "Ask her", "Ask her again", "Ask her again"),
    ];
    for (before, early, late, both) in cases {
        let base = act(&saved(), highlight(1, "Ane Vik", 10));
        let base = base.update(Action::Edit(note(1, before, 20))).unwrap_or(base);
        let base = save(&base);
        let early = act(&base, note(1, early, 100));
        let late = act(&base, note(1, late, 200));
        for (told, heard) in [(&early, &late), (&late, &early)] {
            let (_, merged) = tell(told, heard);
            assert_eq!(annotation(&merged, 1).body.note, both);
        }
    }
}

#[test]
fn a_note_being_written_outlives_its_removal_elsewhere() {
    let base = save(&act(&saved(), highlight(1, "Ane Vik", 10)));
    let writing = act(&base, note(1, "Do not lose this.", 100));
    let removed = act(&base, Edit::Remove(annotation_id(1)));
    let (_, merged) = tell(&removed, &writing);
    assert_eq!(annotation(&merged, 1).body.note, "Do not lose this.");
    assert_eq!(merged.unsaved().len(), 1, "it is written again");
}

#[test]
fn an_article_erased_elsewhere_is_closed_unless_it_was_changed_here() {
    let base = saved();
    let erased = base.update(Action::Erase(article_id(1))).unwrap();
    let (_, closed) = tell(&erased, &base);
    assert_eq!(closed.current(), None);
    let (_, kept) = tell(&erased, &act(&base, highlight(1, "Ane Vik", 10)));
    assert_eq!(current(&kept).annotations().len(), 1);
    assert_eq!(kept.unsaved().len(), 3, "text, header and annotation are written again");
}

#[test]
fn a_new_article_of_another_tab_comes_to_the_shelf() {
    let (_, told) = tell(&crate::sessions::opened(), &Session::default());
    assert_eq!(told.library().shelf().len(), 1);
    assert_eq!(told.current(), None);
}

#[test]
fn a_newer_galley_in_another_tab_makes_this_one_read_only() {
    let key = Key::Header(article_id(1)).to_string();
    let merge = Action::Merge { key, value: Some(r#"{"v":9}"#.into()) };
    let session = act(&saved(), highlight(1, "Ane Vik", 10)).update(merge).unwrap();
    assert_eq!(current(&session).access(), Access::ReadOnly);
    assert!(session.unsaved().is_empty());
    assert!(!save(&session).is_saved(), "the highlight was not written and is not said to be");
}

#[test]
fn keys_of_other_pages_are_no_concern() {
    for key in ["theirs", "galley/", "galley/setting/theme", "galley/article/1/text"] {
        let merge = Action::Merge { key: key.into(), value: Some("{}".into()) };
        assert_eq!(saved().update(merge), None, "{key}");
    }
}
