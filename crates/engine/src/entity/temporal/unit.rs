//! [`Unit`]: days, weeks, months and the like, as they are counted from a day.

use super::day::Day;
use crate::lexicon::calendar::season as season_of;

/// A stretch of the calendar that can be counted from now.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Season(&'static str, u32),
}

/// The stretch that `word` names.
pub(super) fn unit(word: &str) -> Option<Unit> {
    let stem = word.strip_suffix('s').unwrap_or(word);
    Some(match stem.to_ascii_lowercase().as_str() {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" | "centurie" => Unit::Century,
        stem => season_of(stem).map(|(letters, month)| Unit::Season(letters, month))?,
    })
}

/// The week, month or the like that lies so many after the one of `day`.
pub(super) fn moved(day: Day, unit: Unit, by: i32) -> Option<String> {
    Some(match unit {
        Unit::Day => day.plus_days(by)?.to_string(),
        Unit::Week => day.plus_days(by.checked_mul(7)?)?.week()?,
        Unit::Weekend => format!("{}-WE", day.plus_days(by.checked_mul(7)?)?.week()?),
        Unit::Month => {
            let (year, month) = day.plus_months(by)?;
            format!("{year:04}-{month:02}")
        }
        Unit::Quarter => {
            let (year, month) = day.plus_months(by.checked_mul(3)?)?;
            format!("{year:04}-Q{}", month.div_ceil(3))
        }
        Unit::Year => format!("{:04}", year_within(day, by)?),
        Unit::Decade => format!("{:03}", year_within(day, by.checked_mul(10)?)? / 10),
        Unit::Century => format!("{:02}", year_within(day, by.checked_mul(100)?)? / 100),
        Unit::Season(letters, first) => {
            let is_over = day.month >= first + 3;
            let turn = match by {
                -1 if !is_over => -1,
                1 if day.month >= first => 1,
                _ => 0,
            };
            format!("{:04}-{letters}", day.year + turn)
        }
    })
}

fn year_within(day: Day, by: i32) -> Option<i32> {
    day.year.checked_add(by).filter(|year| (1..=9999).contains(year))
}
