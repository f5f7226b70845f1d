//! Articles with their findings beneath each line, in `tests/golden/*.txt`, as a person reads them.
//!
//! A line of the article is indented by two blanks; a row beneath it begins with a bar and shows
//! one finding (a report inside of a quote has one too): `^` content, `=` source, `~` cue, `-` a scare quote, `_` a name, date or amount, `x` page
//! furniture. Lines that begin with `#` say what the case is about. `UPDATE_GOLDEN=1 cargo test -p galley-engine`
//! writes the rows anew; the difference is then for a person to judge.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use galley_engine::{Findings, Quote, QuoteKind, Reader, Speaker};
use galley_text::Span;

#[test]
fn every_golden_article_is_read_as_written() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut wrong = Vec::new();
    let reader = Reader::new(include_bytes!("../model/encoder.bin")).unwrap();
    let cases = cases();
    assert!(cases.len() >= 10, "only {} golden articles", cases.len());
    for path in cases {
        let written = std::fs::read_to_string(&path).unwrap();
        let read = render(&reader, &written);
        if written == read {
            continue;
        }
        if update {
            std::fs::write(&path, read).unwrap();
        } else {
            wrong.push(format!("{}\n{read}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "read otherwise than written:\n{}", wrong.join("\n"));
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut out: Vec<PathBuf> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    out.sort();
    out
}

/// The case as it must look: its remarks and text, with the findings of the engine.
fn render(reader: &Reader, written: &str) -> String {
    let remarks: Vec<&str> = written.lines().filter(|line| line.starts_with('#')).collect();
    let lines: Vec<&str> = written
        .lines()
        .filter(|line| !line.starts_with(['#', '|']))
        .map(|line| line.strip_prefix("  ").unwrap_or(line))
        .collect();
    let text = lines.join("\n");
    let text = text.trim_start_matches('\n');
    let findings = reader.analyse(text);
    let names = remarks.iter().any(|remark| remark.contains("names"));
    let mut out = String::new();
    for remark in &remarks {
        writeln!(out, "{remark}").unwrap();
    }
    out.push('\n');
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end() + 1;
        writeln!(out, "{}", format!("  {line}").trim_end()).unwrap();
        for row in rows(text, span, &findings, names) {
            writeln!(out, "| {row}").unwrap();
        }
    }
    out
}

/// The rows beneath the line at `line`.
fn rows(text: &str, line: Span, findings: &Findings, names: bool) -> Vec<String> {
    let mut out = Vec::new();
    for quote in &findings.quotes {
        let label = label(text, quote, findings);
        out.extend(row(text, line, &marks(quote), &label));
        for inner in &quote.inner {
            let mut marks: Vec<(Span, char)> = inner.content.iter().map(|it| (*it, '^')).collect();
            marks.extend([(inner.source, '='), (inner.cue, '~')]);
            let (name, why) = (called(&inner.speakers, findings), inner.rule.id());
            let label = format!("inside, {name}, {why}");
            out.extend(row(text, line, &marks, &label));
        }
    }
    for scare in &findings.scare {
        out.extend(row(text, line, &[(scare.span, '-')], scare.rule.id()));
    }
    for furniture in &findings.furniture {
        out.extend(row(text, line, &[(furniture.span, 'x')], furniture.rule.id()));
    }
    for mention in findings.mentions.iter().filter(|_| names) {
        let kind = format!("{:?}", mention.kind).to_lowercase();
        let name = mention.entity.map_or("", |id| &findings.entities[id.0 as usize].name);
        let label = [kind.as_str(), name, mention.rule.id()].map(str::trim).join(" ");
        out.extend(row(text, line, &[(mention.span, '_')], &label));
    }
    out
}

fn called(speakers: &[Speaker], findings: &Findings) -> String {
    let name = |it: &Speaker| &*findings.entities[it.entity.0 as usize].name;
    speakers.iter().map(name).collect::<Vec<_>>().join("; ")
}

fn marks(quote: &Quote) -> Vec<(Span, char)> {
    let mut out: Vec<(Span, char)> = quote.content.iter().map(|piece| (*piece, '^')).collect();
    out.extend(quote.source.map(|source| (source, '=')));
    out.extend(quote.cue.map(|cue| (cue, '~')));
    out
}

fn label(text: &str, quote: &Quote, findings: &Findings) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect => "indirect",
    };
    let who = match (quote.speakers.is_empty(), quote.source) {
        (false, _) => called(&quote.speakers, findings),
        (true, Some(source)) => format!("({})", source.of(text)),
        (true, None) => "nobody".to_owned(),
    };
    format!("{kind}, {who}, {}", quote.rule.id())
}

/// One row of marks beneath `line`, where at least one of them stands there.
fn row(text: &str, line: Span, marks: &[(Span, char)], label: &str) -> Option<String> {
    let column = |offset: usize| text[line.start()..offset].chars().count();
    let mut cells = vec![' '; column(line.end())];
    let mut found = false;
    for (span, mark) in marks {
        let Some(here) = span.intersection(line) else { continue };
        cells[column(here.start())..column(here.end())].fill(*mark);
        found = true;
    }
    let drawn: String = cells.into_iter().collect();
    found.then(|| format!("{} {label}", drawn.trim_end()))
}
