//! [`speakers`]: whom the source of each quote stands for.
//!
//! A name stands for its entity, a pronoun for whoever spoke last or the nearest person that fits,
//! "the mayor" for the one that the article calls so. Who speaks and is not named ("officials")
//! becomes an entity of their own, so that their words can be counted.
//!
//! It refuses to guess behind "I", "some" and "nobody", and to read a source that is not there.

mod heads;
mod interview;
mod label;
mod phrase;
mod place;
mod pronoun;
mod role;
mod several;
mod stand_in;

use galley_text::Span;

use crate::article::Article;
use crate::chain::{Cast, Sex};
use crate::findings::in_order;
use crate::quote::{Part, Words};
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Quote, QuoteKind, Rule, Speaker};
pub(crate) use heads::plain;
use interview::{Interview, UNTOLD};
use pronoun::{Pronoun, pronoun};
use role::{Roles, head};

/// Gives each of `quotes` its speaker, and `mentions` the descriptions that were told.
pub(crate) fn speakers(
    words: &Words,
    cast: &mut Cast,
    mentions: &mut Vec<Mention>,
    quotes: &mut [Quote],
) {
    let article = words.article;
    label::name(article, mentions, quotes);
    let interview = Interview::read(article, mentions, quotes);
    let roles = Roles::read(words, mentions);
    let last = Vec::new();
    let mut stage =
        Stage { article, cast, mentions, roles, told: Vec::new(), last, last_source: None };
    for quote in quotes.iter_mut() {
        let Some(source) = quote.source else { continue };
        let part = Part::of(source.of(article.text)).filter(|_| quote.rule == Rule::QuoteTurn);
        let mut found: Vec<Told> = match part {
            Some(part) => interview.party(part).into_iter().collect(),
            None => stage.speakers(source),
        };
        if quote.rule == Rule::QuoteRunning {
            found.iter_mut().for_each(|it| it.rule = Rule::SpeakerGoesOn);
        }
        let sure = match found.iter().map(|it| it.sure).reduce(f32::min) {
            None if part == Some(Part::Answers) => UNTOLD,
            None => 1.0,
            Some(sure) => sure,
        };
        quote.confidence = Confidence::new(quote.confidence.value().min(sure));
        quote.speakers = found.iter().map(Told::speaker).collect();
        stage.relate(quote);
        if !found.is_empty() {
            (stage.last, stage.last_source) = (found, Some(source));
        }
    }
    let told = stage.told;
    mentions.extend(told);
    in_order(mentions);
    // Whoever speaks in their own words calls themselves "I", in quotation marks or not.
    let is_own = |quote: &&Quote| matches!(quote.rule, Rule::QuoteTurn | Rule::QuotePasted);
    let told = quotes.iter().filter(|quote| quote.kind != QuoteKind::Direct);
    for quote in told.filter(|quote| !is_own(quote)) {
        bind_first_pronoun(article, cast, mentions, quote);
    }
    place::flag(article, mentions, quotes);
    cast.put_in_order(mentions, quotes);
}

/// "Lund said that he …": the pronoun that opens what somebody says is most often that somebody.
fn bind_first_pronoun(article: &Article, cast: &Cast, mentions: &mut [Mention], quote: &Quote) {
    let &[Speaker { entity: speaker, .. }] = &quote.speakers[..] else { return };
    let tokens = article.tokens_in(quote.content[0]);
    let at = tokens.start + usize::from(article.word(tokens.start).eq_ignore_ascii_case("that"));
    let Some(token) = article.tokens.get(at).filter(|_| tokens.contains(&at)) else { return };
    let Some(sex) = Sex::of_pronoun(token.span.of(article.text)) else { return };
    let found = mentions.partition_point(|mention| mention.span < token.span);
    let Some(mention) = mentions.get_mut(found).filter(|mention| mention.span == token.span) else {
        return;
    };
    if mention.form == Form::Pronoun && fits(cast, speaker, sex) {
        mention.entity = Some(speaker);
        mention.confidence = quote.confidence;
        mention.rule = Rule::PronounSpeaker;
    }
}

