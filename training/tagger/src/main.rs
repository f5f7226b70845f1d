//! Learns the weights of the engine's name tagger.
//!
//!     cargo run --release -- ../../../shared/data/entities ../../crates/engine/src/entity/weights.bin
//!
//! Reads WW train (without the two articles that repeat its development set), WikiGold and CrossNER
//! politics train; no development or test set. With the word `apart` at the end it leaves out
//! CrossNER, so that its test part is text of a kind never seen; with `clean` also WW, whose texts state no
//! licence, and takes the Groningen Meaning Bank in its place. The result is the same each time.

mod corpus;
mod model;

use std::path::Path;

use corpus::Sentence;
use model::Model;

const SETS: &[&str] =
    &["ww-train.jsonl.gz", "wikigold.jsonl.gz", "crossner-politics-train.jsonl.gz"];
/// Without the part of CrossNER whose other part is scored.
const APART: &[&str] = &["ww-train.jsonl.gz", "wikigold.jsonl.gz"];
/// Sets whose texts may all be given away.
const CLEAN: &[&str] = &["gmb.jsonl.gz", "wikigold.jsonl.gz"];
/// Passes over the sentences before and after the weights are thinned out.
const PASSES: (usize, usize) = (5, 3);
/// How many weights are kept.
const KEPT: usize = 120_000;
/// Tokens that a feature must be seen in.
const LEAST: u32 = 2;
/// Share of a token's features that are hidden in each pass, so that no few of them are leant on.
const HIDDEN: f64 = 0.25;
/// How strongly weights are drawn to zero.
const DECAY: f32 = 1e-4;

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (data, out, sets) = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [data, out] => (Path::new(data), out, SETS),
        [data, out, "clean"] => (Path::new(data), out, CLEAN),
        [data, out, "apart"] => (Path::new(data), out, APART),
        _ => {
            eprintln!("usage: tagger DATA OUT [clean|apart]");
            std::process::exit(2);
        }
    };
    let mut sentences = Vec::new();
    for set in sets {
        sentences.extend(corpus::sentences(&data.join(set))?);
    }
    let tokens: usize = sentences.iter().map(|one| one.tags.len()).sum();
    println!("{} sentences, {tokens} tokens", sentences.len());
    let mut model = Model::new(&sentences, LEAST);
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    for pass in 0..PASSES.0 + PASSES.1 {
        if pass == PASSES.0 {
            model.prune(KEPT);
        }
        chance.shuffle(&mut sentences);
        let mut loss = 0.0;
        for sentence in &sentences {
            loss += model.learn(&chance.hide(sentence), DECAY);
        }
        println!("pass {pass}: {:.4} a token", loss / tokens as f32);
    }
    let bytes = model.encode();
    println!("{} bytes", bytes.len());
    std::fs::write(out, bytes)
}

/// A fixed sequence of numbers (xorshift), the same in every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn shuffle(&mut self, sentences: &mut [Sentence]) {
        for at in (1..sentences.len()).rev() {
            sentences.swap(at, (self.next() % (at as u64 + 1)) as usize);
        }
    }

    /// The sentence without some of its features.
    fn hide(&mut self, sentence: &Sentence) -> Sentence {
        let limit = (HIDDEN * 65536.0) as u64;
        let mut seen = |token: &Vec<u32>| {
            token.iter().copied().filter(|_| self.next() % 65536 >= limit).collect()
        };
        let features = sentence.features.iter().map(&mut seen).collect();
        Sentence { features, tags: sentence.tags.clone() }
    }
}
