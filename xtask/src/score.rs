//! Measures the engine on the sets of `../shared/data` with the scorer of `../shared/score`, and on
//! the real article of `../shared/articles`. None of the three is part of the repository: without them
//! only the labelled Wikinews articles are scored, by `galley-score`.

mod ablation;
mod answers;
mod calibration;
mod dated;
mod figure;
mod models;
mod names;
mod origin;
mod percent;
mod pronouns;
mod quotes;
mod real_article;
mod speakers;
mod tally;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process;
pub(crate) use ablation::run as ablation;
use figure::{FIGURES, Figure, Verdict};
pub(crate) use models::run as names;
use tally::Tally;

/// Sets whose texts are only read to see that no span is invalid.
const ONLY_CHECKED: &[&str] = &[
    "articles/articles",
    "entities/crossner-politics-dev",
    "entities/crossner-politics-train",
    "entities/gum-train",
    "entities/gum-unstated-dev",
    "entities/gum-unstated-train",
    "entities/wikigold",
    "entities/wnut17-dev",
    "entities/wnut17-train",
    "entities/ww-train",
    "coref/gap-development",
    "quotes/polnear-train",
];

/// `cargo xtask score`.
pub(crate) fn run() -> Result<()> {
    labelled()?;
    let Some(bench) = Bench::set_up()? else {
        println!("No ../shared beside this checkout: its sets are not scored.");
        return Ok(());
    };
    let mut unmet = Vec::new();
    println!("{:52} {:>6} {:>6} 95 % interval", "figure", "now", "floor");
    let mut tables = BTreeMap::new();
    for figure in FIGURES {
        let table = match tables.entry((figure.set, figure.task)) {
            Entry::Occupied(table) => table.into_mut(),
            Entry::Vacant(place) => place.insert(bench.score(figure)?),
        };
        let row = row(table, figure)?;
        // The scorer gives none where there was nothing to count, such as sources of no hits.
        let now = row[figure.column].as_f64().unwrap_or(0.0);
        if report(figure.name, now, figure.floor, &interval(row, figure.column)) == Verdict::Unmet {
            unmet.push(figure.name.to_owned());
        }
    }
    unmet.extend(models::check(&bench)?);
    names::calibrate(&bench)?;
    quotes::calibrate(&bench)?;
    unmet.extend(pronouns::check(&bench)?);
    unmet.extend(speakers::check(&bench)?);
    unmet.extend(origin::check(&bench)?);
    unmet.extend(real_article::check(&bench)?);
    unmet.extend(bench.invalid()?);
    ensure!(unmet.is_empty(), "not met: {}", unmet.join("; "));
    Ok(())
}

/// Prints the figures on the Wikinews articles of the repository.
fn labelled() -> Result<()> {
    let mut score = process::command("cargo");
    score.args(["run", "--quiet", "--release", "--package", "galley-score", "--"]);
    score.arg(process::root().join("crates/engine/tests/wikinews"));
    println!("Wikinews, labelled by hand:");
    process::run(&mut score)?;
    println!();
    Ok(())
}

/// Prints one line of the table; `interval` is empty where there is none.
fn report(name: &str, now: f64, floor: Option<f64>, interval: &str) -> Verdict {
    let verdict = Verdict::of(now, floor);
    let floor = floor.map(|floor| format!("{floor:.0}")).unwrap_or_default();
    println!("{name:52} {now:>6.1} {floor:>6} {interval:22} {verdict}");
    verdict
}

/// Prints one line of the table with its interval and how many were counted.
fn report_interval(name: &str, tally: &Tally, floor: Option<f64>) -> Verdict {
    let (low, high) = tally.interval();
    report(name, tally.share(), floor, &format!("{low:.1} to {high:.1} of {}", tally.all()))
}

/// The row of the scorer's table that a figure is in.
fn row<'t>(table: &'t Value, figure: &Figure) -> Result<&'t Value> {
    let rows = table["rows"].as_array().context("the scorer's table has no rows")?;
    let row = rows.iter().find(|row| row["measure"] == figure.measure);
    row.with_context(|| format!("the scorer has no row {:?}", figure.measure))
}

