//! Laws of corrections. That they undo, store, load and merge exactly, the other laws hold: their
//! sessions are full of them.

use galley_notebook::{Action, Cue, Edit, Finding, Ruling, Say, Session, Speaker, Step, What};
use galley_text::Span;
use proptest::prelude::*;

use crate::sessions::{
    TEXT, act, after, correction, correction_id, current, mention, opened, quote, say, span, steps,
};

proptest! {
    #[test]
    fn every_correction_names_a_place_in_the_text_on_whole_graphemes(steps in steps()) {
        let session = after(opened(), steps);
        for correction in current(&session).corrections() {
            let (about, amends) = (&correction.about, &correction.amends);
            let cue = match &amends.cue {
                Some(Cue::At(anchor)) => Some(anchor),
                _ => None,
            };
            for anchor in [Some(&about.anchor), amends.extent.as_ref(), cue].into_iter().flatten() {
                prop_assert_eq!(anchor.span.of(TEXT), &anchor.exact);
                prop_assert_eq!(anchor.span.on_graphemes(TEXT), anchor.span);
                prop_assert!(!anchor.exact.is_empty());
            }
            let of_quotes = amends.speaker.is_some() || amends.cue.is_some();
            prop_assert!(about.what == What::Quote || !of_quotes);
        }
    }
}

fn undoes(session: &Session) -> Option<&str> {
    session.history()?.undoes().map(Step::label)
}

#[test]
fn each_correction_is_a_step_with_a_name() {
    let place = || mention("Ane Vik");
    for (finding, what, name) in [
        (quote(), Say::Accept, "Accept quote"),
        (place(), Say::Accept, "Accept person “Ane Vik”"),
        (place(), Say::Reject, "Reject person “Ane Vik”"),
        (place(), Say::Mark, "Mark as person"),
        (place(), Say::Kind("place".into()), "Change kind to place"),
        (quote(), Say::Kind("indirect".into()), "Change kind to reported"),
        (quote(), Say::Extent(span("keep the ice")), "Move edge of quote"),
        (place(), Say::Kind("misc".into()), "Change kind to other name"),
        (quote(), Say::Pieces(vec![span("keep"), span("the ice")]), "Move edge of quote"),
        (quote(), speaker("Ruth Penhallow"), "Change speaker to Ruth Penhallow"),
        (quote(), Say::Speaker(Speaker::Nobody), "Leave quote unattributed"),
        (quote(), Say::Cue(Some(span("runs"))), "Change cue to “runs”"),
        (quote(), Say::Cue(None), "Remove cue"),
    ] {
        let session = act(&opened(), say(1, finding, what, 5));
        assert_eq!(undoes(&session), Some(name));
    }
    let session = act(&opened(), say(1, quote(), Say::Reject, 5));
    let session = act(&session, Edit::Retract(vec![correction_id(1)]));
    assert_eq!(undoes(&session), Some("Take back correction"));
    assert_eq!(current(&session).corrections(), []);
}

fn speaker(name: &str) -> Say {
    Say::Speaker(Speaker::Named(name.into()))
}

#[test]
fn what_is_said_of_many_findings_is_one_step() {
    let findings = vec![(correction_id(1), mention("Ane Vik")), (correction_id(2), mention("港"))];
    let now = galley_notebook::Millis(5);
    let session = act(&opened(), Edit::Correct { findings, say: Say::Kind("place".into()), now });
    assert_eq!(current(&session).corrections().len(), 2);
    assert_eq!(undoes(&session), Some("Change 2 kinds to place"));
    let undone = session.update(Action::Undo).unwrap();
    assert_eq!(current(&undone).corrections(), []);
}

#[test]
fn what_is_said_of_a_finding_adds_up_and_the_machine_keeps_the_rest() {
    let session = act(&opened(), say(1, quote(), speaker("Jon Aas"), 5));
    let session = act(&session, say(1, quote(), Say::Kind("mixed".into()), 9_000));
    let it = correction(&session, 1);
    assert_eq!(it.amends.speaker, Some(Speaker::Named("Jon Aas".into())));
    assert_eq!(it.amends.kind.as_deref(), Some("mixed"));
    assert_eq!((&it.amends.cue, &it.amends.extent), (&None, &None));
    assert_eq!((it.about.kind.as_str(), it.created.0, it.modified.0), ("direct", 5, 9_000));
}

