//! [`Article`]: a text and what a person has labelled in it, from `NAME.txt` and `NAME.gold`.
//!
//! A gold file tells entities and quotes by their words, as `GUIDE.md` beside the articles says. A
//! line that cannot be understood, or whose words do not stand in the text, is a [`GoldError`] with
//! its file and line; nothing is guessed.

mod entities;
mod place;
mod quotes;

use std::fmt;
use std::fs;
use std::path::Path;

use crate::Reading;
use entities::Cast;

/// A text with its gold.
#[derive(Clone, Debug)]
pub struct Article {
    /// The name of its files.
    pub name: String,
    /// The text.
    pub text: String,
    /// What a person has found in it.
    pub gold: Reading,
}

/// Why gold cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldError {
    /// The file.
    pub file: String,
    /// The line in it, from 1; none where the file itself is the matter.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for GoldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, what } = self;
        match line {
            Some(line) => write!(f, "{file}:{line}: {what}"),
            None => write!(f, "{file}: {what}"),
        }
    }
}

impl std::error::Error for GoldError {}

/// A line of a gold file that means something.
#[derive(Clone, Copy)]
struct Line<'g> {
    number: usize,
    /// Whether it belongs to the line without indent before it.
    is_inner: bool,
    words: &'g str,
}

/// What is wrong, and on which line.
type Fault = (usize, String);

impl Article {
    /// Reads the gold of a text.
    pub fn read(name: &str, text: &str, gold: &str) -> Result<Self, GoldError> {
        let read = || {
            let (mut cast, mut quotes) = (Cast::new(text), Vec::new());
            for section in sections(gold) {
                let [head, inner @ ..] = section.as_slice() else { continue };
                if head.is_inner {
                    return Err((head.number, "an indented line that belongs to none".to_owned()));
                }
                match head.words.strip_prefix("quote ") {
                    Some(rest) => quotes.push((rest, *head, inner.to_vec())),
                    None => cast.read(*head, inner)?,
                }
            }
            let (names, mentions) = cast.close()?;
            let quotes = quotes
                .iter()
                .map(|(rest, head, inner)| quotes::read(text, rest, *head, inner, &names));
            Ok(Reading { mentions, quotes: quotes.collect::<Result<_, Fault>>()? })
        };
        match read() {
            Ok(gold) => Ok(Self { name: name.to_owned(), text: text.to_owned(), gold }),
            Err((line, what)) => {
                Err(GoldError { file: format!("{name}.gold"), line: Some(line), what })
            }
        }
    }

    /// Every article of a folder, in order of their names.
    pub fn read_all(folder: &Path) -> Result<Vec<Self>, GoldError> {
        let failed = |file: &Path, error: &dyn fmt::Display| GoldError {
            file: file.display().to_string(),
            line: None,
            what: error.to_string(),
        };
        let entries = fs::read_dir(folder).map_err(|error| failed(folder, &error))?;
        let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "gold"));
        files.sort();
        let read = |file: &Path| fs::read_to_string(file).map_err(|error| failed(file, &error));
        let article = |file: &std::path::PathBuf| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            Self::read(&name, &read(&file.with_extension("txt"))?, &read(file)?)
        };
        files.iter().map(article).collect()
    }
}

/// The lines that mean something, each without indent with those that belong to it.
fn sections(gold: &str) -> Vec<Vec<Line<'_>>> {
    let mut sections: Vec<Vec<Line>> = Vec::new();
    for (number, line) in (1..).zip(gold.lines()) {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let line = Line { number, is_inner: line.starts_with(' '), words: line.trim() };
        match sections.last_mut() {
            Some(section) if line.is_inner => section.push(line),
            _ => sections.push(vec![line]),
        }
    }
    sections
}

#[cfg(test)]
mod tests;
