//! Where else the words of a mention stand.

use galley_engine::analyse;
use galley_notebook::Say;
use galley_review::{MOST_SAME, Remarks, review};

use crate::desk::{Desk, TEXT, index};

fn same(desk: &Desk, words: &str) -> Vec<(String, bool)> {
    let review = desk.review();
    let same = review.same(TEXT, index(&review, words));
    same.iter().map(|it| (it.finding.span.of(TEXT).to_owned(), it.mention.is_some())).collect()
}

#[test]
fn other_names_of_the_same_person_are_the_same() {
    let others = same(&Desk::new(), "Ruth Penhallow");
    assert_eq!(others, [("Penhallow".to_owned(), true)]);
}

#[test]
fn the_same_words_are_the_same_where_nothing_is_marked_and_a_part_of_a_word_is_not() {
    let mut desk = Desk::new();
    let finding = galley_notebook::Finding {
        what: galley_notebook::What::Mention,
        kind: "organization".into(),
        span: crate::desk::span("council"),
        speaker: None,
        cue: None,
    };
    desk.says(vec![(None, finding)], Say::Mark);
    assert_eq!(same(&desk, "council"), [("council".to_owned(), false)]);
}

#[test]
fn what_is_said_of_all_the_same_is_one_step_and_all_of_it_is_shown() {
    let mut desk = Desk::new();
    let review = desk.review();
    let at = index(&review, "Ruth Penhallow");
    let mut findings: Vec<_> =
        review.same(TEXT, at).into_iter().map(|it| (it.correction, it.finding)).collect();
    let (finding, id) = review.mention(at).unwrap();
    findings.push((id, finding));
    desk.says(findings, Say::Kind("organization".into()));
    let review = desk.review();
    let entity = review.findings.mentions[index(&review, "Penhallow")].entity.unwrap();
    assert_eq!(review.findings.entities[entity.0 as usize].kind.word(), "organization");
    assert_eq!(desk.corrections().len(), 2);
}

#[test]
fn no_more_places_are_listed_than_a_reader_is_told_of() {
    let text = "Exeter is wet. ".repeat(MOST_SAME + 10);
    let review = review(&text, &analyse(&text), Remarks::default());
    assert_eq!(review.same(&text, 0).len(), MOST_SAME);
}
