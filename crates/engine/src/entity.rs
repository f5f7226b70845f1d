//! Mentions: the names, dates and amounts of an article.
//!
//! [`mentions`] reads dates and amounts first and then names in what is left. It does not say
//! which mentions name the same entity; [`crate::chain`] does.

mod amount;
mod calendar;
mod candidate;
mod clock;
mod evidence;
mod name;
mod numeral;
mod reach;

use crate::article::Article;
use crate::{Confidence, Form, Mention, MentionKind, Rule};
use reach::Reach;

/// A mention before it is placed in the text: tokens `from..end` of its kind.
struct Found {
    from: usize,
    end: usize,
    kind: MentionKind,
    value: Option<String>,
    rule: Rule,
    confidence: f32,
}

/// Finds every mention, in order and without overlap. No mention crosses a sentence.
pub(crate) fn mentions(article: &Article) -> Vec<Mention> {
    let mut found = Vec::new();
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let reach = Reach::new(article, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let numeric = clock::read(&reach, at)
                .or_else(|| calendar::read(&reach, at))
                .or_else(|| amount::read(&reach, at));
            match numeric {
                Some(one) => {
                    at = one.end.max(at + 1);
                    found.push(one);
                }
                None => at += 1,
            }
        }
    }
    let names = name::find(article, &found);
    let mut out: Vec<Mention> = found
        .into_iter()
        .map(|one| mention(article, one, Form::Numeric))
        .chain(names.into_iter().map(|one| mention(article, one, Form::Name)))
        .collect();
    out.sort_by_key(|mention| mention.span);
    out
}

fn mention(article: &Article, found: Found, form: Form) -> Mention {
    Mention {
        span: article.span_of(found.from..found.end),
        kind: found.kind,
        form,
        entity: None,
        value: found.value,
        confidence: Confidence::new(found.confidence),
        rule: found.rule,
    }
}
