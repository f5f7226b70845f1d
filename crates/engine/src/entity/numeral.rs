//! [`numeral`]: "7.2 billion", "thirty-five", "half a million" and the like.

use super::reach::{Reach, one_of};
use crate::token::TokenKind;

/// A number as written.
pub(super) struct Numeral {
    /// One past its last token.
    pub(super) end: usize,
    /// What it comes to, where it is exact.
    pub(super) value: Option<f64>,
}

/// Most tokens of one number.
const LONGEST: usize = 8;

/// Reads the number that starts at token `at`.
pub(super) fn numeral(reach: &Reach, at: usize) -> Option<Numeral> {
    let mut end = at;
    let (mut total, mut part) = (0.0, None);
    if reach.is(at, TokenKind::Number) {
        part = Some(digits(reach.word(at))?);
        end += 1;
    } else if reach.any(at, &["a", "an", "half", "several", "few", "many", "tens", "dozens"]) {
        return vague(reach, at);
    }
    while end < at + LONGEST {
        let joined = end > at && reach.word(end) == "-" && reach.touches(end + 1);
        let word = reach.word(end + usize::from(joined));
        if let Some(factor) = magnitude(word) {
            let value = part.unwrap_or(1.0) * factor;
            if part.is_none() && end == at && word.len() < 7 {
                return None;
            }
            (total, part) =
                if factor >= 1000.0 { (total + value, None) } else { (total, Some(value)) };
        } else if let (Some(value), false) = (spelled(word), joined) {
            if end > at && reach.is(end - 1, TokenKind::Number) {
                break;
            }
            part = Some(part.unwrap_or(0.0) + value);
        } else if !(end > at && word == "and" && spelled(reach.word(end + 1)).is_some()) {
            break;
        }
        end += 1 + usize::from(joined);
    }
    (end > at).then(|| Numeral { end, value: Some(total + part.unwrap_or(0.0)) })
}

/// "a million", "half a dozen", "several hundred": no exact value but for "a".
fn vague(reach: &Reach, at: usize) -> Option<Numeral> {
    let skip = if reach.any(at + 1, &["a", "of"]) { 2 } else { 1 };
    let factor = magnitude(reach.word(at + skip)).filter(|factor| *factor >= 12.0)?;
    let exact = reach.any(at, &["a"]).then_some(factor);
    Some(Numeral { end: at + skip + 1, value: exact })
}

/// The value of a token of digits: "1,000", "3.5". None for ordinals, times and addresses.
fn digits(token: &str) -> Option<f64> {
    let plain: String = token.chars().filter(|c| *c != ',').collect();
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// What a word for a power multiplies by.
fn magnitude(word: &str) -> Option<f64> {
    let plural = word.strip_suffix('s').unwrap_or(word);
    Some(match word {
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" | "Mil" => 1e6,
        "b" | "B" | "bn" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        _ if one_of(plural, &["dozen"]) => 12.0,
        _ if one_of(plural, &["hundred"]) => 100.0,
        _ if one_of(plural, &["thousand"]) => 1e3,
        _ if one_of(plural, &["lakh"]) => 1e5,
        _ if one_of(plural, &["million"]) => 1e6,
        _ if one_of(plural, &["crore"]) => 1e7,
        _ if one_of(plural, &["billion"]) => 1e9,
        _ if one_of(plural, &["trillion"]) => 1e12,
        _ => return None,
    })
}

const ONES: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] =
    &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The value of a spelled number below a hundred: "two", "thirty-five".
pub(super) fn spelled(word: &str) -> Option<f64> {
    let place =
        |list: &[&str], word: &str| list.iter().position(|one| one.eq_ignore_ascii_case(word));
    let tens = |word: &str| place(TENS, word).map(|index| (index as f64 + 2.0) * 10.0);
    if let Some(one) = place(ONES, word) {
        return Some(one as f64);
    }
    match word.split_once('-') {
        Some((ten, one)) => Some(tens(ten)? + place(ONES, one).filter(|one| *one < 10)? as f64),
        None => tens(word),
    }
}
