//! [`Ratchet`]: figures that must not fall, in a file that people read.

use std::fmt;

use crate::Figure;

/// The least that each figure may be, in the order of its file. Lines that open with `#` are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratchet {
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// A remark, or nothing.
    Remark(String),
    /// A figure, and the least it may be in percent.
    Least(String, f64),
}

/// Why a ratchet file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatchetError {
    line: usize,
    words: String,
}

impl fmt::Display for RatchetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, words } = self;
        write!(f, "line {line}: “{words}” is no figure: “persons, overlap F1 = 81.25”")
    }
}

impl std::error::Error for RatchetError {}

impl Ratchet {
    /// Reads a file.
    pub fn read(file: &str) -> Result<Self, RatchetError> {
        let line = |(line, words): (usize, &str)| {
            if words.is_empty() || words.starts_with('#') {
                return Ok(Line::Remark(words.to_owned()));
            }
            let least = words
                .split_once(" = ")
                .and_then(|(name, least)| Some(Line::Least(name.to_owned(), least.parse().ok()?)));
            least.ok_or_else(|| RatchetError { line, words: words.to_owned() })
        };
        let lines: Result<_, _> = (1..).zip(file.lines()).map(line).collect();
        Ok(Self { lines: lines? })
    }

    /// What is wrong with these figures: those that fell, and those that are held but not measured.
    pub fn check(&self, figures: &[Figure]) -> Vec<String> {
        let mut wrong = Vec::new();
        for (name, least) in self.held() {
            match figures.iter().find(|figure| figure.name == name) {
                None => wrong.push(format!("{name}: not measured")),
                Some(now) if now.percent < least => {
                    wrong.push(format!("{name}: {:.2}, was {least:.2}", now.percent));
                }
                Some(_) => {}
            }
        }
        wrong
    }

    /// Lifts each figure that is better now; none is lowered.
    pub fn raise(&mut self, figures: &[Figure]) {
        for line in &mut self.lines {
            let Line::Least(name, least) = line else { continue };
            let now = figures.iter().find(|figure| figure.name == *name);
            *least = now.map_or(*least, |now| now.percent.max(*least));
        }
    }

    fn held(&self) -> impl Iterator<Item = (&str, f64)> {
        self.lines.iter().filter_map(|line| match line {
            Line::Remark(_) => None,
            Line::Least(name, least) => Some((name.as_str(), *least)),
        })
    }
}

/// The file again.
impl fmt::Display for Ratchet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            match line {
                Line::Remark(words) => writeln!(f, "{words}")?,
                Line::Least(name, least) => writeln!(f, "{name} = {least:.2}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Why.\n\nchains, F1 = 60.50\nmoney, F1 = 90.00\n";

    fn figures(chains: f64, money: f64) -> Vec<Figure> {
        let figure = |(name, percent): (&str, f64)| Figure { name: name.into(), percent, gold: 9 };
        [("chains, F1", chains), ("money, F1", money), ("laws, F1", 1.0)].map(figure).into()
    }

    #[test]
    fn a_figure_that_fell_is_named_with_what_it_was() {
        let ratchet = Ratchet::read(FILE).unwrap();
        assert!(ratchet.check(&figures(60.5, 91.0)).is_empty());
        assert_eq!(ratchet.check(&figures(60.49, 91.0)), ["chains, F1: 60.49, was 60.50"]);
        assert_eq!(ratchet.check(&[]), ["chains, F1: not measured", "money, F1: not measured"]);
    }

    #[test]
    fn raising_lifts_what_is_better_and_lowers_nothing() {
        let mut ratchet = Ratchet::read(FILE).unwrap();
        ratchet.raise(&figures(60.0, 91.25));
        assert_eq!(ratchet.to_string(), "# Why.\n\nchains, F1 = 60.50\nmoney, F1 = 91.25\n");
        assert_eq!(Ratchet::read(&ratchet.to_string()), Ok(ratchet));
    }

    #[test]
    fn a_line_that_is_no_figure_is_named() {
        let error = Ratchet::read("# Why.\nchains 60.5\n").unwrap_err();
        assert!(error.to_string().starts_with("line 2: “chains 60.5”"));
    }
}
