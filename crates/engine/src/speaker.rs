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
mod role;
mod stand_in;

use galley_text::Span;

use crate::article::Article;
use crate::chain::{Cast, Sex};
use crate::findings::in_order;
use crate::quote::{Part, Words};
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Quote, QuoteKind, Rule};
use heads::kind;
pub(crate) use heads::plain;
use interview::{Interview, UNTOLD};
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
    let mut stage = Stage { article, cast, mentions, roles, told: Vec::new(), last: None };
    for quote in quotes.iter_mut() {
        let Some(source) = quote.source else { continue };
        let part = Part::of(source.of(article.text)).filter(|_| quote.rule == Rule::QuoteTurn);
        let found = match part {
            Some(part) => interview.party(part),
            None => stage.speaker(source),
        };
        quote.speaker = found.map(|(id, _)| id);
        let sure = match found {
            None if part == Some(Part::Answers) => UNTOLD,
            None => 1.0,
            Some((id, sure)) => {
                stage.last = Some((id, source));
                sure
            }
        };
        quote.confidence = Confidence::new(quote.confidence.value().min(sure));
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
    let Some(speaker) = quote.speaker else { return };
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

/// The article while its speakers come up, one after another.
struct Stage<'a> {
    article: &'a Article<'a>,
    cast: &'a mut Cast,
    mentions: &'a [Mention],
    roles: Roles,
    /// Descriptions that were told, as mentions.
    told: Vec<Mention>,
    /// Who spoke last, and where the text named them.
    last: Option<(EntityId, Span)>,
}

/// What a word in a source's place can be.
enum Pronoun {
    /// he, she
    Person(Sex),
    /// who, which
    Relative,
    /// it
    Thing,
    /// they
    Group,
    /// I, some, nobody: not told here.
    Nobody,
}

impl Stage<'_> {
    /// Whom `source` stands for, and how sure that is.
    fn speaker(&mut self, source: Span) -> Option<(EntityId, f32)> {
        if let Some((id, _)) = self.last.filter(|(_, last)| *last == source) {
            return Some((id, 0.9));
        }
        match pronoun(source.of(self.article.text)) {
            Some(Pronoun::Person(sex)) => self.person(source, sex),
            Some(Pronoun::Relative) => self.named_before(source).map(|id| (id, 0.85)),
            Some(Pronoun::Thing) => self.body_before(source).map(|id| (id, 0.6)),
            Some(Pronoun::Group) => self.last_in_block(source).map(|id| (id, 0.6)),
            Some(Pronoun::Nobody) => None,
            None => self.phrase(source),
        }
    }

    /// "she said": whoever spoke last, unless a sentence since has opened with another who fits.
    fn person(&self, source: Span, sex: Sex) -> Option<(EntityId, f32)> {
        let found = self.mentions.partition_point(|mention| mention.span < source);
        let mention = self.mentions.get(found).filter(|mention| mention.span == source);
        let nearest =
            mention.and_then(|mention| Some((mention.entity?, mention.confidence.value())));
        let is_one = |id: EntityId| !heads::is_plural(&self.cast.entities[id.0 as usize].name);
        let Some((last, named)) =
            self.last.filter(|(id, _)| fits(self.cast, *id, sex) && is_one(*id))
        else {
            return nearest;
        };
        let block = |at: usize| self.block(at);
        if block(named.start()) + 2 < block(source.start())
            || self.came_between(named, source, last, sex)
        {
            return nearest.or(Some((last, 0.6)));
        }
        Some((last, 0.85))
    }

    /// Whether a sentence between `named` and `source` opens with a name other than `last`'s.
    fn came_between(&self, named: Span, source: Span, last: EntityId, sex: Sex) -> bool {
        let start = self.mentions.partition_point(|mention| mention.span.start() < named.end());
        let between =
            self.mentions[start..].iter().take_while(|it| it.span.end() <= source.start());
        between.filter(|it| it.form == Form::Name).any(|it| {
            let other = it.entity.is_some_and(|id| id != last && fits(self.cast, id, sex));
            other && self.opens_sentence(it.span)
        })
    }

    fn opens_sentence(&self, span: Span) -> bool {
        let token = self.article.tokens_in(span).start;
        let sentence = &self.article.sentences[self.article.sentence_of(token)];
        span.start() < sentence.span.start() + 24
    }

    fn block(&self, at: usize) -> usize {
        self.article.blocks.partition_point(|block| block.span.end() <= at)
    }

    /// Who is named right before "who": "Ana Ruiz, who said".
    fn named_before(&self, source: Span) -> Option<EntityId> {
        let before = self.mentions.partition_point(|mention| mention.span.end() <= source.start());
        let mention = self.mentions[..before].iter().rev().find(|it| it.entity.is_some())?;
        let gap = Span::new(mention.span.end(), source.start()).of(self.article.text);
        gap.trim_matches([' ', ',', '\u{a0}']).is_empty().then_some(mention.entity).flatten()
    }

    /// The body or the writing that opens the sentence before "it": "The survey was published. It found".
    fn body_before(&mut self, source: Span) -> Option<EntityId> {
        let last = self.last.map(|(id, _)| id);
        if let Some(id) = last.filter(|id| self.is_body(*id)) {
            return self.last_in_block(source).map(|_| id);
        }
        let token = self.article.tokens_in(source).start;
        let sentence = self.article.sentence_of(token).checked_sub(1)?;
        let start = self.article.sentences[sentence].tokens.start;
        let subject = self.article.span_of(start..start + 2);
        let told = self.article.word(start) == "The"
            && kind(&head(self.article, subject)) != MentionKind::Person;
        told.then(|| self.phrase(subject)).flatten().map(|(id, _)| id)
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

    fn last_in_block(&self, source: Span) -> Option<EntityId> {
        let (id, named) = self.last?;
        (self.block(named.start()) == self.block(source.start())).then_some(id)
    }
}

/// What the source that reads `words` is, where it is a pronoun: "who in 2010", "I’ve".
fn pronoun(words: &str) -> Option<Pronoun> {
    let first = words.split_whitespace().next()?;
    let word = first.split(['’', '\'']).next().filter(|_| first.len() < 8).unwrap_or(first);
    let is_relative = matches!(word, "who" | "which" | "whom");
    if word.len() < words.len() && first.len() < words.len() && !is_relative {
        return None;
    }
    if let Some(sex) = Sex::of_pronoun(word) {
        return Some(Pronoun::Person(sex));
    }
    Some(match word.to_lowercase().as_str() {
        "who" | "which" | "that" | "whom" | "whose" => Pronoun::Relative,
        "it" | "its" => Pronoun::Thing,
        "they" | "their" | "them" => Pronoun::Group,
        "i" | "we" | "you" | "one" | "me" | "us" | "my" | "our" | "some" | "many" | "others"
        | "nobody" | "everyone" | "everybody" | "anyone" | "no one" | "none" | "both" | "those"
        | "these" | "this" | "there" | "few" | "most" | "all" | "people" | "nothing"
        | "someone" | "somebody" => Pronoun::Nobody,
        _ => return None,
    })
}
