//! [`written`]: a thousand words of news to be timed with.

use std::fs::{self, File};
use std::io::Read;
use std::path::PathBuf;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use crate::process;

const WORDS: usize = 1000;

/// A file with about a thousand words, to the paragraph: of Wikinews where `../shared` lies beside
/// the checkout, else of the page's sample, over and over.
pub(super) fn written() -> Result<PathBuf> {
    let root = process::root();
    let shared = root.join("../shared/data/articles/articles.jsonl.gz");
    let paragraphs = match File::open(shared) {
        Ok(file) => wikinews(file)?,
        Err(_) => paragraphs(&fs::read_to_string(root.join("static/sample.txt"))?),
    };
    let mut text = String::new();
    let mut words = 0;
    for paragraph in paragraphs.iter().cycle() {
        if words >= WORDS {
            break;
        }
        words += paragraph.split_whitespace().count();
        text = text + paragraph + "\n\n";
    }
    let file = root.join("target/bench/article.txt");
    fs::create_dir_all(root.join("target/bench"))?;
    fs::write(&file, text)?;
    Ok(file)
}

fn wikinews(file: File) -> Result<Vec<String>> {
    let mut lines = String::new();
    GzDecoder::new(file).read_to_string(&mut lines)?;
    let mut out = Vec::new();
    for line in lines.lines() {
        let article: Value = serde_json::from_str(line)?;
        if article["licence"].as_str().is_some_and(|licence| licence.contains("Wikinews")) {
            out.extend(paragraphs(article["text"].as_str().context("an article without a text")?));
        }
    }
    Ok(out)
}

fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::to_owned).filter(|it| !it.trim().is_empty()).collect()
}
