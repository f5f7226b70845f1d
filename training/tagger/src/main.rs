//! Learns the weights of the engine's name tagger.
//!
//!     cargo run --release -- ../../../shared/data/entities ../../crates/engine/src/entity/weights.bin
//!
//! Reads WW train (without the two articles that repeat its development set), WikiGold and CrossNER
//! politics train; no development or test set. The result is the same each time.

mod corpus;
mod model;

use std::path::PathBuf;

use corpus::Sentence;
use model::Model;

const SETS: [&str; 3] =
    ["ww-train.jsonl.gz", "wikigold.jsonl.gz", "crossner-politics-train.jsonl.gz"];
/// Passes over the sentences before and after the weights are thinned out.
const PASSES: (usize, usize) = (6, 3);
/// How many weights are kept.
const KEPT: usize = 120_000;
/// Tokens that a feature must be seen in.
const LEAST: u32 = 3;

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1).map(PathBuf::from);
    let (Some(data), Some(out)) = (args.next(), args.next()) else {
        eprintln!("usage: tagger DATA OUT");
        std::process::exit(2);
    };
    let mut sentences = Vec::new();
    for set in SETS {
        sentences.extend(corpus::sentences(&data.join(set))?);
    }
    let tokens: usize = sentences.iter().map(|one| one.tags.len()).sum();
    println!("{} sentences, {tokens} tokens", sentences.len());
    let mut model = Model::new(&sentences, LEAST);
    let mut order = Order(0x2545_f491_4f6c_dd1d);
    for pass in 0..PASSES.0 + PASSES.1 {
        if pass == PASSES.0 {
            model.prune(KEPT);
        }
        order.shuffle(&mut sentences);
        let loss: f32 = sentences.iter().map(|one| model.learn(one, 1e-4)).sum();
        println!("pass {pass}: {:.4} a token", loss / tokens as f32);
    }
    let bytes = model.encode();
    println!("{} bytes", bytes.len());
    std::fs::write(out, bytes)
}

/// A fixed sequence of numbers (xorshift).
struct Order(u64);

impl Order {
    fn shuffle(&mut self, sentences: &mut [Sentence]) {
        for at in (1..sentences.len()).rev() {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            sentences.swap(at, (self.0 % (at as u64 + 1)) as usize);
        }
    }
}
