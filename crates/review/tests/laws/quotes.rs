//! Quotes that the reader has spoken of.

use galley_engine::{Confidence, Findings, Quote, QuoteKind, Rule};
use galley_notebook::{Finding, Say, Speaker, What};
use galley_review::{Review, Standing, extent, speakers};
use galley_text::Span;

use crate::desk::{Desk, TEXT, named, span};

const ASKED: &str = "“Three times";

fn shown<'r>(review: &'r Review, words: &str) -> (&'r Quote, Standing, Option<String>) {
    let mut quotes = review.findings.quotes.iter();
    let at = quotes.position(|it| it.content[0].of(TEXT).starts_with(words)).unwrap();
    let quote = &review.findings.quotes[at];
    (quote, review.quotes[at].standing, speakers(&review.findings, quote))
}

#[test]
fn a_speaker_is_changed_to_somebody_of_the_article() {
    let mut desk = Desk::new();
    assert_eq!(shown(&desk.review(), ASKED).2.as_deref(), Some("Daniel Okafor"));
    desk.quote(ASKED, named("Ruth Penhallow"));
    let review = desk.review();
    let (quote, standing, speaker) = shown(&review, ASKED);
    assert_eq!(speaker.as_deref(), Some("Ruth Penhallow"));
    assert_eq!(quote.source, None, "the source names somebody else");
    assert_eq!(quote.confidence.value(), 1.0);
    assert!(matches!(standing, Standing::Corrected(_)));
    assert_eq!(review.findings.entities, desk.findings.entities);
}

#[test]
fn a_speaker_can_be_somebody_new_or_nobody() {
    let mut desk = Desk::new();
    desk.quote(ASKED, named("Joan Tregear"));
    assert_eq!(shown(&desk.review(), ASKED).2.as_deref(), Some("Joan Tregear"));
    desk.quote(ASKED, Say::Speaker(Speaker::Nobody));
    assert_eq!(shown(&desk.review(), ASKED).2, None);
    desk.quote(ASKED, named("Daniel Okafor"));
    let review = desk.review();
    let (quote, standing, _) = shown(&review, ASKED);
    assert!(matches!(standing, Standing::Confirmed(_)), "it is as it was found again");
    assert_eq!(quote.source.map(|it| it.of(TEXT)), Some("Daniel Okafor"));
}

#[test]
fn several_can_say_it_together() {
    let mut desk = Desk::new();
    desk.quote(ASKED, named("Daniel Okafor; Joan Tregear"));
    let review = desk.review();
    let (quote, standing, speaker) = shown(&review, ASKED);
    assert_eq!(speaker.as_deref(), Some("Daniel Okafor; Joan Tregear"));
    assert_eq!(
        quote.speakers.iter().map(|it| it.rule).collect::<Vec<_>>(),
        [Rule::SpeakerNamed, Rule::ReaderSays],
        "the article names one, the reader both"
    );
    assert!(matches!(standing, Standing::Corrected(_)));
    assert_eq!(quote.source.map(|it| it.of(TEXT)), Some("Daniel Okafor"));
    desk.quote(ASKED, Say::Accept);
    assert_eq!(shown(&desk.review(), ASKED).2, speaker);
}

#[test]
fn a_report_inside_of_a_quote_goes_when_it_is_cut_off_or_its_speaker_says_it_all() {
    let mut desk = Desk::new();
    let penhallow = desk.findings.entities.iter().find(|it| it.name == "Ruth Penhallow").unwrap();
    let speakers = vec![galley_engine::Speaker { entity: penhallow.id, rule: Rule::SpeakerNamed }];
    let (content, at) = (vec![span("Three times")], span("told to"));
    let (confidence, rule) = (Confidence::new(0.8), Rule::QuoteInside);
    let inner = galley_engine::Inner { content, cue: at, source: at, speakers, confidence, rule };
    let asked = |it: &&mut Quote| it.content[0].of(TEXT).starts_with(ASKED);
    desk.findings.quotes.iter_mut().find(asked).unwrap().inner.push(inner);
    desk.quote(ASKED, Say::Kind("mixed".into()));
    assert_eq!(shown(&desk.review(), ASKED).0.inner.len(), 1);
    desk.quote(ASKED, named("Ruth Penhallow"));
    assert!(shown(&desk.review(), ASKED).0.inner.is_empty());
    desk.quote(ASKED, named("Daniel Okafor"));
    desk.quote(ASKED, Say::Extent(span("“Three")));
    assert!(shown(&desk.review(), "“Three").0.inner.is_empty());
}

#[test]
fn kind_and_cue_are_changed_and_the_rest_stays() {
    let mut desk = Desk::new();
    desk.quote(ASKED, Say::Kind("mixed".into()));
    desk.quote(ASKED, Say::Cue(Some(span("told to"))));
    let review = desk.review();
    let (quote, _, speaker) = shown(&review, ASKED);
    assert_eq!(quote.kind, QuoteKind::Mixed);
    assert_eq!(quote.cue.map(|it| it.of(TEXT)), Some("told to"));
    assert_eq!(speaker.as_deref(), Some("Daniel Okafor"));
    desk.quote(ASKED, Say::Cue(None));
    assert_eq!(shown(&desk.review(), ASKED).0.cue, None);
}

