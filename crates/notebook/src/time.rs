//! [`Millis`]: a moment, and its ISO 8601 form for files.

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970 in UTC.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Millis(pub u64);

const DAY: u64 = 86_400_000;

impl Millis {
    /// The last moment that ISO 8601's four digits of year can name.
    const LAST: u64 = 253_402_300_799_999;

    /// `2026-01-02T03:04:05.678Z`, as W3C annotations are dated. Moments past the year 9999 become
    /// its end.
    pub fn iso8601(self) -> String {
        let moment = self.0.min(Self::LAST);
        let (year, month, day) = civil(moment / DAY);
        let (ms, s) = (moment % 1_000, moment / 1_000);
        let (hour, minute, second) = (s / 3_600 % 24, s / 60 % 60, s % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}Z")
    }

    /// Reads what [`Millis::iso8601`] writes, with or without the fraction; nothing else.
    pub fn from_iso8601(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let [year, month, day] = numbers(date, '-')?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "000"));
        let [hour, minute, second] = numbers(clock, ':')?;
        let ms: u64 = fraction.parse().ok().filter(|_| fraction.len() == 3)?;
        let in_range = (1970..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
            && (hour < 24 && minute < 60 && second < 60);
        in_range.then(|| {
            let seconds = hour * 3_600 + minute * 60 + second;
            Self(days(year, month, day) * DAY + seconds * 1_000 + ms)
        })
    }
}

fn numbers(text: &str, separator: char) -> Option<[u64; 3]> {
    let parts: Vec<u64> = text.split(separator).map(|n| n.parse().ok()).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// Days in 400 years, after which the Gregorian calendar repeats, and from March of the year 0 to
/// 1970.
const ERA: u64 = 146_097;
const TO_1970: u64 = 719_468;

/// Year, month and day of a day since 1970, by Howard Hinnant's `civil_from_days`: years begin in
/// March, so that the leap day is the last.
fn civil(days: u64) -> (u64, u64, u64) {
    let shifted = days + TO_1970;
    let (era, of_era) = (shifted / ERA, shifted % ERA);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

/// The inverse of [`civil`], by `days_from_civil`.
fn days(year: u64, month: u64, day: u64) -> u64 {
    let year = year - u64::from(month <= 2);
    let (era, of_era) = (year / 400, year % 400);
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let of_year = (153 * from_march + 2) / 5 + day - 1;
    era * ERA + (of_era * 365 + of_era / 4 - of_era / 100 + of_year) - TO_1970
}
