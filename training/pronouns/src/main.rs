//! Learns whom the engine's pronouns stand for.
//!
//!     cargo run --release -- ../../../shared/data ../../crates/engine/src/chain/weights.txt
//!
//! Reads GAP validation, GUM train, PolNeAR train with its silver chains, and what sex alone tells in
//! WW train, PolNeAR train, WikiGold and GMB; no development or test set. The result is the same each time.

mod corpus;
mod distant;
mod model;

use std::io;
use std::path::{Path, PathBuf};

use corpus::Document;
use galley_engine::Reader;
use galley_engine::training::{ASPECTS, lines};
use model::Model;

/// How often what earlier pronouns stood for is told anew with the weights learned so far.
const ROUNDS: usize = 2;
const PASSES: usize = 8;

fn main() -> io::Result<()> {
    let mut args = std::env::args().skip(1).map(PathBuf::from);
    let (Some(data), Some(out)) = (args.next(), args.next()) else {
        eprintln!("usage: pronouns DATA OUT");
        std::process::exit(2);
    };
    let reader = Reader::shipped();
    let watched = corpus::gap(&data.join("coref/gap-development.jsonl.gz"), 1.0)?;
    let known = known(&data)?;
    let texts = texts(&data)?;
    let mut weights = vec![0; ASPECTS];
    for round in 0..ROUNDS {
        let distant: Vec<Document> = texts
            .iter()
            .filter_map(|text| distant::document(&reader, text, &weights, 0.3))
            .collect();
        let mut model = Model::new();
        for document in known.iter().chain(&distant) {
            model.add(&reader, document, &weights);
        }
        println!("round {round}: {} pronouns", model.len());
        (0..PASSES).for_each(|pass| model.pass(pass >= PASSES / 2));
        weights = model.weights();
        let mut right = (0, 0);
        for document in &watched {
            let (hit, all) = model::right(&reader, document, &weights);
            right = (right.0 + hit, right.1 + all);
        }
        println!("GAP development: {} of {}", right.0, right.1);
    }
    std::fs::write(out, lines(&weights))
}

/// The sets in which somebody or something has told pronouns.
fn known(data: &Path) -> io::Result<Vec<Document>> {
    let mut out = corpus::gap(&data.join("coref/gap-validation.jsonl.gz"), 5.0)?;
    let kept_for_tests = include_str!("../../../crates/engine/tests/wikinews/ids.txt");
    for set in ["gum-train", "gum-unstated-train"] {
        let path = data.join(format!("entities/{set}.jsonl.gz"));
        out.extend(corpus::gum(&path, kept_for_tests, 1.0)?);
    }
    let quotes = data.join("quotes");
    let (texts, chains) = ("polnear-train.jsonl.gz", "polnear-train-silver.jsonl.gz");
    out.extend(corpus::silver(&quotes.join(texts), &quotes.join(chains), 0.1)?);
    Ok(out)
}

/// Texts whose pronouns sex tells.
fn texts(data: &Path) -> io::Result<Vec<String>> {
    let mut out = Vec::new();
    for set in ["entities/ww-train", "quotes/polnear-train", "entities/wikigold", "entities/gmb"] {
        out.extend(corpus::plain(&data.join(format!("{set}.jsonl.gz")))?);
    }
    Ok(out)
}
