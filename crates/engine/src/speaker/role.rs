//! What the article calls its people: "Mayor Ruth Penhallow", "Ines Cardoso, an oceanographer".

use std::collections::HashMap;
use std::ops::Range;

use galley_text::Span;

use crate::article::Article;
use crate::lexicon::{Classes, classes};
use crate::quote::{Tag, Words};
use crate::token::TokenKind;
use crate::{EntityId, Form, Mention, MentionKind};

use super::heads::{is_office, is_plural, kin, party, plain};

/// The words by which somebody is called, with where, in order.
#[derive(Default)]
pub(super) struct Roles {
    /// Those with a name.
    called: HashMap<String, Vec<(usize, EntityId)>>,
    /// The one without a name who was last called so.
    last: HashMap<String, (usize, EntityId)>,
    /// Those who speak without a name, by the words that the article has for them.
    unnamed: HashMap<String, EntityId>,
    /// The party that a name's own words tell.
    parties: HashMap<EntityId, &'static str>,
}

/// Words that tie a phrase to what follows it.
const JOINTS: &[&str] = &[
    "of", "for", "at", "in", "on", "from", "with", "to", "by", "about", "near", "against", "on",
    "within", "who", "which", "that", "and", "or", "involved", "familiar", "close",
];

/// Most words of a description.
const MOST_WORDS: usize = 6;

/// Whether a word before an office makes another office of it.
fn is_rank(word: &str) -> bool {
    matches!(word, "vice" | "deputy")
}

/// "Attorney" in "Attorney General": an office that "general" belongs to, and no soldier's.
fn is_before_general(article: &Article, at: usize) -> bool {
    let offices =
        ["attorney", "consul", "director", "inspector", "secretary", "solicitor", "surgeon"];
    let is = |word: &str| article.word(at).eq_ignore_ascii_case(word);
    article.word(at + 1).eq_ignore_ascii_case("general") && offices.into_iter().any(is)
}

/// "attorney general", where its "general" is `at`.
fn general(article: &Article, at: usize) -> Option<String> {
    let office = at.checked_sub(1).filter(|office| is_before_general(article, *office))?;
    Some(format!("{} general", article.word(office).to_lowercase()))
}

/// "Secretary of State": whoever it stands before is the secretary, and nobody is the state. But "a secretary of
/// President Lund".
fn is_office_of(article: &Article, office: usize, of: usize) -> bool {
    article.word(office + 1) == "of"
        && is_office(&plain(article.word(office)))
        && !classes(article.word(of)).meets(Classes::TITLE)
}

/// "the mayor", not "a mayor".
pub(super) fn is_definite(article: &Article, base: Span) -> bool {
    article.word(article.tokens_in(base).start).eq_ignore_ascii_case("the")
}

pub(super) fn is_joint(word: &str) -> bool {
    JOINTS.contains(&word)
}

impl Roles {
    /// Notes what stands before and after each name.
    pub(super) fn read(words: &Words, mentions: &[Mention]) -> Self {
        let article = words.article;
        let mut roles = Self::default();
        for mention in mentions.iter().filter(|mention| mention.form == Form::Name) {
            let Some(id) = mention.entity else { continue };
            let tokens = article.tokens_in(mention.span);
            if mention.kind == MentionKind::Person {
                roles.before(words, tokens.start, id);
                roles.after(article, tokens.end, id);
                roles.apposed(article, &tokens, id);
            } else if mention.kind == MentionKind::Organization && tokens.len() > 1 {
                roles.body(article, tokens, id);
            }
        }
        // What follows one name may stand after what comes before the next.
        roles.called.values_mut().for_each(|places| places.sort_unstable());
        roles
    }

    fn call(&mut self, word: &str, at: usize, id: EntityId) {
        self.called.entry(word.to_owned()).or_default().push((at, id));
    }

    /// Takes the words of a title or a description, first to last, for what `id` is called.
    fn call_all(&mut self, article: &Article, tokens: Range<usize>, id: EntityId) {
        let mut rank = "";
        for at in tokens {
            let word = plain(article.word(at));
            if let Some(party) = party(&word) {
                self.parties.entry(id).or_insert(party);
            }
            if is_rank(&word) {
                rank = "vice ";
            } else if !is_before_general(article, at) {
                let word = general(article, at).unwrap_or(word);
                self.call(&format!("{rank}{word}"), article.tokens[at].span.start(), id);
            }
        }
    }

    /// "the Eastmoor University", "the Association of Flight Attendants": by its last word and by that
    /// before "of", and by what such bodies are called.
    fn body(&mut self, article: &Article, tokens: Range<usize>, id: EntityId) {
        let at = article.tokens[tokens.start].span.start();
        for token in tokens.clone() {
            let word = plain(article.word(token));
            if let Some(kin) = kin(&word) {
                self.call(kin, at, id);
            }
            if token + 1 == tokens.end || is_joint(article.word(token + 1)) {
                self.call(&word, at, id);
            }
        }
    }

