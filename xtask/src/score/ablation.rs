//! What each part of the engine is worth to its quotes on PolNeAR dev: `galley annotate` with only
//! some of what finds them, measured like the whole.
//!
//! With the file of another model a row more tells what that is worth in the shipped one's place: one that learned
//! from annotated text alone stands for the encoder before it was distilled.
//!
//! The last two columns tell whom sources stand for: as decisions over the whole article have it, and
//! were it the nearest person named before.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Result, ensure};

use super::figure::{FIGURES, Figure};
use super::{Bench, quotes, row, speakers};
use crate::bench::instructions::{self, Count};
use crate::process;

const SET: &str = "quotes/polnear-dev";

/// What each figure of the set is called in the table, in the order of [`FIGURES`].
const HEADS: [&str; 9] =
    ["source", "cue", "content", "overlap", "P", "R", "direct", "right", "r.dir."];

/// A row: its name, the options of its reader, and the files it adds to the row before.
struct Part<'a> {
    name: &'static str,
    reader: &'a [&'a str],
    files: &'static [&'static str],
}

const PARTS: [Part<'static>; 6] = [
    Part { name: "marks only", reader: &["--rules", "--steps", "marks"], files: &[] },
    Part {
        name: "+ linear: cue tables and rules",
        reader: &["--rules"],
        files: &["quote/data/cues.txt", "quote/data/particles.txt", "quote/data/tags.txt"],
    },
    Part {
        name: "encoder, distilled, each to its nearest",
        reader: &["--steps", "encoder"],
        files: &["../model/encoder.bin"],
    },
    Part {
        name: "+ linker in the nearest's place",
        reader: &["--steps", "linker"],
        files: &["quote/data/links.txt"],
    },
    Part { name: "+ what the rules find (shipped)", reader: &[], files: &[] },
    Part { name: "the same with the nearest", reader: &["--steps", "nearest"], files: &[] },
];

/// `cargo xtask ablation [FILE]`.
pub(crate) fn run() -> Result<()> {
    let Some(bench) = Bench::open()? else {
        println!("No ../shared beside this checkout: there is nothing to measure on.");
        return Ok(());
    };
    let texts = bench.texts(SET)?;
    print!("{:40}", "PolNeAR dev");
    HEADS.iter().for_each(|head| print!(" {head:>7}"));
    println!(" {:>11} {:>11} {:>9} {:>9}", "speaker", "nearest", "instr.", "bytes");
    for part in &PARTS {
        print(&bench, part, &texts)?;
    }
    if let Some(file) = env::args().nth(2) {
        let reader = ["--model", &file, "--steps", "encoder"];
        print(
            &bench,
            &Part {
                name: "encoder of that file, each to its nearest",
                reader: &reader,
                files: &[],
            },
            &texts,
        )?;
    }
    println!("PolNeAR dev: quotes right by rule and kind, by the rules alone:");
    quotes::by_rule(&bench, &annotate(&bench, &["--rules"], &texts)?)
}

/// Prints one row.
fn print(bench: &Bench, part: &Part, texts: &Path) -> Result<()> {
    let answers = annotate(bench, part.reader, texts)?;
    print!("{:40}", part.name);
    for now in figures(bench, &answers)? {
        print!(" {now:>7.1}");
    }
    for told in speakers::shares(&answers)? {
        print!(" {:>11}", format!("{:.1} of {}", told.share(), told.all()));
    }
    let counted = instructions::is_counted().then(|| Count::of(part.reader)).transpose()?;
    let counted = counted.map(|count| count.a_word().to_string()).unwrap_or_default();
    println!(" {counted:>9} {:>9}", bytes(part)?);
    Ok(())
}

/// Has a reader of these options answer the set.
fn annotate(bench: &Bench, reader: &[&str], texts: &Path) -> Result<PathBuf> {
    let answers = bench.file(SET, "ablated");
    let galley = ["--features", "ablation", "--", "annotate", "--jsonl"];
    bench.annotate_by(&[&galley[..], reader].concat(), texts, &answers)?;
    Ok(answers)
}

/// The figures of the set, in order.
fn figures(bench: &Bench, answers: &Path) -> Result<Vec<f64>> {
    let wanted: Vec<&Figure> = FIGURES.iter().filter(|figure| figure.set == SET).collect();
    ensure!(wanted.len() == HEADS.len(), "the table has other columns than the set has figures");
    let table = bench.table(wanted[0], answers, "0")?;
    let now = |figure: &&Figure| Ok(row(&table, figure)?[figure.column].as_f64().unwrap_or(0.0));
    wanted.iter().map(now).collect()
}

/// What the files of a part weigh.
fn bytes(part: &Part) -> Result<u64> {
    let sources = process::root().join("crates/engine/src");
    part.files.iter().map(|file| Ok(fs::metadata(sources.join(file))?.len())).sum()
}
