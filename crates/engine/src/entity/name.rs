//! Names: runs of capitalised words, cut at titles and nationalities, each given a kind.
//!
//! Running text is read first. In headlines, where every word has a capital, only names are
//! taken that the lists or the running text know.

use std::collections::HashMap;
use std::ops::Range;

use super::Found;
use super::candidate::{self, Candidate};
use super::evidence::{self, Verdict};
use crate::article::Article;
use crate::{MentionKind, Rule};

/// Finds the names of `article` outside the `taken` dates and amounts.
pub(super) fn find(article: &Article, taken: &[Found]) -> Vec<Found> {
    let candidates = candidate::candidates(article, taken);
    let mut read: Vec<(Candidate, Option<Verdict>)> = candidates
        .into_iter()
        .map(|one| {
            let verdict = (!one.in_headline).then(|| evidence::judge(article, &one)).flatten();
            (one, verdict)
        })
        .collect();
    let known = settle(article, &mut read);
    let mut out = Vec::new();
    for (candidate, verdict) in read {
        match verdict {
            Some(verdict) => out.push(found(candidate.tokens, &verdict)),
            None if candidate.in_headline => {
                headline(article, candidate.tokens, &known, &mut out);
            }
            None => {}
        }
    }
    out
}

fn found(tokens: Range<usize>, verdict: &Verdict) -> Found {
    Found {
        from: tokens.start,
        end: tokens.end,
        kind: verdict.kind,
        value: None,
        rule: verdict.rule,
        confidence: verdict.confidence,
    }
}

/// What each name is in this article: its surest verdict, and for the parts of a person's name
/// that person.
type Known<'t> = HashMap<&'t str, Verdict>;

/// Gives each name one kind throughout the article, and short forms that of the long one.
fn settle<'t>(article: &Article<'t>, read: &mut [(Candidate, Option<Verdict>)]) -> Known<'t> {
    let mut known: Known = HashMap::new();
    for (candidate, verdict) in read.iter() {
        let Some(verdict) = verdict else { continue };
        let name = article.span_of(candidate.tokens.clone()).of(article.text);
        keep_surer(&mut known, name, *verdict);
        if verdict.kind == MentionKind::Person && candidate.tokens.len() > 1 {
            let part = Verdict {
                confidence: verdict.confidence.min(0.9),
                rule: Rule::NamePart,
                ..*verdict
            };
            for index in candidate.tokens.clone() {
                let word = article.word(index);
                if word.chars().count() > 2 {
                    keep_surer(&mut known, word, part);
                }
            }
        }
    }
    for (candidate, verdict) in read.iter_mut() {
        if candidate.in_headline {
            continue;
        }
        let name = article.span_of(candidate.tokens.clone()).of(article.text);
        if let Some(better) = known.get(name) {
            let is_better = verdict.is_none_or(|old| old.confidence < better.confidence);
            if is_better {
                *verdict = Some(*better);
            }
        }
    }
    known
}

fn keep_surer<'t>(known: &mut Known<'t>, name: &'t str, verdict: Verdict) {
    let held = known.entry(name).or_insert(verdict);
    if held.confidence < verdict.confidence {
        *held = verdict;
    }
}

/// Longest known name that is looked for in a headline, in tokens.
const LONGEST: usize = 6;

/// Takes the known names out of a run of capitals, longest first.
fn headline(article: &Article, tokens: Range<usize>, known: &Known, out: &mut Vec<Found>) {
    let mut at = tokens.start;
    while at < tokens.end {
        let longest = tokens.end.min(at + LONGEST);
        let hit = (at + 1..=longest).rev().find_map(|end| {
            let name = article.span_of(at..end).of(article.text);
            let verdict = known.get(name).copied().or_else(|| evidence::listed(name));
            verdict.map(|verdict| (end, verdict))
        });
        at = match hit {
            Some((end, verdict)) => {
                out.push(found(at..end, &verdict));
                end
            }
            None => at + 1,
        };
    }
}
