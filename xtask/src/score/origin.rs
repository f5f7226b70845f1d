//! How well persons are found whose names are at home in one part of the world or another: the same
//! texts of our own with only the name changed.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::tally::Tally;
use super::{Bench, report, report_interval};

const NAMES: &str = include_str!("../../gold/origins.txt");

/// A name in one of the texts.
struct Case<'a> {
    origin: &'a str,
    name: String,
    title: &'static str,
    text: String,
    /// Where the text names a person: start and end in code points.
    persons: Vec<(usize, usize)>,
}

/// Names of one origin and sex, as the texts want them.
struct Line<'a> {
    origin: &'a str,
    title: &'static str,
    /// Full name and the part that is used later.
    names: Vec<(String, &'a str)>,
}

/// How far the worst origin may be behind the best, in points.
const MOST: f64 = 10.0;

/// Prints the share of mentions found, by origin and by sex, and how far the worst origin is
/// behind the best; says what of it is not met.
pub(super) fn check(bench: &Bench) -> Result<Option<String>> {
    let cases = cases();
    let (texts, answers) = (bench.file("origins", "texts"), bench.file("origins", "answers"));
    let line =
        |(index, case): (usize, &Case)| json!({ "id": index.to_string(), "text": case.text });
    let lines: Vec<String> = cases.iter().enumerate().map(|it| line(it).to_string()).collect();
    fs::write(&texts, lines.join("\n") + "\n")?;
    bench.annotate(&texts, &answers)?;
    let answers = fs::read_to_string(answers)?;
    ensure!(answers.lines().count() == cases.len(), "not every text with names has an answer");
    let (mut origins, mut sexes) = (BTreeMap::<_, Tally>::new(), BTreeMap::<_, Tally>::new());
    for (case, answer) in cases.iter().zip(answers.lines()) {
        let found = persons(&serde_json::from_str(answer)?);
        for person in &case.persons {
            let hit = found.contains(person);
            origins.entry(case.origin).or_default().count(&case.name, hit);
            sexes.entry(case.title).or_default().count(&case.name, hit);
        }
    }
    for (name, tally) in origins.iter().chain(&sexes) {
        report_interval(&format!("Persons found: {name}"), tally, None);
    }
    let shares = || origins.values().map(Tally::share);
    let best = shares().reduce(f64::max).context("no names")?;
    let worst = shares().reduce(f64::min).context("no names")?;
    let gap = "Persons found: best origin less worst";
    report(gap, best - worst, None, &format!("at most {MOST:.0}"));
    Ok((best - worst > MOST).then(|| gap.to_owned()))
}

/// The persons of an answer.
fn persons(answer: &Value) -> Vec<(usize, usize)> {
    let mentions = answer["mentions"].as_array().map_or(&[][..], Vec::as_slice);
    let named = mentions.iter().filter(|it| it["type"] == "person" && it["nominal"] != true);
    let at = |value: &Value| usize::try_from(value.as_u64()?).ok();
    named.filter_map(|it| Some((at(&it["start"])?, at(&it["end"])?))).collect()
}

/// Every name in every text.
fn cases() -> Vec<Case<'static>> {
    let texts: Vec<&str> = NAMES.lines().filter_map(|line| line.strip_prefix("> ")).collect();
    let lines = lines();
    let of_line = |line: &Line<'static>| {
        let of_name = |at| texts.iter().map(move |text| (at, *text));
        let all: Vec<_> = (0..line.names.len()).flat_map(of_name).collect();
        all.into_iter().map(|(at, text)| case(line, at, text)).collect::<Vec<_>>()
    };
    lines.iter().flat_map(of_line).collect()
}

/// The names, a line for each origin and sex.
fn lines() -> Vec<Line<'static>> {
    let (mut lines, mut origin) = (Vec::new(), "");
    for line in NAMES.lines() {
        let (title, names) = match line.split_once(' ') {
            Some(("##", name)) => {
                origin = name;
                continue;
            }
            Some(("w", names)) => ("Ms", names),
            Some(("m", names)) => ("Mr", names),
            _ => continue,
        };
        lines.push(Line { origin, title, names: names.split("; ").map(name).collect() });
    }
    lines
}

/// "Anna \[Lund\]" as "Anna Lund" and "Lund".
fn name(marked: &str) -> (String, &str) {
    let later = marked.split(['[', ']']).nth(1).unwrap_or(marked);
    (marked.replace(['[', ']'], ""), later)
}

/// The text with the name at `at` of its line, and those after it.
fn case<'a>(line: &Line<'a>, at: usize, text: &str) -> Case<'a> {
    let nth = |more: usize| &line.names[(at + more) % line.names.len()];
    let (mut out, mut persons) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_uppercase()) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        out += before;
        let from = out.chars().count();
        match word {
            "NAME" => out += &nth(0).0,
            "SECOND" => out += &nth(1).0,
            "THIRD" => out += &nth(2).0,
            "LATER" => out += nth(0).1,
            "TITLE" => out += line.title,
            word => out += word,
        }
        if matches!(word, "NAME" | "SECOND" | "THIRD" | "LATER") {
            persons.push((from, out.chars().count()));
        }
        rest = after;
    }
    out += rest;
    Case { origin: line.origin, name: nth(0).0.clone(), title: line.title, text: out, persons }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_the_text_wants_them() {
        let names = vec![name("Ása [Lund]"), name("[Kim] Bo"), name("Cy [Day]")];
        let line = Line { origin: "Here", title: "Ms", names };
        let case = case(&line, 1, "“Go,” NAME told SECOND; TITLE LATER left.");
        assert_eq!(case.text, "“Go,” Kim Bo told Cy Day; Ms Kim left.");
        assert_eq!(case.persons, [(6, 12), (18, 24), (29, 32)]);
    }

    #[test]
    fn every_origin_has_thirty_names_half_of_them_womens() {
        let lines = lines();
        assert_eq!(lines.len(), 30);
        for pair in lines.chunks(2) {
            assert_eq!(pair[0].origin, pair[1].origin);
            assert_eq!((pair[0].title, pair[1].title), ("Ms", "Mr"));
            assert!(pair.iter().all(|line| line.names.len() == 15));
        }
    }
}
