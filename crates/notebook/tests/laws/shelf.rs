//! Laws of what is done to articles and to tags as a whole.

use galley_notebook::{Action, Details, Draft, Edit, History, Millis, Retag, Session, Step};
use proptest::prelude::*;

use crate::sessions::{act, after, annotation_id, article_id, current, highlight, opened, steps};

fn undoes(session: &Session) -> Option<&str> {
    session.history().and_then(History::undoes).map(Step::label)
}

fn on_the_shelf(session: &Session) -> Session {
    session.update(Action::Show(None)).unwrap_or_else(|| session.clone())
}

fn title(title: &str, now: u64) -> Edit {
    let details = Details { title: title.into(), ..Details::default() };
    Edit::Describe { details, now: Millis(now) }
}

#[test]
fn an_article_is_removed_and_put_back_in_steps_of_the_shelf() {
    let (id, now) = (article_id(1), Millis(7_000));
    let session = opened();
    let binned = session.update(Action::Discard { id, now }).unwrap();
    assert_eq!(undoes(&binned), Some("Remove “Harbour closes for winter”"));
    let undone = binned.update(Action::Undo).unwrap();
    assert_eq!(undone.library(), session.library());
    let again = undone.update(Action::Redo).unwrap();
    assert_eq!(again.library(), binned.library());
    let back = again.update(Action::Recover { id, now: Millis(8_000) }).unwrap();
    assert_eq!(undoes(&back), Some("Put back “Harbour closes for winter”"));
    let undone = back.update(Action::Undo).unwrap().update(Action::Undo).unwrap();
    assert_eq!(undone.library(), session.library());
}

#[test]
fn what_was_edited_of_an_article_can_be_undone_after_it_was_in_the_trash() {
    let id = article_id(1);
    let session = act(&opened(), title("Ice", 5_000));
    let binned = session.update(Action::Discard { id, now: Millis(7_000) }).unwrap();
    let back = binned.update(Action::Undo).unwrap().update(Action::Show(Some(id))).unwrap();
    assert_eq!(undoes(&back), Some("Edit details"));
    let undone = back.update(Action::Undo).unwrap();
    assert_eq!(current(&undone).header().details.title, "Harbour closes for winter");
    let redone = act(&undone, title("Snow", 9_000));
    let binned = on_the_shelf(&redone).update(Action::Redo).unwrap();
    assert!(binned.library().shelf().is_empty(), "what was edited in between is in no way");
}

#[test]
fn what_was_done_to_an_article_that_is_erased_is_no_step_any_more() {
    let (id, now) = (article_id(1), Millis(7_000));
    let binned = opened().update(Action::Discard { id, now }).unwrap();
    assert_eq!(undoes(&binned.update(Action::Erase(id)).unwrap()), None);
}

fn tag(id: u128, tags: &[&str], now: u64) -> Edit {
    let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
    Edit::SetTags { id: annotation_id(id), tags, now: Millis(now) }
}

fn tags(session: &Session, at: usize) -> &[String] {
    &current(session).annotations()[at].body.tags
}

fn retag(from: &str, to: &str) -> Retag {
    Retag { from: from.into(), to: to.into(), back: None, now: Millis(50_000) }
}

#[test]
fn a_tag_gets_another_name_in_all_articles_and_each_step_before_can_still_be_undone() {
    let first = act(&act(&opened(), highlight(1, "Ane Vik", 0)), tag(1, &["claim"], 1));
    let (draft, id) = (Draft::plain("Ice\n\nThe port is closed."), article_id(2));
    let second = first.update(Action::Open { draft, id, now: Millis(2_000) }).unwrap();
    let second = act(
        &second,
        Edit::AddHighlight {
            id: annotation_id(2),
            span: galley_text::Span::new(5, 13),
            now: Millis(3_000),
        },
    );
    let second = act(&second, tag(2, &["ice", "claim"], 4_000));
    let tagged = second.tagged("claim");
    assert_eq!((tagged.count, tagged.articles), (2, 2));

    let renamed = second.update(Action::Retag(retag("claim", "assertion"))).unwrap();
    assert_eq!(tags(&renamed, 0), ["ice", "assertion"]);
    assert_eq!(renamed.tagged("claim").count, 0);
    let undone = renamed.update(Action::Undo).unwrap();
    assert_eq!(tags(&undone, 0), [] as [&str; 0]);
    assert_eq!(undone.update(Action::Redo).unwrap().library(), renamed.library());

    let back = Retag { back: Some(tagged.marks), ..retag("assertion", "claim") };
    let back = renamed.update(Action::Retag(back)).unwrap();
    assert_eq!(tags(&back, 0), ["ice", "claim"]);
    assert_eq!(back.tagged("claim").articles, 2);
}

#[test]
fn a_name_that_some_marks_bear_already_is_taken_back_from_the_others_alone() {
    let session = act(&act(&opened(), highlight(1, "Harbour", 0)), tag(1, &["claim", "ice"], 1));
    let session = act(&act(&session, highlight(2, "Ane Vik", 2)), tag(2, &["ice"], 3));
    let tagged = session.tagged("claim");
    let renamed = session.update(Action::Retag(retag("claim", "ice"))).unwrap();
    assert_eq!(
        (tags(&renamed, 0), tags(&renamed, 1)),
        (&["ice".to_owned()][..], &["ice".to_owned()][..])
    );
    let back = Retag { back: Some(tagged.marks), ..retag("ice", "claim") };
    let back = renamed.update(Action::Retag(back)).unwrap();
    assert_eq!(tags(&back, 0), ["claim", "ice"]);
    assert_eq!(tags(&back, 1), ["ice"]);
}

proptest! {
    #[test]
    fn whatever_was_done_can_be_undone_after_a_tag_got_another_name(steps in steps(), marks in any::<bool>()) {
        let session = after(opened(), steps);
        let tagged = session.tagged("a");
        let Some(mut renamed) = session.update(Action::Retag(retag("a", "new"))) else { return Ok(()) };
        if marks {
            let back = Retag { back: Some(tagged.marks), ..retag("new", "a") };
            renamed = renamed.update(Action::Retag(back)).unwrap_or(renamed);
            prop_assert_eq!(renamed.tagged("a").count, tagged.count);
        }
        while undoes(&renamed).is_some() {
            renamed = renamed.update(Action::Undo).unwrap();
        }
        let first = opened();
        prop_assert_eq!(renamed.library(), first.library());
    }
}
