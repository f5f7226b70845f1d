//! What the reader says of words in every article. That rules undo, store, load and merge exactly, the
//! other laws hold: their sessions are full of them.

use galley_notebook::stored::{self, Key};
use galley_notebook::{
    Action, ArticleId, Draft, History, Library, Marking, Millis, RuleEdit, Say, Session, Step,
};
use proptest::prelude::*;

use crate::sessions::{
    act, after, correction_id, current, mention, opened, rule_id, save, saved, say, steps,
};

fn make(n: u128, words: &str, marking: Marking, now: u64) -> Action {
    let (id, words, now) = (rule_id(n), words.into(), Millis(now));
    Action::Rule(RuleEdit::Make { id, words, marking, instead: Vec::new(), now })
}

fn always(kind: &str) -> Marking {
    Marking::Always(kind.into())
}

fn undoes(session: &Session) -> Option<&str> {
    session.history().and_then(History::undoes).map(Step::label)
}

proptest! {
    #[test]
    fn for_the_same_words_there_is_one_rule(steps in steps()) {
        let session = after(opened(), steps);
        let rules = session.library().rules();
        for rule in rules {
            prop_assert_eq!(rules.iter().filter(|it| it.words == rule.words).count(), 1);
            prop_assert!(!rule.words.is_empty() && rule.words.trim() == rule.words);
        }
    }

    #[test]
    fn rules_handed_on_in_a_file_are_the_same_rules_elsewhere(steps in steps()) {
        let session = after(opened(), steps);
        let rules = session.library().of_rules();
        let read = stored::read_backup(&stored::write_backup(&rules, &[])).unwrap_or_default();
        let there = Session::default().update(Action::Add(read.library)).unwrap_or_default();
        prop_assert_eq!(there.library(), &rules);
    }
}

#[test]
fn a_rule_is_a_step_with_a_name_and_comes_back() {
    let made = opened().update(make(1, " Ane Vik ", always("person"), 5)).unwrap();
    assert_eq!(undoes(&made), Some("Always mark “Ane Vik” as person"));
    assert_eq!(made.library().rules()[0].words, "Ane Vik");
    let changed = made.update(make(2, "Ane Vik", Marking::Never, 9)).unwrap();
    let [rule] = changed.library().rules() else { panic!("one rule") };
    assert_eq!((rule.id, rule.created.0, rule.modified.0), (rule_id(1), 5, 9));
    let gone = changed.update(Action::Rule(RuleEdit::Remove(rule_id(1)))).unwrap();
    assert_eq!(undoes(&gone), Some("Remove rule for “Ane Vik”"));
    let back = gone.update(Action::Undo).unwrap();
    assert_eq!(back.library(), changed.library());
}

#[test]
fn what_says_nothing_new_is_no_step() {
    let made = opened().update(make(1, "Ane Vik", always("person"), 5)).unwrap();
    for action in [
        make(2, "Ane Vik", always("person"), 9),
        make(2, "  ", Marking::Never, 9),
        make(2, "port", always(" "), 9),
        make(1, "port", Marking::Never, 9),
        Action::Rule(RuleEdit::Remove(rule_id(7))),
    ] {
        assert_eq!(made.update(action.clone()), None, "{action:?}");
    }
}

#[test]
fn a_rule_takes_the_place_of_what_was_said_here_in_the_same_step() {
    let said = act(&opened(), say(1, mention("Ane Vik"), Say::Reject, 5));
    let make = Action::Rule(RuleEdit::Make {
        id: rule_id(1),
        words: "Ane Vik".into(),
        marking: always("person"),
        instead: vec![correction_id(1)],
        now: Millis(9),
    });
    let ruled = said.update(make).unwrap();
    assert_eq!(current(&ruled).corrections(), []);
    assert_eq!(ruled.update(Action::Undo).unwrap().library(), said.library());
}

#[test]
fn rules_outlive_the_article_and_can_be_changed_from_the_shelf() {
    let made = opened().update(make(1, "Ane Vik", always("person"), 5)).unwrap();
    let shelf = made.update(Action::Show(None)).unwrap();
    assert_eq!(undoes(&shelf), None);
    let changed = shelf.update(make(2, "Ane Vik", Marking::Never, 9)).unwrap();
    assert_eq!(changed.update(Action::Undo).unwrap().library(), shelf.library());

    let id = made.current().map(|it| it.id());
    let erased = made.update(Action::Erase(id.unwrap())).unwrap();
    assert_eq!(erased.library().rules().len(), 1);
}

#[test]
fn a_step_whose_rule_was_changed_elsewhere_can_no_longer_be_undone() {
    let made = opened().update(make(1, "Ane Vik", always("person"), 5)).unwrap();
    let (draft, id) = (Draft::plain("Another one."), ArticleId::from_random(9));
    let other = made.update(Action::Open { draft, id, now: Millis(6) }).unwrap();
    let other = other.update(make(2, "Ane Vik", Marking::Never, 9)).unwrap();
    let first = current(&made).id();
    let back = other.update(Action::Show(Some(first))).unwrap();
    assert_eq!(undoes(&back), None);
    assert_eq!(back.update(Action::Undo), None);
}

#[test]
fn a_file_adds_rules_for_words_that_have_none() {
    let ours = opened().update(make(1, "Ane Vik", always("person"), 5)).unwrap();
    let theirs = opened().update(make(2, "Ane Vik", Marking::Never, 9)).unwrap();
    let theirs = theirs.update(make(3, "port", Marking::Never, 9)).unwrap();
    let both = ours.update(Action::Add(theirs.library().of_rules())).unwrap();
    let words: Vec<&str> = both.library().rules().iter().map(|it| &*it.words).collect();
    assert_eq!(words, ["Ane Vik", "port"]);
    assert_eq!(both.library().rules()[0].marking, always("person"));
}

#[test]
fn a_rule_that_a_newer_galley_wrote_is_left_alone() {
    let made = save(&saved().update(make(1, "Ane Vik", always("person"), 5)).unwrap());
    let key = Key::HouseRule(rule_id(1)).to_string();
    let merge = Action::Merge { key, value: Some(r#"{"v":9}"#.into()) };
    let merged = made.update(merge).unwrap();
    assert_eq!(merged.library().rules(), []);
    assert!(merged.unsaved().is_empty());
    assert_ne!(*merged.library(), Library::default());
}
