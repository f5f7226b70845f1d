//! The engine's answers to a set, read back: who stands where, and who speaks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

/// Start and end in code points.
pub(super) type Range = (u64, u64);

/// What the engine found in one text.
pub(super) struct Answer {
    mentions: Vec<Mention>,
    /// The source of each quote that has one.
    sources: Vec<Source>,
}

/// Who says a quote.
pub(super) struct Source {
    range: Range,
    speaker: Option<u64>,
    /// How sure the quote is said to be.
    pub(super) confidence: f64,
    /// Why it is that speaker.
    pub(super) rule: String,
}

struct Mention {
    range: Range,
    entity: u64,
    confidence: f64,
    is_name: bool,
    is_person: bool,
}

impl Answer {
    /// The entities with a mention over any of `ranges`.
    pub(super) fn at(&self, ranges: &[Range]) -> BTreeSet<u64> {
        self.entities(ranges, |_| true)
    }

    /// How sure the mention at `range` is said to be.
    pub(super) fn confidence(&self, range: Range) -> Option<f64> {
        let told = self.mentions.iter().find(|mention| mention.range == range);
        told.map(|mention| mention.confidence)
    }

    /// The entities with a name over any of `ranges`.
    pub(super) fn named_at(&self, ranges: &[Range]) -> BTreeSet<u64> {
        self.entities(ranges, |mention| mention.is_name)
    }

    /// The entity of the last person named before a place.
    pub(super) fn person_before(&self, at: u64) -> Option<u64> {
        let before =
            self.mentions.iter().filter(|it| it.is_person && it.is_name && it.range.1 <= at);
        before.max_by_key(|mention| mention.range).map(|mention| mention.entity)
    }

    /// Whether an entity is named anywhere.
    pub(super) fn is_named(&self, entity: u64) -> bool {
        self.mentions.iter().any(|mention| mention.is_name && mention.entity == entity)
    }

    /// The speakers of all quotes whose source lies over `range`; none where there is no such quote.
    pub(super) fn speakers(&self, range: Range) -> Option<BTreeSet<u64>> {
        let mut quotes = self.sources_over(range).peekable();
        quotes.peek()?;
        Some(quotes.filter_map(|source| source.speaker).collect())
    }

    /// The sources of quotes that lie over `range`.
    pub(super) fn sources_over(&self, range: Range) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(move |source| overlap(source.range, range))
    }

    fn entities(&self, ranges: &[Range], fits: impl Fn(&Mention) -> bool) -> BTreeSet<u64> {
        let is_there = |mention: &&Mention| ranges.iter().any(|it| overlap(*it, mention.range));
        let there = self.mentions.iter().filter(is_there).filter(|mention| fits(mention));
        there.map(|mention| mention.entity).collect()
    }
}

/// The answers in `file`, by the text's id.
pub(super) fn read(file: &Path) -> Result<BTreeMap<String, Answer>> {
    let lines = fs::read_to_string(file)?;
    lines.lines().map(|line| answer(&serde_json::from_str(line)?)).collect()
}

fn answer(value: &Value) -> Result<(String, Answer)> {
    let id = value["id"].as_str().context("an answer without an id")?;
    let list = |name: &str| value[name].as_array().into_iter().flatten();
    let mention = |it: &Value| {
        Some(Mention {
            range: (it["start"].as_u64()?, it["end"].as_u64()?),
            entity: it["entity"].as_u64()?,
            confidence: it["confidence"].as_f64()?,
            is_name: it["form"] == "name",
            is_person: it["type"] == "person",
        })
    };
    let source = |it: &Value| {
        Some(Source {
            range: range(&it["source"])?,
            speaker: it["speaker"].as_u64(),
            confidence: it["confidence"].as_f64()?,
            rule: it["speaker_rule"].as_str().unwrap_or("nobody").to_owned(),
        })
    };
    let answer = Answer {
        mentions: list("mentions").filter_map(mention).collect(),
        sources: list("quotes").filter_map(source).collect(),
    };
    Ok((id.to_owned(), answer))
}

pub(super) fn range(value: &Value) -> Option<Range> {
    Some((value.get(0)?.as_u64()?, value.get(1)?.as_u64()?))
}

pub(super) fn overlap(a: Range, b: Range) -> bool {
    a.0 < b.1 && b.0 < a.1
}
