//! Names of the calendar: months, weekdays, seasons, holidays.

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
pub(crate) fn month(word: &str) -> Option<u32> {
    let stem = word.strip_suffix('.').unwrap_or(word);
    let stem = if stem == "Sept" { "Sep" } else { stem };
    let is_name = |name: &&str| {
        name.eq_ignore_ascii_case(stem) || (stem.len() == 3 && name.get(..3) == Some(stem))
    };
    MONTHS.iter().position(is_name).map(|index| index as u32 + 1)
}

/// Whether `word` is a month's name and more often something else: "may", "march", "Dec".
pub(crate) fn is_doubtful_month(word: &str) -> bool {
    let is_small = word.starts_with(char::is_lowercase);
    is_small || matches!(word, "May" | "March" | "Dec" | "Mar" | "Sep" | "Jan" | "MAY" | "MARCH")
}

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The number of a weekday, Monday being 1.
pub(crate) fn weekday(word: &str) -> Option<u32> {
    let stem = word.strip_suffix(['s', 'S']).unwrap_or(word);
    WEEKDAYS.iter().position(|name| name.eq_ignore_ascii_case(stem)).map(|index| index as u32 + 1)
}

/// The number of a weekday from an abbreviation, which counts only beside a date.
pub(crate) fn short_weekday(word: &str) -> Option<u32> {
    let stem = word.strip_suffix('.').unwrap_or(word);
    let stem = match stem {
        "Tues" => "Tue",
        "Weds" => "Wed",
        "Thur" | "Thurs" => "Thu",
        stem => stem,
    };
    let short = |name: &&str| name.get(..3) == Some(stem);
    WEEKDAYS.iter().position(short).map(|index| index as u32 + 1)
}

/// A season: its letters in TIMEX3 and its first month in the north.
pub(crate) fn season(word: &str) -> Option<(&'static str, u32)> {
    Some(match word.to_ascii_lowercase().as_str() {
        "spring" => ("SP", 3),
        "summer" => ("SU", 6),
        "autumn" | "fall" => ("FA", 9),
        "winter" => ("WI", 12),
        _ => return None,
    })
}

/// Holidays by their words in small letters, and the day of those that have one every year.
const HOLIDAYS: &[(&str, &str)] = &[
    ("all saints day", "11-01"),
    ("anzac day", "04-25"),
    ("armistice day", "11-11"),
    ("ash wednesday", ""),
    ("boxing day", "12-26"),
    ("christmas", "12-25"),
    ("christmas day", "12-25"),
    ("christmas eve", "12-24"),
    ("columbus day", ""),
    ("diwali", ""),
    ("easter", ""),
    ("easter monday", ""),
    ("easter sunday", ""),
    ("eid", ""),
    ("eid al adha", ""),
    ("eid al fitr", ""),
    ("eid ul adha", ""),
    ("eid ul fitr", ""),
    ("good friday", ""),
    ("halloween", "10-31"),
    ("hanukkah", ""),
    ("holy week", ""),
    ("labor day", ""),
    ("martin luther king day", ""),
    ("memorial day", ""),
    ("new year's day", "01-01"),
    ("new year's eve", "12-31"),
    ("palm sunday", ""),
    ("passover", ""),
    ("ramadan", ""),
    ("rosh hashanah", ""),
    ("thanksgiving", ""),
    ("thanksgiving day", ""),
    ("valentine's day", "02-14"),
    ("veterans day", "11-11"),
    ("yom kippur", ""),
];

/// The month and day of a holiday, empty where it moves. `words` are small, "'" straight, each
/// hyphen a blank.
pub(crate) fn holiday(words: &str) -> Option<&'static str> {
    let at = HOLIDAYS.binary_search_by_key(&words, |(name, _)| name).ok()?;
    Some(HOLIDAYS[at].1)
}

/// Most words of a holiday.
pub(crate) const LONGEST_HOLIDAY: usize = 4;

const ORDINALS: [&str; 31] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];

/// The number of a spelled ordinal up to the thirty-first.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    let place = ORDINALS.iter().position(|name| name.eq_ignore_ascii_case(word));
    place.map(|index| index as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::{HOLIDAYS, LONGEST_HOLIDAY, holiday, month, season, short_weekday, weekday};

    #[test]
    fn names_and_abbreviations_of_the_calendar_have_numbers() {
        for (word, number) in [("March", 3), ("MARCH", 3), ("Sept.", 9), ("Dec", 12), ("may", 5)] {
            assert_eq!(month(word), Some(number), "{word}");
        }
        assert_eq!((month("mar"), month("Marches"), month("")), (None, None, None));
        assert_eq!(
            (weekday("Fridays"), weekday("Fri"), short_weekday("Thurs.")),
            (Some(5), None, Some(4))
        );
        assert_eq!(season("Autumn"), Some(("FA", 9)));
    }

    #[test]
    fn holidays_are_in_order_and_none_is_too_long() {
        assert!(HOLIDAYS.is_sorted_by(|one, next| one.0 < next.0));
        assert!(HOLIDAYS.iter().all(|(name, _)| name.split(' ').count() <= LONGEST_HOLIDAY));
        assert_eq!(
            (holiday("christmas eve"), holiday("easter"), holiday("bank")),
            (Some("12-24"), Some(""), None)
        );
    }
}
