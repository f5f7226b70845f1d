//! Dates of the calendar: "Monday, 25 April 2019", "10 to 12 May", "in May", "last Friday".

use super::Told;
use super::day::Day;
use super::digits::digits;
use super::partial::{Partial, Way};
use super::year::{plain_year, short_range};
use crate::entity::reach::{Reach, one_of};
use crate::lexicon::calendar::{is_doubtful_month, month, ordinal, short_weekday, weekday};
use crate::token::TokenKind;

/// A day or a month, or the first and the last of several.
pub(super) struct Stretch {
    pub(super) end: usize,
    first: Partial,
    last: Option<Partial>,
}

impl Stretch {
    /// One day, month or weekday.
    pub(super) fn one(end: usize, first: Partial) -> Self {
        Self { end, first, last: None }
    }
}

/// Reads the date of the calendar that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    if let Some(told) = shifted(reach, at, written) {
        return Some(told);
    }
    let stretch = stretch(reach, at).or_else(|| months(reach, at)).or_else(|| digits(reach, at))?;
    let way = Way::around(reach, at, stretch.end);
    let is_every = reach.any(at.wrapping_sub(1), &["every", "each"])
        || (stretch.first.month.is_none() && reach.word(at).ends_with('s'));
    let value = |one: Partial| match is_every {
        true => one.value(),
        false => one.seen_from(written, way).value(),
    };
    let value = match stretch.last {
        Some(last) => format!("{}/{}", value(stretch.first), value(last)),
        None => value(stretch.first),
    };
    // A date in digits whose day and month cannot be told apart has no value.
    let is_open = stretch.first == Partial::default();
    Some(Told { end: stretch.end, value: (!is_open).then_some(value) })
}

/// A whole date at `at`, as the article's own date is written.
pub(super) fn full_date(reach: &Reach, at: usize) -> Option<(usize, Day)> {
    let stretch = stretch(reach, at).or_else(|| digits(reach, at))?;
    Some((stretch.end, stretch.first.full()?))
}

/// "last Friday", "next May", "this Monday, July 18": seen from the day of writing.
fn shifted(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    if !reach.any(at, &["last", "this", "next"]) {
        return None;
    }
    let skip = usize::from(reach.any(at + 1, &["past", "coming"]));
    let next = at + 1 + skip;
    if let Some(stretch) = stretch(reach, next).filter(|one| one.first.day.is_some()) {
        let value = stretch.first.seen_from(written, Way::Back).value();
        return Some(Told { end: stretch.end, value: Some(value) });
    }
    let word = reach.word(next);
    let back = reach.any(at, &["last"]) || reach.any(at + 1, &["past"]);
    if let Some(number) = weekday(word) {
        let day = written.and_then(|written| {
            let monday = written.plus_days(1 - written.weekday() as i32)?;
            let in_week = monday.plus_days(number as i32 - 1)?;
            match () {
                () if back && in_week >= written => in_week.plus_days(-7),
                () if reach.any(at, &["next"]) => in_week.plus_days(7),
                () => Some(in_week),
            }
        });
        let open = Partial::weekday(number).value();
        return Some(Told { end: next + 1, value: Some(day.map_or(open, |day| day.to_string())) });
    }
    let number = month(word).filter(|_| word.starts_with(char::is_uppercase))?;
    let (end, mut date) = with_year(reach, next + 1, Partial::month(number));
    if let (Some(written), None) = (written, date.year) {
        let turn = match () {
            () if back && number >= written.month => -1,
            () if reach.any(at, &["next"]) && number <= written.month => 1,
            () => 0,
        };
        date.year = Some(written.year + turn);
    }
    Some(Told { end, value: Some(date.value()) })
}

/// A weekday, a day of a month or both, and what it reaches to.
fn stretch(reach: &Reach, at: usize) -> Option<Stretch> {
    let full = weekday(reach.word(at));
    if let Some(number) = full.or_else(|| short_weekday(reach.word(at))) {
        let comma = usize::from(matches!(reach.word(at + 1), "," | "."));
        let the = usize::from(reach.any(at + 1 + comma, &["the"]));
        let dated = days(reach, at + 1 + comma + the);
        // An abbreviated weekday ("Sat", "Sun") is only one beside its date.
        return dated.or_else(|| full.map(|_| Stretch::one(at + 1, Partial::weekday(number))));
    }
    days(reach, at)
}

/// "April 25, 2019", "25 April 2019", "25th of April", "10 to 12 May". Two whole dates are two: "31
/// January to 6 February".
fn days(reach: &Reach, at: usize) -> Option<Stretch> {
    one_day(reach, at).or_else(|| days_before_month(reach, at))
}

/// One day with its month, and days after it in the same month ("April 25-27").
fn one_day(reach: &Reach, at: usize) -> Option<Stretch> {
    if let Some(number) = named_month(reach, at) {
        let day_at = at + 1 + usize::from(reach.any(at + 1, &["the"]));
        let first = day(reach, day_at)?;
        let last = last_day(reach, day_at + 1);
        let end = last.map_or(day_at + 1, |_| day_at + 3);
        return Some(dated(reach, end, number, first, last));
    }
    let first = day(reach, at)?;
    let (end, number) = month_after(reach, at + 1)?;
    Some(dated(reach, end, number, first, None))
}

