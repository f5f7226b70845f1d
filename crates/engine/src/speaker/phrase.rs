//! [`Stage::phrase`]: whom a noun phrase stands for: a name, a description of somebody named, or somebody
//! unnamed.

use galley_text::Span;

use super::heads::{self, kind};
use super::role::{self, head};
use super::{Stage, Told};
use crate::lexicon::{Classes, classes};
use crate::token::TokenKind;
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Rule};

/// How sure it is whom a description stands for: somebody called so, or nobody by name.
const CALLED: f32 = 0.75;
const STAND_IN: f32 = 0.6;

impl Stage<'_> {
    /// A source that is a noun phrase: a name, a description of somebody named, or somebody unnamed.
    pub(super) fn phrase(&mut self, source: Span) -> Told {
        let base = self.base(source);
        if let Some(entity) = self.named(source, base) {
            return Told { entity, sure: 0.97, rule: Rule::SpeakerNamed };
        }
        let told = self.described(base).unwrap_or_else(|| Told {
            entity: self.unnamed(base),
            sure: 0.8,
            rule: Rule::SpeakerUnnamed,
        });
        self.told.push(Mention {
            span: base,
            kind: self.cast.entities[told.entity.0 as usize].kind,
            form: Form::Nominal,
            entity: Some(told.entity),
            value: None,
            confidence: Confidence::new(told.sure),
            rule: told.rule,
        });
        told
    }

    /// Whom `source` names, whose own phrase is `base`.
    pub(super) fn named(&self, source: Span, base: Span) -> Option<EntityId> {
        let name = || self.name_at_end(base).filter(|id| !self.is_standing(*id, base));
        self.in_apposition(source, base).or_else(name).or_else(|| self.person_at_end(base))
    }

    /// Whom a description stands for: who was last called so, with a name or
    /// without one; else whom the text has just written of; else who is called so later.
    pub(super) fn described(&self, base: Span) -> Option<Told> {
        let head = head(self.article, base);
        let is_several = heads::is_plural(&head);
        let is_kin = |id: &EntityId| match self.is_body(*id) {
            true => !heads::is_standing(&head),
            false => kind(&head) == MentionKind::Person && !(is_several && self.is_one(*id)),
        };
        let named = self.roles.described(self.article, base).filter(is_kin);
        let unnamed = self.roles.last(self.article, base).filter(|(_, id)| self.is_told(base, *id));
        let near = unnamed.filter(|(at, _)| self.block(*at) + 2 >= self.block(base.start()));
        let told = |rule, sure| move |entity| Told { entity, sure, rule };
        let called = told(Rule::SpeakerDescribed, CALLED);
        let called_again = |(_, entity)| Told { entity, sure: CALLED, rule: Rule::SpeakerUnnamed };
        (near.filter(|_| named.is_none()).map(called_again))
            .or(named.map(called))
            .or_else(|| self.stand_in(base).map(told(Rule::SpeakerStandIn, STAND_IN)))
            .or(unnamed.map(called_again))
            .or_else(|| self.roles.introduced(self.article, base).filter(is_kin).map(called))
    }

    /// The source without what hangs on it: "a broker (59), who sells ice" is "a broker". Small
    /// words inside names stay.
    pub(super) fn base(&self, source: Span) -> Span {
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

    /// Whether the words for somebody unnamed tell all that a later description does: "the Syrian team" is
    /// not "a team of girls".
    fn is_told(&self, base: Span, unnamed: EntityId) -> bool {
        let words = &self.cast.entities[unnamed.0 as usize].name;
        let tokens = self.article.tokens_in(base);
        tokens.skip(1).all(|at| {
            words.split_whitespace().any(|it| it.eq_ignore_ascii_case(self.article.word(at)))
        })
    }

    /// "the president of the club, Ana Ruiz": the person whose name is all that the comma encloses, but for
    /// titles: "the commander of the fleet (FLT), Lt. Gen. Ana Ruiz".
    pub(super) fn in_apposition(&self, source: Span, base: Span) -> Option<EntityId> {
        let (tokens, all) = (self.article.tokens_in(base), self.article.tokens_in(source));
        let word = |at: usize| self.article.word(at);
        let bracket = (tokens.end..all.end).find(|at| word(*at) == ")");
        let comma = bracket.filter(|_| word(tokens.end) == "(").map_or(tokens.end, |it| it + 1);
        let is_title = |at: &usize| classes(word(*at)).meets(Classes::TITLE);
        let start = (comma + 1..all.end).find(|at| !is_title(at))?;
        let is_open = word(comma) == ",";
        let name = is_open.then(|| self.name_over(self.article.tokens[start].span)).flatten()?;
        let is_whole = self.article.tokens_in(name.span).end + 1 >= all.end;
        (name.kind == MentionKind::Person && is_whole).then_some(name.entity).flatten()
    }

    pub(super) fn name_over(&self, span: Span) -> Option<&Mention> {
        let after = self.mentions.partition_point(|mention| mention.span.start() <= span.start());
        let near = self.mentions[after.saturating_sub(3)..after].iter();
        near.rev().find(|it| it.form == Form::Name && it.span.overlaps(span))
    }

    /// The entity of the name that `base` ends with, before any preposition that is not its own.
    pub(super) fn name_at_end(&self, base: Span) -> Option<EntityId> {
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