#[test]
fn to_accept_settles_all_that_is_shown() {
    let session = act(&opened(), say(1, quote(), Say::Accept, 5));
    let amends = &correction(&session, 1).amends;
    assert_eq!(amends.kind.as_deref(), Some("direct"));
    assert_eq!(amends.speaker, Some(Speaker::Named("Ane Vik".into())));
    let Some(Cue::At(cue)) = &amends.cue else { panic!("{amends:?}") };
    assert_eq!(cue.exact, "said");

    let bare = Finding { speaker: None, cue: None, ..quote() };
    let session = act(&opened(), say(1, bare, Say::Accept, 5));
    let amends = &correction(&session, 1).amends;
    assert_eq!(amends.speaker, Some(Speaker::Nobody));
    assert_eq!(amends.cue, Some(Cue::Nowhere));
}

#[test]
fn a_rejection_that_is_thought_over_keeps_what_was_settled_before() {
    let session = act(&opened(), say(1, quote(), speaker("Jon Aas"), 5));
    let session = act(&session, say(1, quote(), Say::Reject, 6));
    assert_eq!(correction(&session, 1).ruling, Ruling::Rejected);
    let session = act(&session, say(1, quote(), Say::Accept, 7));
    let it = correction(&session, 1);
    assert_eq!(it.ruling, Ruling::Accepted);
    assert_eq!(it.amends.speaker, Some(Speaker::Named("Jon Aas".into())));
}

#[test]
fn an_edge_never_cuts_a_grapheme_nor_keeps_white_space() {
    let whole = span("🔥");
    let inside = Span::new(whole.start() - 1, whole.end());
    let session = act(&opened(), say(1, mention("Ane Vik"), Say::Extent(inside), 5));
    let extent = correction(&session, 1).amends.extent.as_ref();
    assert_eq!(extent.map(|it| it.exact.as_str()), Some("🔥"));
    let accent = span("e\u{301}");
    let half = Span::new(accent.start(), accent.start() + 1);
    let session = act(&opened(), say(1, mention("Ane Vik"), Say::Extent(half), 5));
    assert_eq!(correction(&session, 1).amends.extent.as_ref().unwrap().exact, "e\u{301}");
}

#[test]
fn moving_an_edge_on_and_on_is_one_step_until_the_reader_pauses() {
    let mut session = opened();
    let start = span("keep the ice").start();
    for (end, now) in [(3, 5_000), (4, 5_300), (8, 5_600), (12, 60_000)] {
        let extent = Say::Extent(Span::new(start, start + end));
        session = act(&session, say(1, quote(), extent, now));
    }
    let undone = session.update(Action::Undo).unwrap();
    let extent = &correction(&undone, 1).amends.extent;
    assert_eq!(extent.as_ref().map(|it| it.exact.as_str()), Some("keep the"));
    let undone = undone.update(Action::Undo).unwrap();
    assert_eq!(current(&undone).corrections(), []);
}

#[test]
fn what_cannot_be_said_is_no_step() {
    let nowhere = Finding { span: Span::new(1_000, 1_004), ..mention("Ane Vik") };
    let empty = Finding { span: Span::new(4, 4), ..mention("Ane Vik") };
    for (finding, what) in [
        (mention("Ane Vik"), speaker("Jon Aas")),
        (mention("Ane Vik"), Say::Cue(None)),
        (mention("Ane Vik"), Say::Kind(" ".into())),
        (mention("Ane Vik"), Say::Extent(Span::new(7, 8))),
        (mention("Ane Vik"), Say::Pieces(vec![span("Ane"), span("Vik")])),
        (quote(), Say::Pieces(vec![span("keep")])),
        (quote(), Say::Pieces(vec![span("the ice"), span("keep")])),
        (quote(), speaker("  ")),
        (quote(), Say::Cue(Some(Span::new(7, 7)))),
        (nowhere, Say::Accept),
        (empty, Say::Accept),
    ] {
        let edit = say(1, finding, what, 5);
        assert_eq!(opened().update(Action::Edit(edit.clone())), None, "{edit:?}");
    }
    let session = act(&opened(), say(1, quote(), Say::Reject, 5));
    let again = Action::Edit(say(1, quote(), Say::Reject, 9));
    assert_eq!(session.update(again), None);
    assert_eq!(session.update(Action::Edit(Edit::Retract(vec![correction_id(9)]))), None);
}
