//! [`Interview`]: who asks and who answers where the turns say no more than "Q" and "A".
//!
//! What stands before the first turn tells it: "Interview with Maria Lund", "Maria Lund talks to the
//! Gazette"; else the first person whom it names in full answers. Nobody is called "A".

use std::ops::Range;

use galley_text::Span;

use super::Told;
use crate::article::Article;
use crate::quote::Part;
use crate::{Form, Mention, MentionKind, Quote, Rule};

/// The parties of an interview, as far as the article tells them.
#[derive(Default)]
pub(super) struct Interview {
    asks: Option<Told>,
    answers: Option<Told>,
}

/// How sure an answer is at most for which nobody is known, so that the page asks.
pub(super) const UNTOLD: f32 = 0.55;

/// How sure it is who answers: the article says so, does so of one of two, or names one person, or
/// several.
const SAID: f32 = 0.8;
const ONE_OF_TWO: f32 = 0.55;
const ONLY: f32 = 0.6;
const FIRST: f32 = 0.5;

/// How many mentions on either side of a trigger are looked at, so that a sentence without end costs
/// no more a word.
const NEAR: usize = 20;

impl Interview {
    /// Reads what stands before the first turn of `quotes`.
    pub(super) fn read(article: &Article, mentions: &[Mention], quotes: &[Quote]) -> Self {
        let is_letter = |quote: &&Quote| {
            let label = quote.source.map(|source| source.of(article.text));
            quote.rule == Rule::QuoteTurn && label.and_then(Part::of).is_some()
        };
        let first = quotes.iter().find(is_letter).and_then(|quote| quote.source);
        let Some(first) = first else { return Self::default() };
        let end = mentions.partition_point(|mention| mention.span < first);
        let intro = Intro { article, mentions: &mentions[..end] };
        let last = article.sentence_of(article.tokens_in(first).start);
        let sentences = article.sentences[..last].iter().filter(|it| !article.is_furniture(it));
        let said = sentences.flat_map(|it| it.tokens.clone().map(move |at| (at, it.block)));
        let said = said.filter_map(|(at, block)| trigger(article, at, block == 0));
        let mut said = said.filter_map(|trigger| intro.parties(&trigger));
        let Some(mut told) = said.next() else {
            return Self { asks: None, answers: intro.first_in_full() };
        };
        // "Interview with Maria Lund" says who answers, a later sentence who asked her.
        let entity = |told: Told| told.entity;
        let is_same = |it: &Self| it.answers.map(entity) == told.answers.map(entity);
        told.asks = told.asks.or_else(|| said.filter(is_same).find_map(|it| it.asks));
        told
    }

    /// Whose turn it is, if that is told.
    pub(super) fn party(&self, part: Part) -> Option<Told> {
        match part {
            Part::Asks => self.asks,
            Part::Answers => self.answers,
        }
    }
}

/// Words that say that somebody is asked.
struct Trigger {
    tokens: Range<usize>,
    /// Who answers stands before them.
    is_turned: bool,
    /// Either may be the one who answers.
    is_open: bool,
}

/// The [`Trigger`] at token `at`. Some words count in the headline alone: elsewhere they report.
fn trigger(article: &Article, at: usize, is_headline: bool) -> Option<Trigger> {
    let word = |at: usize| article.word(at);
    let to = |words: &[&str]| (at + 1..at + 3).find(|at| words.contains(&word(*at)));
    match &*word(at).to_lowercase() {
        "interview" | "interviews" | "interviewed" | "conversation" | "q&a" => {
            let to = to(&["with", "by"]);
            let (end, is_turned) = to.map_or((at, false), |to| (to, word(to) == "by"));
            Some(Trigger { tokens: at..end + 1, is_turned, is_open: false })
        }
        "talks" | "talked" | "speaks" | "spoke" | "sat" | "sits" | "chats" | "chatted" => {
            let to = to(&["to", "with"])?;
            Some(Trigger { tokens: at..to + 1, is_turned: false, is_open: true })
        }
        "tells" | "told" | "answers" if is_headline => {
            Some(Trigger { tokens: at..at + 1, is_turned: true, is_open: false })
        }
        "asks" | "meets" if is_headline => {
            Some(Trigger { tokens: at..at + 1, is_turned: false, is_open: false })
        }
        _ => None,
    }
}

