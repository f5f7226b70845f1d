//! Times of day: "8.50am", "10:30 GMT", "noon", "Saturday night".

use super::Found;
use super::calendar::weekday;
use super::reach::{Reach, one_of};
use crate::token::TokenKind;
use crate::{MentionKind, Rule};

/// Reads the time of day that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize) -> Option<Found> {
    let (end, value) = hour(reach, at).or_else(|| part_of_day(reach, at))?;
    let (kind, rule) = (MentionKind::Time, Rule::TimeOfDay);
    Some(Found { from: at, end, kind, value, rule, confidence: 0.92 })
}

fn hour(reach: &Reach, at: usize) -> Option<(usize, Option<String>)> {
    if !reach.is(at, TokenKind::Number) {
        return None;
    }
    let (hour, minute) = hour_and_minute(reach.word(at))?;
    let has_colon = reach.word(at).contains(':');
    let mut end = at + 1;
    let half = half_of_day(reach.word(end));
    end += usize::from(half.is_some());
    let is_zone = one_of(reach.word(end), &["GMT", "UTC", "BST", "EST", "EDT", "PST", "ET", "CET"]);
    let is_clock = one_of(reach.word(end), &["hours", "hrs", "o'clock", "o’clock"]);
    if half.is_none() && !(is_zone || has_colon) {
        return one_of(reach.word(end), &["o'clock", "o’clock"]).then_some((end + 1, None));
    }
    end += usize::from(is_zone || is_clock);
    let shift = match half {
        Some(Half::Afternoon) if hour < 12 => 12,
        Some(Half::Morning) if hour == 12 => -12,
        _ => 0,
    };
    Some((end, Some(format!("T{:02}:{minute:02}", hour + shift))))
}

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

/// "8", "8.50" or "8:50" as hour and minute.
fn hour_and_minute(token: &str) -> Option<(i32, u32)> {
    let (hour, minute) = token.split_once([':', '.']).unwrap_or((token, "0"));
    let hour = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
    let minute = minute.parse().ok().filter(|minute| *minute < 60)?;
    Some((hour, minute))
}

const PARTS: &[&str] = &["morning", "afternoon", "evening", "night"];

fn part_of_day(reach: &Reach, at: usize) -> Option<(usize, Option<String>)> {
    if reach.any(at, &["noon", "midnight", "midday", "tonight"]) {
        return Some((at + 1, None));
    }
    let opens = weekday(reach.word(at)).is_some()
        || reach.any(at, &["this", "yesterday", "tomorrow", "last"]);
    (opens && reach.any(at + 1, PARTS)).then_some((at + 2, None))
}