fn fits(cast: &Cast, id: EntityId, sex: Sex) -> bool {
    cast.entities[id.0 as usize].kind == MentionKind::Person
        && cast.sex(id).is_none_or(|told| told == sex)
}

/// Whom a source stands for, how sure that is, and why.
#[derive(Clone, Copy)]
struct Told {
    entity: EntityId,
    sure: f32,
    rule: Rule,
}

impl Told {
    fn speaker(&self) -> Speaker {
        Speaker { entity: self.entity, rule: self.rule }
    }
}

/// The article while its speakers come up, one after another.
struct Stage<'a> {
    article: &'a Article<'a>,
    cast: &'a mut Cast,
    mentions: &'a [Mention],
    roles: Roles,
    /// Descriptions that were told, as mentions.
    told: Vec<Mention>,
    /// Who spoke last, and where the text named them.
    last: Vec<Told>,
    last_source: Option<Span>,
}

/// How sure it is at most that somebody goes on.
const GOES_ON: f32 = 0.9;

impl Stage<'_> {
    /// Whom `source` stands for.
    fn speakers(&mut self, source: Span) -> Vec<Told> {
        if self.last_source == Some(source) {
            let goes_on = |told: &Told| Told { sure: told.sure.min(GOES_ON), ..*told };
            return self.last.iter().map(goes_on).collect();
        }
        self.named_parts(source)
    }

    /// Whom each part of `source` stands for, or all of it where it is one.
    fn named_parts(&mut self, source: Span) -> Vec<Told> {
        let mut parts = self.parts(source);
        if parts.is_empty() {
            parts.push(source);
        }
        parts.into_iter().flat_map(|part| self.one(part)).collect()
    }

    /// Gives the reports inside `quote` their speakers, and drops those of its own speakers and of nobody
    /// told. "He" and "they" are mostly who speaks around them.
    fn relate(&mut self, quote: &mut Quote) {
        for inner in &mut quote.inner {
            if pronoun(inner.source.of(self.article.text)).is_none() {
                inner.speakers = self.named_parts(inner.source).iter().map(Told::speaker).collect();
            }
        }
        let own = std::mem::take(&mut quote.inner).into_iter().filter(|inner| {
            let is_other = inner.speakers.iter().all(|it| !quote.is_said_by(it.entity));
            is_other && !inner.speakers.is_empty()
        });
        quote.inner = own.collect();
    }

    /// Whom a source stands for that has no parts.
    fn one(&mut self, source: Span) -> Vec<Told> {
        let told = match pronoun(source.of(self.article.text)) {
            Some(Pronoun::Person(sex)) => self.person(source, sex),
            Some(Pronoun::Relative) => self.named_before(source),
            Some(Pronoun::Thing) => self.body_before(source),
            Some(Pronoun::Group) => return self.last_in_block(source),
            Some(Pronoun::Nobody) => None,
            None => Some(self.phrase(source)),
        };
        told.into_iter().collect()
    }

    fn opens_sentence(&self, span: Span) -> bool {
        let token = self.article.tokens_in(span).start;
        let sentence = &self.article.sentences[self.article.sentence_of(token)];
        span.start() < sentence.span.start() + 24
    }

    fn block(&self, at: usize) -> usize {
        self.article.blocks.partition_point(|block| block.span.end() <= at)
    }

    /// Whether a name at the end of `base` is no name there but a standing: "the Republican".
    fn is_standing(&self, name: EntityId, base: Span) -> bool {
        self.cast.entities[name.0 as usize].kind == MentionKind::Nationality
            && role::is_definite(self.article, base)
            && heads::is_standing(&head(self.article, base))
    }

    /// Whether an entity is one person.
    fn is_one(&self, id: EntityId) -> bool {
        !self.is_body(id) && !heads::is_plural(&self.cast.entities[id.0 as usize].name)
    }

    fn is_body(&self, id: EntityId) -> bool {
        self.cast.entities[id.0 as usize].kind != MentionKind::Person
    }
}
