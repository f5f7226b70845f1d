//! Writes what the encoder sees of the articles of each set, for `train.py`.
//!
//!     cargo run --release -- OUT ../../../shared/data/entities/ww-train.jsonl.gz ...
//!
//! `lower:PATH` writes a set as if it had no capitals, `glued:PATH` as if it had no line ends, the
//! way texts lose them on their way through mail and forms; offsets stay those of the set.
//!
//! `linear:PATH` writes only what the linear tagger says, for `teach.py`: OUT/NAME.linear, a score
//! (i32) for each tag of each token, and OUT/linear.pairs, the same for each pair of tags.
//!
//! For each set: OUT/NAME.words, the distinct words a line; OUT/NAME.tokens, for each token its
//! word (u32), start and end (u32, code points), ids (u16 each) and flags (u64), little-endian;
//! OUT/NAME.starts, for each block the document's index and its first token (u32 each).

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use galley_engine::training;
use serde_json::Value;

fn main() -> io::Result<()> {
    let mut args = std::env::args().skip(1).map(PathBuf::from);
    let Some(out) = args.next() else {
        eprintln!("usage: sights OUT SET...");
        std::process::exit(2);
    };
    std::fs::create_dir_all(&out)?;
    args.try_for_each(|set| {
        let named = set.to_string_lossy();
        match named.split_once(':') {
            Some(("linear", path)) => linear(Path::new(path), &out),
            Some((variant, path)) => write(Path::new(path), Some(variant), &out),
            None => write(&set, None, &out),
        }
    })
}

/// `text` with as many code points, as `variant` has it.
fn varied(text: String, variant: Option<&str>) -> String {
    let small = |c: char| {
        let mut low = c.to_lowercase();
        low.next().filter(|_| low.next().is_none()).unwrap_or(c)
    };
    match variant {
        Some("lower") => text.chars().map(small).collect(),
        Some("glued") => text.replace('\n', " "),
        _ => text,
    }
}

fn write(set: &Path, variant: Option<&str>, out: &Path) -> io::Result<()> {
    let name = variant.map_or(name(set), |variant| format!("{}.{variant}", name(set)));
    let file = |end: &str| -> io::Result<BufWriter<File>> {
        Ok(BufWriter::new(File::create(out.join(format!("{name}.{end}")))?))
    };
    let (mut tokens, mut starts) = (file("tokens")?, file("starts")?);
    let mut words: HashMap<String, u32> = HashMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut first = 0_u32;
    for (document, text) in (0_u32..).zip(texts(set)?) {
        let text = varied(text?, variant);
        let mut points = vec![0_u32; text.len() + 1];
        for (point, (at, _)) in (0..).zip(text.char_indices()) {
            points[at] = point;
        }
        points[text.len()] = text.chars().count() as u32;
        let (sights, spans, blocks) = training::sights(&text);
        for block in blocks {
            starts.write_all(&document.to_le_bytes())?;
            starts.write_all(&(first + block as u32).to_le_bytes())?;
        }
        for ((word, sight), span) in sights.iter().zip(&spans) {
            let next = order.len() as u32;
            let word = *words.entry(word.clone()).or_insert_with(|| {
                order.push(word.clone());
                next
            });
            for number in [word, points[span.start()], points[span.end()]] {
                tokens.write_all(&number.to_le_bytes())?;
            }
            for id in sight.ids {
                tokens.write_all(&id.to_le_bytes())?;
            }
            tokens.write_all(&sight.flags.to_le_bytes())?;
        }
        first += sights.len() as u32;
    }
    let mut list = file("words")?;
    for word in order {
        writeln!(list, "{}", word.replace(['\n', '\r'], " "))?;
    }
    eprintln!("{name}: {first} tokens");
    Ok(())
}

/// Writes what the linear tagger says of a set.
fn linear(set: &Path, out: &Path) -> io::Result<()> {
    let file = |name: &str| io::Result::Ok(BufWriter::new(File::create(out.join(name))?));
    let mut pairs = file("linear.pairs")?;
    for score in training::linear_pairs() {
        pairs.write_all(&score.to_le_bytes())?;
    }
    let mut scores = file(&format!("{}.linear", name(set)))?;
    for text in texts(set)? {
        for score in training::linear(&text?).as_flattened() {
            scores.write_all(&score.to_le_bytes())?;
        }
    }
    Ok(())
}

fn name(set: &Path) -> String {
    let file = set.file_name().unwrap_or_default().to_string_lossy();
    file.trim_end_matches(".jsonl.gz").to_owned()
}

/// The texts of a set.
fn texts(set: &Path) -> io::Result<impl Iterator<Item = io::Result<String>>> {
    let lines = BufReader::new(flate2::read::GzDecoder::new(File::open(set)?)).lines();
    Ok(lines.map(|line| {
        let article: Value = serde_json::from_str(&line?)?;
        Ok(article["text"].as_str().map_or_else(|| joined(&article), str::to_owned))
    }))
}

/// The text of a tagged document: its tokens a space apart, a sentence a line.
fn joined(article: &Value) -> String {
    let sentences = article["sentences"].as_array().into_iter().flatten();
    let sentence = |one: &Value| {
        let words = one.as_array().into_iter().flatten();
        words.filter_map(|word| word[0].as_str()).collect::<Vec<_>>().join(" ")
    };
    sentences.map(sentence).collect::<Vec<_>>().join("\n")
}
