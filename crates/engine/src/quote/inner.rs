//! [`inner`]: what the words of a quote report in their turn: "Lund told Reuters that Berg had said …".
//!
//! It reads each content as a text of its own, by the rules. It refuses what is no speech ("Lund said Berg
//! hoped …"), what was not said ("Berg never said …"), what is no clause ("Berg asked for help") and what stands
//! in quotation marks, where the words are Lund's own.

use super::report::{Report, reports};
use super::words::{Tag, Words};
use crate::lexicon::speech;
use crate::{Confidence, Inner, Quote, Rule};

/// Gives each of `quotes` the reports inside it, without their speakers.
pub(super) fn inner(words: &Words, quotes: &mut [Quote]) {
    let article = words.article;
    for quote in quotes {
        for piece in &quote.content {
            let tokens = article.tokens_in(*piece);
            let first = article.sentence_of(tokens.start);
            let sentences = article.sentences[first..].iter().map(|it| it.tokens.clone());
            for sentence in sentences.take_while(|it| it.start < tokens.end) {
                let frame = sentence.start.max(tokens.start)..sentence.end.min(tokens.end);
                for frame in super::cut(frame) {
                    let found = reports(words, frame).into_iter();
                    let most = quote.confidence.value();
                    quote.inner.extend(found.filter_map(|report| read(words, &report, most)));
                }
            }
        }
    }
}

/// What `report` tells inside a quote that is sure to `most`.
fn read(words: &Words, report: &Report, most: f32) -> Option<Inner> {
    let article = words.article;
    let verb = report.cue.end.checked_sub(1)?;
    let is_denied = report.cue.clone().any(|at| matches!(words.tag(at), Tag::Adverb));
    let is_speech = speech::is_reporting(article.word(verb)) && !is_denied;
    let source = report.source.clone().filter(|_| is_speech)?;
    let is_verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
    let is_told = matches!(report.rule, Rule::QuoteLeading | Rule::QuoteTrailing);
    let [first, ..] = &report.content[..] else { return None };
    let is_clause = first.clone().any(is_verb) && !is_verb(first.start);
    (is_told && is_clause).then(|| Inner {
        content: report.content.iter().map(|piece| article.span_of(piece.clone())).collect(),
        cue: article.span_of(report.cue.clone()),
        source: article.span_of(source),
        speakers: Vec::new(),
        confidence: Confidence::new(report.strength.min(most)),
        rule: Rule::QuoteInside,
    })
}
