//! Holidays: "Christmas Eve", "Eid al-Fitr", "last Thanksgiving".

use super::Told;
use super::day::Day;
use super::partial::{Partial, Way};
use super::year::plain_year;
use crate::entity::reach::Reach;
use crate::lexicon::calendar::{LONGEST_HOLIDAY, holiday};
use crate::token::TokenKind;

/// Reads the holiday that starts at token `at`, the longest of several.
pub(super) fn read(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    let start = at + usize::from(reach.any(at, &["last", "this", "next"]));
    if !reach.word(start).starts_with(char::is_uppercase) {
        return None;
    }
    let (end, day) = (1..=2 * LONGEST_HOLIDAY).rev().find_map(|length| {
        let words = words(reach, start, start + length)?;
        Some((start + length, holiday(&words)?))
    })?;
    // "Easter Island", "Ann Christmas": something or somebody called after the day.
    let opens = start.checked_sub(2).is_none_or(|before| reach.word(before).is_empty());
    let is_name = reach.word(end).starts_with(char::is_uppercase)
        || (!opens && reach.before(start).starts_with(char::is_uppercase) && start == at);
    let year = plain_year(reach, end);
    let date = day.split_once('-').and_then(|(month, day)| {
        let mut date = Partial::day_of_month(month.parse().ok()?, day.parse().ok()?);
        date.year = year;
        let way = Way::around(reach, at, end);
        Some(if start == at { date.seen_from(written, way) } else { date }.value())
    });
    let end = end + usize::from(year.is_some());
    (!is_name).then_some(Told { end, value: date })
}

/// The words of the tokens in small letters, parts of one word joined.
fn words(reach: &Reach, from: usize, end: usize) -> Option<String> {
    let mut out = String::new();
    for at in from..end {
        let word = reach.word(at);
        if word.is_empty() || word.len() > 16 {
            return None;
        }
        let is_ending = reach.is(at, TokenKind::Possessive);
        if at > from && !is_ending {
            out.push(' ');
        }
        let plain = |c: char| match c {
            '’' => '\'',
            '-' => ' ',
            c => c.to_ascii_lowercase(),
        };
        out.extend(word.chars().map(plain));
    }
    Some(out)
}
