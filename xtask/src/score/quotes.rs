//! How sure the engine says it is of its quotes on PolNeAR dev, against how often it is right.
//!
//! A quote is right when its content shares half of the characters with an annotated one and its
//! source overlaps; where none is annotated, any will do. PolNeAR leaves out part of what people are
//! reported to say, so that these shares are floors.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::answers::{Range, overlap, range};
use super::calibration::Calibration;
use super::tally::Tally;
use super::{Bench, report_interval};

const SET: &str = "quotes/polnear-dev";

/// Prints the tables.
pub(super) fn calibrate(bench: &Bench) -> Result<()> {
    let answers = bench.file(SET, "answers");
    let mut calibration = Calibration::default();
    judge(bench, &answers, |text, quote, is_right| {
        calibration.count(text, quote.confidence, is_right);
    })?;
    calibration.print("PolNeAR dev: quotes");
    println!("PolNeAR dev: quotes, right by rule:");
    by_rule(bench, &answers)
}

/// Prints how many quotes of each rule and kind are right in a file of answers.
pub(super) fn by_rule(bench: &Bench, answers: &Path) -> Result<()> {
    let mut rules: BTreeMap<String, Tally> = BTreeMap::new();
    judge(bench, answers, |text, quote, is_right| {
        rules.entry(quote.rule.clone()).or_default().count(text, is_right);
    })?;
    for (rule, tally) in &rules {
        report_interval(&format!("  {rule}"), tally, None);
    }
    Ok(())
}

/// Tells of every quote in a file of answers whether it is right.
fn judge(bench: &Bench, answers: &Path, mut tell: impl FnMut(&str, &Parts, bool)) -> Result<()> {
    let gold = lines(GzDecoder::new(File::open(bench.gold(SET))?))?;
    for (text, ours) in lines(File::open(answers)?)? {
        let annotated = gold.get(&text).context("an answer to no text")?;
        for quote in ours {
            let is_right = annotated.iter().any(|it| quote.is(it));
            tell(&text, &quote, is_right);
        }
    }
    Ok(())
}

/// What is compared of a quote.
struct Parts {
    content: Vec<Range>,
    source: Vec<Range>,
    confidence: f64,
    /// Its rule and kind; empty where it is annotated.
    rule: String,
}

impl Parts {
    fn is(&self, annotated: &Self) -> bool {
        let shared = shared(&self.content, &annotated.content);
        let all = length(&self.content) + length(&annotated.content) - shared;
        let is_said_by = annotated.source.is_empty()
            || self.source.iter().any(|a| annotated.source.iter().any(|b| overlap(*a, *b)));
        all > 0 && 2 * shared >= all && is_said_by
    }
}

fn length(pieces: &[Range]) -> u64 {
    pieces.iter().map(|(start, end)| end - start).sum()
}

fn shared(a: &[Range], b: &[Range]) -> u64 {
    let both = |a: Range, b: Range| a.1.min(b.1).saturating_sub(a.0.max(b.0));
    a.iter().flat_map(|a| b.iter().map(move |b| both(*a, *b))).sum()
}

fn lines(file: impl Read) -> Result<BTreeMap<String, Vec<Parts>>> {
    BufReader::new(file).lines().map(|line| parts(&serde_json::from_str(&line?)?)).collect()
}

fn parts(value: &Value) -> Result<(String, Vec<Parts>)> {
    let id = value["id"].as_str().context("a line without an id")?;
    let pieces = |it: &Value| match range(it) {
        Some(one) => vec![one],
        None => it.as_array().into_iter().flatten().filter_map(range).collect(),
    };
    let quote = |it: &Value| Parts {
        content: pieces(&it["content"]),
        source: pieces(&it["source"]),
        confidence: it["confidence"].as_f64().unwrap_or_default(),
        rule: [&it["rule"], &it["kind"]].map(|it| it.as_str().unwrap_or_default()).join(" "),
    };
    let quotes = value["quotes"].as_array().context("a line without quotes")?;
    Ok((id.to_owned(), quotes.iter().map(quote).collect()))
}
