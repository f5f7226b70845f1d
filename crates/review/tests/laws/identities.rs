//! Who is who, as the reader says.

use std::sync::LazyLock;

use galley_engine::{Findings, Quote, analyse};
use galley_notebook::{
    Action, ArticleId, Draft, Edit, Identity, IdentityId, Millis, Reach, Say, Session,
};
use galley_review::{Remarks, Review, review, speakers};
use proptest::prelude::*;
use std::rc::Rc;

use crate::desk::{Desk, TEXT, index, named, shown};

static FOUND: LazyLock<Findings> = LazyLock::new(|| analyse(TEXT));

fn name_at<'r>(review: &'r Review, words: &str) -> &'r str {
    &shown(review, words).1.unwrap().name
}

fn speaker<'r>(review: &'r Review, words: &str) -> &'r str {
    let findings = &review.findings;
    let quote = findings.quotes.iter().find(|it| it.content[0].of(TEXT).contains(words)).unwrap();
    &findings.entities[quote.speakers[0].entity.0 as usize].name
}

#[test]
fn two_people_that_are_the_same_are_one_with_all_their_words() {
    let mut desk = Desk::new();
    assert_eq!(speaker(&desk.review(), "Three times"), "Daniel Okafor");
    desk.identifies("Daniel Okafor", Reach::All, Some("Ruth Penhallow"));
    let review = desk.review();
    for words in ["Daniel Okafor", "Okafor", "Penhallow"] {
        assert_eq!(name_at(&review, words), "Ruth Penhallow", "{words}");
    }
    assert_eq!(speaker(&review, "Three times"), "Ruth Penhallow");
    desk.does(Action::Undo);
    assert_eq!(*desk.review().findings, desk.findings);
}

#[test]
fn one_mention_of_somebody_else_takes_its_quote_along_and_leaves_the_others() {
    let mut desk = Desk::new();
    desk.identifies("Penhallow", Reach::One, None);
    let review = desk.review();
    assert_eq!(name_at(&review, "Penhallow"), "Penhallow");
    assert_eq!(name_at(&review, "Ruth Penhallow"), "Ruth Penhallow");
    assert_eq!(speaker(&review, "The sea"), "Ruth Penhallow");
    assert_eq!(speaker(&review, "work would begin"), "Penhallow");
}

#[test]
fn a_name_of_somebody_else_is_taken_off_in_every_place() {
    let mut desk = Desk::new();
    desk.identifies("Okafor", Reach::Alias, None);
    let review = desk.review();
    let entity = |words| review.findings.mentions[index(&review, words)].entity;
    assert_ne!(entity("Okafor"), entity("Daniel Okafor"));
}

#[test]
fn a_speaker_chosen_by_a_name_that_was_merged_is_the_one_that_it_was_merged_into() {
    let mut desk = Desk::new();
    desk.quote("“Nobody", named("Daniel Okafor"));
    desk.identifies("Daniel Okafor", Reach::All, Some("Ruth Penhallow"));
    assert_eq!(speaker(&desk.review(), "Nobody"), "Ruth Penhallow");
}

#[test]
fn two_who_say_it_together_and_are_the_same_say_it_alone() {
    let mut desk = Desk::new();
    let okafor = desk.findings.quotes.iter().flat_map(|it| &it.speakers).copied();
    let okafor = okafor.last().unwrap();
    let sea = |it: &Quote| it.content[0].of(TEXT).contains("The sea");
    let quote = desk.findings.quotes.iter_mut().find(|it| sea(it)).unwrap();
    quote.speakers.push(okafor);
    assert_eq!(quote.speakers.len(), 2);
    desk.identifies("Daniel Okafor", Reach::All, Some("Ruth Penhallow"));
    let review = desk.review();
    let quote = review.findings.quotes.iter().find(|it| sea(it)).unwrap();
    assert_eq!(speakers(&review.findings, quote).as_deref(), Some("Ruth Penhallow"));
}

#[test]
fn what_changes_nothing_is_kept_and_said_to_change_nothing() {
    let mut desk = Desk::new();
    desk.identifies("Okafor", Reach::All, Some("Daniel Okafor"));
    assert_eq!(*desk.review().findings, desk.findings);
    assert_eq!(desk.review().unidentified.len(), 1);

    let mut desk = Desk::new();
    desk.identifies("Exeter", Reach::One, Some("Port Ellery"));
    assert_eq!(desk.review().unidentified, []);
    desk.mention("Exeter", Say::Reject);
    assert_eq!(desk.review().unidentified.len(), 1, "it is not mentioned any more");
}

/// What can be said of who is who in [`TEXT`], no two at the same moment.
fn identities() -> impl Strategy<Value = Vec<Rc<Identity>>> {
    let place =
        || prop::sample::select(FOUND.mentions.iter().map(|it| it.span).collect::<Vec<_>>());
    let reach = prop::sample::select(vec![Reach::One, Reach::Alias, Reach::All]);
    let said = (place(), reach, prop::option::of(place()));
    prop::collection::vec(said, 0..8).prop_map(|said| {
        let (draft, id) = (Draft::plain(TEXT), ArticleId::from_random(1));
        let open = Action::Open { draft, id, now: Millis(0) };
        let mut session = Session::default().update(open).unwrap();
        for (at, (mention, reach, other)) in said.into_iter().enumerate() {
            let (id, now) = (IdentityId::from_random(at as u128), Millis(at as u64));
            let edit = Action::Edit(Edit::Identify { id, mention, reach, other, now });
            session = session.update(edit).unwrap();
        }
        session.current().unwrap().identities().to_vec()
    })
}

proptest! {
    #[test]
    fn whoever_is_who_the_same_words_are_marked_and_quoted(identities in identities()) {
        let remarks = Remarks { identities: &identities, ..Remarks::default() };
        let Review { findings, .. } = review(TEXT, &FOUND, remarks);
        let places = |it: &Findings| it.mentions.iter().map(|it| (it.span, it.kind)).collect::<Vec<_>>();
        prop_assert_eq!(places(&findings), places(&FOUND));
        let words = |it: &Findings| it.quotes.iter().map(|it| it.content.clone()).collect::<Vec<_>>();
        prop_assert_eq!(words(&findings), words(&FOUND));
        for (now, before) in findings.mentions.iter().zip(&FOUND.mentions) {
            prop_assert_eq!(now.entity.is_some(), before.entity.is_some());
            prop_assert!(now.entity.is_none_or(|id| (id.0 as usize) < findings.entities.len()));
        }
        for (now, before) in findings.quotes.iter().zip(&FOUND.quotes) {
            prop_assert_eq!(now.speakers.is_empty(), before.speakers.is_empty());
        }
    }

    #[test]
    fn the_last_that_was_said_of_who_somebody_is_holds(identities in identities()) {
        let remarks = Remarks { identities: &identities, ..Remarks::default() };
        let Review { findings, unidentified, .. } = review(TEXT, &FOUND, remarks);
        let last = identities.iter().max_by_key(|it| it.created);
        let Some(last) = last.filter(|it| !unidentified.contains(&it.id)) else { return Ok(()) };
        let entity = |span| findings.mentions.iter().find(|it| it.span == span).unwrap().entity;
        if let galley_notebook::Who::SameAs(other) = &last.who
            && (last.reach != Reach::Alias || other.exact != last.mention.exact)
        {
            prop_assert_eq!(entity(last.mention.span), entity(other.span));
        }
    }
}
