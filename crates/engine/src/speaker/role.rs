//! What the article calls its people: "Mayor Ruth Penhallow", "Ines Cardoso, an oceanographer".

use std::collections::HashMap;

use galley_text::Span;

use crate::article::Article;
use crate::token::TokenKind;
use crate::{EntityId, Form, Mention, MentionKind};

/// The words by which somebody is called, with where, in order.
pub(super) struct Roles {
    /// Those with a name.
    called: HashMap<String, Vec<(usize, EntityId)>>,
    /// The one without a name who was last called so.
    last: HashMap<String, (usize, EntityId)>,
    /// Those who speak without a name, by the words that the article has for them.
    unnamed: HashMap<String, EntityId>,
}

/// Words that tie a phrase to what follows it.
const JOINTS: &[&str] = &[
    "of", "for", "at", "in", "on", "from", "with", "to", "by", "about", "near", "against", "on",
    "within", "who", "which", "that", "and", "or", "involved", "familiar", "close",
];

pub(super) fn is_joint(word: &str) -> bool {
    JOINTS.contains(&word)
}

impl Roles {
    /// Notes what stands before and after each name.
    pub(super) fn read(article: &Article, mentions: &[Mention]) -> Self {
        let mut roles =
            Self { called: HashMap::new(), last: HashMap::new(), unnamed: HashMap::new() };
        for mention in mentions.iter().filter(|mention| mention.form == Form::Name) {
            let Some(id) = mention.entity else { continue };
            let tokens = article.tokens_in(mention.span);
            if mention.kind == MentionKind::Person {
                roles.before(article, tokens.start, id);
                roles.after(article, tokens.end, id);
            } else if mention.kind == MentionKind::Organization && tokens.len() > 1 {
                roles.call(article.word(tokens.end - 1), mention.span.start(), id);
            }
        }
        // What follows one name may stand after what comes before the next.
        roles.called.values_mut().for_each(|places| places.sort_unstable());
        roles
    }

    fn call(&mut self, word: &str, at: usize, id: EntityId) {
        self.called.entry(word.to_lowercase()).or_default().push((at, id));
    }

    /// "Mayor Ruth Penhallow", "engineer Paula Renn"
    fn before(&mut self, article: &Article, name: usize, id: EntityId) {
        for at in (name.saturating_sub(3)..name).rev() {
            let token = article.tokens[at];
            let word = article.word(at);
            if token.kind != TokenKind::Word || is_joint(word) || word.len() < 4 {
                break;
            }
            self.call(word, token.span.start(), id);
        }
    }

    /// "Ines Cardoso, an oceanographer at the institute"
    fn after(&mut self, article: &Article, name: usize, id: EntityId) {
        let opens = article.word(name) == ","
            && matches!(article.word(name + 1), "a" | "an" | "the" | "his" | "her");
        if !opens {
            return;
        }
        for at in name + 2..(name + 8).min(article.tokens.len()) {
            let token = article.tokens[at];
            if token.kind != TokenKind::Word || is_joint(article.word(at)) {
                break;
            }
            self.call(article.word(at), token.span.start(), id);
        }
    }

    /// Whom "the mayor", "Mayor" in a headline or "the trust" stands for: the last one called so
    /// before it, or else the first one after.
    pub(super) fn described(&self, article: &Article, base: Span) -> Option<EntityId> {
        let tokens = article.tokens_in(base);
        let first = article.word(tokens.start).to_lowercase();
        let definite = first == "the" || tokens.len() == 1;
        if !definite || tokens.len() > 3 {
            return None;
        }
        let head = head(article, base);
        let called = self.called.get(&head).map_or(&[][..], Vec::as_slice);
        let after = called.partition_point(|(at, _)| *at < base.start());
        let named = called[..after].last();
        let unnamed = self.last.get(&head);
        named.max(unnamed).or(called.first()).map(|(_, id)| *id)
    }

    /// Somebody unnamed who was called by these words before.
    pub(super) fn unnamed(&self, words: &str) -> Option<EntityId> {
        self.unnamed.get(&words.to_lowercase()).copied()
    }

    /// Remembers somebody unnamed by all their words and by their head word.
    pub(super) fn remember(&mut self, words: &str, head: String, at: usize, id: EntityId) {
        self.unnamed.insert(words.to_lowercase(), id);
        self.last.insert(head, (at, id));
    }
}

/// The head of a noun phrase in small letters: "spokesman" in "a spokesman for the trust".
pub(super) fn head(article: &Article, base: Span) -> String {
    let tokens = article.tokens_in(base);
    let end = tokens.clone().skip(1).find(|at| is_joint(article.word(*at))).unwrap_or(tokens.end);
    let words = (tokens.start..end).rev().filter(|at| article.tokens[*at].kind == TokenKind::Word);
    words.map(|at| article.word(at).to_lowercase()).next().unwrap_or_default()
}

/// Heads that name a body of people, and heads that name something written.
const BODIES: &[&str] = &[
    "agency",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "campaign",
    "club",
    "commission",
    "committee",
    "company",
    "congress",
    "council",
    "court",
    "department",
    "firm",
    "government",
    "group",
    "house",
    "institute",
    "ministry",
    "navy",
    "office",
    "organization",
    "panel",
    "parliament",
    "party",
    "police",
    "school",
    "senate",
    "team",
    "trust",
    "union",
    "university",
];
const WRITINGS: &[&str] = &[
    "analysis",
    "article",
    "book",
    "complaint",
    "document",
    "documents",
    "email",
    "indictment",
    "lawsuit",
    "letter",
    "memo",
    "newspaper",
    "paper",
    "petition",
    "poll",
    "polls",
    "post",
    "report",
    "reports",
    "statement",
    "study",
    "survey",
    "tweet",
];

/// What somebody unnamed is, by the head of the phrase. "The survey" is no work: works have titles.
pub(super) fn kind(head: &str) -> MentionKind {
    if BODIES.contains(&head) {
        MentionKind::Organization
    } else if WRITINGS.contains(&head) {
        MentionKind::Misc
    } else {
        MentionKind::Person
    }
}
