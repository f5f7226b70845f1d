//! Sessions to hold the laws against.

use std::rc::Rc;

use galley_notebook::{
    Action, Annotation, AnnotationId, ArticleId, Correction, CorrectionId, Draft, Edit, Finding,
    HouseRuleId, IdentityId, Marking, Millis, Notebook, Reach, RuleEdit, Say, Session, Speaker,
    What,
};
use galley_text::Span;
use proptest::prelude::*;

pub(crate) const TEXT: &str = "Harbour closes for winter\n\n\
    “We cannot keep the ice away,” said Ane Vik 🔥, who runs the port.\n\n\
    La co\u{302}te s’e\u{301}loigne. 港は閉じる。 הנמל נסגר.\n";

pub(crate) fn article_id(n: u128) -> ArticleId {
    ArticleId::from_random(n)
}

pub(crate) fn annotation_id(n: u128) -> AnnotationId {
    AnnotationId::from_random(n)
}

pub(crate) fn correction_id(n: u128) -> CorrectionId {
    CorrectionId::from_random(n)
}

pub(crate) fn rule_id(n: u128) -> HouseRuleId {
    HouseRuleId::from_random(n)
}

/// A session with [`TEXT`] open and nothing saved.
pub(crate) fn opened() -> Session {
    let draft = Draft::plain(TEXT);
    let open = Action::Open { draft, id: article_id(1), now: Millis(1_000) };
    Session::default().update(open).unwrap()
}

/// The same, saved.
pub(crate) fn saved() -> Session {
    save(&opened())
}

pub(crate) fn save(session: &Session) -> Session {
    let saved = Action::Saved(session.library().clone());
    session.update(saved).unwrap_or_else(|| session.clone())
}

pub(crate) fn act(session: &Session, edit: Edit) -> Session {
    session.update(Action::Edit(edit)).unwrap()
}

pub(crate) fn highlight(n: u128, words: &str, now: u64) -> Edit {
    Edit::AddHighlight { id: annotation_id(n), span: span(words), now: Millis(now) }
}

pub(crate) fn note(n: u128, note: &str, now: u64) -> Edit {
    Edit::SetNote { id: annotation_id(n), note: note.into(), now: Millis(now) }
}

pub(crate) fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// A name that a machine found.
pub(crate) fn mention(words: &str) -> Finding {
    let (what, kind) = (What::Mention, "person".into());
    Finding { what, kind, span: span(words), speaker: None, cue: None }
}

/// The quote of [`TEXT`], as a machine found it.
pub(crate) fn quote() -> Finding {
    Finding {
        what: What::Quote,
        kind: "direct".into(),
        span: span("“We cannot keep the ice away,”"),
        speaker: Some("Ane Vik".into()),
        cue: Some(span("said")),
    }
}

/// Says something of one finding.
pub(crate) fn say(n: u128, finding: Finding, say: Say, now: u64) -> Edit {
    Edit::Correct { findings: vec![(correction_id(n), finding)], say, now: Millis(now) }
}

pub(crate) fn correction(session: &Session, n: u128) -> &Rc<Correction> {
    current(session).correction(correction_id(n)).unwrap()
}

pub(crate) fn current(session: &Session) -> &Notebook {
    session.current().unwrap()
}

pub(crate) fn annotation(session: &Session, n: u128) -> &Rc<Annotation> {
    current(session).annotation(annotation_id(n)).unwrap()
}

