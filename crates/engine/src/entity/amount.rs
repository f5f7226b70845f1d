//! Money, percentages and quantities: a number and what it counts.
//!
//! Values are the exact number as written with its unit behind or its currency before it: "USD
//! 7200000", "3.5%", "129 kilometer"; of a range both ends, "5% to 10%".

use super::Found;
use super::decimal::Decimal;
use super::numeral::{Numeral, ends, magnitude, numeral, range_end, spelled};
use super::reach::{Reach, one_of};
use crate::lexicon::{measure, money};
use crate::token::TokenKind;
use crate::{MentionKind, Rule};

/// Reads the amount that starts at token `at`.
pub(super) fn read(reach: &Reach, at: usize) -> Option<Found> {
    signed(reach, at)
        .or_else(|| counted(reach, at))
        .or_else(|| hyphened(reach, at))
        .or_else(|| halved(reach, at))
}

/// "half a percent"
fn halved(reach: &Reach, at: usize) -> Option<Found> {
    let is_half = reach.any(at, &["half"]) && reach.any(at + 1, &["a"]);
    let end = percent(reach, at + 2).filter(|_| is_half)?;
    let value = Some("0.5%".to_owned());
    Some(found(at, end, MentionKind::Percent, value, Rule::PercentUnit, 0.93))
}

/// A currency sign or code and then a number: "$5 million", "US$20", "N7.2 billion", "EUR 300".
fn signed(reach: &Reach, at: usize) -> Option<Found> {
    let (code, start) = sign(reach, at)?;
    let first = numeral(reach, start)?;
    let last = range_of_money(reach, &first, at);
    // "$300 million US dollars" says its currency twice.
    let named = money_noun(reach, last.end).map_or(last.end, |(_, end)| end);
    let value = value_of(&first, &last, |amount| format!("{code} {amount}"));
    Some(found(at, named, MentionKind::Money, value, Rule::MoneySign, 0.97))
}

/// The range that `first` opens. "$22 billion or 2 percent" is none.
fn range_of_money(reach: &Reach, first: &Numeral, at: usize) -> Numeral {
    let link = first.end;
    let is_range = is_dash(reach, link);
    let signed = sign(reach, link + 1).filter(|_| is_range);
    if let Some(second) = signed.and_then(|(_, start)| numeral(reach, start)) {
        return second.as_end();
    }
    let last = range_end(reach, first);
    let is_other = percent(reach, last.end).is_some()
        || measure::period(reach.word(last.end)).is_some()
        || (reach.any(link, &["or"]) && last.end > link && at < link);
    if is_other { *first } else { last }
}

fn is_dash(reach: &Reach, at: usize) -> bool {
    reach.any(at, &["to"]) || matches!(reach.word(at), "-" | "–")
}

/// The code of the currency whose sign stands at `at`, and where its number starts.
fn sign<'t>(reach: &Reach<'_, 't>, at: usize) -> Option<(&'t str, usize)> {
    let word = reach.word(at);
    if let Some(code) = money::sign(word) {
        return Some((code, at + 1));
    }
    if !reach.is(at, TokenKind::Word) {
        return None;
    }
    if money::sign(reach.word(at + 1)).is_some() && (reach.touches(at + 1) || word == "US") {
        return Some((money::lettered(word, reach.word(at + 1))?, at + 2));
    }
    if reach.any(at + 1, &["dollar", "dollars"]) && reach.is(at + 2, TokenKind::Number) {
        return Some((money::lettered(word, "$")?, at + 2));
    }
    let code = money::code(word)?;
    let number = reach.word(at + 1);
    let is_long = numeral(reach, at + 1).is_some_and(|found| found.end > at + 2);
    let is_amount = number.len() > 2 || is_long;
    let is_number = reach.is(at + 1, TokenKind::Number) && !number.contains(':');
    // "N 18.167988" is a point of the map.
    let is_place = number.len() > 7 && number.contains('.') && !number.contains(',');
    // "COP 27" and "SDG 15" are a conference and a goal.
    let is_sure = word.len() > 1 && !matches!(word, "COP" | "SDG");
    (is_number && !is_place && (is_amount || is_sure)).then_some((code, at + 1))
}

/// A number and then what it counts: "5 percent", "two million euros", "80 miles".
fn counted(reach: &Reach, at: usize) -> Option<Found> {
    let first = numeral(reach, at)?;
    let last = range_end(reach, &first);
    // "60% in 2006 to 36% in 2017": a year opens no range of amounts.
    let is_year = reach.word(at).len() == 4 && reach.before(at) == "in";
    if is_year && last.end > first.end {
        return None;
    }
    let hyphen = reach.word(last.end) == "-" && reach.touches(last.end + 1);
    // "tens of billions of dollars".
    let of = reach.any(last.end, &["of"]) && last.is_power(reach);
    let unit = last.end + usize::from(hyphen || of);
    if let Some(end) = percent(reach, unit) {
        let value = value_of(&first, &last, |amount| format!("{amount}%"));
        return Some(found(at, end, MentionKind::Percent, value, Rule::PercentUnit, 0.98));
    }
    let named = money_noun(reach, unit).or_else(|| powered_noun(reach, unit));
    let named = named.filter(|_| !is_weight(reach, unit) && !is_victory(reach, unit));
    if let Some((currency, end)) = named {
        let value = value_of(&first, &last, |amount| currency.write(amount));
        return Some(found(at, end, MentionKind::Money, value, Rule::MoneyNoun, 0.93));
    }
    let (name, length) = measure::unit(|skip| reach.word(unit + skip)).filter(|_| !of)?;
    let is_letter = reach.word(unit).len() == 1;
    // "5 m" is a length; "a m" and "five C" are not.
    if is_letter && !reach.is(last.end - 1, TokenKind::Number) {
        return None;
    }
    let value = value_of(&first, &last, |amount| format!("{amount} {name}"));
    Some(found(at, unit + length, MentionKind::Quantity, value, Rule::QuantityUnit, 0.93))
}

