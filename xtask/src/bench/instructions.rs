//! [`Count`]: how many instructions the engine needs, which no other program on the machine changes.

use std::fs::{self, File};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::article;
use crate::process;

/// Counts and prints them for the engine as it is, where there is valgrind.
pub(super) fn count() -> Result<()> {
    if !is_counted() {
        println!("Instructions are not counted: there is no valgrind.");
        return Ok(());
    }
    process::run(process::command("cargo").args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "galley-cli",
    ]))?;
    let Count { words, each, start } = Count::of(&[])?;
    println!("{words} words: {} million instructions, {} a word", each / 1_000_000, each / words);
    println!("starting up: {} million instructions", start / 1_000_000);
    Ok(())
}

/// Whether there is a valgrind to count with.
pub(crate) fn is_counted() -> bool {
    process::output(Command::new("valgrind").arg("--version")).is_ok()
}

/// The instructions that one article takes.
pub(crate) struct Count {
    /// Of the article.
    words: u64,
    /// Of one reading.
    each: u64,
    /// Of starting up.
    start: u64,
}

impl Count {
    /// Counts what three more readings of one article add to the first, so that starting up does not
    /// count, with the `galley` that was built last and a reader of these options.
    pub(crate) fn of(reader: &[&str]) -> Result<Self> {
        let text = fs::read_to_string(article::written()?)?;
        let [one, four] = [instructions(&text, 1, reader)?, instructions(&text, 4, reader)?];
        let each = (four - one) / 3;
        Ok(Self { words: text.split_whitespace().count() as u64, each, start: one - each })
    }

    pub(crate) fn a_word(&self) -> u64 {
        self.each / self.words
    }
}

/// What `galley annotate --jsonl` takes for an article so many times over.
fn instructions(text: &str, times: usize, reader: &[&str]) -> Result<u64> {
    let folder = process::root().join("target/bench");
    let (input, output) = (folder.join("article.jsonl"), folder.join("callgrind.out"));
    let line = json!({ "id": "article", "text": text }).to_string() + "\n";
    fs::write(&input, line.repeat(times))?;
    let metadata = process::output(process::command("cargo").args([
        "metadata",
        "--no-deps",
        "--format-version",
        "1",
    ]))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let target = metadata["target_directory"].as_str().context("no target directory")?;
    let status = Command::new("valgrind")
        .args(["--quiet", "--tool=callgrind"])
        .arg(format!("--callgrind-out-file={}", output.display()))
        .arg(format!("{target}/release/galley"))
        .args(["annotate", "--jsonl"])
        .args(reader)
        .stdin(File::open(&input)?)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    ensure!(status.success(), "valgrind ended with {status}");
    let told = fs::read_to_string(&output)?;
    let total = told.lines().rev().find_map(|line| line.strip_prefix("totals: "));
    total.context("callgrind tells no total")?.trim().parse().context("not a count")
}
