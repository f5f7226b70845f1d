//! Dates, times of day and durations.
//!
//! A date that names its day, month or year is told from one that only says how far from the
//! writing it lies ("last week", "two years ago"): the second is a description of a date, as "the
//! president" is one of a person. Values are ISO 8601 in the manner of TIMEX3, parts that nothing
//! tells being X; dates told from the writing have one where the article gives its own date
//! ([`written`]).

mod ago;
mod calendar;
mod clock;
mod day;
mod digits;
mod holiday;
mod partial;
mod period;
mod relative;
mod season;
mod unit;
mod written;
mod year;

use super::Found;
use super::reach::Reach;
use crate::article::Article;
use crate::{MentionKind, Rule};
use day::Day;

/// When an article was written, as far as it says so.
#[derive(Clone, Copy)]
pub(super) struct Writing(Option<Day>);

impl Writing {
    /// Reads it off the article.
    pub(super) fn of(article: &Article) -> Self {
        Self(written::day(article))
    }
}

/// What a pattern read: where it ends, and the value if there is one.
struct Told {
    end: usize,
    value: Option<String>,
}

/// Reads the date, time or duration that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize, writing: Writing) -> Option<Found> {
    let date = |told: Told, rule, confidence| found(at, told, MentionKind::Date, rule, confidence);
    let written = writing.0;
    if let Some((told, is_named)) = clock::read(reach, at, written) {
        let rule = if is_named { Rule::TimeOfDay } else { Rule::DateRelative };
        return Some(found(at, told, MentionKind::Time, rule, 0.92));
    }
    let named = calendar::read(reach, at, written).map(|told| date(told, Rule::DateCalendar, 0.96));
    named
        .or_else(|| holiday::read(reach, at, written).map(|it| date(it, Rule::DateHoliday, 0.85)))
        .or_else(|| season::read(reach, at).map(|it| date(it, Rule::DatePartOfYear, 0.93)))
        .or_else(|| year::read(reach, at).map(|it| date(it, Rule::DateYear, 0.92)))
        .or_else(|| relative::read(reach, at, written).map(|it| date(it, Rule::DateRelative, 0.9)))
        .or_else(|| period::read(reach, at))
}

fn found(from: usize, told: Told, kind: MentionKind, rule: Rule, confidence: f32) -> Found {
    Found { from, end: told.end, kind, value: told.value, rule, confidence }
}
