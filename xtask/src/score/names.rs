//! How sure the engine says it is of names of people, organizations and places, against how often
//! it is right: on news as it learned from, and on web text and politics, which are unlike it. By rule those
//! of nationalities, dates and money too, where they are annotated.
//!
//! A name is right where one of the same span and class is annotated, leading "the" aside.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::answers::range;
use super::calibration::Calibration;
use super::tally::Tally;
use super::{Bench, report_interval};

const SETS: [&str; 3] =
    ["entities/ww-dev", "entities/uner-ewt-dev", "entities/crossner-politics-test"];

/// The set that has nationalities, dates and money, too.
const WW: &str = SETS[0];

/// What each set and the engine call the classes: three that all sets have, and those of WW.
const CLASSES: [&[&str]; 6] = [
    &["person", "Person", "PER", "politician"],
    &["organization", "Organization", "ORG", "organisation", "politicalparty"],
    &["place", "facility", "Location", "Facility", "LOC", "country", "location"],
    &["nationality", "NORP"],
    &["date", "Date"],
    &["money", "Money"],
];
/// How many of them all sets have.
const OF_ALL: usize = 3;

/// Where a name starts without "the", where it ends, and its class.
type Name = (u64, u64, usize);

/// Prints the tables.
pub(super) fn calibrate(bench: &Bench) -> Result<()> {
    for set in SETS {
        let annotated = annotated(bench, set)?;
        let mut calibration = Calibration::default();
        let mut rules: BTreeMap<String, Tally> = BTreeMap::new();
        for line in fs::read_to_string(bench.file(set, "answers"))?.lines() {
            let answer: Value = serde_json::from_str(line)?;
            let text = answer["id"].as_str().context("an answer without an id")?;
            let names = annotated.get(text).context("an answer to no text")?;
            for Found { name, confidence, rule } in ours(&answer, &names.text) {
                let is_right = names.all.contains(&name);
                if name.2 < OF_ALL {
                    calibration.count(text, confidence, is_right);
                }
                if name.2 < OF_ALL || set == WW {
                    rules.entry(rule).or_default().count(text, is_right);
                }
            }
        }
        calibration.print(&format!("{set}: names"));
        println!("{set}: names, right by rule:");
        for (rule, tally) in rules {
            report_interval(&format!("  {rule}"), &tally, None);
        }
    }
    Ok(())
}

/// The names of one text, as annotated.
struct Annotated {
    text: Vec<char>,
    all: BTreeSet<Name>,
}

fn annotated(bench: &Bench, set: &str) -> Result<BTreeMap<String, Annotated>> {
    let lines = BufReader::new(GzDecoder::new(File::open(bench.gold(set))?)).lines();
    lines.map(|line| of_text(&serde_json::from_str(&line?)?)).collect()
}

fn of_text(line: &Value) -> Result<(String, Annotated)> {
    let id = line["id"].as_str().context("a line without an id")?;
    let text: Vec<char> = line["text"].as_str().context("a line without a text")?.chars().collect();
    let mentions = line["mentions"].as_array().context("a line without mentions")?;
    let all = mentions.iter().filter_map(|it| name(&text, range(it)?, it[2].as_str()?)).collect();
    Ok((id.to_owned(), Annotated { text, all }))
}

/// A name as the engine tells it.
struct Found {
    name: Name,
    confidence: f64,
    rule: String,
}

/// The engine's names, dates and amounts.
fn ours(answer: &Value, text: &[char]) -> Vec<Found> {
    let mentions = answer["mentions"].as_array().into_iter().flatten();
    let is_told = |it: &&Value| it["form"] == "name" || it["form"] == "numeric";
    let names = mentions.filter(is_told).filter_map(|it| {
        let range = (it["start"].as_u64()?, it["end"].as_u64()?);
        Some(Found {
            name: name(text, range, it["type"].as_str()?)?,
            confidence: it["confidence"].as_f64()?,
            rule: it["rule"].as_str()?.to_owned(),
        })
    });
    names.collect()
}

fn name(text: &[char], (start, end): (u64, u64), label: &str) -> Option<Name> {
    let class = CLASSES.iter().position(|class| class.contains(&label))?;
    let word: String = text.iter().skip(start as usize).take(4).collect();
    let article = if word.eq_ignore_ascii_case("the ") { 4 } else { 0 };
    Some((start + article, end, class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_and_without_its_article() {
        let text: Vec<char> = "The Hague".chars().collect();
        assert_eq!(name(&text, (0, 9), "LOC"), name(&text, (4, 9), "place"));
        assert_eq!(name(&text, (0, 9), "election"), None);
    }
}
