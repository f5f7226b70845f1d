//! [`Partial`]: as much of a date as the words tell, and which day of the calendar it must be.

use super::day::Day;
use crate::entity::reach::Reach;

/// The parts of a date that were told.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Partial {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    pub(super) weekday: Option<u32>,
    /// How many years after the writing: of "June last year" one before.
    pub(super) turn: Option<i32>,
}

impl Partial {
    /// A day of a month.
    pub(super) fn day_of_month(month: u32, day: u32) -> Self {
        Self { month: Some(month), day: Some(day), ..Self::default() }
    }

    /// A month by itself.
    pub(super) fn month(month: u32) -> Self {
        Self { month: Some(month), ..Self::default() }
    }

    /// A weekday by itself.
    pub(super) fn weekday(weekday: u32) -> Self {
        Self { weekday: Some(weekday), ..Self::default() }
    }

    /// The day, if all of it was told and the calendar has it.
    pub(super) fn full(self) -> Option<Day> {
        Day::new(self.year?, self.month?, self.day?)
    }

    /// In ISO 8601, with X for what nothing tells.
    pub(super) fn value(self) -> String {
        let year = self.year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
        match (self.month, self.day, self.weekday) {
            (Some(month), Some(day), _) => format!("{year}-{month:02}-{day:02}"),
            (Some(month), None, _) => format!("{year}-{month:02}"),
            (None, _, Some(weekday)) => format!("XXXX-WXX-{weekday}"),
            (None, ..) => year,
        }
    }

    /// The same with what the day of writing tells of it. Without that day nothing is added.
    pub(super) fn seen_from(self, written: Option<Day>, way: Way) -> Self {
        let Some(written) = written else { return self };
        if self.year.is_some() {
            return self;
        }
        if let Some(turn) = self.turn {
            return Self { year: Some(written.year + turn), ..self };
        }
        let known = match (self.month, self.day, self.weekday) {
            (Some(month), Some(day), _) => nearest(written, month, day),
            (Some(month), None, _) => {
                let is_over = month <= written.month;
                let year = match way {
                    Way::Back if !is_over => written.year - 1,
                    Way::Ahead if is_over && month != written.month => written.year + 1,
                    _ => written.year,
                };
                return Self { year: Some(year), ..self };
            }
            (None, _, Some(weekday)) => nearest_weekday(written, weekday, way),
            _ => None,
        };
        known.map_or(self, |day| Self {
            year: Some(day.year),
            month: Some(day.month),
            day: Some(day.day),
            ..self
        })
    }
}

/// The day of that name that lies nearest to `written`.
fn nearest(written: Day, month: u32, day: u32) -> Option<Day> {
    let years = written.year - 1..=written.year + 1;
    let days = years.filter_map(|year| Day::new(year, month, day));
    days.min_by_key(|day| day.since(written).abs())
}

/// The last such weekday up to `written`, or the next one.
fn nearest_weekday(written: Day, weekday: u32, way: Way) -> Option<Day> {
    let ahead = (weekday as i32 - written.weekday() as i32).rem_euclid(7);
    match way {
        Way::Ahead if ahead == 0 => written.plus_days(7),
        Way::Ahead => written.plus_days(ahead),
        Way::Back => written.plus_days(if ahead == 0 { 0 } else { ahead - 7 }),
    }
}

/// Whether a sentence tells what was or what will be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Ahead,
}

/// How many tokens around a date are asked for its way.
const NEAR: usize = 8;

impl Way {
    /// The way of the words around `from..end`.
    pub(super) fn around(reach: &Reach, from: usize, end: usize) -> Self {
        const AHEAD: &[&str] = &[
            "will",
            "shall",
            "ll",
            "we'll",
            "we’ll",
            "i'll",
            "it'll",
            "they'll",
            "won't",
            "won’t",
            "due",
            "expected",
            "plans",
            "planned",
            "scheduled",
            "slated",
            "upcoming",
            "coming",
            "until",
        ];
        let is_ahead = |at: usize| reach.any(at, AHEAD);
        let ahead = (from.saturating_sub(NEAR)..from).chain(end..end + NEAR).any(is_ahead);
        if ahead { Self::Ahead } else { Self::Back }
    }
}