    /// "Mayor Ruth Penhallow", "engineer Paula Renn"; but not "critics said Penhallow".
    fn before(&mut self, words: &Words, name: usize, id: EntityId) {
        let article = words.article;
        let sentence = article.sentences[article.sentence_of(name)].tokens.start;
        let floor = name.saturating_sub(MOST_WORDS).max(sentence);
        let is_own = |at: &usize| {
            let word = article.word(*at);
            article.tokens[*at].kind == TokenKind::Word
                && !is_joint(word)
                && !is_plural(word)
                && !matches!(words.tag(*at), Tag::Verb | Tag::Auxiliary)
                && (word.len() > 3 || party(&word.to_lowercase()).is_some())
        };
        let start = (floor..name).rev().take_while(is_own).last().unwrap_or(name);
        let office = (floor..start)
            .next_back()
            .and_then(|of| of.checked_sub(1))
            .filter(|office| start < name && is_office_of(article, *office, start));
        match office {
            Some(office) => self.call_all(article, office..office + 1, id),
            None => self.call_all(article, start..name, id),
        }
    }

    /// "Ines Cardoso, an oceanographer at the institute"
    fn after(&mut self, article: &Article, name: usize, id: EntityId) {
        let opens = article.word(name) == ","
            && matches!(article.word(name + 1), "a" | "an" | "the" | "his" | "her");
        if !opens {
            return;
        }
        let ceiling = (name + 8).min(article.tokens.len());
        let is_own = |at: &usize| {
            article.tokens[*at].kind == TokenKind::Word && !is_joint(article.word(*at))
        };
        let end = (name + 2..ceiling).take_while(is_own).last().map_or(name + 2, |last| last + 1);
        self.call_all(article, name + 2..end, id);
    }

    /// "The governor of the province, Elin Voss, …"
    fn apposed(&mut self, article: &Article, name: &Range<usize>, id: EntityId) {
        let sentence = article.sentences[article.sentence_of(name.start)].tokens.start;
        let comma = name.start.saturating_sub(1);
        if comma <= sentence || article.word(comma) != "," || article.word(name.end) != "," {
            return;
        }
        let floor = comma.saturating_sub(MOST_WORDS).max(sentence);
        let opens = |at: &usize| article.word(*at).eq_ignore_ascii_case("the");
        // The first "the", since "of the province" has another.
        let Some(start) = (floor..comma).find(opens) else { return };
        let is_own = |at: &usize| {
            article.tokens[*at].kind == TokenKind::Word && !is_joint(article.word(*at))
        };
        let end = (start + 1..comma).find(|at| !is_own(at)).unwrap_or(comma);
        if end > start + 1 && !is_plural(article.word(end - 1)) {
            self.call_all(article, end - 1..end, id);
        }
    }

    /// Whether `id` is of another party than the words of `base` tell.
    pub(super) fn is_opposed(&self, article: &Article, base: Span, id: EntityId) -> bool {
        let words = article.tokens_in(base).map(|at| article.word(at).to_lowercase());
        let told = words.into_iter().find_map(|word| party(&word));
        let own = self.parties.get(&id);
        told.is_some_and(|told| own.is_some_and(|own| *own != told))
    }

    /// Whom "the mayor", "Mayor" in a headline or "the trust" stands for: the last one called so
    /// before it.
    pub(super) fn described(&self, article: &Article, base: Span) -> Option<EntityId> {
        let (named, after) = self.called_so(article, base)?;
        let named =
            named[..after].iter().rev().find(|(_, id)| !self.is_opposed(article, base, *id));
        named.map(|(_, id)| *id)
    }

    /// The one without a name who was last called so, with where.
    pub(super) fn last(&self, article: &Article, base: Span) -> Option<(usize, EntityId)> {
        self.called_so(article, base)?;
        self.last.get(&head(article, base)).copied()
    }

    /// The first one called so after it.
    pub(super) fn introduced(&self, article: &Article, base: Span) -> Option<EntityId> {
        let (named, after) = self.called_so(article, base)?;
        let mut named = named[after..].iter();
        named.find(|(_, id)| !self.is_opposed(article, base, *id)).map(|(_, id)| *id)
    }

    /// Who is called by the head of `base`, and how many of them before it; none where it is no
    /// short description of somebody known.
    fn called_so(&self, article: &Article, base: Span) -> Option<(&[(usize, EntityId)], usize)> {
        let tokens = article.tokens_in(base);
        if !(is_definite(article, base) || tokens.len() == 1) || tokens.len() > MOST_WORDS {
            return None;
        }
        let is_vice = tokens.clone().any(|at| is_rank(&article.word(at).to_lowercase()));
        let head = plain(&head(article, base));
        let key = if is_vice { format!("vice {head}") } else { head };
        let called = self.called.get(&key).map_or(&[][..], Vec::as_slice);
        Some((called, called.partition_point(|(at, _)| *at < base.start())))
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
    let word = |at| general(article, at).unwrap_or_else(|| article.word(at).to_lowercase());
    words.map(word).next().unwrap_or_default()
}
