//! Titles at persons' names, and places that stand for those who govern them.

mod described;

use described::check;
use galley_engine::{Form, MentionKind, analyse};

#[test]
fn a_title_before_a_name_is_a_mention_of_its_own() {
    check(
        "They met Prime Minister Anna Wexmoor.",
        "Prime Minister = title by title/before-name
         Anna Wexmoor = person by name/person-title",
    );
    check(
        "They met Foreign minister Anna Wexmoor.",
        "Foreign minister = title by title/before-name
         Anna Wexmoor = person by name/person-given",
    );
    check(
        "They met Secretary of State Anna Wexmoor.",
        "Secretary of State = title by title/before-name
         Anna Wexmoor = person by name/tagger",
    );
    check(
        "They met Dr. Wexmoor.",
        "Dr. = title by title/before-name
         Wexmoor = person by name/person-title",
    );
}

#[test]
fn a_title_in_capitals_right_behind_a_name_is_one() {
    check(
        "They met Anna Wexmoor, Mayor of the town.",
        "Anna Wexmoor = person by name/person-given
         Mayor = title by title/after-name",
    );
    check(
        "They met Anna Wexmoor, President David Baker.",
        "Anna Wexmoor = person by name/person-given
         President = title by title/before-name
         David Baker = person by name/person-title",
    );
}

#[test]
fn a_job_and_a_description_are_no_titles() {
    check(
        "They met engineer Anna Wexmoor, the mayor.",
        "Anna Wexmoor = person by name/person-given",
    );
    check("They met Coach Wexmoor.", "Wexmoor = person by name/person-title");
}

#[test]
fn a_title_stands_for_its_person_and_is_no_name() {
    let findings = analyse("They met Governor Anna Wexmoor.");
    let [title, name] = &findings.mentions[..] else { panic!("{:?}", findings.mentions) };
    assert_eq!((title.kind, title.form), (MentionKind::Title, Form::Nominal));
    assert_eq!((title.entity, name.kind), (name.entity, MentionKind::Person));
    assert_eq!(findings.entities.len(), 1);
}

#[test]
fn a_place_that_speaks_stays_a_place_and_says_so() {
    check("Kenya has insisted on it.", "Kenya = place by name/place-speaks");
    check("“We sail,” said Kenya.", "Kenya = place by name/place-speaks");
    check("The guide in Kenya smiled.", "Kenya = place by name/place-list");
}

#[test]
fn letters_of_honour_and_a_seat_behind_a_name_are_nobody() {
    check(
        "They met Anna Wexmoor, QC, and David Baker MP.",
        "Anna Wexmoor = person by name/person-given
         QC = title by title/after-name
         David Baker = person by name/tagger
         MP = title by title/after-name",
    );
    check(
        "They met Sen. Anna Wexmoor (R-Ohio).",
        "Sen. = title by title/before-name
         Anna Wexmoor = person by name/person-title",
    );
}
