//! Where quoted words stand in a text: by line and number, so that a person can count them.

use galley_text::Span;

/// Which of the places where its words stand a finding means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `@7#2`: the second on line 7; without a number they stand once on that line.
    Line(usize, Option<usize>),
    /// `#2`: the second of all.
    Nth(usize),
    /// `*`: every one that no other name holds.
    Every,
}

/// Words, and the places that follow them.
pub(super) fn split(line: &str) -> (&str, Vec<Place>) {
    let (mut words, mut places) = (line, Vec::new());
    while let Some((before, last)) = words.rsplit_once(' ') {
        let Some(place) = place(last) else { break };
        places.insert(0, place);
        words = before.trim_end();
    }
    (words, places)
}

fn place(mark: &str) -> Option<Place> {
    if mark == "*" {
        return Some(Place::Every);
    }
    if let Some(number) = mark.strip_prefix('#') {
        return number.parse().ok().map(Place::Nth);
    }
    let rest = mark.strip_prefix('@')?;
    match rest.split_once('#') {
        Some((line, nth)) => Some(Place::Line(line.parse().ok()?, Some(nth.parse().ok()?))),
        None => Some(Place::Line(rest.parse().ok()?, None)),
    }
}

/// Every place in `within` where `words` stand and are no part of longer words, in order.
pub(super) fn all(text: &str, within: Span, words: &str) -> Vec<Span> {
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let starts_inside = is_part(words.chars().next());
    let ends_inside = is_part(words.chars().next_back());
    let found = within.of(text).match_indices(words).map(|(at, _)| {
        let start = within.start() + at;
        Span::new(start, start + words.len())
    });
    let is_cut = |span: &Span| {
        (starts_inside && is_part(text[..span.start()].chars().next_back()))
            || (ends_inside && is_part(text[span.end()..].chars().next()))
    };
    found.filter(|span| !is_cut(span)).collect()
}

/// The one place in `within` that `nth` means.
pub(super) fn one(
    text: &str,
    within: Span,
    words: &str,
    nth: Option<usize>,
) -> Result<Span, String> {
    let all = all(text, within, words);
    match (all.as_slice(), nth) {
        ([], _) => Err(format!("“{words}” does not stand there")),
        ([only], None) => Ok(*only),
        (many, None) => Err(format!("“{words}” stands there {} times: say which", many.len())),
        (many, Some(nth)) => nth
            .checked_sub(1)
            .and_then(|index| many.get(index).copied())
            .ok_or_else(|| format!("“{words}” stands there {} times, not {nth}", many.len())),
    }
}

/// The place that begins with the words before ` … ` and ends with the first after it, or that of
/// plain words.
pub(super) fn stretch(
    text: &str,
    within: Span,
    words: &str,
    nth: Option<usize>,
) -> Result<Span, String> {
    let Some((first, last)) = words.split_once(" … ") else {
        return one(text, within, words, nth);
    };
    let start = one(text, within, first, nth)?;
    let rest = Span::new(start.end(), within.end());
    match all(text, rest, last).first() {
        Some(end) => Ok(start.cover(*end)),
        None => Err(format!("“{last}” does not follow “{first}”")),
    }
}

/// Line `number` of the text, from 1.
pub(super) fn line(text: &str, number: usize) -> Result<Span, String> {
    let mut start = 0;
    for (index, line) in (1..).zip(text.split('\n')) {
        if index == number {
            return Ok(Span::new(start, start + line.len()));
        }
        start += line.len() + 1;
    }
    Err(format!("the text has no line {number}"))
}
