//! Times of day: "8.50am", "10:30 GMT", "noon", "Saturday night".

use super::Told;
use super::day::Day;
use super::partial::{Partial, Way};
use crate::entity::numeral::spelled;
use crate::entity::reach::{Reach, one_of};
use crate::lexicon::calendar::weekday;
use crate::token::TokenKind;

/// Reads the time of day that starts at token `at`, and says whether it is told by itself: "this
/// morning" is told from the writing.
pub(super) fn read(reach: &Reach, at: usize, written: Option<Day>) -> Option<(Told, bool)> {
    let named = hour(reach, at)
        .or_else(|| spelled_hour(reach, at))
        .or_else(|| noon(reach, at))
        .or_else(|| day_and_part(reach, at, written));
    match named {
        Some(told) => Some((told, true)),
        None => told_from_writing(reach, at, written).map(|told| (told, false)),
    }
}

const ZONES: &[&str] = &[
    "GMT", "UTC", "BST", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "ET", "PT", "CET",
    "CEST", "EAT", "WAT", "IST", "JST", "SAST", "Z",
];

/// "8 a.m.", "10:30", "10:30 p.m. EST", "5 o'clock", "2100 GMT", "4 in the morning".
fn hour(reach: &Reach, at: usize) -> Option<Told> {
    if !reach.is(at, TokenKind::Number) {
        return None;
    }
    let word = reach.word(at);
    let (hour, minute) = military(reach, at).or_else(|| hour_and_minute(word))?;
    let has_colon = word.contains(':');
    let mut end = at + 1;
    let half = half_of_day(reach.word(end)).map(|half| (half, end + 1));
    let half = half.or_else(|| half_in_words(reach, end));
    if let Some((_, after)) = half {
        end = after;
    }
    let local = usize::from(reach.any(end, &["local"]));
    let is_time = local == 1 && reach.any(end + 1, &["time"]);
    let is_zone = ZONES.contains(&reach.word(end)) && word.len() <= 5;
    let is_clock = one_of(reach.word(end), &["hours", "hrs", "o'clock", "o’clock"]);
    let is_whole_clock = one_of(reach.word(end), &["o'clock", "o’clock"]);
    if half.is_none() && !(is_zone || has_colon || is_whole_clock || is_time) {
        return None;
    }
    end += if is_time { 2 } else { usize::from(is_zone || is_clock) };
    // "at 5 o'clock" may be of the morning or not.
    let is_open = is_whole_clock && half.is_none();
    let value = written_time(hour, minute, half.map(|(half, _)| half));
    Some(Told { end, value: (!is_open).then_some(value) })
}

fn written_time(hour: u32, minute: u32, half: Option<Half>) -> String {
    let hour = match half {
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ => hour,
    };
    format!("T{hour:02}:{minute:02}")
}

/// "2100 GMT": four digits without a mark.
fn military(reach: &Reach, at: usize) -> Option<(u32, u32)> {
    let word = reach.word(at);
    let zoned = ZONES.contains(&reach.word(at + 1)) || reach.any(at + 1, &["hours", "hrs"]);
    let number: u32 = word.parse().ok().filter(|_| word.len() == 4 && zoned)?;
    (number / 100 < 24 && number % 100 < 60).then_some((number / 100, number % 100))
}

