//! Names as the engine reads them by its rules and tagger alone, with models that never saw a part of what
//! they are measured on, and with other model files.

use std::env;

use anyhow::{Context, Result};

use super::figure::{FIGURES, Figure};
use super::{Bench, Verdict, interval, report, row};

/// Models that do not ship, of a folder of `training` each, and the set that they are the honest guess for, with
/// the least that is good enough there: what is unlike all that they learned from.
const UNSEEN: [Unseen; 2] = [
    Unseen { name: "clean list", folder: "clean", set: "entities/ww-dev", floor: 72.0 },
    Unseen {
        name: "without CrossNER",
        folder: "apart",
        set: "entities/crossner-politics-test",
        floor: 73.0,
    },
];

struct Unseen {
    name: &'static str,
    folder: &'static str,
    set: &'static str,
    floor: f64,
}

impl Unseen {
    /// How `galley annotate` reads with them.
    fn reader(&self) -> Vec<String> {
        let file = |name: &str| format!("training/{}/{name}.bin", self.folder);
        vec!["--model".into(), file("encoder"), "--tagger".into(), file("tagger")]
    }
}

/// `cargo xtask names [FILE …]`.
pub(crate) fn run() -> Result<()> {
    let Some(bench) = Bench::open()? else {
        println!("No ../shared beside this checkout: there is nothing to measure on.");
        return Ok(());
    };
    let model = |file: String| (file.clone(), vec!["--model".into(), file]);
    let known =
        [("the shipped model".into(), vec![]), ("rules and tagger".into(), vec!["--rules".into()])];
    let unseen = UNSEEN.iter().map(|it| (it.name.to_owned(), it.reader()));
    let all = known.into_iter().chain(unseen).chain(env::args().skip(2).map(model));
    for (name, reader) in all {
        println!("{name}");
        for figure in figures() {
            let (now, interval) = measure(&bench, figure, &reader)?;
            println!("  {:52} {now:>6.1}        {interval}", figure.name);
        }
    }
    Ok(())
}

/// Prints how the models that do not ship read names. Gives what is not met.
pub(super) fn check(bench: &Bench) -> Result<Vec<String>> {
    let mut unmet = Vec::new();
    for unseen in UNSEEN {
        for figure in figures() {
            let (now, interval) = measure(bench, figure, &unseen.reader())?;
            let what = figure.name.replace("people, organizations, places, ", "");
            let name = format!("{}, {}", unseen.name, what.replace(", with its train part", ""));
            let floor = (figure.set == unseen.set).then_some(unseen.floor);
            if report(&name, now, floor, &interval) == Verdict::Unmet {
                unmet.push(name);
            }
        }
    }
    Ok(unmet)
}

/// Those of names on each set that has them.
fn figures() -> impl Iterator<Item = &'static Figure> {
    FIGURES.iter().filter(|figure| figure.measure == "PER/ORG/LOC exact")
}

/// The exact F1 of persons, organizations and places as a reader finds them, and its interval.
fn measure(bench: &Bench, figure: &Figure, reader: &[String]) -> Result<(f64, String)> {
    let answers = bench.file(figure.set, "names");
    let args = ["--", "annotate", "--jsonl"].into_iter().chain(reader.iter().map(String::as_str));
    bench.annotate_by(&args.collect::<Vec<_>>(), &bench.texts(figure.set)?, &answers)?;
    let table = bench.table(figure, &answers, figure.drawings())?;
    let row = row(&table, figure)?;
    let now = row[figure.column].as_f64().context("the scorer gives no figure")?;
    Ok((now, interval(row, figure.column)))
}
