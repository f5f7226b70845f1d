//! [`unread`]: capitalised words that no name was read from, since a pronoun may still stand for them.

use std::collections::HashMap;
use std::ops::Range;

use galley_text::Span;

use super::role::Role;
use crate::Mention;
use crate::lexicon::{Classes, classes, is_common};
use crate::quote::{Tag, Words};

/// Most words of such a name.
const LONGEST: usize = 3;

/// A name that was not read, with all places where it stands.
pub(super) struct Unread {
    pub(super) places: Vec<Span>,
}

/// The capitalised runs of an article that lie in none of its `mentions`, by their words.
pub(super) fn unread(words: &Words, mentions: &[Mention]) -> Vec<Unread> {
    let article = words.article;
    let mut out: Vec<Unread> = Vec::new();
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    let mut taken = mentions.iter().map(|mention| mention.span).peekable();
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let start = article.tokens[at].span.start();
            while taken.next_if(|span| span.end() <= start).is_some() {}
            let free = taken.peek().map_or(usize::MAX, |span| span.start());
            let is_free = |at: usize| {
                article.tokens.get(at).is_some_and(|token| token.span.end() <= free)
                    && words.tag(at) == Tag::Name
            };
            let limit = sentence.tokens.end.min(at + LONGEST);
            let end = (at..limit).take_while(|at| is_free(*at)).last().map_or(at, |last| last + 1);
            if end > at && is_telling(words, at..end) {
                let span = article.span_of(at..end);
                let name = span.of(article.text);
                if !is_known(name) {
                    let number = *by_name.entry(name).or_insert(out.len());
                    if number == out.len() {
                        out.push(Unread { places: Vec::new() });
                    }
                    out[number].places.push(span);
                }
            }
            at = end.max(at + 1);
        }
    }
    out
}

/// Whether the capitalised words from `at` are neither a title ("the Judge") nor plain.
fn is_telling(words: &Words, tokens: Range<usize>) -> bool {
    let before = words.tag(tokens.start.wrapping_sub(1));
    let is_plain = |at: usize| {
        let word = words.article.word(at);
        let lists = classes(word);
        is_common(&word.to_lowercase())
            || lists.meets(Classes::TITLE.or(Classes::TITLE_QUALIFIER))
            || !word.contains(char::is_lowercase)
    };
    !matches!(before, Tag::Determiner | Tag::Possessive)
        && words.article.word(tokens.start).chars().count() > 2
        && !tokens.clone().any(is_plain)
        && Role::of_name(words, &tokens) != Role::Other
        && words.tag(tokens.end) != Tag::Mark
        && !words.article.word(tokens.start).contains(['-', '’'])
}

fn is_known(name: &str) -> bool {
    let known = Classes::BIG_PLACE.or(Classes::PEOPLE).or(Classes::CALENDAR);
    classes(name).meets(known)
}
