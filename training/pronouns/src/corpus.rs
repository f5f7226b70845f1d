//! Texts with the names that some of their pronouns stand for.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use galley_engine::training::Sexes;
use serde_json::Value;

/// Bytes from and to.
pub type Range = (usize, usize);

/// What is known of one pronoun.
#[derive(Clone, Debug)]
pub enum Gold {
    /// One of these names it.
    Names(Vec<Range>),
    /// None of these does.
    Not(Vec<Range>),
}

/// A text and what is known of its pronouns, by where they begin.
pub struct Document {
    pub text: String,
    pub sexes: Sexes,
    pub gold: BTreeMap<usize, Gold>,
    /// How much each of its pronouns counts.
    pub weight: f32,
}

/// Reads the documents of a gzipped set of JSON lines.
pub fn values(path: &Path) -> io::Result<Vec<Value>> {
    let file = flate2::read::GzDecoder::new(std::fs::File::open(path)?);
    BufReader::new(file).lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

/// The text, and a map from code points to bytes.
fn text(value: &Value) -> (String, Vec<usize>) {
    let text = value["text"].as_str().unwrap_or("").to_owned();
    let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    (text, bytes)
}

fn range(value: &Value, bytes: &[usize]) -> Range {
    let at = |index: usize| bytes[value[index].as_u64().unwrap_or(0) as usize];
    (at(0), at(1))
}

/// GAP: one pronoun a text, and two names of which it stands for one or neither.
pub fn gap(path: &Path, weight: f32) -> io::Result<Vec<Document>> {
    let read = |value: &Value| {
        let (text, bytes) = text(value);
        let name = |key: &str| range(&value[key], &bytes);
        let gold = match (value["a_coref"] == true, value["b_coref"] == true) {
            (true, _) => Gold::Names(vec![name("a")]),
            (_, true) => Gold::Names(vec![name("b")]),
            _ => Gold::Not(vec![name("a"), name("b")]),
        };
        let gold = BTreeMap::from([(name("pronoun").0, gold)]);
        Document { text, sexes: Sexes::Seen, gold, weight }
    };
    Ok(values(path)?.iter().map(read).collect())
}

/// GUM: chains of names and pronouns. `leave_out` names documents.
pub fn gum(path: &Path, leave_out: &str, weight: f32) -> io::Result<Vec<Document>> {
    let read = |value: &Value| {
        let (text, bytes) = text(value);
        let mut names: HashMap<String, Vec<Range>> = HashMap::new();
        let list = || value["entities"].as_array().into_iter().flatten();
        for entity in list().filter(|it| it["kind"] == "name" && it["name"].is_array()) {
            names
                .entry(entity["chain"].to_string())
                .or_default()
                .push(range(&entity["name"], &bytes));
        }
        let pronouns = list().filter(|it| it["kind"] == "pronoun").filter_map(|entity| {
            let names = names.get(&entity["chain"].to_string())?.clone();
            Some((bytes[entity["start"].as_u64()? as usize], Gold::Names(names)))
        });
        Document { gold: pronouns.collect(), text, sexes: Sexes::Seen, weight }
    };
    let values = values(path)?;
    let kept = values.iter().filter(|it| !leave_out.contains(it["id"].as_str().unwrap_or("?")));
    Ok(kept.map(read).collect())
}

/// PolNeAR's silver chains: names and pronouns as another program put them together.
pub fn silver(texts: &Path, chains: &Path, weight: f32) -> io::Result<Vec<Document>> {
    let chains = values(chains)?;
    let by_id: HashMap<&str, &Value> =
        chains.iter().filter_map(|it| Some((it["id"].as_str()?, it))).collect();
    let read = |value: &Value| {
        let silver = by_id.get(value["id"].as_str()?)?;
        let (text, bytes) = text(value);
        let mut gold = BTreeMap::new();
        for chain in silver["coref"].as_array()? {
            let ranges: Vec<Range> = chain.as_array()?.iter().map(|it| range(it, &bytes)).collect();
            let is_name = |it: &&Range| {
                let words = &text[it.0..it.1];
                words.split_whitespace().count() < 6
                    && words
                        .split_whitespace()
                        .next_back()
                        .is_some_and(|last| last.starts_with(char::is_uppercase) && last.len() > 3)
            };
            let names: Vec<Range> = ranges.iter().filter(is_name).copied().collect();
            if !names.is_empty() {
                gold.extend(ranges.iter().map(|it| (it.0, Gold::Names(names.clone()))));
            }
        }
        Some(Document { text, sexes: Sexes::Seen, gold, weight })
    };
    Ok(values(texts)?.iter().filter_map(read).collect())
}

/// Texts in which nothing is known.
pub fn plain(path: &Path) -> io::Result<Vec<String>> {
    Ok(values(path)?.iter().map(|value| text(value).0).collect())
}
