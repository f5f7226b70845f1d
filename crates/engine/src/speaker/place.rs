//! [`flag`]: places that stand for those who govern them: "Washington has insisted".
//!
//! They stay places; the rule says what they stand for.

use crate::article::Article;
use crate::lexicon::speech;
use crate::{Form, Mention, MentionKind, Quote, Rule};

/// Gives the places among `mentions`, which are in order, that speak their rule: those that are the
/// source of one of `quotes`, and those before a verb of speech.
pub(super) fn flag(article: &Article, mentions: &mut [Mention], quotes: &[Quote]) {
    let is_place = |it: &Mention| it.kind == MentionKind::Place && it.form == Form::Name;
    for place in mentions.iter_mut().filter(|it| is_place(it) && is_subject(article, it)) {
        place.rule = Rule::PlaceSpeaks;
    }
    for quote in quotes {
        let Some(source) = quote.source else { continue };
        let end = mentions.partition_point(|it| it.span.start() < source.end());
        let last = mentions[..end].iter_mut().next_back();
        let at_end = |it: &&mut Mention| {
            it.entity.is_some_and(|id| quote.is_said_by(id)) && it.span.end() == source.end()
        };
        if let Some(place) = last.filter(at_end).filter(|it| is_place(it)) {
            place.rule = Rule::PlaceSpeaks;
        }
    }
}

/// "Washington has insisted", but not "officials in Washington have insisted".
fn is_subject(article: &Article, place: &Mention) -> bool {
    let tokens = article.tokens_in(place.span);
    let auxiliaries = (tokens.end..tokens.end + 2)
        .take_while(|at| AUXILIARIES.contains(&article.word(*at)))
        .count();
    let verb = tokens.end + auxiliaries;
    speech::is_reporting(article.word(verb)) && opens_clause(article, tokens.start)
}

fn opens_clause(article: &Article, at: usize) -> bool {
    let sentence = &article.sentences[article.sentence_of(at)];
    let Some(before) = at.checked_sub(1).filter(|before| sentence.tokens.contains(before)) else {
        return true;
    };
    let word = article.word(before);
    matches!(word, "," | ";" | ":" | "“" | "\"" | "”" | "(" | "—" | "–") || OPENERS.contains(&word)
}

/// Small words between a subject and its verb.
const AUXILIARIES: &[&str] = &["has", "have", "had", "also", "earlier", "later", "repeatedly"];

/// Words after which a clause begins.
const OPENERS: &[&str] = &[
    "and", "but", "while", "as", "after", "because", "that", "when", "which", "what", "though",
    "although",
];
