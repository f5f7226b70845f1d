//! Parts of a year that is told: "the third quarter of 2019", "summer 2012", "the week of 6 March".

use super::Told;
use super::calendar::full_date;
use super::year::plain_year;
use crate::entity::reach::{Reach, one_of};
use crate::lexicon::calendar::{ordinal, season};

/// Reads the part of a told year that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize) -> Option<Told> {
    week(reach, at).or_else(|| year_first(reach, at)).or_else(|| {
        let (end, code) = part(reach, at)?;
        let skip = usize::from(reach.any(end, &["of", "in"]) || reach.word(end) == ",");
        let fiscal = usize::from(reach.any(end + skip, &["fiscal"]));
        let year = plain_year(reach, end + skip + fiscal)?;
        let end = end + skip + fiscal + 1;
        Some(Told { end, value: Some(format!("{year}-{code}")) })
    })
}

/// "2019 third quarter".
fn year_first(reach: &Reach, at: usize) -> Option<Told> {
    let year = plain_year(reach, at)?;
    let (end, code) = part(reach, at + 1)?;
    Some(Told { end, value: Some(format!("{year}-{code}")) })
}

/// "the week of March 6, 2019".
fn week(reach: &Reach, at: usize) -> Option<Told> {
    if !(reach.any(at, &["the"]) && reach.any(at + 1, &["week"])) {
        return None;
    }
    let skip = match () {
        () if reach.any(at + 2, &["of"]) => 1,
        () if reach.any(at + 2, &["ending", "beginning", "starting"]) => 1,
        () => return None,
    };
    let (end, day) = full_date(reach, at + 2 + skip)?;
    Some(Told { end, value: Some(day.week()?) })
}

/// A quarter, half or season at `at`: where it ends and its letters in TIMEX3.
pub(super) fn part(reach: &Reach, at: usize) -> Option<(usize, String)> {
    let word = reach.word(at);
    if let Some((letters, _)) = season(word) {
        return Some((at + 1, letters.to_owned()));
    }
    if let Some(number) = word.strip_prefix(['Q', 'H', 'q']) {
        let letter = &word[..1];
        let most = if letter == "H" { 2 } else { 4 };
        let number: u32 = number.parse().ok().filter(|number| (1..=most).contains(number))?;
        return Some((at + 1, format!("{}{number}", letter.to_ascii_uppercase())));
    }
    if let Some((first, span)) = word.split_once('-') {
        return Some((at + 1, numbered(ordinal_of(first)?, span)?));
    }
    let first = ordinal_of(word)?;
    let hyphen = usize::from(reach.word(at + 1) == "-");
    Some((at + 2 + hyphen, numbered(first, reach.word(at + 1 + hyphen))?))
}

fn ordinal_of(word: &str) -> Option<u32> {
    match word {
        "1st" => Some(1),
        "2nd" => Some(2),
        "3rd" => Some(3),
        "4th" => Some(4),
        _ => ordinal(word).or_else(|| one_of(word, &["final", "last"]).then_some(0)),
    }
}

/// The letters of the quarter or half with that number, 0 being the last.
fn numbered(number: u32, span: &str) -> Option<String> {
    let (letter, most) = match span {
        "quarter" => ("Q", 4),
        "half" => ("H", 2),
        _ => return None,
    };
    (number <= most).then(|| format!("{letter}{}", if number == 0 { most } else { number }))
}
