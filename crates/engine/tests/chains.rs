//! Which names and pronouns stand for the same entity.

use galley_engine::{MentionKind, analyse};

/// Each entity's name and the words of its mentions without titles, one a line.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let findings = analyse(text);
    let lines: Vec<String> = findings
        .entities
        .iter()
        .map(|entity| {
            let of_entity = findings.mentions.iter().filter(|one| one.entity == Some(entity.id));
            let of_entity = of_entity.filter(|one| one.kind != MentionKind::Title);
            let words: Vec<&str> = of_entity.map(|one| one.span.of(text)).collect();
            format!("{}: {}", entity.name, words.join(", "))
        })
        .collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_family_name_is_the_person_named_in_full() {
    check("Dr. Wexmoor spoke. Anna Wexmoor left.", &["Anna Wexmoor: Wexmoor, Anna Wexmoor"]);
}

#[test]
fn a_family_name_may_come_first() {
    check(
        "Chairman Kim Dae Ho met Mr. Lund. Kim left.",
        &["Kim Dae Ho: Kim Dae Ho, Kim", "Lund: Lund"],
    );
}

#[test]
fn every_apostrophe_is_the_same_in_a_name() {
    check("They met James O’Neill. O'Neill left.", &["James O’Neill: James O’Neill, O'Neill"]);
}

#[test]
fn middle_names_come_and_go() {
    check("Anna B. Wexmoor met Anna Wexmoor.", &["Anna B. Wexmoor: Anna B. Wexmoor, Anna Wexmoor"]);
}

#[test]
fn titles_keep_two_people_of_one_family_apart() {
    check(
        "Anna Wexmoor met David Wexmoor. Mrs. Wexmoor spoke. Mr. Wexmoor left.",
        &["Anna Wexmoor: Anna Wexmoor, Wexmoor", "David Wexmoor: David Wexmoor, Wexmoor"],
    );
}

#[test]
fn an_office_said_of_one_of_two_namesakes_tells_which_is_meant() {
    check(
        "President David Wexmoor met Peter Wexmoor. President Wexmoor left.",
        &["David Wexmoor: David Wexmoor, Wexmoor", "Peter Wexmoor: Peter Wexmoor"],
    );
    check(
        "David Wexmoor met Gov. Peter Wexmoor. President Wexmoor left. Governor Wexmoor stayed.",
        &["David Wexmoor: David Wexmoor, Wexmoor", "Peter Wexmoor: Peter Wexmoor, Wexmoor"],
    );
    check(
        "David Wexmoor, the president, met Peter Wexmoor. President Wexmoor left.",
        &["David Wexmoor: David Wexmoor, Wexmoor", "Peter Wexmoor: Peter Wexmoor"],
    );
}

#[test]
fn a_pronoun_behind_a_family_name_tells_which_of_two_namesakes_is_meant() {
    check(
        "Anna Wexmoor met David Wexmoor. Wexmoor said she was ill.",
        &["Anna Wexmoor: Anna Wexmoor, Wexmoor, she", "David Wexmoor: David Wexmoor"],
    );
}

#[test]
fn whoever_was_called_by_the_family_name_alone_stays_so() {
    check(
        "David Wexmoor spoke. Wexmoor left. Peter Wexmoor stayed. Wexmoor returned.",
        &["David Wexmoor: David Wexmoor, Wexmoor, Wexmoor", "Peter Wexmoor: Peter Wexmoor"],
    );
}

#[test]
fn of_two_namesakes_that_nothing_tells_apart_the_last_is_taken_with_doubt() {
    let text = "David Wexmoor met Peter Wexmoor. Wexmoor left.";
    check(text, &["David Wexmoor: David Wexmoor", "Peter Wexmoor: Peter Wexmoor, Wexmoor"]);
    let findings = analyse(text);
    let sure: Vec<bool> =
        findings.mentions.iter().map(|one| one.confidence.value() > 0.7).collect();
    assert_eq!(sure, [true, true, false]);
}

#[test]
fn acronyms_and_known_aliases_are_one_with_the_long_name() {
    check(
        "Eastmoor Tidal Agency closed. The ETA said so.",
        &["Eastmoor Tidal Agency: Eastmoor Tidal Agency, ETA"],
    );
    check("They left the U.S. for the United States.", &["United States: U.S., United States"]);
}

#[test]
fn a_pronoun_is_the_fitting_person_named_last() {
    // chain/pronoun
    check(
        "Anna Wexmoor met David Lund. She left before him.",
        &["Anna Wexmoor: Anna Wexmoor, She", "David Lund: David Lund, him"],
    );
}

#[test]
fn a_pronoun_may_come_before_its_name() {
    check("In her speech, Anna Wexmoor praised the pilots.", &["Anna Wexmoor: her, Anna Wexmoor"]);
}

#[test]
fn a_possessive_is_the_subject_of_its_clause_and_not_the_relative_behind_it() {
    check(
        "David Lund left. Peter Holm called his brother, Mark Holm, at noon.",
        &["David Lund: David Lund", "Peter Holm: Peter Holm, his", "Mark Holm: Mark Holm"],
    );
}

#[test]
fn a_capitalised_word_that_a_pronoun_stands_for_is_a_name() {
    // name/pronoun
    check("In May, Quellorix said that she was ill.", &["Quellorix: Quellorix, she"]);
}

#[test]
fn a_pronoun_in_a_direct_quote_is_not_who_speaks() {
    check(
        "Anna Wexmoor left. “I saw her,” said Mr. Lund.",
        &["Anna Wexmoor: Anna Wexmoor, her", "Lund: Lund"],
    );
    check("“I told him,” said David Lund.", &["David Lund: David Lund"]);
}

#[test]
fn dates_and_amounts_have_no_entity() {
    let findings = analyse("It cost $5 in May 2019.");
    assert!(findings.mentions.iter().all(|mention| mention.entity.is_none()));
    assert_eq!(findings.mentions.len(), 2);
}