/// The 95 % bootstrap interval over documents of a row, and how many the gold has. Of a row with
/// several columns it is that of F1, which is said beside another.
fn interval(row: &Value, column: &str) -> String {
    let of = if column != "f" && row["f"].is_number() { "F1 " } else { "" };
    match (row["ci"][0].as_f64(), row["ci"][1].as_f64(), row["gold"].as_u64()) {
        (Some(low), Some(high), Some(gold)) => format!("{of}{low:.1} to {high:.1} of {gold}"),
        (Some(low), Some(high), None) => format!("{of}{low:.1} to {high:.1}"),
        (_, _, Some(gold)) => format!("of {gold}"),
        _ => String::new(),
    }
}

/// The scorer, the sets and the engine's answers to them.
struct Bench {
    shared: PathBuf,
    answers: PathBuf,
}

impl Bench {
    /// None where there is no `../shared`.
    fn open() -> Result<Option<Self>> {
        let shared = process::root().join("../shared");
        if !shared.join("score/score.py").is_file() || !shared.join("data").is_dir() {
            return Ok(None);
        }
        let answers = process::root().join("target/score");
        fs::create_dir_all(&answers)?;
        Ok(Some(Self { shared, answers }))
    }

    /// Has the engine answer every set. None where there is no `../shared`.
    fn set_up() -> Result<Option<Self>> {
        let Some(bench) = Self::open()? else { return Ok(None) };
        percent::write(&bench.gold(percent::SET))?;
        dated::write(&bench.gold(dated::SET), &dated::SOURCES.map(|set| bench.gold(set)))?;
        for set in sets() {
            bench.annotate(&bench.texts(set)?, &bench.file(set, "answers"))?;
        }
        Ok(Some(bench))
    }

    /// A file with the texts of a set, as the engine reads them.
    fn texts(&self, set: &str) -> Result<PathBuf> {
        let texts = self.file(set, "texts");
        let lines = process::output(self.scorer().arg("texts").arg(self.gold(set)))?;
        fs::write(&texts, lines + "\n")?;
        Ok(texts)
    }

    /// The scorer's table for a figure's set.
    fn score(&self, figure: &Figure) -> Result<Value> {
        self.table(figure, &self.file(figure.set, "answers"), figure.drawings())
    }

    /// The scorer's table for a figure's set and one file of answers to it.
    fn table(&self, figure: &Figure, answers: &Path, drawings: &str) -> Result<Value> {
        let mut scorer = self.scorer();
        scorer.args(figure.task).arg(self.gold(figure.set)).arg(answers);
        let table = process::output(scorer.args(["--json", "--lenient", "--bootstrap", drawings]))?;
        serde_json::from_str(&table).context("the scorer's table is not JSON")
    }

    /// Sets on which the engine gave a span that is not valid.
    fn invalid(&self) -> Result<Vec<String>> {
        let mut invalid = Vec::new();
        for set in sets() {
            let (gold, answers) = (self.gold(set), self.file(set, "answers"));
            if let Err(error) = process::output(self.scorer().arg("check").arg(gold).arg(answers)) {
                println!("{error:#}");
                invalid.push(format!("a span in {set} is invalid"));
            }
        }
        println!("Sets with an invalid span: {} of {}", invalid.len(), sets().len());
        Ok(invalid)
    }

    /// Runs `galley annotate --jsonl` from one file to another.
    fn annotate(&self, texts: &Path, answers: &Path) -> Result<()> {
        self.annotate_by(&["--", "annotate", "--jsonl"], texts, answers)
    }

    /// The same with other arguments behind `cargo run`.
    fn annotate_by(&self, args: &[&str], texts: &Path, answers: &Path) -> Result<()> {
        let mut galley = process::command("cargo");
        galley.args(["run", "--quiet", "--release", "--package", "galley-cli"]).args(args);
        process::run(galley.stdin(File::open(texts)?).stdout(File::create(answers)?))
    }

    fn scorer(&self) -> Command {
        let mut python = process::command(if cfg!(windows) { "python" } else { "python3" });
        python.arg(self.shared.join("score/score.py"));
        python
    }

    fn gold(&self, set: &str) -> PathBuf {
        match set {
            percent::SET | dated::SET => self.file(set, "gold"),
            set => self.shared.join("data").join(format!("{set}.jsonl.gz")),
        }
    }

    /// A file of ours about a set.
    fn file(&self, set: &str, what: &str) -> PathBuf {
        self.answers.join(format!("{}.{what}.jsonl", set.replace('/', "-")))
    }
}

/// Every set, once.
fn sets() -> BTreeSet<&'static str> {
    FIGURES.iter().map(|figure| figure.set).chain(ONLY_CHECKED.iter().copied()).collect()
}
