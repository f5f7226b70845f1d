//! Words that a house rule speaks of.

use galley_engine::{MentionKind, Rule};
use galley_notebook::{Marking, Say};
use galley_review::Standing;

use crate::desk::{Desk, TEXT, index, shown};

fn always(kind: &str) -> Marking {
    Marking::Always(kind.into())
}

#[test]
fn what_is_always_a_place_is_one_wherever_it_stands_alone() {
    let mut desk = Desk::new();
    desk.rules("Penhallow", always("place"));
    let review = desk.review();
    let (mention, entity, standing) = shown(&review, "Penhallow");
    assert_eq!(standing, Standing::Ruled(desk.rules[0].id));
    assert_eq!((mention.kind, entity.unwrap().kind), (MentionKind::Place, MentionKind::Place));
    let (whole, _, standing) = shown(&review, "Ruth Penhallow");
    assert_eq!((whole.kind, standing), (MentionKind::Person, Standing::Found));
}

#[test]
fn what_the_machine_missed_is_marked_and_is_one_thing() {
    let mut desk = Desk::new();
    desk.rules("council", always("organization"));
    let review = desk.review();
    let council = |it: &&galley_engine::Mention| it.span.of(TEXT) == "council";
    let marked: Vec<_> = review.findings.mentions.iter().filter(council).collect();
    assert_eq!(marked.len(), 2);
    assert!(marked.iter().all(|it| it.rule == Rule::ReaderSays && it.entity == marked[0].entity));
}

#[test]
fn what_is_never_marked_is_gone_in_every_place_and_other_marks_stay() {
    let mut desk = Desk::new();
    desk.rules("Exeter", Marking::Never);
    let review = desk.review();
    assert!(review.findings.mentions.iter().all(|it| it.span.of(TEXT) != "Exeter"));
    assert_eq!(review.findings.mentions.len(), desk.findings.mentions.len() - 1);
}

#[test]
fn a_correction_here_overrules_the_rule() {
    let mut desk = Desk::new();
    desk.rules("Exeter", always("person"));
    desk.mention("Exeter", Say::Kind("organization".into()));
    assert_eq!(shown(&desk.review(), "Exeter").0.kind, MentionKind::Organization);
    desk.mention("Exeter", Say::Kind("person".into()));
    assert!(matches!(shown(&desk.review(), "Exeter").2, Standing::Confirmed(_)));
    desk.mention("Exeter", Say::Reject);
    assert!(desk.review().findings.mentions.iter().all(|it| it.span.of(TEXT) != "Exeter"));
}

#[test]
fn a_rule_for_more_words_goes_before_one_for_fewer_and_a_later_before_an_earlier() {
    let mut desk = Desk::new();
    desk.rules("the boats", always("organization"));
    desk.rules("boats", always("person"));
    desk.rules("Exeter", always("person"));
    desk.rules("Exeter", always("event"));
    let review = desk.review();
    assert_eq!(shown(&review, "the boats").0.kind, MentionKind::Organization);
    assert!(review.findings.mentions.iter().all(|it| it.span.of(TEXT) != "boats"));
    assert_eq!(review.findings.mentions[index(&review, "Exeter")].kind, MentionKind::Event);
}

#[test]
fn a_part_of_a_word_is_no_place_for_a_rule() {
    let mut desk = Desk::new();
    desk.rules("Three time", always("event"));
    desk.rules("xeter", Marking::Never);
    assert_eq!(*desk.review().findings, desk.findings);
}