/// Any edit: sensible ones, and ones that nothing can be done about.
pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    let id = (0..6_u128).prop_map(annotation_id);
    let now = (0..1_000_000_u64).prop_map(Millis);
    let details = "[a-z ]{0,12}".prop_map(|title| galley_notebook::Details {
        title,
        byline: Some("Ane Vik".into()),
        ..Default::default()
    });
    let span = (0..200_usize, 0..200_usize).prop_map(|(a, b)| Span::new(a, b));
    let place = (0..200_usize, 0..20_usize).prop_map(|(at, len)| Span::new(at, at + len));
    let corrections = prop::collection::vec((0..4_u128).prop_map(correction_id), 0..4);
    let ids = prop::collection::vec(id.clone(), 0..4);
    let findings = prop::collection::vec(((0..4_u128).prop_map(correction_id), finding()), 0..4);
    prop_oneof![
        3 => (id.clone(), span.clone(), now.clone())
            .prop_map(|(id, span, now)| Edit::AddHighlight { id, span, now }),
        1 => (id.clone(), span.clone(), now.clone())
            .prop_map(|(id, span, now)| Edit::Move { id, span, now }),
        2 => (id.clone(), span, "[a-c ]{0,3}", now.clone())
            .prop_map(|(id, span, tag, now)| Edit::Label { id, span, tag, now }),
        1 => (ids.clone(), "[a-c ]{0,3}", now.clone())
            .prop_map(|(ids, tag, now)| Edit::Tag { ids, tag, now }),
        1 => (ids.clone(), "[a-c ]{0,3}", now.clone())
            .prop_map(|(ids, tag, now)| Edit::Untag { ids, tag, now }),
        1 => ids.prop_map(Edit::RemoveAll),
        3 => (id.clone(), "\\PC{0,12}", now.clone())
            .prop_map(|(id, note, now)| Edit::SetNote { id, note, now }),
        1 => (id.clone(), prop::collection::vec("[a-c ]{0,3}", 0..4), now.clone())
            .prop_map(|(id, tags, now)| Edit::SetTags { id, tags, now }),
        1 => id.prop_map(Edit::Remove),
        4 => (findings, saying(), now.clone())
            .prop_map(|(findings, say, now)| Edit::Correct { findings, say, now }),
        1 => corrections.prop_map(Edit::Retract),
        2 => (0..4_u128, place.clone(), prop::option::of(place), now.clone())
            .prop_map(|(n, mention, other, now)| identify(n, mention, other, now)),
        1 => (0..4_u128).prop_map(|n| Edit::Unidentify(IdentityId::from_random(n))),
        1 => (details, now).prop_map(|(details, now)| Edit::Describe { details, now }),
    ]
}

/// Says of all mentions of somebody who that is.
pub(crate) fn identify(n: u128, mention: Span, other: Option<Span>, now: Millis) -> Edit {
    Edit::Identify { id: IdentityId::from_random(n), mention, reach: Reach::All, other, now }
}

fn finding() -> impl Strategy<Value = Finding> {
    let place = (0..200_usize, 0..40_usize).prop_map(|(start, len)| Span::new(start, start + len));
    prop_oneof![
        place.prop_map(|span| Finding { span, ..mention("Ane Vik") }),
        Just(mention("Ane Vik")),
        Just(quote()),
    ]
}

fn saying() -> impl Strategy<Value = Say> {
    let span = (0..200_usize, 0..200_usize).prop_map(|(a, b)| Span::new(a, b));
    prop_oneof![
        Just(Say::Accept),
        Just(Say::Reject),
        Just(Say::Mark),
        "[a-z ]{0,3}".prop_map(Say::Kind),
        span.clone().prop_map(Say::Extent),
        prop::collection::vec(span.clone(), 0..3).prop_map(Say::Pieces),
        "[a-z ]{0,3}".prop_map(|name| Say::Speaker(Speaker::Named(name))),
        Just(Say::Speaker(Speaker::Nobody)),
        prop::option::of(span).prop_map(Say::Cue),
    ]
}

/// Any edit of the house rules.
pub(crate) fn rule_edit() -> impl Strategy<Value = RuleEdit> {
    let id = || (0..4_u128).prop_map(rule_id);
    let marking = prop_oneof![Just(Marking::Never), "[a-z ]{0,3}".prop_map(Marking::Always)];
    let words = prop::sample::select(vec!["Ane Vik", "port", " 港 ", ""]).prop_map(String::from);
    let instead = prop::collection::vec((0..4_u128).prop_map(correction_id), 0..3);
    let now = (0..1_000_000_u64).prop_map(Millis);
    prop_oneof![
        3 => (id(), words, marking, instead, now).prop_map(|(id, words, marking, instead, now)| {
            RuleEdit::Make { id, words, marking, instead, now }
        }),
        1 => id().prop_map(RuleEdit::Remove),
    ]
}

/// Any step in the current article, through time as well.
pub(crate) fn step() -> impl Strategy<Value = Action> {
    prop_oneof![
        5 => edit().prop_map(Action::Edit),
        1 => rule_edit().prop_map(Action::Rule),
        1 => Just(Action::Undo),
        1 => Just(Action::Redo),
    ]
}

pub(crate) fn steps() -> impl Strategy<Value = Vec<Action>> {
    prop::collection::vec(step(), 0..30)
}

/// The session after all the actions that change something.
pub(crate) fn after(session: Session, actions: Vec<Action>) -> Session {
    actions.into_iter().fold(session, |session, action| session.update(action).unwrap_or(session))
}