#[test]
fn the_edges_of_an_interrupted_quote_are_moved_and_the_gap_stays() {
    let mut desk = Desk::new();
    let whole = extent(shown(&desk.review(), ASKED).0);
    let gap = span(" Daniel Okafor said, ");
    let narrow = Span::new(whole.start() + "“".len(), whole.end() - ".”".len());
    desk.quote(ASKED, Say::Extent(narrow));
    let review = desk.review();
    let (quote, _, _) = shown(&review, "Three times");
    let pieces: Vec<&str> = quote.content.iter().map(|it| it.of(TEXT)).collect();
    assert_eq!(pieces, ["Three times I asked,”", "“and three times I was told to wait"]);
    assert!(quote.content.iter().all(|piece| !piece.overlaps(gap)));

    desk.quote("Three times", Say::Extent(span("Three times I asked")));
    let review = desk.review();
    assert_eq!(shown(&review, "Three times").0.content, [span("Three times I asked")]);
}

#[test]
fn an_edge_between_two_pieces_of_a_quote_is_moved_and_stays_when_a_kind_is_said() {
    let mut desk = Desk::new();
    let pieces = vec![span("“Three times I asked"), span("three times I was told to wait.”")];
    desk.quote(ASKED, Say::Pieces(pieces.clone()));
    desk.quote(ASKED, Say::Kind("mixed".into()));
    let review = desk.review();
    let (quote, standing, _) = shown(&review, ASKED);
    assert_eq!(quote.content, pieces);
    assert!(matches!(standing, Standing::Corrected(_)));
    desk.quote(ASKED, Say::Extent(span("“Three times I asked")));
    assert_eq!(shown(&desk.review(), ASKED).0.content, pieces[..1]);
}

#[test]
fn what_is_rejected_is_gone() {
    let mut desk = Desk::new();
    let count = desk.findings.quotes.len();
    desk.quote(ASKED, Say::Reject);
    let review = desk.review();
    assert_eq!(review.findings.quotes.len(), count - 1);
    assert_eq!((review.rejections.len(), review.idle.len()), (1, 0));
}

#[test]
fn a_correction_holds_for_a_reading_that_sees_the_quote_a_little_otherwise() {
    let mut desk = Desk::new();
    desk.quote(ASKED, named("Ruth Penhallow"));
    let at = desk.findings.quotes.iter().position(|it| it.content.len() == 2).unwrap();
    let first = desk.findings.quotes[at].content[0];
    desk.findings.quotes[at].content[0] = Span::new(first.start() + "“".len(), first.end());
    let review = desk.review();
    assert_eq!(shown(&review, "Three times").2.as_deref(), Some("Ruth Penhallow"));
    assert_eq!(review.idle, []);
}

#[test]
fn an_accepted_quote_is_kept_with_its_speaker_when_the_next_reading_misses_it() {
    let mut desk = Desk::new();
    desk.quote(ASKED, Say::Accept);
    assert!(matches!(shown(&desk.review(), ASKED).1, Standing::Confirmed(_)));
    desk.findings = Findings::default();
    let review = desk.review();
    let (quote, standing, speaker) = shown(&review, ASKED);
    assert_eq!((speaker.as_deref(), quote.kind), (Some("Daniel Okafor"), QuoteKind::Direct));
    assert_eq!(quote.cue.map(|it| it.of(TEXT)), Some("said"));
    assert!(matches!(standing, Standing::Own(_)));
}

#[test]
fn a_quote_that_only_the_reader_found_is_the_readers_own() {
    let mut desk = Desk::new();
    let finding = Finding {
        what: What::Quote,
        kind: "indirect".into(),
        span: span("Okafor lives in Exeter"),
        speaker: None,
        cue: None,
    };
    desk.says(vec![(None, finding)], Say::Mark);
    desk.quote("Okafor lives", named("Joan Tregear"));
    let review = desk.review();
    let (quote, standing, speaker) = shown(&review, "Okafor lives");
    assert_eq!((quote.kind, speaker.as_deref()), (QuoteKind::Indirect, Some("Joan Tregear")));
    assert!(matches!(standing, Standing::Own(_)));
}

#[test]
fn the_origin_of_a_quote_stays_whatever_is_said_of_it() {
    let mut desk = Desk::new();
    let review = desk.review();
    let origin = |review: &Review, words: &str| {
        let begins = |quote: &Quote| quote.content[0].of(TEXT).starts_with(words);
        review.quotes[review.findings.quotes.iter().position(begins).unwrap()].origin
    };
    let before = origin(&review, ASKED);
    desk.quote(ASKED, Say::Extent(span("Three times I asked")));
    assert_eq!(origin(&desk.review(), "Three times"), before);
    desk.quote("Three times", named("Ruth Penhallow"));
    assert_eq!(origin(&desk.review(), "Three times"), before);
}
