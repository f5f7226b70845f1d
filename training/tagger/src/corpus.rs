//! [`sentences`]: annotated articles as features and tags.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use galley_engine::lexicon::{self, Classes};
use galley_engine::training;
use serde_json::Value;

/// One sentence: for each token its features and its tag.
pub struct Sentence {
    pub features: Vec<Vec<u32>>,
    pub tags: Vec<u8>,
}

/// Articles that repeat one of the development set.
const REPEATED: [&str; 2] = ["cn_article_scmp_41", "cn_article_scmp_76"];

/// The tag that begins a name with this label in the set's own words; none for what is no name.
fn class(label: &str, name: &str) -> Option<u8> {
    Some(match label {
        "Person" | "PER" | "person" | "politician" | "per" => 1,
        "Organization" | "ORG" | "organisation" | "politicalparty" | "org" => 3,
        "Location" | "Facility" | "LOC" | "location" | "country" | "geo" => 5,
        // What the Groningen Meaning Bank calls a geopolitical entity is a nationality nearly always.
        "NORP" | "gpe" => 7,
        "MISC" | "misc" if lexicon::classes(name).meets(Classes::PEOPLE) => 7,
        "Misc" | "Product" | "MISC" | "misc" | "event" | "election" | "eve" | "art" | "nat" => 9,
        _ => return None,
    })
}

/// Reads a gzipped set of JSON lines.
pub fn sentences(path: &Path) -> io::Result<Vec<Sentence>> {
    let file = flate2::read::GzDecoder::new(std::fs::File::open(path)?);
    let mut out = Vec::new();
    for line in BufReader::new(file).lines() {
        let document: Value = serde_json::from_str(&line?)?;
        if REPEATED.iter().any(|id| document["id"].as_str().is_some_and(|it| it.contains(id))) {
            continue;
        }
        out.extend(read(&document));
    }
    Ok(out)
}

fn read(document: &Value) -> Vec<Sentence> {
    let text = document["text"].as_str().unwrap_or("");
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut tags: HashMap<usize, u8> = HashMap::new();
    for mention in document["mentions"].as_array().into_iter().flatten() {
        let at = |index: usize| bytes[mention[index].as_u64().unwrap_or(0) as usize];
        let (start, end) = (at(0), at(1));
        let Some(tag) = class(mention[2].as_str().unwrap_or(""), &text[start..end]) else {
            continue;
        };
        for byte in start..end {
            tags.insert(byte, if byte == start { tag } else { tag + 1 });
        }
    }
    let tag = |start: usize| tags.get(&start).copied().unwrap_or(0);
    training::examples(text)
        .into_iter()
        .map(|sentence| {
            let (spans, features): (Vec<_>, Vec<_>) = sentence.into_iter().unzip();
            let mut tags: Vec<u8> = spans.iter().map(|span| tag(span.start())).collect();
            for at in 0..tags.len() {
                // A name that begins inside a token of ours begins with the next one.
                let before = if at == 0 { 0 } else { tags[at - 1] };
                let inside = tags[at] > 0 && tags[at] % 2 == 0;
                if inside && before != tags[at] && before + 1 != tags[at] {
                    tags[at] -= 1;
                }
            }
            Sentence { features, tags }
        })
        .collect()
}
