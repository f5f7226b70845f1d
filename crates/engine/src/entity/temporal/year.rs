//! Years, decades and centuries by themselves: "2015", "2015-16", "575 BC", "the 1990s".

use super::Told;
use super::calendar::{follows_preposition, is_part};
use crate::entity::numeral::spelled;
use crate::entity::reach::{Reach, one_of};
use crate::lexicon::calendar::ordinal;
use crate::token::TokenKind;

/// Reads the year, decade or century that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize) -> Option<Told> {
    let told = |(end, value)| Told { end, value: Some(value) };
    fiscal(reach, at)
        .or_else(|| decade(reach, at))
        .or_else(|| century(reach, at))
        .or_else(|| with_era(reach, at))
        .or_else(|| spelled_year(reach, at))
        .or_else(|| year(reach, at))
        .map(told)
}

/// One past the end, and the value.
type Read = (usize, String);

/// The year of four digits at `at`.
pub(super) fn plain_year(reach: &Reach, at: usize) -> Option<i32> {
    year_of(reach.word(at)).filter(|_| reach.is(at, TokenKind::Number))
}

fn year_of(word: &str) -> Option<i32> {
    let year = word.parse().ok().filter(|_| word.len() == 4)?;
    (1000..2100).contains(&year).then_some(year)
}

/// "2015", "mid-2015", and "2015-16" as both years.
fn year(reach: &Reach, at: usize) -> Option<Read> {
    let word = reach.word(at);
    if let Some((_, rest)) = word.split_once('-').filter(|(part, _)| is_part(part)) {
        return Some((at + 1, year_of(rest)?.to_string()));
    }
    let year = plain_year(reach, at)?;
    if matches!(reach.before(at), "$" | "£" | "€" | "₹" | "No" | "No." | "#" | "₦" | "₡") {
        return None;
    }
    let told = follows_preposition(reach, at) || matches!(reach.before(at), "(" | "the");
    if let Some((end, last)) = short_range(reach, at).filter(|_| told || year >= 1900) {
        return Some((end, format!("{year}/{last}")));
    }
    let next = reach.word(at + 1);
    let counts = next.ends_with('s') && next.starts_with(char::is_lowercase);
    let is_count = (year % 100 == 0 && counts) || one_of(next, &["people", "percent", "per"]);
    let is_amount =
        matches!(next, "%" | "km" | "kg" | "m") || reach.touches(at) && reach.before(at) == "/";
    let is_year = (year >= 1900 || told) && !is_count && !is_amount;
    is_year.then(|| (at + 1, year.to_string()))
}

/// The second year of "2015-16" or "1977-1979", which touch.
pub(super) fn short_range(reach: &Reach, at: usize) -> Option<(usize, i32)> {
    let first = plain_year(reach, at)?;
    let is_joined = matches!(reach.word(at + 1), "-" | "–" | "/");
    let is_near = reach.touches(at + 1) && reach.touches(at + 2);
    let word = reach.word(at + 2);
    if !(is_joined && is_near && reach.is(at + 2, TokenKind::Number)) {
        return None;
    }
    // "2019-04-25" is a day.
    if reach.word(at + 3) == reach.word(at + 1) && reach.touches(at + 3) {
        return None;
    }
    let last = match word.len() {
        4 => word.parse().ok()?,
        2 => first / 100 * 100 + word.parse::<i32>().ok()?,
        _ => return None,
    };
    (last > first && last < 2100).then_some((at + 3, last))
}

/// "fiscal 2019", "fiscal year 2019", "FY 2019", "FY2019".
fn fiscal(reach: &Reach, at: usize) -> Option<Read> {
    let word = reach.word(at);
    if let Some(year) = word.strip_prefix("FY").and_then(year_of) {
        return Some((at + 1, format!("FY{year}")));
    }
    if !(word == "FY" || reach.any(at, &["fiscal", "financial"])) {
        return None;
    }
    let skip = usize::from(reach.any(at + 1, &["year"]));
    let year = plain_year(reach, at + 1 + skip)?;
    let last = short_range(reach, at + 1 + skip);
    let end = last.map_or(at + 2 + skip, |(end, _)| end);
    Some((end, format!("FY{}", last.map_or(year, |(_, last)| last))))
}

/// "1990s", "mid-2010s", "'90s", "the nineties". Ages ("in her 70s") are none.
fn decade(reach: &Reach, at: usize) -> Option<Read> {
    let word = reach.word(at);
    let word = word.split_once('-').filter(|(part, _)| is_part(part)).map_or(word, |(_, it)| it);
    if let Some(short) = spelled_decade(word) {
        let told = reach.any(at.wrapping_sub(1), &["the", "early", "late", "mid"]);
        return (told && !is_age(reach, at)).then(|| (at + 1, short.to_string()));
    }
    let digits = word.strip_suffix('s').filter(|it| it.bytes().all(|b| b.is_ascii_digit()))?;
    let number: u32 = digits.parse().ok().filter(|number| number % 10 == 0)?;
    let value = match (digits.len(), number) {
        (4, 1000..2000) if number.is_multiple_of(100) => number / 100,
        (4, 1000..2100) => number / 10,
        (2, 0 | 10) if !is_age(reach, at) => 200 + number / 10,
        (2, 20..) if !is_age(reach, at) => 190 + number / 10,
        _ => return None,
    };
    Some((at + 1, value.to_string()))
}

