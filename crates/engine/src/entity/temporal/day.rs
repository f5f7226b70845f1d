//! [`Day`]: a day of the Gregorian calendar, and the days, weeks and months around it.
//!
//! Whole numbers only, so that every machine gets the same. It knows no today.

use std::fmt;

/// A day that exists, from the year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: u32,
}

impl Day {
    /// The day, if the calendar has it.
    pub(super) fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let is_day = (1..=9999).contains(&year) && (1..=12).contains(&month);
        (is_day && (1..=length(year, month)).contains(&day)).then_some(Self { year, month, day })
    }

    /// Days since 1 March of the year 0, when years begin in March.
    fn number(self) -> i32 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let month = (self.month as i32 + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + self.day as i32 - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
    }

    fn of_number(number: i32) -> Option<Self> {
        let era = number.div_euclid(146_097);
        let of_era = number.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let year = year_of_era + era * 400 + i32::from(month >= 10);
        Self::new(year, (month as u32 + 2) % 12 + 1, day as u32)
    }

    /// The day so many days later, or before.
    pub(super) fn plus_days(self, days: i32) -> Option<Self> {
        Self::of_number(self.number().checked_add(days)?)
    }

    /// The year and the month so many months later, or before.
    pub(super) fn plus_months(self, months: i32) -> Option<(i32, u32)> {
        let all = (self.year * 12 + self.month as i32 - 1).checked_add(months)?;
        let year = all.div_euclid(12);
        (1..=9999).contains(&year).then_some((year, all.rem_euclid(12) as u32 + 1))
    }

    /// Its weekday, Monday being 1.
    pub(super) fn weekday(self) -> u32 {
        (self.number() + 2).rem_euclid(7) as u32 + 1
    }

    /// Its week, in ISO 8601: "2019-W17".
    pub(super) fn week(self) -> Option<String> {
        let thursday = self.plus_days(4 - self.weekday() as i32)?;
        let first = Self::new(thursday.year, 1, 1)?;
        let week = (thursday.number() - first.number()) / 7 + 1;
        Some(format!("{:04}-W{week:02}", thursday.year))
    }

    /// How many days later it is than `other`.
    pub(super) fn since(self, other: Self) -> i32 {
        self.number() - other.number()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// How many days a month has.
fn length(year: i32, month: u32) -> u32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Day;

    #[test]
    fn days_that_do_not_exist_are_none() {
        assert!(Day::new(2019, 2, 29).is_none() && Day::new(2020, 2, 29).is_some());
        assert!(Day::new(1900, 2, 29).is_none() && Day::new(2000, 2, 29).is_some());
        assert!(Day::new(2019, 13, 1).is_none() && Day::new(0, 1, 1).is_none());
    }

    #[test]
    fn weekdays_and_weeks_are_those_of_the_calendar() {
        let day = |year, month, day| Day::new(year, month, day).unwrap();
        assert_eq!(day(2019, 4, 25).weekday(), 4);
        assert_eq!(day(2000, 1, 1).weekday(), 6);
        assert_eq!(day(2019, 4, 25).week().unwrap(), "2019-W17");
        assert_eq!(day(2018, 12, 31).week().unwrap(), "2019-W01");
        assert_eq!(day(2021, 1, 3).week().unwrap(), "2020-W53");
        assert_eq!(day(2019, 1, 31).plus_months(-1), Some((2018, 12)));
    }

    proptest! {
        #[test]
        fn days_come_back_from_where_they_were_moved(
            year in 2i32..9998, month in 1u32..13, day in 1u32..29, by in -300i32..300,
        ) {
            let here = Day::new(year, month, day).unwrap();
            let there = here.plus_days(by).unwrap();
            prop_assert_eq!(there.since(here), by);
            prop_assert_eq!(there.plus_days(-by), Some(here));
        }
    }
}
