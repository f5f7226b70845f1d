//! Durations: "six months", "a three-hour walk", "the past two years", "recent weeks".

use super::Told;
use crate::entity::Found;
use crate::entity::decimal::Decimal;
use crate::entity::numeral::{numeral, range_end, spelled};
use crate::entity::reach::{Reach, one_of};
use crate::lexicon::measure::{Period, period};
use crate::{MentionKind, Rule};

/// Reads the duration that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize) -> Option<Found> {
    let duration =
        |told, rule, confidence| super::found(at, told, MentionKind::Duration, rule, confidence);
    counted(reach, at)
        .map(|told| duration(told, Rule::DurationUnit, 0.9))
        .or_else(|| compound(reach, at).map(|told| duration(told, Rule::DurationUnit, 0.88)))
        .or_else(|| vague(reach, at).map(|told| duration(told, Rule::DurationVague, 0.85)))
}

/// "six months", "two to three weeks", "the last 24 hours", "a month and a half".
fn counted(reach: &Reach, at: usize) -> Option<Told> {
    const TOLD: &[&str] = &["past", "last", "next", "coming", "previous", "following", "first"];
    let the = usize::from(reach.any(at, &["the"]));
    let told = usize::from(reach.any(at + the, TOLD));
    let start = if told == 1 { at + the + told } else { at };
    let first = numeral(reach, start)?;
    let last = range_end(reach, &first);
    let hyphen = usize::from(reach.word(last.end) == "-" && reach.touches(last.end + 1));
    let mut end = last.end + hyphen;
    const BETWEEN: &[&str] = &[
        "more",
        "straight",
        "consecutive",
        "whole",
        "full",
        "additional",
        "extra",
        "trading",
        "long",
    ];
    end += usize::from(reach.any(end, BETWEEN));
    let code = period(reach.word(end))?;
    if is_age(reach, end + 1) || (hyphen == 1 && reach.any(end, &["second"])) {
        return None;
    }
    let half =
        reach.any(end + 1, &["and"]) && reach.any(end + 2, &["a"]) && reach.any(end + 3, &["half"]);
    let amount = match (last.value, half) {
        (Some(value), true) => value.plus(HALF),
        (value, _) => value,
    };
    let value = match (amount, first.value, last.last) {
        (Some(amount), ..) => Some(value_of(amount, code)),
        (None, Some(from), Some(to)) => {
            Some(format!("{}/{}", value_of(from, code), value_of(to, code)))
        }
        _ => None,
    };
    Some(Told { end: end + 1 + 3 * usize::from(half), value })
}

const HALF: Decimal = Decimal::hundredths(50);

/// Whether a span of years is an age: "42-year-old", "42 years of age".
fn is_age(reach: &Reach, at: usize) -> bool {
    let at = at + usize::from(reach.word(at) == "-");
    reach.any(at, &["old", "older", "olds"])
        || (reach.any(at, &["of"]) && reach.any(at + 1, &["age"]))
}

/// One word with a hyphen: "three-hour", "two-year", "decade-long", "month-long".
fn compound(reach: &Reach, at: usize) -> Option<Told> {
    let (number, unit) = reach.word(at).rsplit_once('-')?;
    let value = match unit {
        "long" => value_of(Decimal::whole(1), period(number).filter(|_| !number.ends_with('s'))?),
        _ => value_of(Decimal::whole(spelled(number)?), period(unit)?),
    };
    (!is_age(reach, at + 1)).then_some(Told { end: at + 1, value: Some(value) })
}

/// An ISO 8601 duration. Two years and a half are "P2Y6M".
fn value_of(amount: Decimal, unit: Period) -> String {
    let amount = amount.times(Decimal::whole(unit.count)).unwrap_or(amount);
    let whole = amount.plus(HALF.negative()).and_then(Decimal::as_whole);
    match (unit.letter, whole) {
        ("Y", Some(years)) => format!("P{years}Y6M"),
        (letter, _) => unit.write(&format!("{amount}{letter}")),
    }
}

/// "recent years", "the past few months", "several days", "the past year": of no exact length but
/// for the last.
fn vague(reach: &Reach, at: usize) -> Option<Told> {
    let mut end = at + usize::from(reach.any(at, &["the", "a"]));
    let told = reach.any(end, &["recent", "past", "coming", "next", "last", "previous"]);
    end += usize::from(told);
    let some = reach.any(end, &["few", "several", "many", "couple"]);
    end += usize::from(some);
    end += usize::from(some && reach.any(end, &["of"]));
    let unit = reach.word(end);
    let is_plural = unit.ends_with('s');
    let code = period(unit)?;
    let fits = (told || some) && (is_plural || (told && reach.any(at, &["the"])));
    if !fits || (one_of(unit, &["second", "nights"])) {
        return None;
    }
    let value = match is_plural {
        // X decades are not X years.
        true => (code.count == 1).then(|| code.write(&format!("X{}", code.letter))),
        false => Some(value_of(Decimal::whole(1), code)),
    };
    Some(Told { end: end + 1, value })
}
