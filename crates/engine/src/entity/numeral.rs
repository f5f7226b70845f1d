//! [`numeral`]: "7.2 billion", "thirty-five", "2 1/2", "half a million" and the like.

use super::decimal::Decimal;
use super::reach::{Reach, one_of};
use crate::lexicon::money;
use crate::token::TokenKind;

/// A number as written, or a range of two.
#[derive(Clone, Copy)]
pub(super) struct Numeral {
    /// One past its last token.
    pub(super) end: usize,
    /// What it comes to, where it is exact. A range has none.
    pub(super) value: Option<Decimal>,
    /// The end of a range.
    pub(super) last: Option<Decimal>,
    /// The power it is counted in: the million of "5 million".
    power: i64,
}

impl Numeral {
    /// The range that ends with this number.
    pub(super) fn as_end(self) -> Self {
        Self { value: None, last: self.value, ..self }
    }

    /// Whether its last word is a power, which "of" can follow: "hundreds of millions".
    pub(super) fn is_power(&self, reach: &Reach) -> bool {
        self.power > 1 && magnitude(reach.before(self.end)).is_some()
    }
}

/// Most tokens of one number.
const LONGEST: usize = 8;

/// Reads the number that starts at token `at`.
pub(super) fn numeral(reach: &Reach, at: usize) -> Option<Numeral> {
    if reach.any(at, &["minus"]) {
        let found = plain(reach, at + 1)?;
        return Some(Numeral { value: found.value.map(Decimal::negative), ..found });
    }
    plain(reach, at)
}

fn plain(reach: &Reach, at: usize) -> Option<Numeral> {
    const VAGUE: &[&str] = &["a", "an", "half", "several", "few", "many", "some"];
    if reach.any(at, VAGUE) || is_many(reach, at) {
        return vague(reach, at);
    }
    if reach.is(at, TokenKind::Number) { in_digits(reach, at) } else { in_words(reach, at) }
}

/// "1,000", "50 000", "2 1/2", "7.2 billion", "600-plus".
fn in_digits(reach: &Reach, at: usize) -> Option<Numeral> {
    let mut value = Decimal::read(reach.word(at));
    // "10:30" and "3rd" are numbers too, but no amounts.
    value?;
    let mut end = at + 1;
    let is_group = |at: usize| {
        let word = reach.word(at);
        word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit()) && !reach.touches(at)
    };
    if reach.word(at).len() <= 3 && !reach.word(at).contains(['.', ',']) {
        while is_group(end) && end < at + LONGEST {
            let group = Decimal::read(reach.word(end));
            let shifted = value.and_then(|value| value.times(Decimal::whole(1000)));
            value = shifted.zip(group).and_then(|(value, group)| value.plus(group));
            end += 1;
        }
    }
    if let Some((half, after)) = fraction(reach, end) {
        value = value.and_then(|value| value.plus(half));
        end = after;
    }
    let plus = usize::from(reach.word(end) == "-" && reach.any(end + 1, &["plus"]));
    end += 2 * plus;
    let joined = usize::from(reach.word(end) == "-" && reach.touches(end + 1));
    let (after, power) = powers(reach, end + joined)
        .filter(|_| joined == 0 || reach.touches(end))
        .unwrap_or((end, 1));
    let value = value.and_then(|value| value.times(Decimal::whole(power)));
    Some(Numeral { end: after, value: value.filter(|_| plus == 0), last: None, power })
}

/// "1/2" or "½" at `at`, in tenths or finer, and where it ends.
fn fraction(reach: &Reach, at: usize) -> Option<(Decimal, usize)> {
    let hundredths = |of: &str, to: &str| match (of, to) {
        ("1", "2") => Some(50),
        ("1", "4") => Some(25),
        ("3", "4") => Some(75),
        _ => None,
    };
    match reach.word(at) {
        "½" => return Some((Decimal::hundredths(50), at + 1)),
        "¼" => return Some((Decimal::hundredths(25), at + 1)),
        "¾" => return Some((Decimal::hundredths(75), at + 1)),
        _ => {}
    }
    let is_slash = reach.word(at + 1) == "/" && reach.touches(at + 1) && reach.touches(at + 2);
    let part = hundredths(reach.word(at), reach.word(at + 2)).filter(|_| is_slash)?;
    Some((Decimal::hundredths(part), at + 3))
}

/// "two", "thirty-five", "two hundred and five thousand", "three and a half million".
fn in_words(reach: &Reach, at: usize) -> Option<Numeral> {
    let (mut total, mut part) = (0i64, None::<i64>);
    let (mut end, mut largest) = (at, 1i64);
    while end < at + LONGEST {
        let word = reach.word(end);
        if let Some(number) = spelled(word) {
            part = Some(part.unwrap_or(0).checked_add(number)?);
        } else if let Some(factor) = magnitude(word).filter(|_| word.len() > 4) {
            // "million" alone counts nothing; "hundreds" and "millions" are vague.
            let value = part.filter(|_| end > at)?.checked_mul(factor)?;
            largest = largest.max(factor);
            (total, part) = match factor {
                1000.. => (total.checked_add(value)?, None),
                _ => (total, Some(value)),
            };
        } else if !(end > at
            && word == "and"
            && spelled(reach.word(end + 1)).is_some()
            && largest > 1)
        {
            break;
        }
        end += 1;
    }
    if end == at {
        return None;
    }
    let mut value = Decimal::whole(total.checked_add(part.unwrap_or(0))?);
    let half =
        ["and", "a", "half"].iter().enumerate().all(|(skip, it)| reach.any(end + skip, &[it]));
    if let (true, Some((after, power))) = (half, powers(reach, end + 3)) {
        value = value.plus(Decimal::hundredths(50))?.times(Decimal::whole(power))?;
        return Some(Numeral { end: after, value: Some(value), last: None, power });
    }
    Some(Numeral { end, value: Some(value), last: None, power: largest })
}

