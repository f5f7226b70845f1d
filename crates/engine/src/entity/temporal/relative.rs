//! Dates told from another date: "today", "last week", "two years ago", "the following month".
//!
//! Those told from the day of writing have a value where that day is known, those told from some
//! other day have none.

use super::Told;
use super::ago::ago;
use super::day::Day;
use super::partial::Way;
use super::season;
use super::unit::{Unit, moved, unit};
use crate::entity::reach::{Reach, one_of};

/// Reads the date that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    one_word(reach, at, written)
        .or_else(|| qualified(reach, at, written))
        .or_else(|| shifted(reach, at, written))
        .or_else(|| ago(reach, at, written))
        .or_else(|| told_elsewhere(reach, at))
        .or_else(|| part_of_year(reach, at, written))
}

/// "today", "yesterday", "tomorrow".
fn one_word(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    let by = [("yesterday", -1), ("today", 0), ("tomorrow", 1)];
    let (_, by) = by.into_iter().find(|(word, _)| reach.any(at, &[word]))?;
    let is_name = reach.word(at).starts_with(char::is_uppercase)
        && reach.word(at + 1).starts_with(char::is_uppercase);
    let value = written.and_then(|day| day.plus_days(by)).map(|day| day.to_string());
    // "Tomorrow Never Dies", "USA Today Sports".
    (!is_name).then_some(Told { end: at + 1, value })
}

/// "earlier this year", "late last month", "the end of next week".
fn qualified(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    if reach.any(at, &["earlier", "later", "early", "late"]) {
        let told = shifted(reach, at + 1, written).or_else(|| told_elsewhere(reach, at + 1));
        return told.filter(|_| !reach.any(at + 1, &["the"]));
    }
    let start = at + usize::from(reach.any(at, &["the"]));
    let is_edge = reach.any(start, &["end", "beginning", "start", "middle"]);
    if !(is_edge && reach.any(start + 1, &["of"])) {
        return None;
    }
    if let Some(told) = shifted(reach, start + 2, written) {
        return Some(told);
    }
    let is_unit = reach.any(start + 2, &["the", "that"]) && unit(reach.word(start + 3)).is_some();
    is_unit.then_some(Told { end: start + 4, value: None })
}

/// "last week", "this summer", "next year's".
fn shifted(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    let by = match () {
        () if reach.any(at, &["last"]) => -1,
        () if reach.any(at, &["this"]) => 0,
        () if reach.any(at, &["next"]) => 1,
        () => return None,
    };
    let skip = usize::from(reach.any(at + 1, &["past", "coming"]));
    let fiscal = usize::from(reach.any(at + 1 + skip, &["fiscal", "calendar", "financial"]));
    let word = at + 1 + skip + fiscal;
    let unit = unit(reach.word(word)).filter(|_| !reach.word(word).ends_with("ys"))?;
    let by = if skip == 1 && reach.any(at + 1, &["past"]) { -1 } else { by };
    // "this day" and "last day" are seldom days of the calendar; "these weeks" are several.
    let is_one = unit != Unit::Day && !reach.word(word).ends_with('s');
    let value = written.filter(|_| fiscal == 0).and_then(|day| moved(day, unit, by));
    is_one.then_some(Told { end: word + 1, value })
}

/// "the previous year", "the same day", "that month", "the weekend": told from a date elsewhere.
fn told_elsewhere(reach: &Reach, at: usize) -> Option<Told> {
    const TOLD: &[&str] = &[
        "latest",
        "same",
        "previous",
        "preceding",
        "following",
        "next",
        "fiscal",
        "current",
        "year-ago",
        "year-earlier",
        "coming",
        "past",
        "last",
    ];
    let told = |end| Some(Told { end, value: None });
    if reach.any(at, &["that"]) {
        let same = usize::from(reach.any(at + 1, &["same"]));
        let is_day = unit(reach.word(at + 1 + same))
            .is_some_and(|unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year));
        let is_one = !reach.word(at + 1 + same).ends_with('s');
        return if is_day && is_one { told(at + 2 + same) } else { None };
    }
    if !reach.any(at, &["the"]) {
        return None;
    }
    if reach.any(at + 1, &["weekend"]) {
        return told(at + 2);
    }
    let mut end = at + 1;
    while end < at + 3 && reach.any(end, TOLD) {
        end += 1;
    }
    let word = reach.word(end);
    let named =
        unit(word).is_some() || (reach.word(end - 1).starts_with("year-") && word == "period");
    // Periods of several units and past ones are durations: "the past year", "the last decade".
    let is_past = reach.any(at + 1, &["past", "coming", "last"]);
    (end > at + 1 && named && !is_past && !word.ends_with('s'))
        .then_some(Told { end: end + 1, value: None })
}

/// "third quarter", "the first half of the year": of a year that is not told.
fn part_of_year(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    let (end, code) = season::part(reach, at)?;
    let of = usize::from(reach.any(end, &["of"]));
    let of_year = |at: usize| {
        let the = usize::from(reach.any(at, &["the", "this", "last", "next", "that"]));
        let fiscal = usize::from(reach.any(at + the, &["fiscal", "financial"]));
        let word = at + the + fiscal;
        (the == 1 && unit(reach.word(word)).is_some()).then_some(word + 1)
    };
    if let Some(end) = of_year(end + of).filter(|_| of == 1) {
        return Some(Told { end, value: None });
    }
    // Halves and bare numbers are also those of games; seasons are told by "in" or "the".
    if let Some(number) = code.strip_prefix('Q') {
        let number = number.parse().unwrap_or(0);
        let way = Way::around(reach, at, end);
        let year = written.map_or("XXXX".to_owned(), |day| year_of_quarter(day, number, way));
        return Some(Told { end, value: Some(format!("{year}-{code}")) });
    }
    let is_season = unit(reach.word(at)).is_some();
    let opens = one_of(reach.before(at), &["in", "the", "during", "since", "by", "until"]);
    let is_noun = reach.word(at).starts_with(char::is_lowercase) && !reach.word(at).ends_with('s');
    let is_told = is_season && opens && is_noun && !reach.any(at, &["fall", "spring"]);
    is_told.then(|| Told { end, value: Some(format!("XXXX-{code}")) })
}

/// The year of the quarter of that number that began last, or begins next.
fn year_of_quarter(written: Day, quarter: u32, way: Way) -> String {
    let now = written.month.div_ceil(3);
    let turn = match way {
        Way::Back if quarter > now => -1,
        Way::Ahead if quarter < now => 1,
        _ => 0,
    };
    format!("{:04}", written.year + turn)
}