/// "six o'clock", "nine a.m.", "ten in the morning".
fn spelled_hour(reach: &Reach, at: usize) -> Option<Told> {
    let hour = spelled(reach.word(at)).filter(|hour| (1..=12).contains(hour))? as u32;
    if let Some(half) = half_of_day(reach.word(at + 1)) {
        return Some(Told { end: at + 2, value: Some(written_time(hour, 0, Some(half))) });
    }
    let is_clock = one_of(reach.word(at + 1), &["o'clock", "o’clock"]);
    let half = half_in_words(reach, at + 1 + usize::from(is_clock));
    if let Some((half, end)) = half {
        return Some(Told { end, value: Some(written_time(hour, 0, Some(half))) });
    }
    is_clock.then_some(Told { end: at + 2, value: None })
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half_of_day(word: &str) -> Option<Half> {
    match word {
        "am" | "a.m." | "AM" | "A.M." | "a.m" => Some(Half::Morning),
        "pm" | "p.m." | "PM" | "P.M." | "p.m" => Some(Half::Afternoon),
        _ => None,
    }
}

/// "in the morning" at `at`, and where it ends.
fn half_in_words(reach: &Reach, at: usize) -> Option<(Half, usize)> {
    if !(reach.any(at, &["in"]) && reach.any(at + 1, &["the"])) {
        return None;
    }
    let is_morning = reach.any(at + 2, &["morning"]);
    let is_later = reach.any(at + 2, &["afternoon", "evening"]);
    let half = if is_morning { Half::Morning } else { Half::Afternoon };
    (is_morning || is_later).then_some((half, at + 3))
}

/// "8", "8.50" or "8:50" as hour and minute.
fn hour_and_minute(token: &str) -> Option<(u32, u32)> {
    let (hour, minute) = token.split_once([':', '.']).unwrap_or((token, "00"));
    let minute = minute.split_once(':').map_or(minute, |(minute, _)| minute);
    let hour = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
    let minute = minute.parse().ok().filter(|number| *number < 60 && minute.len() == 2)?;
    Some((hour, minute))
}

/// "noon" and "midnight", which are hours.
fn noon(reach: &Reach, at: usize) -> Option<Told> {
    let is_name = reach.word(at).starts_with(char::is_uppercase)
        && reach.before(at).starts_with(char::is_uppercase);
    let value = match () {
        () if is_name => return None,
        () if reach.any(at, &["noon", "midday"]) => "T12:00",
        () if reach.any(at, &["midnight"]) => "T00:00",
        () => return None,
    };
    Some(Told { end: at + 1, value: Some(value.to_owned()) })
}

/// A part of the day and its letters in TIMEX3.
fn part(word: &str) -> Option<&'static str> {
    let stem = word.strip_suffix('s').unwrap_or(word);
    let stem = stem.strip_prefix("mid-").unwrap_or(stem);
    Some(match stem {
        "morning" => "TMO",
        "afternoon" => "TAF",
        "evening" => "TEV",
        "night" => "TNI",
        _ => return None,
    })
}

/// "Saturday night", "Friday afternoons".
fn day_and_part(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    let last = usize::from(reach.any(at, &["last", "this", "next"]));
    let number = weekday(reach.word(at + last))?;
    let qualified = usize::from(reach.any(at + last + 1, &["early", "late"]));
    let end = at + last + qualified + 2;
    let letters = part(reach.word(end - 1))?;
    let is_one = !reach.word(at).ends_with('s') && !reach.word(end - 1).ends_with('s') && last == 0;
    let day = Partial::weekday(number);
    let way = Way::around(reach, at, end);
    let day = if is_one { day.seen_from(written, way) } else { day };
    Some(Told { end, value: Some(format!("{}{letters}", day.value())) })
}

/// "tonight", "this morning", "yesterday evening", "last night".
fn told_from_writing(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    let told = |end, by, letters| {
        let day = written.and_then(|written| written.plus_days(by));
        Some(Told { end, value: day.map(|day| format!("{day}{letters}")) })
    };
    if reach.any(at, &["tonight"]) {
        return told(at + 1, 0, "TNI");
    }
    let later = usize::from(reach.any(at, &["later", "earlier", "late", "early"]));
    let start = at + later;
    let by = match () {
        () if reach.any(start, &["this"]) => 0,
        () if reach.any(start, &["yesterday"]) => -1,
        () if reach.any(start, &["tomorrow"]) => 1,
        () if reach.any(start, &["last"]) && reach.any(start + 1, &["night", "evening"]) => -1,
        () => return told_from_another(reach, at),
    };
    told(start + 2, by, part(reach.word(start + 1))?)
}

/// "the next morning", "that night": of a day told elsewhere.
fn told_from_another(reach: &Reach, at: usize) -> Option<Told> {
    let the = usize::from(reach.any(at, &["the"]));
    let is_told = match the {
        1 => reach.any(at + 1, &["next", "following", "same", "previous"]),
        _ => reach.any(at, &["that"]),
    };
    let end = at + the + 2;
    let is_part = part(reach.word(end - 1)).is_some() && !reach.word(end - 1).ends_with('s');
    (is_told && is_part).then_some(Told { end, value: None })
}
