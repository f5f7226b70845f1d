//! [`digits`]: dates of three numbers.

use super::calendar::Stretch;
use super::day::Day;
use super::partial::Partial;
use crate::entity::reach::Reach;
use crate::token::TokenKind;

/// "2019-04-25", "25/4/2019", "25.04.2019" and the like. Where both small numbers can be the month
/// the date is open.
pub(super) fn digits(reach: &Reach, at: usize) -> Option<Stretch> {
    let separator = reach.word(at + 1);
    if !matches!(separator, "-" | "/" | ".") || reach.word(at + 3) != separator {
        return digits_with_dots(reach, at);
    }
    let is_date = (1..=4).all(|next| reach.touches(at + next))
        && [at, at + 2, at + 4].iter().all(|part| reach.is(*part, TokenKind::Number));
    let number = |at: usize| reach.word(at).parse::<u32>().ok();
    let parts = [number(at)?, number(at + 2)?, number(at + 4)?];
    is_date.then(|| of_parts(parts)).flatten().map(|date| Stretch::one(at + 5, date))
}

/// "25.04.2019", which is one token.
fn digits_with_dots(reach: &Reach, at: usize) -> Option<Stretch> {
    let mut parts = reach.word(at).split('.').map(|part| part.parse::<u32>().ok());
    let read = [parts.next()??, parts.next()??, parts.next()??];
    let is_whole = parts.next().is_none() && read[2] >= 1000;
    is_whole.then(|| of_parts(read)).flatten().map(|date| Stretch::one(at + 1, date))
}

/// The date of three numbers, without its parts where day and month may be either way round.
fn of_parts([first, second, third]: [u32; 3]) -> Option<Partial> {
    let date = |year: u32, month, day| {
        let day = Day::new(year as i32, month, day)?;
        let mut date = Partial::day_of_month(day.month, day.day);
        date.year = Some(day.year);
        Some(date)
    };
    match (first, second) {
        (1000.., _) => date(first, second, third),
        (13..=31, 1..=12) if third >= 1000 => date(third, second, first),
        (1..=12, 13..=31) if third >= 1000 => date(third, first, second),
        (1..=12, _) if first == second && third >= 1000 => date(third, first, second),
        (1..=31, 1..=31) => Some(Partial::default()),
        _ => None,
    }
}
