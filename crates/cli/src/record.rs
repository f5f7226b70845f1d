//! [`Record`]: findings as the command line prints them, in code points.

use galley_engine::{
    Confidence, Entity, Findings, Form, Inner, Mention, MentionKind, Quote, QuoteKind,
};
use galley_text::{Offsets, Span};
use serde::Serialize;

/// Start and end in code points.
type Range = [usize; 2];

/// One text's findings, ready to be written.
#[derive(Serialize)]
pub(crate) struct Record<'f> {
    mentions: Vec<MentionRecord<'f>>,
    entities: Vec<EntityRecord<'f>>,
    quotes: Vec<QuoteRecord>,
    scare: Vec<Range>,
    furniture: Vec<Range>,
}

#[derive(Serialize)]
struct MentionRecord<'f> {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: MentionKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<u32>,
    /// Whether the words are a pronoun or a description and not a name or an amount.
    nominal: bool,
    form: Form,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'f str>,
    confidence: Confidence,
    rule: &'static str,
}

#[derive(Serialize)]
struct EntityRecord<'f> {
    id: u32,
    name: &'f str,
    #[serde(rename = "type")]
    kind: MentionKind,
}

#[derive(Serialize)]
struct QuoteRecord {
    content: Vec<Range>,
    cue: Option<Range>,
    source: Option<Range>,
    speaker: Option<u32>,
    /// Why that speaker.
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker_rule: Option<&'static str>,
    /// Who says it with that speaker.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inner: Vec<InnerRecord>,
    kind: QuoteKind,
    confidence: Confidence,
    rule: &'static str,
}

/// What a quote says that somebody else said.
#[derive(Serialize)]
struct InnerRecord {
    content: Vec<Range>,
    cue: Range,
    source: Range,
    speakers: Vec<u32>,
    confidence: Confidence,
    rule: &'static str,
}

impl<'f> Record<'f> {
    /// Converts `findings` of the text that `offsets` was made for.
    pub(crate) fn new(findings: &'f Findings, offsets: &Offsets) -> Self {
        let range = |span: Span| [span.start(), span.end()].map(|byte| offsets.code_point(byte).0);
        Self {
            mentions: findings.mentions.iter().map(|m| mention(m, range(m.span))).collect(),
            entities: findings.entities.iter().map(entity).collect(),
            quotes: findings.quotes.iter().map(|q| quote(q, range)).collect(),
            scare: findings.scare.iter().map(|s| range(s.span)).collect(),
            furniture: findings.furniture.iter().map(|f| range(f.span)).collect(),
        }
    }
}

fn mention(mention: &Mention, [start, end]: Range) -> MentionRecord<'_> {
    MentionRecord {
        start,
        end,
        kind: mention.kind,
        entity: mention.entity.map(|id| id.0),
        nominal: matches!(mention.form, Form::Pronoun | Form::Nominal),
        form: mention.form,
        value: mention.value.as_deref(),
        confidence: mention.confidence,
        rule: mention.rule.id(),
    }
}

fn entity(entity: &Entity) -> EntityRecord<'_> {
    EntityRecord { id: entity.id.0, name: &entity.name, kind: entity.kind }
}

fn inner(inner: &Inner, range: impl Fn(Span) -> Range) -> InnerRecord {
    InnerRecord {
        content: inner.content.iter().map(|&piece| range(piece)).collect(),
        cue: range(inner.cue),
        source: range(inner.source),
        speakers: inner.speakers.iter().map(|speaker| speaker.entity.0).collect(),
        confidence: inner.confidence,
        rule: inner.rule.id(),
    }
}

fn quote(quote: &Quote, range: impl Fn(Span) -> Range) -> QuoteRecord {
    let mut speakers = quote.speakers.iter().map(|speaker| speaker.entity.0);
    QuoteRecord {
        content: quote.content.iter().map(|&piece| range(piece)).collect(),
        cue: quote.cue.map(&range),
        source: quote.source.map(&range),
        speaker: speakers.next(),
        speaker_rule: quote.speakers.first().map(|speaker| speaker.rule.id()),
        also: speakers.collect(),
        inner: quote.inner.iter().map(|it| inner(it, &range)).collect(),
        kind: quote.kind,
        confidence: quote.confidence,
        rule: quote.rule.id(),
    }
}
