//! [`Stage::stand_in`]: whom a description stands for that the article gives to nobody by name: "The New
//! York businessman" behind "Trump charges that".
//!
//! News calls by office, trade or party whom it has just written of, and by what they are bodies and places: who
//! opened a sentence near before, and who spoke last. It refuses descriptions that are no standing ("the man"), an office and
//! nothing else ("the mayor"), what says more of itself ("the president of the club", "the Trump campaign"), whoever is of
//! the other sex or party, and whom the rest of the sentence names.

use galley_text::Span;

use super::Stage;
use super::heads::{is_any_body, is_office, is_other_body, is_standing, kind, land};
use super::role::{head, is_definite, is_joint};
use crate::chain::Sex;
use crate::lexicon::classes;
use crate::token::TokenKind;
use crate::{EntityId, Form, Mention, MentionKind};

/// How many paragraphs before a description somebody is looked for.
const BLOCKS: usize = 2;
/// Most mentions that are looked at before and after a description.
const MENTIONS: usize = 40;
/// What speaks for a mention: in the sentence itself, less for each sentence before; opening its
/// sentence; the last who spoke.
const NEAR: i32 = 6;
const FAR: i32 = 2;
const OPENS: i32 = 4;
const SPOKE: i32 = 3;

impl Stage<'_> {
    /// Whom `base` stands for.
    pub(super) fn stand_in(&self, base: Span) -> Option<EntityId> {
        let head = head(self.article, base);
        let wanted = kind(&head);
        let tokens = self.article.tokens_in(base);
        let is_word = |at: &usize| self.article.tokens[*at].kind == TokenKind::Word;
        let is_bare_office = is_office(&head) && tokens.clone().filter(is_word).count() == 2;
        let land = land(&head);
        let is_wanted =
            is_standing(&head) && !is_bare_office || is_any_body(&head) || land.is_some();
        let is_tied = tokens.into_iter().any(|at| {
            let name = self.name_over(self.article.tokens[at].span);
            is_joint(self.article.word(at)) || name.is_some_and(|it| it.kind == MentionKind::Person)
        });
        if !is_definite(self.article, base) || !is_wanted || is_tied {
            return None;
        }
        let sex = Sex::of_relation(&head);
        let (before, after) = self.around(base);
        let mut best: Option<(i32, EntityId)> = None;
        for mention in before.iter().rev() {
            let Some(id) = mention.entity else { continue };
            let is_named_later =
                after.iter().any(|it| it.entity == Some(id) && it.form == Form::Name);
            let entity = &self.cast.entities[id.0 as usize];
            let is_other = entity.kind != wanted
                || land.is_some_and(|land| !classes(&entity.name).meets(land))
                || is_other_body(&entity.name, &head)
                || sex.is_some_and(|sex| self.cast.sex(id).is_some_and(|own| own != sex))
                || self.roles.is_opposed(self.article, base, id);
            let score = self.salience(mention, base);
            if !is_named_later && !is_other && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, id));
            }
        }
        best.map(|(_, id)| id)
    }

    /// The mentions near before `base`, and those behind it in its sentence.
    fn around(&self, base: Span) -> (&[Mention], &[Mention]) {
        let end = self.mentions.partition_point(|it| it.span.end() <= base.start());
        let floor = self.block(base.start()).saturating_sub(BLOCKS);
        let near = &self.mentions[end.saturating_sub(MENTIONS)..end];
        let near = &near[near.partition_point(|it| self.block(it.span.start()) < floor)..];
        let token = self.article.tokens_in(base).start;
        let sentence = self.article.sentences[self.article.sentence_of(token)].span;
        let start = self.mentions.partition_point(|it| it.span.start() < base.end());
        let rest = &self.mentions[start..self.mentions.len().min(start + MENTIONS)];
        let rest = &rest[..rest.partition_point(|it| it.span.start() < sentence.end())];
        (near, rest)
    }

    /// How much `mention` is what `base` goes on about.
    fn salience(&self, mention: &Mention, base: Span) -> i32 {
        let sentence = |span: Span| {
            let token = self.article.tokens_in(span).start;
            i32::try_from(self.article.sentence_of(token)).unwrap_or(i32::MAX)
        };
        let far = sentence(base).saturating_sub(sentence(mention.span));
        let opens = mention.form != Form::Nominal && self.opens_sentence(mention.span);
        let spoke = mention.entity.is_some_and(|id| self.last.iter().any(|it| it.entity == id));
        NEAR - FAR.saturating_mul(far) + OPENS * i32::from(opens) + SPOKE * i32::from(spoke)
    }
}
