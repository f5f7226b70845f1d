//! Dates: "Monday, 25 April 2019", "in May", "the 1990s", "last week", "two years ago".
//!
//! A value is given where the words alone tell it, in TIMEX3's form of ISO 8601: parts that are
//! not told are X. A relative date has no value, since the engine knows no day of writing.

use super::Found;
use super::reach::{Reach, one_of};
use crate::lexicon::measure::period;
use crate::token::TokenKind;
use crate::{MentionKind, Rule};

/// Reads the date that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize) -> Option<Found> {
    let read = absolute(reach, at).map(|one| (one, Rule::DateCalendar, 0.96));
    let read = read.or_else(|| year(reach, at).map(|one| (one, Rule::DateYear, 0.92)));
    let read =
        read.or_else(|| relative(reach, at).map(|end| ((end, None), Rule::DateRelative, 0.9)));
    let Some(((end, value), rule, confidence)) = read else { return vague_period(reach, at) };
    Some(Found { from: at, end, kind: MentionKind::Date, value, rule, confidence })
}

/// One past the end, and the value.
type Dated = (usize, Option<String>);

/// A date with a weekday or a month, or in digits alone.
fn absolute(reach: &Reach, at: usize) -> Option<Dated> {
    if let Some(middle) = reach.word(at).strip_prefix("mid-") {
        let is_date =
            month(middle).is_some() || (middle.len() == 4 && middle.parse::<u32>().is_ok());
        return is_date.then_some((at + 1, None));
    }
    if let Some(day) = weekday(reach.word(at)) {
        let next = at + 1 + usize::from(reach.word(at + 1) == ",");
        let dated = day_of_month(reach, next);
        return Some(dated.unwrap_or((at + 1, Some(format!("XXXX-WXX-{day}")))));
    }
    day_of_month(reach, at).or_else(|| month_alone(reach, at)).or_else(|| in_digits(reach, at))
}

/// "April 25, 2019", "25 April 2019", "25th of April".
fn day_of_month(reach: &Reach, at: usize) -> Option<Dated> {
    if let Some(month) = month(reach.word(at)) {
        let day = day(reach, at + 1)?;
        let end = range_end(reach, at + 2);
        return Some(with_year(reach, end, month, Some(day)));
    }
    let first = day(reach, at)?;
    let last = range_end(reach, at + 1);
    let skip = match reach.word(last) {
        "of" => 1,
        "day" if reach.word(last + 1) == "of" => 2,
        "-" => 1,
        _ => 0,
    };
    let month = month(reach.word(last + skip))?;
    Some(with_year(reach, last + skip + 1, month, Some(first)))
}

/// "24-26" or "24 to 26": one past the second day.
fn range_end(reach: &Reach, at: usize) -> usize {
    let is_link = matches!(reach.word(at), "-" | "–" | "to" | "and");
    if is_link && day(reach, at + 1).is_some() && !reach.is(at + 2, TokenKind::Symbol) {
        return at + 2;
    }
    at
}

/// A month without a day: with a year, or after a word that dates follow.
fn month_alone(reach: &Reach, at: usize) -> Option<Dated> {
    let month = month(reach.word(at))?;
    let dated = with_year(reach, at + 1, month, None);
    let is_word =
        matches!(reach.word(at), "May" | "March" | "may" | "march" | "Dec" | "Mar" | "Sep");
    let is_small = reach.word(at).starts_with(char::is_lowercase);
    let has_year = dated.1.as_ref().is_some_and(|value| !value.starts_with('X'));
    (has_year || !(is_word || is_small) || follows_preposition(reach, at)).then_some(dated)
}

const BEFORE_DATES: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "of", "on", "this", "last", "next", "early",
    "late", "mid", "to", "through", "between", "during", "before", "after", "around", "every",
];

fn follows_preposition(reach: &Reach, at: usize) -> bool {
    one_of(reach.before(at), BEFORE_DATES) && !reach.word(at).starts_with(char::is_lowercase)
}

/// Adds the year that follows a month, if one does, and writes the value.
fn with_year(reach: &Reach, end: usize, month: usize, day: Option<u32>) -> Dated {
    let skip = usize::from(matches!(reach.word(end), "," | "of" | "-"));
    let year = plain_year(reach, end + skip);
    let end = if year.is_some() { end + skip + 1 } else { end };
    let year = year.map_or("XXXX".to_owned(), |year| year.to_string());
    let value = match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    };
    (end, Some(value))
}

/// "2019-04-25", "25/4/2019" and the like. Which of two small numbers is the month is not told.
fn in_digits(reach: &Reach, at: usize) -> Option<Dated> {
    let separator = reach.word(at + 1);
    let is_date = matches!(separator, "-" | "/" | ".")
        && reach.word(at + 3) == separator
        && (1..=4).all(|next| reach.touches(at + next))
        && [at, at + 2, at + 4].iter().all(|part| reach.is(*part, TokenKind::Number));
    if !is_date {
        return None;
    }
    let number = |at: usize| reach.word(at).parse::<u32>().ok();
    let (first, second, third) = (number(at)?, number(at + 2)?, number(at + 4)?);
    if first >= 1000 && (1..=12).contains(&second) && (1..=31).contains(&third) {
        return Some((at + 5, Some(format!("{first}-{second:02}-{third:02}"))));
    }
    ((1..=31).contains(&first) && (1..=31).contains(&second)).then_some((at + 5, None))
}

