//! [`place`]: the places of datelines, "PORT ELLERY, Cornwall — The council met".
//!
//! A dateline opens a paragraph: a town in capitals, its region behind a comma, at times a date or
//! the agency in brackets, and a dash. The town is a place when it, its region or the rest of the
//! article says so; "BREAKING — The council met" names none.

use std::collections::HashSet;
use std::ops::Range;

use super::reach::Reach;
use super::{Found, overlapping};
use crate::article::Article;
use crate::lexicon::{Classes, classes};
use crate::token::TokenKind;
use crate::{MentionKind, Rule};

/// Most words of a town or a region.
const LONGEST: usize = 4;

/// Puts the places of datelines in the stead of whatever `named` reads there. Both lists are in
/// order and without overlap.
pub(super) fn place(article: &Article, numeric: &[Found], named: Vec<Found>) -> Vec<Found> {
    let places = named.iter().filter(|one| one.kind == MentionKind::Place);
    let known: HashSet<String> =
        places.map(|one| text(article, one.from..one.end).to_lowercase()).collect();
    let is_place = |tokens: &Range<usize>| {
        let name = text(article, tokens.clone());
        classes(name).meets(Classes::ANY_PLACE) || known.contains(&name.to_lowercase())
    };
    let mut out = named;
    let mut block = None;
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        if block.replace(sentence.block) == Some(sentence.block) {
            continue;
        }
        let reach = Reach::new(article, sentence.tokens.clone());
        let Some(places) = read(&reach, sentence.tokens.start, numeric) else { continue };
        if places.iter().any(is_place) {
            put(&mut out, places);
        }
    }
    out
}

/// The town and the regions of a dateline at `start`.
fn read(reach: &Reach, start: usize, numeric: &[Found]) -> Option<Vec<Range<usize>>> {
    let town = run(reach, start, |word| !word.contains(char::is_lowercase));
    let mut at = town.end;
    let mut places = vec![town];
    while reach.word(at) == "," {
        let region = run(reach, at + 1, |_| true);
        let date = overlapping(numeric, &(at + 1..at + 2)).first();
        at = date.map_or(region.end, |date| date.end);
        places.extend(date.is_none().then_some(region));
    }
    if reach.word(at) == "(" {
        at = (at + 2..at + 2 + LONGEST).find(|at| reach.word(*at) == ")")? + 1;
    }
    let is_full = places.iter().all(|place| !place.is_empty());
    (is_full && matches!(reach.word(at), "—" | "–" | "--" | "-")).then_some(places)
}

/// The capitalised words from `start` that all fit.
fn run(reach: &Reach, start: usize, fits: impl Fn(&str) -> bool) -> Range<usize> {
    let is_part = |at: &usize| {
        let word = reach.word(*at);
        reach.is(*at, TokenKind::Word) && word.starts_with(char::is_uppercase) && fits(word)
    };
    start..start + (start..start + LONGEST).take_while(is_part).count()
}

/// Replaces what overlaps `places`, which are in order.
fn put(named: &mut Vec<Found>, places: Vec<Range<usize>>) {
    let (from, end) = (places[0].start, places[places.len() - 1].end);
    let start = named.partition_point(|one| one.end <= from);
    let stop = named.partition_point(|one| one.from < end);
    let found = |tokens: Range<usize>| Found {
        from: tokens.start,
        end: tokens.end,
        kind: MentionKind::Place,
        value: None,
        rule: Rule::PlaceDateline,
        confidence: 0.95,
    };
    named.splice(start..stop.max(start), places.into_iter().map(found));
}

fn text<'t>(article: &Article<'t>, tokens: Range<usize>) -> &'t str {
    article.span_of(tokens).of(article.text)
}
