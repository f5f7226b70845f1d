//! Weighs what a reader downloads, as a host compresses it, against `size-budget.txt`.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::process;
use crate::setup::{self, Need};
use crate::site;

/// The most that the files of some patterns may weigh together.
#[derive(Debug, PartialEq)]
struct Limit<'a> {
    bytes: usize,
    compressor: Compressor,
    patterns: Vec<&'a str>,
}

/// How a host sends files.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Compressor {
    Gzip,
    Brotli,
}

/// A file of `dist/`: its name and what is in it.
type File = (String, Vec<u8>);

/// `cargo xtask size`: builds the page and weighs it.
pub(crate) fn run() -> Result<()> {
    site::build(&setup::set_up(Need::Page)?)?;
    check()
}

/// Weighs `dist/` as it is. An error when a limit is exceeded, or is for no file at all.
pub(crate) fn check() -> Result<()> {
    let budget = fs::read_to_string(process::root().join("size-budget.txt"))?;
    let files = files(&process::root().join("dist"))?;
    println!("{:32} {:>9} {:>9}", "bytes after gzip", "now", "at most");
    let mut exceeded = Vec::new();
    for Limit { bytes, compressor, patterns } in limits(&budget)? {
        let mut now = 0;
        for pattern in &patterns {
            let matching: Vec<_> =
                files.iter().filter(|(name, _)| matches(pattern, name)).collect();
            ensure!(!matching.is_empty(), "no file of dist/ is a {pattern}");
            for (_, content) in matching {
                now += compressor.weigh(content)?;
            }
        }
        let brotli = if compressor == Compressor::Brotli { "brotli " } else { "" };
        let name = brotli.to_owned() + &patterns.join(" ");
        println!("{name:32} {now:>9} {bytes:>9}");
        if now > bytes {
            exceeded.push(name);
        }
    }
    let mut all = 0;
    for (_, content) in &files {
        all += Compressor::Gzip.weigh(content)?;
    }
    println!("{:32} {all:>9}", "everything");
    if !exceeded.is_empty() {
        bail!("over the budget of size-budget.txt: {}", exceeded.join(", "));
    }
    Ok(())
}

fn limits(budget: &str) -> Result<Vec<Limit<'_>>> {
    let lines = budget.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            let bytes = words.next().and_then(|it| it.parse().ok());
            let bytes = bytes.context(format!("not a limit: {line}"))?;
            let mut patterns: Vec<&str> = words.collect();
            let mut compressor = Compressor::Gzip;
            if patterns.first() == Some(&"brotli") {
                patterns.remove(0);
                compressor = Compressor::Brotli;
            }
            Ok(Limit { bytes, compressor, patterns })
        })
        .collect()
}

impl Compressor {
    /// The size of `content` as this compresses it at its best.
    fn weigh(self, content: &[u8]) -> Result<usize> {
        match self {
            Self::Gzip => {
                let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
                gzip.write_all(content)?;
                Ok(gzip.finish()?.len())
            }
            Self::Brotli => {
                let (mut out, best) = (Vec::new(), BrotliEncoderParams::default());
                brotli::BrotliCompress(&mut &content[..], &mut out, &best)?;
                Ok(out.len())
            }
        }
    }
}

/// All files of a folder and the folders below it.
fn files(folder: &Path) -> Result<Vec<File>> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            out.extend(files(&path)?);
            continue;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        out.push((name, fs::read(&path)?));
    }
    Ok(out)
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
    fn the_budget_is_bytes_and_patterns_a_line() {
        let limits = limits("# a reason\n 20  *.css\n40 brotli a.wasm b.bin\n").unwrap();
        let limit = |bytes, compressor, patterns: &[&'static str]| Limit {
            bytes,
            compressor,
            patterns: patterns.to_vec(),
        };
        let gzip = limit(20, Compressor::Gzip, &["*.css"]);
        assert_eq!(limits, [gzip, limit(40, Compressor::Brotli, &["a.wasm", "b.bin"])]);
    }

    #[test]
    fn both_compressors_make_little_of_what_repeats() {
        let content = b"again and ".repeat(1000);
        for compressor in [Compressor::Gzip, Compressor::Brotli] {
            assert!(compressor.weigh(&content).unwrap() < 200);
        }
    }
}
