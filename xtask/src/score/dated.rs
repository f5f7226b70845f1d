//! TimeBank and AQUAINT with each article under a line that tells its date, as a set for the scorer:
//! what the values are worth where the engine knows when an article was written.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::{Value, json};

/// The name of the set.
pub(super) const SET: &str = "dated";

/// The sets that know when their articles were written.
pub(super) const SOURCES: [&str; 2] = ["dates/timebank", "dates/aquaint"];

/// Writes the set from the files of [`SOURCES`].
pub(super) fn write(file: &Path, sources: &[PathBuf]) -> Result<()> {
    let mut out = String::new();
    for source in sources {
        for line in BufReader::new(GzDecoder::new(File::open(source)?)).lines() {
            out += &dated(&serde_json::from_str(&line?)?)?.to_string();
            out.push('\n');
        }
    }
    Ok(fs::write(file, out)?)
}

/// The article under the line, its dates as far behind.
fn dated(article: &Value) -> Result<Value> {
    let day = article["dct"].as_str().and_then(|it| it.get(..10)).context("no day of writing")?;
    let line = format!("Published {day}\n\n");
    let shift = line.chars().count() as u64;
    let text = article["text"].as_str().context("no text")?;
    let moved = |date: &Value| {
        let at = |part: usize| date[part].as_u64().unwrap_or(0) + shift;
        json!([at(0), at(1), date[2], date[3]])
    };
    let dates: Vec<Value> = article["timex"].as_array().into_iter().flatten().map(moved).collect();
    Ok(json!({ "id": article["id"], "text": line + text, "timex": dates }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_move_with_the_text_under_its_line() {
        let article = json!({
            "id": "a", "dct": "1998-03-06T10:00", "text": "é today", "timex": [[2, 7, "DATE", "1998-03-06"]],
        });
        let dated = dated(&article).unwrap();
        assert_eq!(dated["text"], "Published 1998-03-06\n\né today");
        assert_eq!(dated["timex"], json!([[24, 29, "DATE", "1998-03-06"]]));
    }
}
