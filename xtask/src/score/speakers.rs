//! Whom the sources of `training/labels/speakers.tsv` stand for, as the engine tells it.
//!
//! The headline counts the labelled sources for which the engine has a quote: whether it finds the
//! quote at all is what the figures of sources and contents tell. The share of all labels, where a
//! source without a quote counts as wrong, stands below it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::answers::{self, Answer, Range};
use super::calibration::Calibration;
use super::figure::Verdict;
use super::tally::Tally;
use super::{Bench, report_interval};

const LABELS: &str = include_str!("../../../training/labels/speakers.tsv");
/// Labelled later, by another reader, of sources that no rule was made for.
const UNSEEN: &str = include_str!("../../../training/labels/unseen.tsv");
const SET: &str = "quotes/polnear-dev";
const KINDS: [&str; 3] = ["pronoun", "family", "phrase"];

/// A source, and where its text names whom it stands for; nowhere, where it does not.
struct Label {
    text: &'static str,
    source: Range,
    kind: &'static str,
    names: Vec<Range>,
}

impl Label {
    fn is_named(&self) -> bool {
        !self.names.is_empty()
    }
}

/// A label with how the engine did on it, and how the nearest name would have done.
struct Counted {
    label: Label,
    engine: Told,
    nearest: Told,
    /// How sure the quote is said to be, and why it is that speaker.
    said: Option<(f64, String)>,
}

/// Prints the figures; gives what is not met.
pub(super) fn check(bench: &Bench) -> Result<Vec<String>> {
    let answers = bench.file(SET, "answers");
    let counted = count(LABELS, &answers)?;
    let engine = |counted: &Counted| counted.engine;
    let all = |_: &Label| true;
    let name = "PolNeAR dev: speaker of a pronoun, family name, phrase";
    let headline = report_interval(name, &quoted(&counted, engine, all), Some(85.0));
    for kind in KINDS {
        let tally = quoted(&counted, engine, |label| label.kind == kind);
        report_interval(&format!("  {kind}"), &tally, None);
    }
    for (half, name) in [(Half::Tuning, "  tuning half"), (Half::Checking, "  checking half")] {
        let tally = quoted(&counted, engine, |label| Half::of(label.text) == half);
        report_interval(name, &tally, None);
    }
    let nearest = |counted: &Counted| counted.nearest;
    report_interval("  the nearest person named before", &quoted(&counted, nearest, all), None);
    for kind in KINDS {
        let tally = quoted(&counted, nearest, |label| label.kind == kind);
        report_interval(&format!("    {kind}"), &tally, None);
    }
    let named = tally(&counted, engine, |label, _| label.is_named());
    report_interval("  of all labels, without a quote is wrong", &named, None);
    let unnamed = tally(&counted, engine, |label, _| !label.is_named());
    report_interval("  somebody whom the article never names", &unnamed, None);
    unseen(&count(UNSEEN, &answers)?);
    calibrate(&counted);
    Ok(if headline == Verdict::Unmet { vec![name.to_owned()] } else { Vec::new() })
}

/// Prints the figures of sources that nobody looked at but who labelled them.
fn unseen(counted: &[Counted]) {
    let engine = |counted: &Counted| counted.engine;
    let name = "PolNeAR dev: speaker, sources labelled later, unseen";
    report_interval(name, &quoted(counted, engine, |_| true), None);
    for kind in KINDS {
        let tally = quoted(counted, engine, |label| label.kind == kind);
        report_interval(&format!("  {kind}"), &tally, None);
    }
    let named = tally(counted, engine, |label, _| label.is_named());
    report_interval("  of all labels, without a quote is wrong", &named, None);
}

/// Prints how often the speaker is right by how sure the quote is said to be, and by the reason that the
/// reader is told.
fn calibrate(counted: &[Counted]) {
    let (mut by_confidence, mut by_rule) = (Calibration::default(), BTreeMap::new());
    for one in counted.iter().filter(|one| one.label.is_named()) {
        let Some((confidence, rule)) = &one.said else { continue };
        let is_right = one.engine == Told::Right;
        by_confidence.count(one.label.text, *confidence, is_right);
        let tally: &mut Tally = by_rule.entry(rule).or_default();
        tally.count(one.label.text, is_right);
    }
    by_confidence.print("PolNeAR dev: speakers of labelled sources");
    println!("PolNeAR dev: speakers of labelled sources, right by reason:");
    for (rule, tally) in &by_rule {
        report_interval(&format!("  {rule}"), tally, None);
    }
}

/// Of the labelled sources with a quote in a file of answers, those with the right speaker: as the
/// engine tells them, and were it the nearest person named before.
pub(super) fn shares(answers: &Path) -> Result<[Tally; 2]> {
    let counted = count(LABELS, answers)?;
    Ok([|it: &Counted| it.engine, |it: &Counted| it.nearest]
        .map(|told| quoted(&counted, told, |_| true)))
}

fn count(labels: &'static str, answers: &Path) -> Result<Vec<Counted>> {
    let answers = answers::read(answers)?;
    let counted = labels.lines().map(|line| {
        let label = label(line)?;
        let answer = answers.get(label.text).context("a label for a text that is not there")?;
        let speakers = answer.speakers(label.source);
        let said = answer.sources_over(label.source).next();
        let nearest = answer.person_before(label.source.0).into_iter().collect();
        Ok(Counted {
            nearest: judge(&label, answer, speakers.is_some().then_some(nearest)),
            engine: judge(&label, answer, speakers),
            said: said.map(|source| (source.confidence, source.rule.clone())),
            label,
        })
    });
    counted.collect()
}

/// The labels that `fits` takes, each right or not by what was `told`.
fn tally(
    counted: &[Counted],
    told: impl Fn(&Counted) -> Told,
    fits: impl Fn(&Label, Told) -> bool,
) -> Tally {
    let mut tally = Tally::default();
    for one in counted.iter().filter(|one| fits(&one.label, told(one))) {
        tally.count(one.label.text, told(one) == Told::Right);
    }
    tally
}

/// Of those the sources with a quote whose text names whom they stand for.
fn quoted(
    counted: &[Counted],
    told: impl Fn(&Counted) -> Told,
    fits: impl Fn(&Label) -> bool,
) -> Tally {
    tally(counted, told, |label, told| label.is_named() && told != Told::NoQuote && fits(label))
}

/// What was told of one label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Right,
    Wrong,
    NoQuote,
}

/// What it is worth that these `speakers` were told; none where there is no quote.
fn judge(label: &Label, answer: &Answer, speakers: Option<BTreeSet<u64>>) -> Told {
    let Some(speakers) = speakers else {
        // Nobody was made up for somebody without a name.
        return if label.is_named() { Told::NoQuote } else { Told::Right };
    };
    let is_right = if label.is_named() {
        !speakers.is_disjoint(&answer.named_at(&label.names))
    } else {
        !speakers.iter().any(|id| answer.is_named(*id))
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
