//! [`day`]: the day an article was written, where it says so itself.
//!
//! Only what can hardly mean another day counts: a line near the top that is a date and little
//! else ("Published 12 May 2019"), a dateline with a whole date, a day in the article's own address.
//! A date in the running text is never taken for it.

use super::calendar::full_date;
use super::day::Day;
use crate::article::Article;
use crate::entity::reach::Reach;
use crate::token::TokenKind;

/// How many blocks from the top are looked at.
const TOP: usize = 8;
/// How many tokens of a block may come before its date.
const LEAD: usize = 14;

/// The day on which `article` was written.
pub(super) fn day(article: &Article) -> Option<Day> {
    let mut seen = None;
    let opening = article.sentences.iter().take_while(|sentence| sentence.block < TOP);
    for sentence in opening {
        if seen.replace(sentence.block) == Some(sentence.block) {
            continue;
        }
        let reach = Reach::new(article, sentence.tokens.clone());
        let start = sentence.tokens.start;
        let found = address(article, start)
            .or_else(|| date_line(&reach, start))
            .or_else(|| dateline(&reach, start));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// A block that opens with a label and a date ("Updated: 3 May 2019 at 10:15"), or is a date.
fn date_line(reach: &Reach, start: usize) -> Option<Day> {
    const LABELS: &[&str] = &[
        "published",
        "updated",
        "posted",
        "modified",
        "issued",
        "released",
        "filed",
        "date",
        "dated",
    ];
    let is_label = |at: &usize| reach.any(*at, LABELS);
    let label = (start..start + LEAD).find(is_label).filter(|label| {
        // "By Ann Lee | Published 3 May": only names and marks stand before a label.
        *label == start || (start..*label).all(|at| opens_line(reach, at))
    });
    let mut at = label.map_or(start, |label| label + 1);
    while label.is_some()
        && (reach.any(at, &["on", "at", "last"]) || is_label(&at) || is_mark(reach, at))
    {
        at += 1;
    }
    let (end, day) = full_date(reach, at)?;
    let rest = (end..end + LEAD).take_while(|at| !reach.word(*at).is_empty()).count();
    (label.is_some() || (at == start && rest <= 5 && is_time(reach, end, rest))).then_some(day)
}

/// Whether the rest of a line behind its date is only a time, or nothing.
fn is_time(reach: &Reach, end: usize, rest: usize) -> bool {
    let is_part = |at: usize| {
        let word = reach.word(at);
        reach.is(at, TokenKind::Number)
            || is_mark(reach, at)
            || matches!(
                word,
                "at" | "am" | "pm" | "a.m." | "p.m." | "AM" | "PM" | "GMT" | "UTC" | "EST" | "EDT"
            )
    };
    (end..end + rest).all(is_part)
}

fn is_mark(reach: &Reach, at: usize) -> bool {
    matches!(reach.word(at), ":" | "," | "|" | "-" | "–" | "—" | "." | "•" | "·" | "/")
}

/// Whether a token may stand before the label of a date line.
fn opens_line(reach: &Reach, at: usize) -> bool {
    is_mark(reach, at)
        || reach.any(at, &["by", "last", "first", "on"])
        || reach.word(at).starts_with(char::is_uppercase)
}

/// "NAIROBI, 5 March 2019 (Agency) —", "CAIRO – 25 July 2022:": the date of a dateline.
fn dateline(reach: &Reach, start: usize) -> Option<Day> {
    for at in start + 1..start + LEAD {
        let opens = matches!(reach.word(at - 1), "," | "-" | "–" | "—" | "(" | ":");
        if let Some((end, day)) = full_date(reach, at).filter(|_| opens) {
            let agency = match reach.word(end) {
                "(" => (end..end + 8).find(|at| reach.word(*at) == ")").map_or(end, |at| at + 1),
                "," => end + 1,
                _ => end,
            };
            let closes = matches!(reach.word(agency), "-" | "–" | "—" | "--" | ":" | "(");
            return closes.then_some(day);
        }
        let is_place = reach.word(at).starts_with(char::is_uppercase)
            || matches!(reach.word(at), "," | "-" | "–" | "—" | "(" | "&" | "/" | "and");
        if !is_place || !reach.word(start).starts_with(char::is_uppercase) {
            return None;
        }
    }
    None
}

/// A day in the web address that a block is: ".../2019/04/25/...", ".../2019-04-25-...".
fn address(article: &Article, at: usize) -> Option<Day> {
    let token = article.tokens.get(at).filter(|token| token.kind == TokenKind::Address)?;
    let text = token.span.of(article.text);
    let mut parts = text.split(|c: char| !c.is_ascii_digit());
    let (mut first, mut second) = (parts.next()?, parts.next()?);
    for third in parts {
        let is_day = first.len() == 4 && second.len() == 2 && third.len() == 2;
        let number = |part: &str| part.parse::<u32>().ok();
        let day = number(first).zip(number(second)).zip(number(third));
        let day = day.and_then(|((year, month), day)| Day::new(year as i32, month, day));
        if is_day && day.is_some_and(|day| (1900..2100).contains(&day.year)) {
            return day;
        }
        (first, second) = (second, third);
    }
    None
}