/// The value of a number, or both ends of a range, each as `write` has it.
fn value_of(first: &Numeral, last: &Numeral, write: impl Fn(Decimal) -> String) -> Option<String> {
    match last.last {
        Some(_) => ends(first, last).map(|(from, to)| format!("{} to {}", write(from), write(to))),
        None => last.value.map(write),
    }
}

/// "per cent", "percent", "%", "percentage points" at `at`: one past its end.
fn percent(reach: &Reach, at: usize) -> Option<usize> {
    let word = reach.word(at);
    if matches!(word, "%" | "pc" | "pct" | "pct." | "pp" | "٪") || one_of(word, &["percent"]) {
        return Some(at + 1);
    }
    if reach.any(at, &["per"]) && reach.any(at + 1, &["cent"]) {
        return Some(at + 2);
    }
    const ONE_WORD: &[&str] = &["percentage-point", "percentage-points", "per-cent", "percents"];
    if reach.any(at, ONE_WORD) {
        return Some(at + 1);
    }
    let points = reach.any(at, &["percentage"]) && reach.any(at + 1, &["point", "points"]);
    points.then_some(at + 2)
}

/// A currency by name, and how much of it one of the name is: a cent a hundredth.
#[derive(Clone, Copy)]
struct Currency {
    code: &'static str,
    one: Decimal,
}

impl Currency {
    fn write(self, amount: Decimal) -> String {
        match amount.times(self.one) {
            Some(amount) => format!("{} {amount}", self.code),
            None => self.code.to_owned(),
        }
    }
}

/// The currency named at `at`, perhaps after its country: "Zimbabwean dollars", "US dollars".
fn money_noun(reach: &Reach, at: usize) -> Option<(Currency, usize)> {
    let currency = |code, one| Currency { code, one };
    let one = Decimal::whole(1);
    let word = reach.word(at);
    if let Some(code) = money::hundredth(word) {
        return Some((currency(code, Decimal::hundredths(1)), at + 1));
    }
    if let Some(code) = money::noun(word).or_else(|| money::after(word)) {
        return Some((currency(code, one), at + 1));
    }
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let skip = (1..=2).find(|skip| money::noun(reach.word(at + skip)).is_some())?;
    let noun = reach.word(at + skip);
    let is_name = reach.word(at + skip - 1).starts_with(char::is_uppercase);
    let code = money::of_country(word, noun).or_else(|| money::noun(noun))?;
    is_name.then_some((currency(code, one), at + skip + 1))
}

/// "million-dollar" behind the digits of "30-million-dollar".
fn powered_noun(reach: &Reach, at: usize) -> Option<(Currency, usize)> {
    let (power, noun) = reach.word(at).split_once('-')?;
    let one = Decimal::whole(magnitude(power).filter(|power| *power >= 1000)?);
    Some((Currency { code: money::noun(noun)?, one }, at + 1))
}

/// "2 won": a victory, since no amount of that currency is so small.
fn is_victory(reach: &Reach, at: usize) -> bool {
    reach.word(at) == "won" && reach.before(at).len() < 3
}

/// "pounds of", "pound baby": weight and not money.
fn is_weight(reach: &Reach, at: usize) -> bool {
    let is_after_weight = reach.before(at) == "-" && !reach.any(at + 1, &["fine", "note", "deal"]);
    reach.any(at, &["pound", "pounds"]) && (reach.any(at + 1, &["of"]) || is_after_weight)
}

/// One word with hyphens: "billion-dollar", "five-mile", "six-foot", "30-million-dollar".
fn hyphened(reach: &Reach, at: usize) -> Option<Found> {
    let (number, unit) = reach.word(at).rsplit_once('-')?;
    if let Some(code) = money::noun(unit) {
        let last = number.rsplit('-').next().unwrap_or(number);
        const POWERS: &[&str] =
            &["hundred", "thousand", "million", "billion", "trillion", "crore", "lakh"];
        let is_amount = one_of(last, POWERS) || spelled(number).is_some();
        let value = spelled(number).map(|amount| format!("{code} {amount}"));
        return is_amount
            .then(|| found(at, at + 1, MentionKind::Money, value, Rule::MoneyNoun, 0.9));
    }
    let amount = spelled(number)?;
    let (name, _) = measure::unit(|skip| if skip == 0 { unit } else { "" })?;
    let value = Some(format!("{amount} {name}"));
    Some(found(at, at + 1, MentionKind::Quantity, value, Rule::QuantityUnit, 0.9))
}

fn found(
    from: usize,
    end: usize,
    kind: MentionKind,
    value: Option<String>,
    rule: Rule,
    confidence: f32,
) -> Found {
    Found { from, end, kind, value, rule, confidence }
}
