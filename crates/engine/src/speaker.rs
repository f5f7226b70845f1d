//! [`speakers`]: whom the source of each quote stands for.
//!
//! A name stands for its entity, a pronoun for whoever spoke last or the nearest person that fits,
//! "the mayor" for the one that the article calls so. Who speaks and is not named ("officials")
//! becomes an entity of their own, so that their words can be counted.
//!
//! It refuses to guess behind "I", "some" and "nobody", and to read a source that is not there.

mod place;
mod role;

use galley_text::Span;

use crate::article::Article;
use crate::chain::{Cast, Sex};
use crate::token::TokenKind;
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Quote, QuoteKind, Rule};
use role::{Roles, head, kind};

/// Gives each of `quotes` its speaker, and `mentions` the descriptions that were told.
pub(crate) fn speakers(
    article: &Article,
    cast: &mut Cast,
    mentions: &mut Vec<Mention>,
    quotes: &mut [Quote],
) {
    let roles = Roles::read(article, mentions);
    let mut stage = Stage { article, cast, mentions, roles, told: Vec::new(), last: None };
    for quote in quotes.iter_mut() {
        let Some(source) = quote.source else { continue };
        let found = stage.speaker(source);
        quote.speaker = found.map(|(id, _)| id);
        if let Some((id, sure)) = found {
            quote.confidence = Confidence::new(quote.confidence.value().min(sure));
            stage.last = Some((id, source));
        }
    }
    let told = stage.told;
    mentions.extend(told);
    mentions.sort_by_key(|mention| mention.span);
    for quote in quotes.iter().filter(|quote| quote.kind != QuoteKind::Direct) {
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
        let Some((last, named)) = self.last.filter(|(id, _)| fits(self.cast, *id, sex)) else {
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

    fn is_body(&self, id: EntityId) -> bool {
        self.cast.entities[id.0 as usize].kind != MentionKind::Person
    }

    fn last_in_block(&self, source: Span) -> Option<EntityId> {
        let (id, named) = self.last?;
        (self.block(named.start()) == self.block(source.start())).then_some(id)
    }

    /// A source that is a noun phrase: a name, a description of somebody named, or somebody unnamed.
    fn phrase(&mut self, source: Span) -> Option<(EntityId, f32)> {
        let base = self.base(source);
        if let Some(id) = self.name_at_end(base).or_else(|| self.person_at_end(base)) {
            return Some((id, 0.97));
        }
        let (id, rule, sure) = match self.roles.described(self.article, base) {
            Some(id) => (id, Rule::SpeakerDescribed, 0.75),
            None => (self.unnamed(base), Rule::SpeakerUnnamed, 0.8),
        };
        self.told.push(Mention {
            span: base,
            kind: self.cast.entities[id.0 as usize].kind,
            form: Form::Nominal,
            entity: Some(id),
            value: None,
            confidence: Confidence::new(sure),
            rule,
        });
        Some((id, sure))
    }

    /// The source without what hangs on it: "a broker (59), who sells ice" is "a broker". Small
    /// words inside names stay.
    fn base(&self, source: Span) -> Span {
        let tokens = self.article.tokens_in(source);
        let first = tokens.start;
        let cut = tokens.clone().skip(1).find(|at| {
            let token = self.article.tokens[*at];
            let word = self.article.word(*at);
            let inside = self.name_over(token.span).is_some();
            let mark = token.kind == TokenKind::Punctuation && !matches!(word, "." | "-" | "/");
            !inside && (mark || matches!(word, "who" | "which" | "that" | "and"))
        });
        self.article.span_of(first..cut.unwrap_or(tokens.end))
    }

    fn name_over(&self, span: Span) -> Option<&Mention> {
        let after = self.mentions.partition_point(|mention| mention.span.start() <= span.start());
        let near = self.mentions[after.saturating_sub(3)..after].iter();
        near.rev().find(|it| it.form == Form::Name && it.span.overlaps(span))
    }

    /// The entity of the name that `base` ends with, before any preposition that is not its own.
    fn name_at_end(&self, base: Span) -> Option<EntityId> {
        let tokens = self.article.tokens_in(base);
        let end = tokens
            .clone()
            .skip(1)
            .find(|at| {
                role::is_joint(self.article.word(*at))
                    && self.name_over(self.article.tokens[*at].span).is_none()
            })
            .unwrap_or(tokens.end);
        let last = (tokens.start..end)
            .rev()
            .find(|at| self.article.tokens[*at].kind != TokenKind::Possessive)?;
        self.name_ending(last)
    }

    /// "A student at the college Ana Ruiz": a person whose name ends the phrase, and is not tied to it.
    fn person_at_end(&self, base: Span) -> Option<EntityId> {
        let last = self.article.tokens_in(base).end.checked_sub(1)?;
        let name = self.name_over(self.article.tokens[last].span)?;
        let before = self.article.tokens_in(name.span).start.checked_sub(1)?;
        let tied = role::is_joint(self.article.word(before));
        let person = name.kind == MentionKind::Person && !tied;
        person.then(|| self.name_ending(last)).flatten()
    }

    /// The entity of the name whose last token is `at`.
    fn name_ending(&self, at: usize) -> Option<EntityId> {
        let token = self.article.tokens[at].span;
        let name = self.name_over(token)?;
        (name.span.end() == token.end()).then_some(name.entity).flatten()
    }

    /// The entity of somebody unnamed: the same words are the same somebody.
    fn unnamed(&mut self, base: Span) -> EntityId {
        let words = base.of(self.article.text);
        if let Some(id) = self.roles.unnamed(words) {
            return id;
        }
        let head = head(self.article, base);
        let id = self.cast.unnamed(words, kind(&head));
        self.roles.remember(words, head, base.start(), id);
        id
    }
}

fn pronoun(word: &str) -> Option<Pronoun> {
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
