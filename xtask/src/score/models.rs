//! Names as the engine reads them with its model, by its rules and tagger alone, and with other model
//! files, such as that of the clean list.

use std::env;

use anyhow::{Context, Result};

use super::figure::FIGURES;
use super::{Bench, interval, row};

/// `cargo xtask names [FILE …]`.
pub(crate) fn run() -> Result<()> {
    let Some(bench) = Bench::open()? else {
        println!("No ../shared beside this checkout: there is nothing to measure on.");
        return Ok(());
    };
    let files = env::args().skip(2).map(|file| (file.clone(), vec!["--model".into(), file]));
    let readers =
        [("the shipped model".into(), vec![]), ("rules and tagger".into(), vec!["--rules".into()])];
    for (name, reader) in readers.into_iter().chain(files) {
        println!("{name}");
        measure(&bench, &reader).with_context(|| format!("with {name}"))?;
    }
    Ok(())
}

/// Prints the exact F1 of persons, organizations and places on each set that has them.
fn measure(bench: &Bench, reader: &[String]) -> Result<()> {
    for figure in FIGURES.iter().filter(|figure| figure.measure == "PER/ORG/LOC exact") {
        let answers = bench.file(figure.set, "names");
        let args =
            ["--", "annotate", "--jsonl"].into_iter().chain(reader.iter().map(String::as_str));
        bench.annotate_by(&args.collect::<Vec<_>>(), &bench.texts(figure.set)?, &answers)?;
        let table = bench.table(figure, &answers, figure.drawings())?;
        let row = row(&table, figure)?;
        let now = row[figure.column].as_f64().context("the scorer gives no figure")?;
        println!("  {:52} {now:>6.1}        {}", figure.name, interval(row, figure.column));
    }
    Ok(())
}
