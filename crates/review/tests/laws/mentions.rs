//! Names, dates and amounts that the reader has spoken of.

use galley_engine::{Findings, MentionKind, Rule};
use galley_notebook::{Finding, Say, What};
use galley_review::{Remarks, Standing, review};

use crate::desk::{Desk, TEXT, index, shown, span};

fn place() -> Say {
    Say::Kind("place".into())
}

#[test]
fn what_is_accepted_is_confirmed_and_stays_as_it_is() {
    let mut desk = Desk::new();
    let before = shown(&desk.review(), "Exeter").0.clone();
    desk.mention("Exeter", Say::Accept);
    let review = desk.review();
    let (mention, _, standing) = shown(&review, "Exeter");
    assert!(matches!(standing, Standing::Confirmed(_)));
    assert_eq!((mention.kind, mention.entity), (before.kind, before.entity));
    assert_eq!(mention.confidence.value(), 1.0);
}

#[test]
fn what_is_rejected_is_gone_and_comes_back_when_that_is_taken_back() {
    let mut desk = Desk::new();
    let count = desk.findings.mentions.len();
    desk.mention("Exeter", Say::Reject);
    let gone = desk.review();
    assert_eq!(gone.findings.mentions.len(), count - 1);
    assert_eq!(gone.rejections, [desk.corrections()[0].id]);
    assert_eq!(*review(TEXT, &desk.findings, Remarks::default()).findings, desk.findings);
}

#[test]
fn one_name_of_two_given_another_kind_becomes_something_of_its_own() {
    let mut desk = Desk::new();
    desk.mention("Penhallow", place());
    let review = desk.review();
    let (mention, entity, standing) = shown(&review, "Penhallow");
    assert!(matches!(standing, Standing::Corrected(_)));
    assert_eq!((mention.kind, entity.unwrap().kind), (MentionKind::Place, MentionKind::Place));
    let (_, other, _) = shown(&review, "Ruth Penhallow");
    assert_eq!(other.unwrap().kind, MentionKind::Person);
}

#[test]
fn somebody_whose_every_name_is_a_place_is_a_place() {
    let mut desk = Desk::new();
    desk.mention("Ruth Penhallow", place());
    desk.mention("Penhallow", place());
    let review = desk.review();
    let (one, other) = (shown(&review, "Ruth Penhallow"), shown(&review, "Penhallow"));
    assert_eq!(one.0.entity, other.0.entity);
    assert_eq!(one.1.unwrap().kind, MentionKind::Place);
    assert_eq!(review.findings.entities.len(), desk.findings.entities.len());
}

#[test]
fn a_wider_extent_swallows_what_it_covers_of_the_same_kind() {
    let mut desk = Desk::new();
    desk.mention("Ruth Penhallow", Say::Extent(span("Mayor Ruth Penhallow")));
    let review = desk.review();
    let (mention, entity, standing) = shown(&review, "Mayor Ruth Penhallow");
    assert!(matches!(standing, Standing::Corrected(_)));
    assert_eq!(entity.unwrap().name, "Ruth Penhallow");
    let over = review.findings.mentions.iter().filter(|it| it.span.overlaps(mention.span));
    assert!(over.filter(|it| it.kind == MentionKind::Person).count() == 1);
}

#[test]
fn a_date_made_a_name_names_something_and_has_no_value() {
    let mut desk = Desk::new();
    desk.mention("Thursday", Say::Kind("person".into()));
    let review = desk.review();
    let (mention, entity, _) = shown(&review, "Thursday");
    assert_eq!(entity.unwrap().name, "Thursday");
    assert_eq!(mention.value, None);
    desk.mention("Thursday", Say::Kind("date".into()));
    let review = desk.review();
    let (mention, entity, standing) = shown(&review, "Thursday");
    assert_eq!((mention.kind, entity), (MentionKind::Date, None));
    assert!(matches!(standing, Standing::Confirmed(_)), "it is as it was found again");
}

#[test]
fn a_place_that_only_the_reader_found_is_the_readers_own() {
    let mut desk = Desk::new();
    let finding = Finding {
        what: What::Mention,
        kind: "organization".into(),
        span: span("the boats"),
        speaker: None,
        cue: None,
    };
    desk.says(vec![(None, finding)], Say::Mark);
    let review = desk.review();
    let (mention, entity, standing) = shown(&review, "the boats");
    assert!(matches!(standing, Standing::Own(_)));
    assert_eq!((mention.rule, entity.unwrap().name.as_str()), (Rule::ReaderSays, "the boats"));
}

#[test]
fn what_the_reader_settled_stands_when_the_next_reading_misses_it() {
    let mut desk = Desk::new();
    desk.mention("Exeter", Say::Accept);
    desk.mention("Penhallow", place());
    desk.findings = Findings::default();
    let review = desk.review();
    assert!(matches!(shown(&review, "Exeter").2, Standing::Own(_)));
    assert_eq!(shown(&review, "Penhallow").0.kind, MentionKind::Place);
}

#[test]
fn what_the_reader_settled_overrules_a_reading_that_decides_otherwise() {
    let mut desk = Desk::new();
    desk.mention("Exeter", Say::Accept);
    let at = index(&desk.review(), "Exeter");
    desk.findings.mentions[at].kind = MentionKind::Person;
    let review = desk.review();
    let (mention, _, standing) = shown(&review, "Exeter");
    assert_eq!(mention.kind, MentionKind::Place);
    assert!(matches!(standing, Standing::Corrected(_)));
}

#[test]
fn a_rejection_is_kept_but_does_nothing_where_another_kind_is_found() {
    let mut desk = Desk::new();
    desk.mention("Exeter", Say::Reject);
    let at = desk.findings.mentions.iter().position(|it| it.span == span("Exeter")).unwrap();
    desk.findings.mentions[at].kind = MentionKind::Person;
    let review = desk.review();
    assert_eq!(shown(&review, "Exeter").2, Standing::Found);
    assert_eq!(review.idle, [desk.corrections()[0].id]);
}
