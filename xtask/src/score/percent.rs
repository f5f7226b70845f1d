//! Our own sentences with every percentage marked, as a set for the scorer.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

/// The name of the set.
pub(super) const SET: &str = "percent";

const SENTENCES: &str = include_str!("../../gold/percent.txt");

/// Writes the set as the scorer reads it: one document a sentence, offsets in code points.
pub(super) fn write(file: &Path) -> Result<()> {
    let sentences = SENTENCES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let documents = sentences.enumerate().map(|(index, line)| document(index, line).to_string());
    Ok(fs::write(file, documents.collect::<Vec<_>>().join("\n") + "\n")?)
}

fn document(index: usize, line: &str) -> Value {
    let (mut text, mut mentions, mut open) = (String::new(), Vec::new(), 0);
    for c in line.chars() {
        let here = text.chars().count();
        match c {
            '[' => open = here,
            ']' => mentions.push(json!([open, here, "percent"])),
            c => text.push(c),
        }
    }
    json!({ "id": format!("percent-{index}"), "text": text, "mentions": mentions })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_become_mentions_in_code_points() {
        let document = document(3, "é up [5%] to [7 %]");
        assert_eq!(document["text"], "é up 5% to 7 %");
        assert_eq!(document["mentions"], json!([[5, 7, "percent"], [11, 14, "percent"]]));
    }
}
