//! Laws on any corrections, sensible or not.

use galley_engine::{Findings, analyse};
use galley_notebook::{
    Action, ArticleId, Correction, CorrectionId, Draft, Edit, Finding, HouseRule, Marking, Millis,
    Say, Session, Speaker, What,
};
use galley_review::{Remarks, Review, Standing, Trace, extent, review};
use galley_text::Span;
use proptest::prelude::*;
use std::rc::Rc;
use std::sync::LazyLock;

use crate::desk::{TEXT, rule, scare};

/// What is found, with words set apart.
static FOUND: LazyLock<Findings> = LazyLock::new(|| {
    let scare = vec![scare("its wall")];
    Findings { scare, ..analyse(TEXT) }
});

fn finding() -> impl Strategy<Value = Finding> {
    let what = prop::sample::select(vec![What::Mention, What::Quote]);
    let kind =
        prop::sample::select(vec!["person", "place", "date", "direct", "mixed", "scare", "ghost"]);
    let found = {
        let Findings { mentions, quotes, scare, .. } = &*FOUND;
        let quotes = quotes.iter().map(extent).chain(scare.iter().map(|it| it.span));
        mentions.iter().map(|it| it.span).chain(quotes).collect::<Vec<_>>()
    };
    let anywhere = (0..TEXT.len(), 0..40_usize).prop_map(|(at, len)| Span::new(at, at + len));
    let span = prop_oneof![2 => prop::sample::select(found), 1 => anywhere];
    (what, kind, span).prop_map(|(what, kind, span)| Finding {
        what,
        kind: kind.into(),
        span: span.on_graphemes(TEXT),
        speaker: None,
        cue: None,
    })
}

fn saying() -> impl Strategy<Value = Say> {
    let kind = prop::sample::select(vec!["person", "place", "money", "indirect", "ghost"]);
    let place = (0..TEXT.len(), 0..40_usize).prop_map(|(at, len)| Span::new(at, at + len));
    prop_oneof![
        Just(Say::Accept),
        Just(Say::Reject),
        Just(Say::Mark),
        kind.prop_map(|kind| Say::Kind(kind.into())),
        place.clone().prop_map(Say::Extent),
        prop::collection::vec(place.clone(), 0..3).prop_map(Say::Pieces),
        Just(Say::Speaker(Speaker::Named("Ruth Penhallow".into()))),
        Just(Say::Speaker(Speaker::Nobody)),
        prop::option::of(place).prop_map(Say::Cue),
    ]
}

/// Corrections of [`TEXT`], no two at the same moment.
fn corrections() -> impl Strategy<Value = Vec<Rc<Correction>>> {
    prop::collection::vec((0..6_u128, finding(), saying()), 0..12).prop_map(|said| {
        let (draft, id) = (Draft::plain(TEXT), ArticleId::from_random(1));
        let open = Action::Open { draft, id, now: Millis(0) };
        let mut session = Session::default().update(open).unwrap();
        for (at, (id, finding, say)) in said.into_iter().enumerate() {
            let findings = vec![(CorrectionId::from_random(id), finding)];
            let edit = Action::Edit(Edit::Correct { findings, say, now: Millis(at as u64) });
            session = session.update(edit).unwrap_or(session);
        }
        session.current().unwrap().corrections().to_vec()
    })
}

/// House rules, no two changed at the same moment.
fn rules() -> impl Strategy<Value = Vec<Rc<HouseRule>>> {
    let words = vec!["Penhallow", "Ruth", "Ellery", "council", "the sea", "Thursday", "told", "🔥"];
    let kind = prop::sample::select(vec!["person", "place", "date", "ghost"]);
    let marking = prop_oneof![
        2 => kind.prop_map(|kind| Marking::Always(kind.into())),
        1 => Just(Marking::Never),
    ];
    prop::collection::vec((prop::sample::select(words), marking), 0..6).prop_map(|rules| {
        let rules = rules.into_iter().enumerate();
        rules.map(|(at, (words, marking))| Rc::new(rule(at, words, marking))).collect()
    })
}

fn remarks<'a>(rules: &'a [Rc<HouseRule>], corrections: &'a [Rc<Correction>]) -> Remarks<'a> {
    Remarks { rules, corrections, identities: &[] }
}