/// What stands before the first turn.
struct Intro<'a> {
    article: &'a Article<'a>,
    mentions: &'a [Mention],
}

impl Intro<'_> {
    /// Who asks and who answers, as the sentence of `trigger` says.
    fn parties(&self, trigger: &Trigger) -> Option<Interview> {
        let article = self.article;
        let sentence = &article.sentences[article.sentence_of(trigger.tokens.start)];
        let words = article.span_of(trigger.tokens.clone());
        let from = self.mentions.partition_point(|it| it.span.start() < sentence.span.start());
        let to = self.mentions.partition_point(|it| it.span.end() <= words.start());
        let before = self.mentions.get(from..to).unwrap_or(&[]);
        let to_end = self.mentions.partition_point(|it| it.span.start() < sentence.span.end());
        let after = self.mentions.get(to..to_end).unwrap_or(&[]);
        let is_next =
            |it: &&Mention| it.form == Form::Name || it.span.start() == words.end() + " ".len();
        let first = after.iter().take(NEAR).filter(is_next).find(|it| self.can_answer(it));
        let last = before.iter().rev().take(NEAR).find(|it| self.can_answer(it));
        let is_turned =
            trigger.is_turned || (trigger.is_open && self.is_asked(last, first, &words));
        let told = first.filter(|_| !is_turned).or(last)?;
        let is_behind = told.span.start() >= words.end();
        let beside = if is_behind { before.last() } else { after.first() };
        let asks = beside.filter(|it| it.entity != told.entity && self.touches(it, trigger));
        let is_one_of_two = trigger.is_open && !is_turned && first.is_some() && last.is_some();
        let sure = if is_one_of_two { ONE_OF_TWO } else { SAID };
        let rule = Rule::SpeakerInterviewed;
        Some(Interview {
            asks: asks.and_then(|it| it.entity).map(|entity| Told { entity, sure: SAID, rule }),
            answers: told.entity.map(|entity| Told { entity, sure, rule }),
        })
    }

    /// Whether it is who stands `before` the words of a trigger that is asked: "she spoke to Ana Ruiz", "Maria
    /// Lund spoke to the reporter Ana Ruiz".
    fn is_asked(&self, before: Option<&Mention>, after: Option<&Mention>, words: &Span) -> bool {
        const PRESS: &[&str] = &[
            "anchor",
            "columnist",
            "correspondent",
            "editor",
            "host",
            "journalist",
            "reporter",
            "writer",
        ];
        let Some((before, after)) = before.zip(after) else { return false };
        let is_subject = before.span.end() + " ".len() == words.start();
        let role =
            self.article.tokens_in(Span::new(words.end(), after.span.start().max(words.end())));
        (before.form == Form::Pronoun && is_subject)
            || role.rev().take(NEAR).any(|at| PRESS.contains(&self.article.word(at)))
    }

    /// Whether a mention is of a person whom no "by" makes the writer.
    fn can_answer(&self, mention: &Mention) -> bool {
        let at = self.article.tokens_in(mention.span).start;
        let before = at.checked_sub(1).map_or("", |before| self.article.word(before));
        mention.kind == MentionKind::Person
            && mention.entity.is_some()
            && !before.eq_ignore_ascii_case("by")
    }

    /// Whether `mention` is a name right before or behind a trigger, an article aside.
    fn touches(&self, mention: &Mention, trigger: &Trigger) -> bool {
        let tokens = self.article.tokens_in(mention.span);
        let is_party = matches!(mention.kind, MentionKind::Organization | MentionKind::Person);
        let gap = trigger.tokens.end..tokens.start;
        let is_behind = gap.start <= gap.end
            && gap.len() < 2
            && gap.clone().all(|at| self.article.word(at) == "the");
        is_party && mention.form == Form::Name && (tokens.end == trigger.tokens.start || is_behind)
    }

    /// The first person named in full.
    fn first_in_full(&self) -> Option<Told> {
        let is_full = |it: &&Mention| {
            it.form == Form::Name
                && it.span.of(self.article.text).contains(' ')
                && self.can_answer(it)
        };
        let mut people = self.mentions.iter().filter(is_full).filter_map(|it| it.entity);
        let entity = people.next()?;
        let is_only = people.all(|other| other == entity);
        let sure = if is_only { ONLY } else { FIRST };
        Some(Told { entity, sure, rule: Rule::SpeakerFirst })
    }
}
