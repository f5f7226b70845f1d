//! [`continued`]: which lines of a text go on with the paragraph above them.

use std::ops::{Range, RangeInclusive};

use crate::Span;

/// The width in characters that a hand-wrapped text keeps to, and the least that most of its
/// lines reach.
const WRAP: RangeInclusive<usize> = 45..=100;

/// The least that full lines of a column reach.
const COLUMN: usize = 25;

/// For each of `lines`, which are trimmed, whether it belongs to the paragraph of the one above: where
/// the whole text, or the lines around it, were broken by hand, and where a word is parted.
pub(crate) fn continued(text: &str, lines: &[Span]) -> Vec<bool> {
    let lines: Vec<Line> = lines.iter().map(|line| Line::read(line.of(text))).collect();
    if is_hard_wrapped(&lines) {
        return above(&lines, |above, line| above.width > 0 && line.width > 0);
    }
    let mut out = above(&lines, |above, line| above.is_cut && line.opens != Opening::Other);
    for paragraph in paragraphs(&lines) {
        if is_broken(&lines[paragraph.clone()]) {
            out[paragraph.start + 1..paragraph.end].fill(true);
        }
    }
    out
}

/// Whether `holds` for each line and the one above.
fn above(lines: &[Line], holds: impl Fn(&Line, &Line) -> bool) -> Vec<bool> {
    let below = lines.windows(2).map(|pair| holds(&pair[0], &pair[1]));
    lines.first().map(|_| false).into_iter().chain(below).collect()
}

/// What a line shows of whether it is whole.
struct Line {
    /// In characters.
    width: usize,
    /// Whether it ends as a sentence may.
    is_closed: bool,
    /// Whether it ends with a hyphen behind a letter.
    is_cut: bool,
    opens: Opening,
}

/// What a line opens with.
#[derive(PartialEq, Eq)]
enum Opening {
    Small,
    Letter,
    Other,
}

impl Line {
    fn read(line: &str) -> Self {
        let is_closer = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
        let ends = line.trim_end_matches(is_closer).chars().next_back();
        let parted = line.strip_suffix(['-', '\u{2010}', '\u{ad}']).unwrap_or("");
        Self {
            width: line.chars().count(),
            is_closed: ends.is_some_and(|c| ".!?:;…。！？".contains(c)),
            is_cut: parted.ends_with(char::is_alphabetic),
            opens: match line.chars().next() {
                Some(c) if c.is_lowercase() => Opening::Small,
                Some(c) if c.is_alphabetic() => Opening::Letter,
                _ => Opening::Other,
            },
        }
    }
}

/// Whether line ends stand inside paragraphs throughout: no line is long, and most lines that have a
/// neighbour below are nearly full.
fn is_hard_wrapped(lines: &[Line]) -> bool {
    if lines.iter().any(|line| line.width > *WRAP.end()) {
        return false;
    }
    let followed = lines.windows(2).filter(|pair| pair[0].width > 0 && pair[1].width > 0);
    let count =
        |(full, all), pair: &[Line]| (full + usize::from(pair[0].width >= *WRAP.start()), all + 1);
    let (full, all) = followed.fold((0, 0), count);
    all >= 3 && full * 10 >= all * 7
}

/// What may be a paragraph in several lines each: none is empty or long, and one that ends as a
/// sentence does, short of the line above, is its last.
fn paragraphs(lines: &[Line]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, line) in lines.iter().enumerate() {
        let fits = (1..=*WRAP.end()).contains(&line.width);
        match out.last_mut().filter(|_| goes_on && fits) {
            Some(last) => last.end = at + 1,
            None => out.push(at..at + 1),
        }
        let is_short = at.checked_sub(1).is_some_and(|at| line.width * 4 < lines[at].width * 3);
        goes_on = fits && !(line.is_closed && is_short);
    }
    out
}

/// Whether `lines` were one paragraph before somebody broke it: all but the last are wide enough, most end
/// before their sentence does, and half of what follows those opens with a small letter.
fn is_broken(lines: &[Line]) -> bool {
    let Some((last, full)) = lines.split_last() else { return false };
    let open: Vec<usize> = (0..full.len()).filter(|at| !full[*at].is_closed).collect();
    let is_small = |at: &&usize| lines[**at + 1].opens == Opening::Small;
    let small = open.iter().filter(is_small).count();
    full.iter().all(|line| line.width >= COLUMN)
        && open.len() * 3 >= full.len() * 2
        && small > 0
        && small * 2 >= open.len()
        && (full.len() > 1 || last.is_closed)
}
