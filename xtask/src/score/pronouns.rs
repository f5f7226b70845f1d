//! The share of GAP's pronouns that the engine links to the right one of two names.

use std::fs::File;
use std::io::{BufRead, BufReader};

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::answers::{self, range};
use super::calibration::Calibration;
use super::figure::Verdict;
use super::tally::Tally;
use super::{Bench, report_interval};

const SET: &str = "coref/gap-development";

/// Counts the pronouns that stand for one of the two names given with them: right is one that shares
/// an entity with that name and with no mention of the other. Gives what is not met.
pub(super) fn check(bench: &Bench) -> Result<Vec<String>> {
    let answers = answers::read(&bench.file(SET, "answers"))?;
    let mut tally = Tally::default();
    let mut calibration = Calibration::default();
    let mut by_sex = [("  of a man", Tally::default()), ("  of a woman", Tally::default())];
    for line in BufReader::new(GzDecoder::new(File::open(bench.gold(SET))?)).lines() {
        let gold: Value = serde_json::from_str(&line?)?;
        let id = gold["id"].as_str().context("a pronoun without an id")?;
        let answer = answers.get(id).context("a pronoun without an answer")?;
        let at = |name: &str| range(&gold[name]).map(|it| answer.at(&[it])).unwrap_or_default();
        let (right, wrong) = match (gold["a_coref"] == true, gold["b_coref"] == true) {
            (true, _) => (at("a"), at("b")),
            (false, true) => (at("b"), at("a")),
            (false, false) => continue,
        };
        let told = at("pronoun");
        let is_right = !told.is_disjoint(&right) && told.is_disjoint(&wrong);
        tally.count(id, is_right);
        by_sex[usize::from(is_feminine(&gold)?)].1.count(id, is_right);
        if let Some(said) = range(&gold["pronoun"]).and_then(|it| answer.confidence(it)) {
            calibration.count(id, said, is_right);
        }
    }
    let name = "GAP development: pronouns right";
    let verdict = report_interval(name, &tally, Some(68.0));
    for (sex, tally) in by_sex {
        report_interval(sex, &tally, None);
    }
    calibration.print("GAP development: pronouns");
    Ok(if verdict == Verdict::Unmet { vec![name.to_owned()] } else { Vec::new() })
}

/// Whether the pronoun is of a woman, as GAP tells it: by the pronoun itself.
fn is_feminine(gold: &Value) -> Result<bool> {
    let text = gold["text"].as_str().context("a pronoun without a text")?;
    let (start, end) = range(&gold["pronoun"]).context("a pronoun without a place")?;
    let pronoun = text.chars().skip(start as usize).take((end - start) as usize);
    let pronoun = pronoun.collect::<String>().to_lowercase();
    Ok(["she", "her", "hers", "herself"].contains(&pronoun.as_str()))
}
