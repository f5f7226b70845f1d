//! What the page calls things: the same words in cards, lists and announcements.

use crate::shell::storage::Failure;
use galley_engine::{Confidence, Entity, EntityId, Findings, MentionKind, Quote, QuoteKind};

/// Who is behind a quote, as far as the article says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Speaker<'a> {
    /// Somebody named.
    Named(&'a Entity),
    /// A source that stands for nobody named: "officials".
    Unnamed(&'a str),
    /// The article does not say.
    Nobody,
}

/// The speaker of `quote` in the article `text`.
pub(crate) fn speaker<'a>(findings: &'a Findings, quote: &Quote, text: &'a str) -> Speaker<'a> {
    match (quote.speaker.and_then(|id| entity(findings, id)), quote.source) {
        (Some(entity), _) => Speaker::Named(entity),
        (None, Some(source)) => Speaker::Unnamed(source.of(text)),
        (None, None) => Speaker::Nobody,
    }
}

/// The entity with that id.
pub(crate) fn entity(findings: &Findings, id: EntityId) -> Option<&Entity> {
    findings.entities.get(id.0 as usize)
}

/// A kind of quote.
pub(crate) const fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct quote",
        QuoteKind::Mixed => "partly quoted",
        QuoteKind::Indirect => "reported",
    }
}

/// How sure the engine is, for people: "Fairly sure (82%)".
pub(crate) fn sureness(confidence: Confidence) -> String {
    let words = match confidence.value() {
        value if value >= 0.9 => "Sure",
        value if value >= 0.75 => "Fairly sure",
        _ if !confidence.is_doubtful() => "Rather sure",
        _ => "Not sure",
    };
    format!("{words} ({}%)", (confidence.value() * 100.0).round() as u8)
}

/// A kind of mention.
pub(crate) const fn mention_kind(kind: MentionKind) -> &'static str {
    use MentionKind as K;
    match kind {
        K::Person => "Person",
        K::Organization => "Organization",
        K::Place => "Place",
        K::Facility => "Building or facility",
        K::Nationality => "Nationality",
        K::Date => "Date",
        K::Time => "Time",
        K::Duration => "Duration",
        K::Money => "Amount of money",
        K::Percent => "Percentage",
        K::Quantity => "Quantity",
        K::Event => "Event",
        K::Law => "Law",
        K::Title => "Title",
        K::Product => "Product",
        K::Work => "Work",
        K::Misc => "Other name",
    }
}

/// `1 note`, `2 notes`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Why something could not be kept, to stand after "Not saved:".
pub(crate) const fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Forbidden => "this browser gives the page no storage",
        Failure::Full => "the browser’s storage is full",
        Failure::Unknown => "the browser’s storage does not answer",
    }
}