/// "24-26 April", "24 and 25 April".
fn days_before_month(reach: &Reach, at: usize) -> Option<Stretch> {
    let first = day(reach, at)?;
    let last = last_day(reach, at + 1)?;
    let (end, number) = month_after(reach, at + 3)?;
    Some(dated(reach, end, number, first, Some(last)))
}

/// The month at `at`, perhaps after "of" or a hyphen, and where it ends.
fn month_after(reach: &Reach, at: usize) -> Option<(usize, u32)> {
    let skip = match reach.word(at) {
        "of" | "-" => 1,
        "day" if reach.word(at + 1) == "of" => 2,
        _ => 0,
    };
    Some((at + skip + 1, named_month(reach, at + skip)?))
}

fn dated(reach: &Reach, end: usize, month: u32, first: u32, last: Option<u32>) -> Stretch {
    let (end, first) = with_year(reach, end, Partial::day_of_month(month, first));
    let last = last.map(|day| Partial { day: Some(day), ..first });
    Stretch { end, first, last }
}

/// A month written with a capital: "may" and "march" are words.
fn named_month(reach: &Reach, at: usize) -> Option<u32> {
    month(reach.word(at)).filter(|_| reach.word(at).starts_with(char::is_uppercase))
}

/// The second day of "24-26" or "24 to 26".
fn last_day(reach: &Reach, at: usize) -> Option<u32> {
    let is_joined = is_link(reach, at) || matches!(reach.word(at), "and" | "&" | "or" | ",");
    let is_symbol = reach.is(at + 2, TokenKind::Symbol) || reach.word(at + 2) == "%";
    // "May 5, 12 people" counts people.
    let is_list = reach.word(at) == "," && named_month(reach, at + 2).is_none();
    day(reach, at + 1).filter(|_| is_joined && !is_symbol && !is_list)
}

fn is_link(reach: &Reach, at: usize) -> bool {
    matches!(reach.word(at), "-" | "–" | "to" | "through")
}

fn day(reach: &Reach, at: usize) -> Option<u32> {
    let word = reach.word(at);
    if let Some(number) = ordinal(word) {
        // "second of May", "March eighth": without a month beside it no reader takes it for a day.
        return Some(number);
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

/// A month without a day, or two that a hyphen joins: "in May", "May 2019", "May-June", "mid-May".
fn months(reach: &Reach, at: usize) -> Option<Stretch> {
    let (word, number, second) = month_or_two(reach.word(at))?;
    let is_cut = word.len() < reach.word(at).len();
    let (end, last) = with_year(reach, at + 1, Partial::month(second.unwrap_or(number)));
    let is_date = last.year.or(last.turn).is_some()
        || is_cut
        || !is_doubtful_month(word)
        || (word.starts_with(char::is_uppercase) && is_told_a_month(reach, at));
    let first = Partial { month: Some(number), ..last };
    is_date.then_some(Stretch { end, first, last: second.map(|_| last) })
}

/// The month of "May" or "mid-May", or the two of "May-June", with the first one's word.
fn month_or_two(word: &str) -> Option<(&str, u32, Option<u32>)> {
    match word.split_once(['-', '–']) {
        Some((part, name)) if is_part(part) => Some((name, month(name)?, None)),
        Some((first, second)) => Some((first, month(first)?, Some(month(second)?))),
        None => Some((word, month(word)?, None)),
    }
}

/// Whether what stands before "May" or "March" makes a month of it: "in May", "April and May".
fn is_told_a_month(reach: &Reach, at: usize) -> bool {
    let listed = matches!(reach.before(at), "," | "and" | "or" | "&");
    let other = at.checked_sub(2).and_then(|other| named_month(reach, other));
    follows_preposition(reach, at) || (listed && other.is_some())
}

/// Whether `word` before a hyphen says which part of a month or year is meant.
pub(super) fn is_part(word: &str) -> bool {
    one_of(word, &["mid", "early", "late", "end", "pre", "post"])
}

const BEFORE_DATES: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "of", "on", "this", "last", "next", "early",
    "late", "mid", "to", "through", "between", "during", "before", "after", "around", "every",
];

/// Whether a word that dates follow stands before `at`.
pub(super) fn follows_preposition(reach: &Reach, at: usize) -> bool {
    one_of(reach.before(at), BEFORE_DATES)
}

/// Adds the year that follows, if one does, and says where the date ends.
fn with_year(reach: &Reach, end: usize, date: Partial) -> (usize, Partial) {
    let skip = usize::from(matches!(reach.word(end), "," | "of" | "-"));
    // "May 5, 2000 people" and "May 2015-16" are not of that year alone.
    let year = plain_year(reach, end + skip).filter(|_| short_range(reach, end + skip).is_none());
    if let Some(year) = year {
        return (end + skip + 1, Partial { year: Some(year), ..date });
    }
    let turns = [("last", -1), ("this", 0), ("next", 1)];
    let turn = turns.into_iter().find(|(word, _)| reach.any(end + skip, &[word]));
    match turn.filter(|_| reach.any(end + skip + 1, &["year"])) {
        Some((_, turn)) => (end + skip + 2, Partial { turn: Some(turn), ..date }),
        None => (end, date),
    }
}
