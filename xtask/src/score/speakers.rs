//! Whom the sources of `training/labels/speakers.tsv` stand for, as the engine tells it.
//!
//! The headline counts the labelled sources for which the engine has a quote: whether it finds the
//! quote at all is what the figures of sources and contents tell. The share of all labels, where a
//! source without a quote counts as wrong, stands below it.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::answers::{self, Answer, Range};
use super::figure::Verdict;
use super::tally::Tally;
use super::{Bench, report_interval};

const LABELS: &str = include_str!("../../../training/labels/speakers.tsv");
const SET: &str = "quotes/polnear-dev";
const KINDS: [&str; 3] = ["pronoun", "family", "phrase"];

/// A source, and where its text names whom it stands for; nowhere, where it does not.
struct Label {
    text: &'static str,
    source: Range,
    kind: &'static str,
    names: Vec<Range>,
}

/// Prints the figures; gives what is not met.
pub(super) fn check(bench: &Bench) -> Result<Vec<String>> {
    let answers = answers::read(&bench.file(SET, "answers"))?;
    let labels = LABELS.lines().map(label).collect::<Result<Vec<Label>>>()?;
    let mut counted = Vec::new();
    for label in &labels {
        let answer = answers.get(label.text).context("a label for a text that is not there")?;
        counted.push((label, judge(label, answer)));
    }
    let tally = |fits: &dyn Fn(&Label, Told) -> bool| {
        let mut tally = Tally::default();
        for (label, told) in counted.iter().filter(|(label, told)| fits(label, *told)) {
            tally.count(label.text, *told == Told::Right);
        }
        tally
    };
    let named = |label: &Label| !label.names.is_empty();
    let quoted = tally(&|label, told| named(label) && told != Told::NoQuote);
    let name = "PolNeAR dev: speaker of a pronoun, family name, phrase";
    let headline = report_interval(name, &quoted, Some(85.0));
    for kind in KINDS {
        let of_kind = tally(&|it, told| named(it) && it.kind == kind && told != Told::NoQuote);
        report_interval(&format!("  {kind}"), &of_kind, None);
    }
    for (half, name) in [(Half::Tuning, "  tuning half"), (Half::Checking, "  checking half")] {
        let of_half =
            tally(&|it, told| named(it) && Half::of(it.text) == half && told != Told::NoQuote);
        report_interval(name, &of_half, None);
    }
    report_interval("  of all labels, without a quote is wrong", &tally(&|it, _| named(it)), None);
    report_interval("  somebody whom the article never names", &tally(&|it, _| !named(it)), None);
    Ok(if headline == Verdict::Unmet { vec![name.to_owned()] } else { Vec::new() })
}

/// How the engine did on one label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Right,
    Wrong,
    NoQuote,
}

fn judge(label: &Label, answer: &Answer) -> Told {
    let Some(speakers) = answer.speakers(label.source) else {
        // Nobody was made up for somebody without a name.
        return if label.names.is_empty() { Told::Right } else { Told::NoQuote };
    };
    let is_right = if label.names.is_empty() {
        !speakers.iter().any(|id| answer.is_named(*id))
    } else {
        !speakers.is_disjoint(&answer.named_at(&label.names))
    };
    if is_right { Told::Right } else { Told::Wrong }
}

/// Half of the texts were looked at while the rules were made, half were not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Tuning,
    Checking,
}

impl Half {
    fn of(text: &str) -> Self {
        let last = Sha256::digest(text).last().copied().unwrap_or_default();
        if last % 2 == 0 { Self::Tuning } else { Self::Checking }
    }
}

fn label(line: &'static str) -> Result<Label> {
    let fields: Vec<&str> = line.split('\t').collect();
    let [text, start, end, kind, names] = fields[..] else {
        anyhow::bail!("a label of {} fields", fields.len());
    };
    let ranges = names.split(' ').filter(|it| *it != "-").map(|it| {
        let (start, end) = it.split_once('-').context("a name's offsets without a dash")?;
        Ok((start.parse()?, end.parse()?))
    });
    let names = ranges.collect::<Result<_>>()?;
    Ok(Label { text, source: (start.parse()?, end.parse()?), kind, names })
}
