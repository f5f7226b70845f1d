//! [`Stage::parts`]: the parts of a source that names several: "Ana Ruiz and Tom Berg", "Ruiz, the mayor
//! and Berg".
//!
//! Each part has to stand for somebody known, and each for somebody else: "the chairman and head of the
//! bank" is one person, "Ruiz and her neighbours" is told by its first. It refuses what a clause or a
//! preposition may govern as a whole: "Ruiz, who leads the union and the trust", "the son of Ruiz and Berg".

use std::ops::Range;

use galley_text::Span;

use super::pronoun::{Pronoun, pronoun};
use super::{Stage, role};
use crate::{EntityId, MentionKind};

/// Most parts that are told apart.
const MOST: usize = 8;

impl Stage<'_> {
    /// The parts of `source`; none where it is not several.
    pub(super) fn parts(&self, source: Span) -> Vec<Span> {
        let pieces = self.cut(self.article.tokens_in(source), |word| word == "and");
        if !(2..=MOST).contains(&pieces.len()) {
            return Vec::new();
        }
        let (mut parts, mut known) = (Vec::new(), Vec::new());
        for (at, piece) in pieces.iter().enumerate() {
            let Some(members) = self.members(piece) else { return Vec::new() };
            let next = pieces.get(at + 1);
            let is_tied = next.is_some_and(|next| self.is_tied(piece, next));
            if is_tied || members.iter().any(|(_, id)| known.contains(id)) {
                return Vec::new();
            }
            known.extend(members.iter().map(|(_, id)| *id));
            parts.extend(members.into_iter().map(|(part, _)| part));
        }
        parts
    }

    /// `tokens` without those `between` pieces, cut there; names stay whole.
    fn cut(&self, tokens: Range<usize>, between: fn(&str) -> bool) -> Vec<Range<usize>> {
        let is_between = |at: &usize| {
            between(self.article.word(*at))
                && self.name_over(self.article.tokens[*at].span).is_none()
        };
        let mut out = Vec::new();
        let mut start = tokens.start;
        for at in tokens.clone().filter(is_between).chain([tokens.end]) {
            out.extend((start < at).then_some(start..at));
            start = at + 1;
        }
        out
    }

    /// Those between two "and"s, each with its words: the first of a list that commas part, and every other
    /// that is a name; the rest says who they are ("Ruiz, a lawyer,").
    fn members(&self, piece: &Range<usize>) -> Option<Vec<(Span, EntityId)>> {
        let whole = self.article.span_of(piece.clone());
        let base = self.base(whole);
        if let Some(id) =
            self.in_apposition(whole, base).filter(|_| self.name_at_end(base).is_none())
        {
            return Some(vec![(whole, id)]);
        }
        let listed = self.cut(piece.clone(), |word| word == ",");
        let mut listed = listed.into_iter().map(|it| self.article.span_of(it));
        let first = listed.next()?;
        let mut members = vec![(first, self.member(first)?)];
        members.extend(listed.filter_map(|it| Some((it, self.listed(it)?))));
        Some(members)
    }

    /// Whom one behind a comma names: "Mayor Tom Berg", but not "a friend of Tom Berg".
    fn listed(&self, words: Span) -> Option<EntityId> {
        let last = self.article.tokens_in(words).next_back()?;
        let name = self.name_over(self.article.tokens[last].span)?;
        let before = Span::new(words.start(), name.span.start().max(words.start()));
        let mut before = before.of(self.article.text).split_whitespace();
        let is_all = name.span.end() == words.end()
            && before.all(|word| word.starts_with(char::is_uppercase));
        let can_speak = matches!(name.kind, MentionKind::Person | MentionKind::Organization);
        name.entity.filter(|_| is_all && can_speak)
    }

    /// Whom a part stands for by name, as "he" or "she", or by what the article calls them.
    fn member(&self, part: Span) -> Option<EntityId> {
        let base = self.base(part);
        match pronoun(part.of(self.article.text)) {
            Some(Pronoun::Person(sex)) => self.person(part, sex).map(|told| told.entity),
            Some(_) => None,
            None if role::is_definite(self.article, base) => {
                let described = || self.described(base).map(|told| told.entity);
                self.named(part, base).or_else(described)
            }
            None => self.named(part, base).filter(|id| !self.is_body(*id) || self.is_bare(base)),
        }
    }

    /// Whether nothing tells only some of those who are called so: "four Democrats".
    fn is_bare(&self, base: Span) -> bool {
        let first = self.article.word(self.article.tokens_in(base).start);
        first.starts_with(char::is_uppercase) || first == "both"
    }

    /// Whether what `piece` says of itself may go on with `next`: "the son of Ruiz and Berg".
    fn is_tied(&self, piece: &Range<usize>, next: &Range<usize>) -> bool {
        let opens_clause = |at| matches!(self.article.word(at), "who" | "which" | "that");
        if piece.clone().any(opens_clause) {
            return true;
        }
        let ties = self.cut(piece.clone(), role::is_joint).len() > 1;
        let are_people = [piece, next].into_iter().all(|it| {
            let member = self.member(self.article.span_of(it.clone()));
            member.is_some_and(|id| !self.is_body(id))
        });
        let by_name = self.name_over(self.article.tokens[piece.start].span).is_some();
        let next_described = self.article.word(next.start) == "the";
        ties && !(are_people && (by_name || next_described))
    }
}
