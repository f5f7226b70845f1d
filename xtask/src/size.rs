//! Weighs what a reader downloads, as a host compresses it, against `size-budget.txt`.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::process;
use crate::setup::{self, Need};
use crate::site;

/// The most that the files of a pattern may weigh together.
#[derive(Debug, PartialEq)]
struct Limit<'a> {
    bytes: usize,
    pattern: &'a str,
}

/// `cargo xtask size`: builds the page and weighs it.
pub(crate) fn run() -> Result<()> {
    site::build(&setup::set_up(Need::Page)?)?;
    check()
}

/// Weighs `dist/` as it is. An error when a limit is exceeded, or is for no file at all.
pub(crate) fn check() -> Result<()> {
    let budget = fs::read_to_string(process::root().join("size-budget.txt"))?;
    let files = weigh(&process::root().join("dist"))?;
    println!("{:24} {:>9} {:>9}", "gzip bytes", "now", "at most");
    let mut exceeded = Vec::new();
    for Limit { bytes, pattern } in limits(&budget)? {
        let matching: Vec<_> = files.iter().filter(|(name, _)| matches(pattern, name)).collect();
        ensure!(!matching.is_empty(), "no file of dist/ is a {pattern}");
        let now: usize = matching.iter().map(|(_, size)| size).sum();
        println!("{pattern:24} {now:>9} {bytes:>9}");
        if now > bytes {
            exceeded.push(pattern);
        }
    }
    let all: usize = files.iter().map(|(_, size)| size).sum();
    println!("{:24} {all:>9}", "everything");
    if !exceeded.is_empty() {
        bail!("over the budget of size-budget.txt: {}", exceeded.join(", "));
    }
    Ok(())
}

fn limits(budget: &str) -> Result<Vec<Limit<'_>>> {
    let lines = budget.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#'));
    lines
        .map(|line| {
            let (bytes, pattern) = line.split_once(' ').context(format!("not a limit: {line}"))?;
            Ok(Limit { bytes: bytes.parse()?, pattern: pattern.trim() })
        })
        .collect()
}

/// The names and compressed sizes of all files in a folder and the folders below it.
fn weigh(folder: &Path) -> Result<Vec<(String, usize)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(weigh(&path)?);
            continue;
        }
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&fs::read(&path)?)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.push((name, gzip.finish()?.len()));
    }
    Ok(files)
}

/// Whether `name` is the pattern with its one `*`, if it has one, filled in.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((start, end)) => {
            name.len() >= start.len() + end.len() && name.starts_with(start) && name.ends_with(end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_part_of_a_name() {
        assert!(matches("page-*_bg.wasm", "page-1f_bg.wasm"));
        assert!(matches("worker.js", "worker.js"));
        assert!(!matches("page-*.js", "worker.js"));
        assert!(!matches("aa*aa", "aaa"));
    }

    #[test]
    fn the_budget_is_bytes_and_a_pattern_a_line() {
        let limits = limits("# a reason\n 20  *.css\n").unwrap();
        assert_eq!(limits, [Limit { bytes: 20, pattern: "*.css" }]);
    }
}