fn behind(review: &Review) -> Vec<CorrectionId> {
    let standings = review.mentions.iter().chain(&review.quotes).chain(&review.scare);
    let mut ids: Vec<CorrectionId> = standings.filter_map(|it| it.standing.correction()).collect();
    ids.extend(&review.rejections);
    ids.extend(&review.idle);
    ids.sort();
    ids
}

proptest! {
    #[test]
    fn every_correction_is_carried_out_once_or_said_to_be_idle(
        rules in rules(),
        corrections in corrections(),
    ) {
        let review = review(TEXT, &FOUND, remarks(&rules, &corrections));
        let mut ids: Vec<CorrectionId> = corrections.iter().map(|it| it.id).collect();
        ids.sort();
        prop_assert_eq!(behind(&review), ids);
    }

    #[test]
    fn what_is_shown_is_as_sound_as_what_was_found(
        rules in rules(),
        corrections in corrections(),
    ) {
        let found = &*FOUND;
        let Review { findings, mentions, quotes, scare, .. } = review(TEXT, found, remarks(&rules, &corrections));
        prop_assert_eq!(findings.mentions.len(), mentions.len());
        prop_assert_eq!(findings.quotes.len(), quotes.len());
        prop_assert!(findings.mentions.is_sorted_by_key(|it| it.span));
        prop_assert!(findings.quotes.is_sorted_by_key(|it| it.content[0].start()));
        prop_assert_eq!(findings.scare.len(), scare.len());
        prop_assert!(findings.scare.is_sorted_by_key(|it| it.span));
        prop_assert!(findings.scare.iter().all(|it| it.span.fits(TEXT) && !it.span.is_empty()));
        for (at, entity) in findings.entities.iter().enumerate() {
            prop_assert_eq!(entity.id.0 as usize, at);
        }
        prop_assert!(findings.entities.len() >= found.entities.len());
        let known = |id: Option<galley_engine::EntityId>| {
            id.is_none_or(|id| (id.0 as usize) < findings.entities.len())
        };
        for mention in &findings.mentions {
            prop_assert!(mention.span.fits(TEXT) && !mention.span.is_empty());
            prop_assert_eq!(mention.span.on_graphemes(TEXT), mention.span);
            prop_assert!(known(mention.entity));
        }
        for quote in &findings.quotes {
            prop_assert!(!quote.content.is_empty() && quote.speakers.iter().all(|it| known(Some(it.entity))));
            prop_assert!(quote.content.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
            for piece in quote.content.iter().chain(&quote.cue).chain(&quote.source) {
                prop_assert!(piece.fits(TEXT) && !piece.is_empty());
            }
        }
    }

    #[test]
    fn the_order_in_which_corrections_lie_changes_nothing(
        rules in rules(),
        corrections in corrections(),
    ) {
        let there = review(TEXT, &FOUND, remarks(&rules, &corrections));
        let turned: Vec<_> = corrections.iter().rev().cloned().collect();
        let rules: Vec<_> = rules.into_iter().rev().collect();
        prop_assert_eq!(review(TEXT, &FOUND, remarks(&rules, &turned)), there);
    }

    #[test]
    fn what_is_never_to_be_marked_is_not_marked_but_by_a_correction(rules in rules()) {
        let review = review(TEXT, &FOUND, remarks(&rules, &[]));
        for rule in rules.iter().filter(|it| it.marking == Marking::Never) {
            let last = rules.iter().rfind(|it| it.words == rule.words);
            let marked = review.findings.mentions.iter().any(|it| it.span.of(TEXT) == rule.words);
            prop_assert!(!marked || last != Some(rule));
        }
    }

    #[test]
    fn of_a_reading_that_finds_nothing_only_what_the_reader_says_is_shown(
        corrections in corrections(),
    ) {
        let review = review(TEXT, &Findings::default(), remarks(&[], &corrections));
        let own = |it: &Trace| matches!(it.standing, Standing::Own(_));
        prop_assert!(review.mentions.iter().chain(&review.quotes).chain(&review.scare).all(own));
        prop_assert_eq!(review.rejections, []);
    }
}

#[test]
fn without_corrections_everything_stands_as_it_was_found() {
    let review = review(TEXT, &FOUND, Remarks::default());
    assert_eq!(*review.findings, *FOUND);
    let mut all = review.mentions.iter().chain(&review.quotes).chain(&review.scare);
    assert!(all.all(|it| it.standing == Standing::Found));
}
