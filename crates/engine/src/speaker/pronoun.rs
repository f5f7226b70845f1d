//! [`pronoun`]: whom a pronoun in a source's place stands for: whoever spoke last, who is named before it, or
//! for whom most speaks.

use galley_text::Span;

use super::heads::{self, kind};
use super::role::head;
use super::{Stage, Told, fits};
use crate::chain::Sex;
use crate::{EntityId, Form, MentionKind, Rule};

/// What a word in a source's place can be.
pub(super) enum Pronoun {
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

/// How sure it is that whoever spoke last is "he" or "she"; that they are "it" or "they".
const SPOKE: f32 = 0.85;
const SPOKE_OF_MANY: f32 = 0.6;

/// How many mentions before "who" are looked at.
const NEAR: usize = 4;

impl Stage<'_> {
    /// "she said": whoever spoke last, unless a sentence since has opened with another who fits.
    pub(super) fn person(&self, source: Span, sex: Sex) -> Option<Told> {
        let found = self.mentions.partition_point(|mention| mention.span < source);
        let mention = self.mentions.get(found).filter(|mention| mention.span == source);
        let nearest = mention.and_then(|mention| {
            let (sure, rule) = (mention.confidence.value(), mention.rule);
            Some(Told { entity: mention.entity?, sure, rule })
        });
        let fits = |it: &EntityId| {
            fits(self.cast, *it, sex) && !heads::is_plural(&self.cast.entities[it.0 as usize].name)
        };
        let Some((entity, named)) = self.last_one(fits) else { return nearest };
        if self.block(named.start()) + 2 < self.block(source.start())
            || self.came_between(named, source, entity, sex)
        {
            let rule = Rule::SpeakerGoesOn;
            return nearest.or(Some(Told { entity, sure: SPOKE_OF_MANY, rule }));
        }
        Some(Told { entity, sure: SPOKE, rule: Rule::SpeakerLast })
    }

    /// The only one of those who spoke last who `fits`, and where they were named.
    fn last_one(&self, fits: impl Fn(&EntityId) -> bool) -> Option<(EntityId, Span)> {
        let mut last = self.last.iter().map(|it| it.entity).filter(fits);
        let one = last.next().filter(|_| last.next().is_none());
        one.zip(self.last_source)
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

    /// Who is named before "who", with nothing between them or with what says who that is: "Ana Ruiz, who
    /// said", "Ana Ruiz, the mayor of Norland, who said".
    pub(super) fn named_before(&self, source: Span) -> Option<Told> {
        let before = self.mentions.partition_point(|mention| mention.span.end() <= source.start());
        let near = &self.mentions[before.saturating_sub(NEAR)..before];
        let is_who = source.of(self.article.text).starts_with("who");
        let mention = near.iter().rev().find(|it| {
            let gap = Span::new(it.span.end(), source.start()).of(self.article.text);
            let (is_person, is_place) =
                (it.kind == MentionKind::Person, it.kind == MentionKind::Place);
            let is_told = gap.starts_with(", ") && gap.ends_with(", ") && !gap.contains(". ");
            let is_right_before = gap.trim_matches([' ', ',', '\u{a0}']).is_empty();
            it.entity.is_some()
                && (is_right_before && !(is_who && is_place) || is_who && is_person && is_told)
        });
        Some(Told { entity: mention?.entity?, sure: SPOKE, rule: Rule::SpeakerBefore })
    }

    /// The body or the writing that opens the sentence before "it": "The survey was published. It found".
    pub(super) fn body_before(&mut self, source: Span) -> Option<Told> {
        if let Some((entity, _)) = self.last_one(|id| self.is_body(*id)) {
            return self.last_in_block(source).into_iter().find(|told| told.entity == entity);
        }
        let token = self.article.tokens_in(source).start;
        let sentence = self.article.sentence_of(token).checked_sub(1)?;
        let start = self.article.sentences[sentence].tokens.start;
        let subject = self.article.span_of(start..start + 2);
        let is_told = self.article.word(start) == "The"
            && kind(&head(self.article, subject)) != MentionKind::Person;
        is_told.then(|| Told { sure: SPOKE_OF_MANY, ..self.phrase(subject) })
    }

    /// "they said": whoever spoke last in the paragraph.
    pub(super) fn last_in_block(&self, source: Span) -> Vec<Told> {
        let is_here = |named: Span| self.block(named.start()) == self.block(source.start());
        if !self.last_source.is_some_and(is_here) {
            return Vec::new();
        }
        let (sure, rule) = (SPOKE_OF_MANY, Rule::SpeakerGoesOn);
        self.last.iter().map(|told| Told { sure, rule, ..*told }).collect()
    }
}

/// What the source that reads `words` is, where it is a pronoun: "who in 2010", "I’ve".
pub(super) fn pronoun(words: &str) -> Option<Pronoun> {
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