/// A year or a decade by itself: "2015", "2015-16", "the 1990s".
fn year(reach: &Reach, at: usize) -> Option<Dated> {
    if !reach.is(at, TokenKind::Number) || matches!(reach.before(at), "$" | "£" | "€" | "No" | "#")
    {
        return None;
    }
    let word = reach.word(at);
    if let Some(decade) = word.strip_suffix("0s") {
        let is_decade = matches!(decade.len(), 1 | 3) && decade.parse::<u32>().is_ok();
        return is_decade.then(|| (at + 1, (decade.len() == 3).then(|| decade.to_owned())));
    }
    let year = plain_year(reach, at)?;
    let told = one_of(reach.before(at), BEFORE_DATES) || matches!(reach.before(at), "(" | "the");
    let next = reach.word(at + 1);
    let counts = next.ends_with('s') && next.starts_with(char::is_lowercase);
    if (year < 1900 && !told) || (year % 100 == 0 && counts) {
        return None;
    }
    let is_range =
        matches!(next, "-" | "–" | "/") && reach.touches(at + 1) && reach.touches(at + 2);
    let second = reach.word(at + 2);
    if is_range && reach.is(at + 2, TokenKind::Number) && matches!(second.len(), 2 | 4) {
        return Some((at + 3, None));
    }
    Some((at + 1, Some(year.to_string())))
}

fn plain_year(reach: &Reach, at: usize) -> Option<u32> {
    let word = reach.word(at);
    let year = word.parse().ok().filter(|_| word.len() == 4)?;
    (1000..2100).contains(&year).then_some(year)
}

fn day(reach: &Reach, at: usize) -> Option<u32> {
    let word = reach.word(at);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of a month, from its name or abbreviation.
fn month(word: &str) -> Option<usize> {
    let stem = word.strip_suffix('.').unwrap_or(word);
    let stem = if stem == "Sept" { "Sep" } else { stem };
    let is_short = stem.len() == 3;
    MONTHS
        .iter()
        .position(|name| name.eq_ignore_ascii_case(stem) || (is_short && name[..3] == *stem))
        .map(|index| index + 1)
}

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The number of a weekday, Monday being 1.
pub(super) fn weekday(word: &str) -> Option<usize> {
    let stem = word.strip_suffix('s').unwrap_or(word);
    WEEKDAYS.iter().position(|name| name.eq_ignore_ascii_case(stem)).map(|index| index + 1)
}

const SPANS: &[&str] = &[
    "week", "weekend", "month", "year", "quarter", "decade", "century", "spring", "summer",
    "autumn", "fall", "winter",
];

/// One past the end of a date told from the day of writing.
fn relative(reach: &Reach, at: usize) -> Option<usize> {
    if reach.any(at, &["today", "yesterday", "tomorrow"]) {
        return Some(at + 1);
    }
    if reach.any(at, &["last", "this", "next"]) {
        let named = month(reach.word(at + 1)).is_some() || weekday(reach.word(at + 1)).is_some();
        return (named || reach.any(at + 1, SPANS)).then_some(at + 2);
    }
    if reach.any(at, &["earlier", "later", "early", "late"])
        && reach.any(at + 1, &["last", "this", "next"])
    {
        return relative(reach, at + 1);
    }
    if reach.any(at, &["the"]) {
        let told =
            reach.any(at + 1, &["latest", "same", "previous", "following", "fiscal", "current"]);
        let is_weekend = reach.any(at + 1, &["weekend"]);
        let is_span = told && reach.any(at + 2, SPANS);
        return if is_weekend { Some(at + 2) } else { is_span.then_some(at + 3) };
    }
    if reach.any(at, &["a", "an"]) {
        let ago = reach.any(at + 2, &["ago", "earlier", "later"]);
        return (ago && period(reach.word(at + 1)).is_some()).then_some(at + 3);
    }
    ordinal_span(reach, at)
}

const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "final"];

/// "third quarter", "third-quarter", "20th century".
fn ordinal_span(reach: &Reach, at: usize) -> Option<usize> {
    let word = reach.word(at);
    if let Some((ordinal, span)) = word.split_once('-') {
        return (one_of(ordinal, ORDINALS) && one_of(span, &["quarter", "half"])).then_some(at + 1);
    }
    if one_of(word, ORDINALS) && reach.any(at + 1, &["quarter", "half"]) {
        return Some(at + 2);
    }
    let is_ordinal = reach.is(at, TokenKind::Number) && word.ends_with(['d', 'h', 't']);
    (is_ordinal && reach.any(at + 1, &["century"])).then_some(at + 2)
}

/// "recent years", "the past few months", "several days", "a couple of weeks": periods of no
/// exact length, and with "ago" a date.
fn vague_period(reach: &Reach, at: usize) -> Option<Found> {
    let mut end = at + usize::from(reach.any(at, &["the", "a"]));
    let told = reach.any(end, &["recent", "past", "coming", "next", "last"]);
    end += usize::from(told);
    let some = reach.any(end, &["few", "several", "many", "couple"]);
    end += usize::from(some);
    end += usize::from(some && reach.any(end, &["of"]));
    let unit = reach.word(end);
    let is_plural = unit.ends_with('s');
    let fits = (told || some) && period(unit).is_some() && (is_plural || reach.any(at, &["the"]));
    let after = end + 1;
    let is_ago = reach.any(after, &["ago", "earlier", "later"]);
    let (kind, rule) = match is_ago {
        true => (MentionKind::Date, Rule::DateRelative),
        false => (MentionKind::Duration, Rule::DurationVague),
    };
    let end = after + usize::from(is_ago);
    fits.then_some(Found { from: at, end, kind, value: None, rule, confidence: 0.85 })
}