/// "tens of", "dozens of", "hundreds of", "millions of".
fn is_many(reach: &Reach, at: usize) -> bool {
    const MANY: &[&str] =
        &["tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"];
    reach.any(at, MANY)
}

/// "a million", "half a dozen", "several hundred", "tens of billions": no exact value but for "a".
fn vague(reach: &Reach, at: usize) -> Option<Numeral> {
    let mut end = at + usize::from(reach.any(at, &["a"]) && reach.any(at + 1, &["few"]));
    let is_half = reach.any(at, &["half"]);
    end += 1;
    end += usize::from(reach.any(end, &["a", "of"]));
    let (last, power) = match powers(reach, end).filter(|(_, power)| *power >= 12) {
        Some(powers) => powers,
        None if is_many(reach, at) && reach.any(end - 1, &["of"]) => (end - 1, 1),
        None => return None,
    };
    let exact = match () {
        () if is_half => Decimal::whole(power).times(Decimal::hundredths(50)),
        () if end == at + 1 && reach.any(at, &["a"]) => Some(Decimal::whole(power)),
        () => None,
    };
    Some(Numeral { end: last, value: exact, last: None, power })
}

/// "million", "hundred million", "lakh crore" at `at`: where they end and what they come to.
fn powers(reach: &Reach, at: usize) -> Option<(usize, i64)> {
    let (mut end, mut power) = (at, 1i64);
    while end < at + 3 {
        let Some(factor) = magnitude(reach.word(end)) else { break };
        power = power.checked_mul(factor)?;
        end += 1;
        end += usize::from(reach.any(end, &["of"]) && magnitude(reach.word(end + 1)).is_some());
    }
    (end > at).then_some((end, power))
}

/// What a word for a power multiplies by.
pub(super) fn magnitude(word: &str) -> Option<i64> {
    let plural = word.strip_suffix('s').unwrap_or(word);
    Some(match word {
        "k" | "K" => 1000,
        "m" | "M" | "mn" | "mln" | "mil" | "Mil" | "Mn" | "MN" => 1_000_000,
        "b" | "B" | "bn" | "bln" | "bil" | "Bn" | "BN" => 1_000_000_000,
        "tn" | "trn" => 1_000_000_000_000,
        _ if one_of(plural, &["dozen"]) => 12,
        _ if one_of(plural, &["hundred"]) => 100,
        _ if one_of(plural, &["thousand"]) => 1000,
        _ if one_of(plural, &["lakh", "lac"]) => 100_000,
        _ if one_of(plural, &["million"]) => 1_000_000,
        _ if one_of(plural, &["crore"]) => 10_000_000,
        _ if one_of(plural, &["billion"]) => 1_000_000_000,
        _ if one_of(plural, &["trillion"]) => 1_000_000_000_000,
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
pub(super) fn spelled(word: &str) -> Option<i64> {
    let place =
        |list: &[&str], word: &str| list.iter().position(|one| one.eq_ignore_ascii_case(word));
    let tens = |word: &str| place(TENS, word).map(|index| (index as i64 + 2) * 10);
    if let Some(one) = place(ONES, word) {
        return Some(one as i64);
    }
    match word.split_once('-') {
        Some((ten, one)) => Some(tens(ten)? + place(ONES, one).filter(|one| *one < 10)? as i64),
        None => tens(word),
    }
}

/// `first`, or the range that it opens: "5 to 10", "5-10", "$5 million to $10 million". A power at
/// the end counts for both: "5 to 10 million".
pub(super) fn range_end(reach: &Reach, first: &Numeral) -> Numeral {
    let link = first.end;
    let is_link = reach.any(link, &["to", "or"]) || matches!(reach.word(link), "-" | "–");
    let skip = usize::from(money::sign(reach.word(link + 1)).is_some());
    match is_link.then(|| numeral(reach, link + 1 + skip)).flatten() {
        Some(last) if reach.is(link + 1 + skip, TokenKind::Number) || skip == 0 => last.as_end(),
        _ => *first,
    }
}

/// The two ends of a range as they are meant: of "5 to 10 million" both are millions.
pub(super) fn ends(first: &Numeral, last: &Numeral) -> Option<(Decimal, Decimal)> {
    let (from, to) = (first.value?, last.last?);
    let is_bare = first.power == 1 && last.power > 1;
    let from = if is_bare { from.times(Decimal::whole(last.power))? } else { from };
    Some((from, to))
}
