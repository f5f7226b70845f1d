//! Names as the engine reads them by its rules and tagger alone, with the models of the clean list, which
//! saw no newspaper whose texts state no licence, and with other model files.

use std::env;

use anyhow::{Context, Result};

use super::figure::{FIGURES, Figure};
use super::{Bench, Verdict, interval, report, row};

/// The least that is good enough of what the clean list never saw a part of: the honest guess for a newspaper,
/// and for an encyclopedia of politics.
const FLOORS: [(&str, f64); 2] =
    [("entities/ww-dev", 72.0), ("entities/crossner-politics-test", 73.0)];

/// `cargo xtask names [FILE …]`.
pub(crate) fn run() -> Result<()> {
    let Some(bench) = Bench::open()? else {
        println!("No ../shared beside this checkout: there is nothing to measure on.");
        return Ok(());
    };
    let model = |file: String| (file.clone(), vec!["--model".into(), file]);
    let known = [
        ("the shipped model".into(), vec![]),
        ("rules and tagger".into(), vec!["--rules".into()]),
        ("the clean list".into(), clean().map(str::to_owned).to_vec()),
    ];
    for (name, reader) in known.into_iter().chain(env::args().skip(2).map(model)) {
        println!("{name}");
        let reader: Vec<&str> = reader.iter().map(String::as_str).collect();
        for figure in figures() {
            let (now, interval) = measure(&bench, figure, &reader)?;
            println!("  {:52} {now:>6.1}        {interval}", figure.name);
        }
    }
    Ok(())
}

/// Prints how the models of the clean list read names. Gives what is not met.
pub(super) fn check(bench: &Bench) -> Result<Vec<String>> {
    let mut unmet = Vec::new();
    for figure in figures() {
        let (now, interval) = measure(bench, figure, &clean())?;
        let what = figure.name.replace("people, organizations, places, ", "");
        let name = format!("clean list, {}", what.replace(", with its train part", ""));
        let floor = FLOORS.iter().find(|(set, _)| *set == figure.set).map(|(_, floor)| *floor);
        if report(&name, now, floor, &interval) == Verdict::Unmet {
            unmet.push(name);
        }
    }
    Ok(unmet)
}

/// The reader whose model and tagger learned from texts alone that may all be given away.
fn clean() -> [&'static str; 4] {
    ["--model", "training/clean/encoder.bin", "--tagger", "training/clean/tagger.bin"]
}

/// Those of names on each set that has them.
fn figures() -> impl Iterator<Item = &'static Figure> {
    FIGURES.iter().filter(|figure| figure.measure == "PER/ORG/LOC exact")
}

/// The exact F1 of persons, organizations and places as a reader finds them, and its interval.
fn measure(bench: &Bench, figure: &Figure, reader: &[&str]) -> Result<(f64, String)> {
    let answers = bench.file(figure.set, "names");
    let args = ["--", "annotate", "--jsonl"].into_iter().chain(reader.iter().copied());
    bench.annotate_by(&args.collect::<Vec<_>>(), &bench.texts(figure.set)?, &answers)?;
    let table = bench.table(figure, &answers, figure.drawings())?;
    let row = row(&table, figure)?;
    let now = row[figure.column].as_f64().context("the scorer gives no figure")?;
    Ok((now, interval(row, figure.column)))
}