fn spelled_decade(word: &str) -> Option<u32> {
    const DECADES: [&str; 8] = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let place = DECADES.iter().position(|name| name.eq_ignore_ascii_case(word))?;
    Some(192 + place as u32)
}

/// Whether the words before make a decade an age or a temperature.
fn is_age(reach: &Reach, at: usize) -> bool {
    const OWN: &[&str] = &["his", "her", "their", "my", "your", "our", "its", "whose"];
    let before = |back: usize| at.checked_sub(back).map_or("", |at| reach.word(at));
    (1..=3).any(|back| one_of(before(back), OWN))
        || (1..=4).any(|back| one_of(before(back), &["aged", "temperatures", "highs", "lows"]))
}

/// "20th century", "mid-20th century", "19th-century", "16th and 17th centuries".
fn century(reach: &Reach, at: usize) -> Option<Read> {
    let first = nth(reach.word(at))?;
    let (end, last) = match reach.word(at + 1) {
        "and" | "to" | "or" | "-" | "–" => match nth(reach.word(at + 2)) {
            Some(last) => (at + 3, Some(last)),
            None => (at + 1, None),
        },
        _ => (at + 1, None),
    };
    let end = end + usize::from(reach.word(end) == "-");
    if !reach.any(end, &["century", "centuries"]) {
        return None;
    }
    let (end, is_before) = era(reach, end + 1).map_or((end + 1, false), |(end, is)| (end, is));
    let value = |number: u32| match is_before {
        true => format!("BC{number:02}"),
        false => format!("{:02}", number - 1),
    };
    let value = last.map_or(value(first), |last| format!("{}/{}", value(first), value(last)));
    Some((end, value))
}

/// The number of "20th", "mid-20th" or "twentieth".
fn nth(word: &str) -> Option<u32> {
    let word = word.split_once('-').filter(|(part, _)| is_part(part)).map_or(word, |(_, it)| it);
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    let number = digits.and_then(|digits| digits.parse().ok()).or_else(|| ordinal(word))?;
    (1..=40).contains(&number).then_some(number)
}

/// "575 BC", "AD 250", "10,000 to 200 B.C.".
fn with_era(reach: &Reach, at: usize) -> Option<Read> {
    let is_ad = matches!(reach.word(at), "AD" | "A.D.");
    let start = at + usize::from(is_ad);
    let number = |at: usize| {
        let digits: String = reach.word(at).chars().filter(|c| *c != ',').collect();
        digits.parse::<u32>().ok().filter(|number| (1..100_000).contains(number))
    };
    let first = number(start)?;
    let is_range = matches!(reach.word(start + 1), "to" | "-" | "–" | "and");
    let last = if is_range { number(start + 2) } else { None };
    let end = start + if last.is_some() { 3 } else { 1 };
    let (end, is_before) = match era(reach, end) {
        Some(era) => era,
        None if is_ad => (end, false),
        None => return None,
    };
    let sign = if is_before { "BC" } else { "" };
    let value = |year: u32| format!("{sign}{year:04}");
    Some((end, last.map_or(value(first), |last| format!("{}/{}", value(first), value(last)))))
}

/// One past "BC" or "AD" at `at`, and whether it is the first.
fn era(reach: &Reach, at: usize) -> Option<(usize, bool)> {
    match reach.word(at) {
        "BC" | "B.C." | "B.C" | "BCE" | "B.C.E." => Some((at + 1, true)),
        "AD" | "A.D." | "A.D" | "CE" | "C.E." => Some((at + 1, false)),
        _ => None,
    }
}

/// "nineteen ninety-six", as broadcasters' scripts have it.
fn spelled_year(reach: &Reach, at: usize) -> Option<Read> {
    let century = match reach.word(at).to_ascii_lowercase().as_str() {
        "seventeen" => 1700,
        "eighteen" => 1800,
        "nineteen" => 1900,
        _ => return None,
    };
    let below = spelled(reach.word(at + 1)).filter(|number| (20..100).contains(number))?;
    let is_split = below % 10 == 0;
    let ones = spelled(reach.word(at + 2)).filter(|ones| is_split && (1..10).contains(ones));
    let end = at + 2 + usize::from(ones.is_some());
    Some((end, (century + below + ones.unwrap_or(0)).to_string()))
}
