//! [`annotate`]: one JSON object a line in, one a line out.

use std::io::{self, BufRead, Write};

use galley_engine::Reader;
use galley_text::Offsets;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Outcome;
use crate::record::Record;

#[derive(Deserialize)]
struct Article {
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Annotated<'a> {
    id: &'a Value,
    #[serde(flatten)]
    record: Record<'a>,
}

/// Annotates each line `{"id","text"}` of `input`, in order, holding one line at a time. A line that
/// is not UTF-8 or not such an object is named on standard error, and the rest goes on.
pub(crate) fn annotate(
    reader: &Reader,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> io::Result<Outcome> {
    let mut outcome = Outcome::Whole;
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        match read(&line) {
            Ok(article) => write(reader, &article, output)?,
            Err(why) => {
                eprintln!("galley: line {number}: {why}");
                outcome = Outcome::InPart;
            }
        }
    }
    Ok(outcome)
}

fn read(line: &[u8]) -> Result<Article, String> {
    let line = std::str::from_utf8(line).map_err(|error| error.to_string())?;
    serde_json::from_str(line).map_err(|error| error.to_string())
}

fn write(reader: &Reader, article: &Article, output: &mut dyn Write) -> io::Result<()> {
    let findings = reader.analyse(&article.text);
    let record = Record::new(&findings, &Offsets::new(&article.text));
    serde_json::to_writer(&mut *output, &Annotated { id: &article.id, record })?;
    output.write_all(b"\n")
}
