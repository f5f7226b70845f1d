//! Words set apart that the reader has spoken of.

use galley_engine::QuoteKind;
use galley_notebook::{Action, Say};
use galley_review::{Review, Standing};

use crate::desk::{Desk, TEXT, named, scare};

/// A desk where these words of the article are found to be set apart.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.findings.scare = vec![scare("its wall")];
    desk
}

/// Says something of the words set apart.
fn says(desk: &mut Desk, say: Say) {
    let (finding, id) = desk.review().scare(0).unwrap();
    desk.says(vec![(id, finding)], say);
}

/// The quotes that only the reader found.
fn own(review: &Review) -> Vec<usize> {
    let quotes = 0..review.quotes.len();
    quotes.filter(|&at| matches!(review.quotes[at].standing, Standing::Own(_))).collect()
}

#[test]
fn words_set_apart_are_accepted_and_rejected() {
    let mut desk = desk();
    says(&mut desk, Say::Accept);
    let review = desk.review();
    assert_eq!(review.findings.scare, desk.findings.scare);
    assert!(matches!(review.scare[0].standing, Standing::Confirmed(_)));
    says(&mut desk, Say::Reject);
    let review = desk.review();
    assert_eq!(review.findings.scare, []);
    assert_eq!(review.rejections, [desk.corrections()[0].id]);
}

#[test]
fn words_set_apart_become_a_quote_of_somebody_in_steps_that_are_undone_by_name() {
    let mut desk = desk();
    says(&mut desk, Say::Kind("direct".into()));
    let review = desk.review();
    assert_eq!(review.findings.scare, []);
    let at = own(&review)[0];
    let quote = &review.findings.quotes[at];
    assert_eq!(quote.content[0].of(TEXT), "its wall");
    assert_eq!((quote.kind, quote.speakers.len()), (QuoteKind::Direct, 0));

    let (finding, id) = review.quote(at).unwrap();
    desk.says(vec![(id, finding)], named("Ruth Penhallow"));
    let review = desk.review();
    assert_eq!(review.findings.quotes[own(&review)[0]].speakers.len(), 1);
    assert_eq!(desk.corrections().len(), 1, "it is the same correction");

    desk.does(Action::Undo);
    assert_eq!(desk.undoes(), "Take words set apart for a quote");
    desk.does(Action::Undo);
    let review = desk.review();
    assert_eq!(review.findings.scare, desk.findings.scare);
    assert!(own(&review).is_empty());
}

#[test]
fn a_quote_that_was_set_apart_is_neither_once_it_is_rejected() {
    let mut desk = desk();
    says(&mut desk, Say::Kind("direct".into()));
    let review = desk.review();
    let (finding, id) = review.quote(own(&review)[0]).unwrap();
    desk.says(vec![(id, finding)], Say::Reject);
    let review = desk.review();
    assert_eq!((review.findings.scare.len(), own(&review).len()), (0, 0));
    assert_eq!(review.rejections.len(), 1);
}

#[test]
fn the_edges_of_words_set_apart_move_and_the_quote_that_they_become_stands_there() {
    let mut desk = desk();
    says(&mut desk, Say::Extent(crate::desk::span("wall.")));
    let review = desk.review();
    assert_eq!(review.findings.scare[0].span.of(TEXT), "wall.");
    assert!(matches!(review.scare[0].standing, Standing::Corrected(_)));
    says(&mut desk, Say::Kind("direct".into()));
    let review = desk.review();
    assert_eq!(review.findings.quotes[own(&review)[0]].content[0].of(TEXT), "wall.");
    assert_eq!(review.findings.scare, []);
}

#[test]
fn what_is_said_of_words_that_are_no_longer_found_does_nothing_and_is_kept() {
    let mut desk = desk();
    says(&mut desk, Say::Accept);
    desk.findings.scare.clear();
    let review = desk.review();
    assert_eq!(review.findings.scare, []);
    assert_eq!(review.idle, [desk.corrections()[0].id]);
}
