//! [`Role`]: what a name or a pronoun is in its clause, as far as the words beside it tell.

use std::ops::Range;

use crate::quote::{Tag, Words};

/// The part that somebody has in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Subject,
    Object,
    /// Behind a preposition.
    Oblique,
    Possessor,
    Other,
}

/// How many roles there are.
pub(crate) const ROLES: usize = 5;

/// Farthest that a verb is looked for behind what a comma opens: "Lund, a sailor from the north, left".
const ASIDE: usize = 14;
/// Most words between a preposition or a verb and a name that ends its phrase: "by the sailor Lund".
const PHRASE: usize = 5;

impl Role {
    /// The role of the name that `tokens` hold.
    pub(crate) fn of_name(words: &Words, tokens: &Range<usize>) -> Self {
        let next = words.tag(tokens.end);
        if next == Tag::Genitive {
            return Self::Possessor;
        }
        let before = words.tag(phrase_start(words, tokens.start).wrapping_sub(1));
        match before {
            Tag::Preposition | Tag::To => Self::Oblique,
            Tag::Verb | Tag::Gerund | Tag::Participle if !leads_verb(words, tokens.end) => {
                Self::Object
            }
            _ if leads_verb(words, tokens.end) => Self::Subject,
            Tag::Verb | Tag::Gerund | Tag::Participle => Self::Object,
            _ => Self::Other,
        }
    }

    /// The role of the pronoun of the third person at token `at`.
    pub(crate) fn of_pronoun(words: &Words, at: usize) -> Self {
        match words.article.word(at).to_ascii_lowercase().as_str() {
            "he" | "she" => Self::Subject,
            "his" | "hers" => Self::Possessor,
            "her" if is_nominal(words.tag(at + 1)) => Self::Possessor,
            "himself" | "herself" => Self::Other,
            _ => Self::Object,
        }
    }
}

fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Gerund | Tag::Adverb)
}

/// Where the noun phrase begins whose last word is a name at token `name`.
fn phrase_start(words: &Words, name: usize) -> usize {
    let floor = name.saturating_sub(PHRASE);
    let inside = |tag: Tag| {
        matches!(
            tag,
            Tag::Noun
                | Tag::Name
                | Tag::Adjective
                | Tag::Number
                | Tag::Determiner
                | Tag::Possessive
        )
    };
    (floor..name).rev().take_while(|at| inside(words.tag(*at))).last().unwrap_or(name)
}

/// Whether the name that ends before token `end` has a verb of its own behind it.
fn leads_verb(words: &Words, end: usize) -> bool {
    let verb = |at: usize| {
        let after = usize::from(words.tag(at) == Tag::Adverb);
        matches!(words.tag(at + after), Tag::Verb | Tag::Auxiliary)
    };
    match words.tag(end) {
        Tag::Comma | Tag::Open | Tag::Dash => {
            let close = (end + 1..end + ASIDE)
                .take_while(|at| words.tag(*at) != Tag::Stop)
                .find(|at| matches!(words.tag(*at), Tag::Comma | Tag::Close | Tag::Dash));
            close.is_some_and(|close| verb(close + 1))
        }
        Tag::Relative => true,
        _ => verb(end),
    }
}
