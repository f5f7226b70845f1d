//! Money, percentages, quantities and durations: a number and what it counts.

use super::Found;
use super::numeral::{Numeral, numeral, spelled};
use super::reach::{Reach, one_of};
use crate::lexicon::{measure, money};
use crate::token::TokenKind;
use crate::{MentionKind, Rule};

/// Reads the amount that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize) -> Option<Found> {
    signed(reach, at).or_else(|| counted(reach, at)).or_else(|| compound(reach, at))
}

/// A currency sign or code and then a number: "$5 million", "US$20", "N7.2 billion", "EUR 300".
fn signed(reach: &Reach, at: usize) -> Option<Found> {
    let (code, start) = sign(reach, at)?;
    let first = numeral(reach, start)?;
    let last = range_end(reach, &first);
    let named = money::noun(reach.word(last.end)).is_some();
    let end = last.end + usize::from(named);
    let value = last.value.map(|amount| format!("{code} {amount}"));
    Some(found(at, end, MentionKind::Money, value, Rule::MoneySign, 0.97))
}

/// The code of the currency whose sign stands at `at`, and where its number starts.
fn sign<'t>(reach: &Reach<'_, 't>, at: usize) -> Option<(&'t str, usize)> {
    let word = reach.word(at);
    if let Some(code) = money::sign(word) {
        return Some((code, at + 1));
    }
    if !reach.is(at, TokenKind::Word) {
        return None;
    }
    if reach.word(at + 1) == "$" && (reach.touches(at + 1) || word == "US") {
        return Some((money::dollar(word)?, at + 2));
    }
    let code = money::code(word)?;
    let number = reach.word(at + 1);
    let is_amount = number.len() > 2 || numeral(reach, at + 1).is_some_and(|n| n.end > at + 2);
    (reach.is(at + 1, TokenKind::Number) && (is_amount || word.len() > 1)).then_some((code, at + 1))
}

/// A number and then what it counts: "5 percent", "two million euros", "80 miles", "six months".
fn counted(reach: &Reach, at: usize) -> Option<Found> {
    let first = numeral(reach, at)?;
    let last = range_end(reach, &first);
    let hyphen = reach.word(last.end) == "-" && reach.touches(last.end + 1);
    let unit = last.end + usize::from(hyphen);
    let word = reach.word(unit);
    let amount = last.value;
    if let Some(end) = percent(reach, unit) {
        let value = amount.map(|amount| format!("{amount}%"));
        return Some(found(at, end, MentionKind::Percent, value, Rule::PercentUnit, 0.98));
    }
    let named = money_noun(reach, unit);
    if let Some((code, end)) = named.filter(|_| !is_weight(reach, unit)) {
        let value = amount.map(|amount| format!("{code} {amount}"));
        return Some(found(at, end, MentionKind::Money, value, Rule::MoneyNoun, 0.93));
    }
    if let Some((unit_name, end)) = measure::unit(word, reach.word(unit + 1)) {
        let value = amount.map(|amount| format!("{amount} {unit_name}"));
        return Some(found(at, unit + end, MentionKind::Quantity, value, Rule::QuantityUnit, 0.93));
    }
    duration(reach, at, unit, amount)
}

/// "per cent", "percent", "%", "percentage points" at `at`: one past its end.
fn percent(reach: &Reach, at: usize) -> Option<usize> {
    let word = reach.word(at);
    if matches!(word, "%" | "pc" | "pct") || one_of(word, &["percent"]) {
        return Some(at + 1);
    }
    if reach.any(at, &["per"]) && reach.any(at + 1, &["cent"]) {
        return Some(at + 2);
    }
    if reach.any(at, &["percentage-point", "percentage-points"]) {
        return Some(at + 1);
    }
    let points = reach.any(at, &["percentage"]) && reach.any(at + 1, &["point", "points"]);
    points.then_some(at + 2)
}

/// The currency named at `at`, perhaps after its country: "Zimbabwean dollars".
fn money_noun(reach: &Reach, at: usize) -> Option<(&'static str, usize)> {
    if let Some(code) = money::noun(reach.word(at)) {
        return Some((code, at + 1));
    }
    let is_country = reach.word(at).starts_with(char::is_uppercase);
    money::noun(reach.word(at + 1)).filter(|_| is_country).map(|code| (code, at + 2))
}

/// "pounds of", "pound baby": weight and not money.
fn is_weight(reach: &Reach, at: usize) -> bool {
    reach.any(at, &["pound", "pounds"]) && (reach.any(at + 1, &["of"]) || reach.before(at) == "-")
}

/// "six months", "42-year" and with "ago" or the like a date. An age ("42-year-old") is neither.
fn duration(reach: &Reach, at: usize, mut unit: usize, amount: Option<f64>) -> Option<Found> {
    if reach.any(unit, &["more", "straight", "consecutive", "whole", "full", "additional"]) {
        unit += 1;
    }
    let code = measure::period(reach.word(unit))?;
    let is_age = reach.any(unit + 1, &["old", "older"])
        || (reach.any(unit + 1, &["of"]) && reach.any(unit + 2, &["age"]));
    if is_age {
        return None;
    }
    if reach.any(unit + 1, &["ago", "later", "earlier"]) {
        return Some(found(at, unit + 2, MentionKind::Date, None, Rule::DateRelative, 0.9));
    }
    let value = amount.map(|amount| period_value(amount, code));
    Some(found(at, unit + 1, MentionKind::Duration, value, Rule::DurationUnit, 0.9))
}

/// One word with a hyphen: "three-hour", "two-year".
fn compound(reach: &Reach, at: usize) -> Option<Found> {
    let (number, unit) = reach.word(at).rsplit_once('-')?;
    let amount = spelled(number)?;
    let code = measure::period(unit)?;
    let value = Some(period_value(amount, code));
    Some(found(at, at + 1, MentionKind::Duration, value, Rule::DurationUnit, 0.88))
}

/// An ISO 8601 duration; `code` is its unit with the time mark before hours and below.
fn period_value(amount: f64, code: &str) -> String {
    match code.strip_prefix('T') {
        Some(unit) => format!("PT{amount}{unit}"),
        None => format!("P{amount}{code}"),
    }
}

/// "5 to 10", "5-10": the second number, whose value is not that of the whole.
fn range_end(reach: &Reach, first: &Numeral) -> Numeral {
    let link = first.end;
    let is_link = reach.any(link, &["to", "or"]) || matches!(reach.word(link), "-" | "–");
    let skip = usize::from(money::sign(reach.word(link + 1)).is_some());
    match is_link.then(|| numeral(reach, link + 1 + skip)).flatten() {
        Some(second) if reach.is(link + 1 + skip, TokenKind::Number) || skip == 0 => {
            Numeral { end: second.end, value: None }
        }
        _ => Numeral { end: first.end, value: first.value },
    }
}

fn found(
    from: usize,
    end: usize,
    kind: MentionKind,
    value: Option<String>,
    rule: Rule,
    confidence: f32,
) -> Found {
    Found { from, end, kind, value, rule, confidence }
}
