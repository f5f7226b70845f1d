//! [`titles`]: what stands at a person's name and is no part of it: "Prime Minister" Ana Ruiz, Ruth
//! Penhallow, "Mayor" of Port Ellery.
//!
//! An office, a rank or a form of address counts; a job ("the engineer Paula Renn") does not, nor
//! does a description with an article ("Ana Ruiz, the minister").

use std::ops::Range;

use super::sex::Sex;
use crate::article::Article;
use crate::lexicon::{Classes, classes, cue};
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Rule};

/// The titles of the persons among `mentions`, which are in order; none shares words with one of them.
pub(crate) fn titles(article: &Article, mentions: &[Mention]) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    let is_person = |it: &&Mention| it.kind == MentionKind::Person && it.form == Form::Name;
    for person in mentions.iter().filter(is_person) {
        let Some(id) = person.entity else { continue };
        let name = article.tokens_in(person.span);
        let found = [
            (before(article, name.start), Rule::TitleBefore),
            (after(article, name.end), Rule::TitleAfter),
        ];
        for (tokens, rule) in found {
            let title = tokens.map(|tokens| mention(article, tokens, id, rule));
            out.extend(title.filter(|title| is_free(mentions, title)));
        }
    }
    out.sort_by_key(|title| title.span);
    // What follows one name may stand before the next: "Ana Ruiz, President Lund".
    out.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    out
}

fn mention(article: &Article, tokens: Range<usize>, id: EntityId, rule: Rule) -> Mention {
    Mention {
        span: article.span_of(tokens),
        kind: MentionKind::Title,
        form: Form::Nominal,
        entity: Some(id),
        value: None,
        confidence: Confidence::new(0.9),
        rule,
    }
}

fn is_free(mentions: &[Mention], title: &Mention) -> bool {
    let end = mentions.partition_point(|it| it.span.start() < title.span.end());
    mentions[..end].iter().rev().take(3).all(|it| !it.span.overlaps(title.span))
}

/// The office or rank of whoever is named by the tokens `name`: what stands before it, or else behind it, after
/// "the" too.
pub(super) fn around(article: &Article, name: &Range<usize>) -> Option<Range<usize>> {
    let described = || {
        let head = name.end + 2;
        let is_told = article.word(name.end) == "," && article.word(name.end + 1) == "the";
        let is_owner = article.word(head + 1).starts_with(['\'', '’']);
        (is_told && !is_owner && is_title(article.word(head))).then_some(head..head + 1)
    };
    let is_office = |title: &Range<usize>| Sex::of_title(article.word(title.start)).is_none();
    let before = before(article, name.start).filter(is_office);
    before.or_else(|| after(article, name.end)).or_else(described)
}

/// How many tokens before a name are looked at: "Secretary of State for Foreign Affairs".
const LONGEST: usize = 6;

/// "Prime Minister" before the name whose first token is `name`.
fn before(article: &Article, name: usize) -> Option<Range<usize>> {
    let sentence = article.sentences.get(article.sentence_of(name))?;
    let least = sentence.tokens.start.max(name.saturating_sub(LONGEST));
    let head = match name.checked_sub(1).filter(|head| *head >= least)? {
        head if is_title(article.word(head)) || is_general(article, head) => head,
        last => office_of(article, least..last + 1)?,
    };
    Some(qualified(article, least, head)..name)
}

/// "Secretary" in "Secretary of State", where `tokens` end with the charge of an office.
fn office_of(article: &Article, tokens: Range<usize>) -> Option<usize> {
    let is_charge = |at: &usize| {
        let word = article.word(*at);
        word == "and" || word.starts_with(char::is_uppercase)
    };
    let last = tokens.clone().rev().find(|at| !is_charge(at))?;
    let is_tied = last + 1 < tokens.end && matches!(article.word(last), "of" | "for");
    let head = last.checked_sub(1).filter(|head| is_tied && tokens.contains(head))?;
    let is_minister = matches!(article.word(head), "Secretary" | "Minister");
    is_minister.then_some(head)
}

/// "Mayor" after the name that ends before token `end`: "Ruth Penhallow, Mayor of Port Ellery".
fn after(article: &Article, end: usize) -> Option<Range<usize>> {
    let sentence = article.sentences.get(article.sentence_of(end.checked_sub(1)?))?;
    let start = end + usize::from(article.word(end) == ",");
    let is_capital = |at: usize| article.word(at).starts_with(char::is_uppercase);
    let belongs = |at: &usize| {
        sentence.tokens.contains(at) && is_capital(*at) && qualifies(article.word(*at))
    };
    let head = (start..start + LONGEST).take_while(belongs).last();
    match head.filter(|head| is_title(article.word(*head))) {
        // Before another name it is the title of that one.
        Some(head) if start > end && !is_capital(head + 1) => Some(start..head + 1),
        None if cue::is_letters(article.word(start)) => Some(start..start + 1),
        _ => None,
    }
}

/// "general" in "Major general", "attorney general".
fn is_general(article: &Article, at: usize) -> bool {
    let leads = |before: usize| qualifies(article.word(before));
    article.word(at) == "general" && at.checked_sub(1).is_some_and(leads)
}

/// Where the title whose last word is `head` begins, `least` or later.
fn qualified(article: &Article, least: usize, head: usize) -> usize {
    let is_small = article.word(head).starts_with(char::is_lowercase);
    let belongs = |at: &usize| {
        let word = article.word(*at);
        qualifies(word) && (is_small || word.starts_with(char::is_uppercase))
    };
    (least..head).rev().take_while(belongs).last().unwrap_or(head)
}

fn qualifies(word: &str) -> bool {
    let is_listed = classes(word).meets(Classes::TITLE_QUALIFIER) || is_title(word);
    is_listed && !word.eq_ignore_ascii_case("former")
}

fn is_title(word: &str) -> bool {
    if word.starts_with(char::is_lowercase) {
        return OFFICES.contains(&word);
    }
    let is_listed = classes(word).meets(Classes::TITLE) || RANKS.contains(&word);
    is_listed && !JOBS.contains(&word)
}

/// Titles that are written small before a name too.
const OFFICES: &[&str] = &[
    "ambassador",
    "archbishop",
    "bishop",
    "chancellor",
    "congressman",
    "congresswoman",
    "councillor",
    "governor",
    "king",
    "mayor",
    "minister",
    "premier",
    "president",
    "prince",
    "princess",
    "queen",
    "secretary",
    "senator",
    "president-elect",
    "vice-president",
];

/// Titles that only stand first in others on the lists, or stand in others by a hyphen.
const RANKS: &[&str] = &[
    "General",
    "Director-General",
    "Secretary-General",
    "Secretary-general",
    "Private",
    "Corporal",
    "Vice-Chancellor",
];

/// Words on the list of titles that are a job.
const JOBS: &[&str] = &[
    "Candidate",
    "Coach",
    "Engineer",
    "Leader",
    "Majority",
    "Minority",
    "Nurse",
    "Officer",
    "Spokesman",
    "Spokesperson",
    "Spokeswoman",
    "Deputy",
    "Vice",
];
