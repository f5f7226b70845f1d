//! [`Labels`]: what a screen reader says of each mark, made once for each reading.

use galley_engine::{Confidence, Mention, Quote};
use galley_review::{Review, Standing, Trace};
use yew::AttrValue;

use super::words;

/// The labels, in the order of the findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Labels {
    /// Of mentions: "Person: Ruth Penhallow".
    pub(crate) mentions: Vec<AttrValue>,
    /// Of quotes: "Direct quote: Ruth Penhallow".
    pub(crate) quotes: Vec<AttrValue>,
    /// Of words set apart.
    pub(crate) scare: Vec<AttrValue>,
}

impl Labels {
    /// The labels of all that is found in `text`.
    pub(crate) fn of(text: &str, review: &Review) -> Self {
        let findings = &review.findings;
        let mentions = findings.mentions.iter().zip(&review.mentions);
        let quotes = findings.quotes.iter().zip(&review.quotes);
        Self {
            mentions: mentions.map(|(it, trace)| mention(text, review, it, trace)).collect(),
            quotes: quotes.map(|(it, trace)| quote(text, review, it, trace)).collect(),
            scare: findings.scare.iter().map(|_| "Words set apart".into()).collect(),
        }
    }
}

fn mention(text: &str, review: &Review, mention: &Mention, trace: &Trace) -> AttrValue {
    let kind = words::mention_kind(mention.kind);
    let name = words::mention_name(&review.findings, mention, text);
    let value = mention.value.as_deref().filter(|value| *value != name);
    let value = value.map(|value| format!(", {value}")).unwrap_or_default();
    sure(format!("{kind}: {name}{value}"), mention.confidence, trace)
}

fn quote(text: &str, review: &Review, quote: &Quote, trace: &Trace) -> AttrValue {
    let speaker = words::speaker_name(&review.findings, quote, text);
    let kind = words::quote_label(quote.kind);
    sure(format!("{kind}: {speaker}"), quote.confidence, trace)
}

fn sure(label: String, confidence: Confidence, trace: &Trace) -> AttrValue {
    let doubtful = trace.standing == Standing::Found && confidence.is_doubtful();
    match words::standing(trace.standing) {
        Some(standing) => format!("{label}, {standing}").into(),
        None if doubtful => format!("{label}? Not sure").into(),
        None => label.into(),
    }
}
