//! [`ago`]: dates told by how long before or after another they are.

use super::Told;
use super::day::Day;
use super::unit::{Unit, moved, unit};
use crate::entity::decimal::Decimal;
use crate::entity::numeral::numeral;
use crate::entity::reach::{Reach, one_of};

/// "two years ago", "a week later", "several days earlier".
pub(super) fn ago(reach: &Reach, at: usize, written: Option<Day>) -> Option<Told> {
    let (start, count) = match counted(reach, at) {
        Some(counted) => counted,
        None => (at, None),
    };
    let is_bare = start == at;
    let word = reach.word(start);
    let named = unit(word).filter(|unit| !matches!(unit, Unit::Season(..)));
    let is_short = one_of(word, &["hour", "hours", "minute", "minutes", "second", "seconds"]);
    if (named.is_none() && !is_short) || (is_bare && !word.ends_with('s')) {
        return None;
    }
    let is_ago = reach.any(start + 1, &["ago"]);
    let is_told = is_ago || (!is_bare && reach.any(start + 1, &["later", "earlier"]));
    if !is_told {
        return None;
    }
    let value = match (written, count, named) {
        (Some(day), Some(count), Some(unit)) if is_ago => moved(day, unit, -count),
        _ => None,
    };
    Some(Told { end: start + 2, value })
}

/// A count before a unit, "a" and "a couple of" too: where the unit is, and how many.
fn counted(reach: &Reach, at: usize) -> Option<(usize, Option<i32>)> {
    const VAGUE: &[&str] = &["few", "several", "many", "some"];
    if reach.any(at, &["a", "an"]) {
        if reach.any(at + 1, &["couple"]) {
            return Some((at + 2 + usize::from(reach.any(at + 2, &["of"])), None));
        }
        if reach.any(at + 1, VAGUE) {
            return Some((at + 2, None));
        }
        if unit(reach.word(at + 1)).is_some() || reach.any(at + 1, &["hour", "minute"]) {
            return Some((at + 1, Some(1)));
        }
    }
    if reach.any(at, VAGUE) {
        return Some((at + 1, None));
    }
    let number = numeral(reach, at)?;
    let whole = number.value.and_then(Decimal::as_whole);
    Some((number.end, whole.and_then(|whole| i32::try_from(whole).ok())))
}
