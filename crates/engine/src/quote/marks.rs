//! [`passages`]: which quotation marks belong together.
//!
//! One pass over the characters of each block with a stack of open marks. The shape of a mark and
//! its two neighbours say whether it can open, can close, or is an apostrophe, a foot or an inch.
//! A passage never outlives its block, unless the next block opens again with the same mark (the
//! way newspapers carry a quotation over paragraphs) or closes what this one left open.
//!
//! It refuses to guess who speaks, and whether anybody does.

mod low;
mod unmarked;

use galley_text::{Block, BlockKind, Span};

use low::Low;
use unmarked::{carried, cited, forgotten, is_turned, unopened};

/// Text between two quotation marks of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Passage {
    /// With its marks.
    pub(crate) span: Span,
    /// Without them.
    pub(crate) inner: Span,
    /// How many passages it lies in.
    pub(crate) depth: u8,
    /// What its marks are.
    pub(crate) style: Style,
    /// What ends it.
    pub(crate) end: End,
    /// Whether it takes up what the block before left open.
    pub(crate) resumes: bool,
}

/// A family of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// “ ” and ", the straight mark.
    Double,
    /// ‘ ’ and the straight '.
    Single,
    /// „ “
    Low,
    /// ‚ ‘
    LowSingle,
    /// « » and » «, ‹ ›
    Guillemet,
    /// 「」『』《》〈〉
    Corner,
}

impl Style {
    /// How many there are.
    const ALL: usize = Style::Corner as usize + 1;

    /// Whether its marks look like an apostrophe or a comma, and are no marks where one is missing.
    fn is_single(self) -> bool {
        matches!(self, Style::Single | Style::LowSingle)
    }
}

/// What ends a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Its closing mark.
    Mark,
    /// The end of its block; the next block goes on.
    Carried,
    /// The end of its block, for want of a closing mark.
    Missing,
}

/// Marks open at once. More is noise: a deeper mark is ignored.
const MAX_DEPTH: usize = 6;

/// The passages of `text`, by start; an outer one before those inside it. `blocks` are the text's
/// own. Takes time in proportion to the text.
pub(crate) fn passages(text: &str, blocks: &[Block]) -> Vec<Passage> {
    let mut out = Vec::new();
    let mut carried: Option<Style> = None;
    for (i, block) in blocks.iter().enumerate() {
        let next = blocks.get(i + 1).map_or("", |next| next.span.of(text));
        carried = read_block(text, *block, next, carried, &mut out);
    }
    out
}

/// A mark of the text, as its neighbours allow it to be read.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: Span,
    style: Style,
    opens: bool,
    closes: bool,
}

/// Reads one block and returns the style of the passage it leaves to the next.
fn read_block(
    text: &str,
    Block { span: block, kind }: Block,
    next: &str,
    carried: Option<Style>,
    out: &mut Vec<Passage>,
) -> Option<Style> {
    let first = out.len();
    let marks = marks(text, block);
    let mut open: Vec<Passage> = Vec::new();
    if let Some(style) = carried.filter(|style| closes_unopened(&marks, *style)) {
        // The block before was left open and this one closes it without opening again.
        open.push(opened(Span::new(block.start(), block.start()), style, 0, true));
        if let Some(before) = out.iter_mut().rev().find(|passage| passage.depth == 0) {
            before.end = End::Carried;
        }
    }
    let ahead = Ahead::new(&marks);
    // Behind the last closing mark.
    let mut floor = block.start();
    for (i, mark) in marks.iter().enumerate() {
        let partner = open.iter().rposition(|passage| passage.style == mark.style);
        match partner {
            Some(_) if ahead.is_inch(text, *mark, i) => {}
            Some(at) if mark.closes || is_turned(text, mark.at, block.end()) => {
                close(text, &mut open, at, mark.at, out);
                floor = mark.at.end();
            }
            None if mark.closes && !mark.opens && open.is_empty() => {
                unopened(text, floor, *mark, out);
                floor = mark.at.end();
            }
            _ if mark.opens && open.len() < MAX_DEPTH => {
                if let Some(at) = partner.filter(|_| !ahead.closes_both(i)) {
                    abandon(text, &mut open, at, mark.at.start(), out);
                }
                let resumes = carried == Some(mark.style) && mark.at.start() == block.start();
                open.push(opened(mark.at, mark.style, open.len(), resumes));
            }
            _ => {}
        }
    }
    let left = finish(text, block, next, &open, out);
    let opens = out[first..].iter().any(|passage| passage.span.start() == block.start());
    if out.len() == first || kind == BlockKind::Quotation && !opens && left.is_none() {
        let cited = cited(text, block, kind);
        // What is in quotation marks there is quoted by whoever says all of it.
        out[first..].iter_mut().for_each(|passage| passage.depth += u8::from(cited.is_some()));
        out.extend(cited);
    }
    out[first..].sort_by_key(|passage| (passage.span.start(), passage.depth));
    left
}

fn opened(at: Span, style: Style, depth: usize, resumes: bool) -> Passage {
    let inner = Span::new(at.end(), at.end());
    Passage { span: at, inner, depth: depth as u8, style, end: End::Mark, resumes }
}

/// Closes the passage at `at` of the stack; those inside it that never closed are given up.
fn close(text: &str, open: &mut Vec<Passage>, at: usize, mark: Span, out: &mut Vec<Passage>) {
    let passage = open[at];
    open.truncate(at);
    let inner = Span::new(passage.inner.start(), mark.start());
    if !inner.trimmed(text).is_empty() {
        out.push(Passage { span: passage.span.cover(mark), inner, ..passage });
    }
}

/// Ends the passage at `at` before the mark that shows its own closing mark to be missing.
fn abandon(text: &str, open: &mut Vec<Passage>, at: usize, end: usize, out: &mut Vec<Passage>) {
    let passage = open[at];
    open.truncate(at);
    push_to(text, passage, end, End::Missing, out);
}

fn push_to(text: &str, passage: Passage, end: usize, why: End, out: &mut Vec<Passage>) {
    let inner = Span::new(passage.inner.start(), end).trimmed(text);
    if passage.style.is_single() || inner.is_empty() {
        return;
    }
    // What the next block takes up may well tell of what others said.
    let forgotten = match why {
        End::Missing => forgotten(inner.of(text)),
        _ => carried(inner.of(text)),
    };
    let (inner, why) = match forgotten {
        Some(length) => (Span::new(inner.start(), inner.start() + length), End::Missing),
        None => (inner, why),
    };
    out.push(Passage { span: passage.span.cover(inner), inner, end: why, ..passage });
}

/// Ends what the block leaves open. Only the outermost passage can go on in the next block.
fn finish(
    text: &str,
    block: Span,
    next: &str,
    open: &[Passage],
    out: &mut Vec<Passage>,
) -> Option<Style> {
    let outer = *open.first()?;
    let reopens = next.chars().next().is_some_and(|c| shape(c) == Some((outer.style, Turn::Open)))
        || (outer.style == Style::Double && next.starts_with('"'));
    if outer.style.is_single() {
        // A single mark that never closes is an apostrophe, unless the next block takes it up.
        let inner = Span::new(outer.inner.start(), block.end());
        if !reopens || inner.is_empty() {
            return None;
        }
        out.push(Passage { span: outer.span.cover(inner), inner, end: End::Carried, ..outer });
        return Some(outer.style);
    }
    let end = if reopens { End::Carried } else { End::Missing };
    push_to(text, outer, block.end(), end, out);
    let goes_on = out.last().is_some_and(|passage| passage.span.end() == block.end());
    goes_on.then_some(outer.style)
}

fn closes_unopened(marks: &[Mark], style: Style) -> bool {
    marks.iter().find(|mark| mark.style == style).is_some_and(|mark| mark.closes && !mark.opens)
}

/// Which way a mark turns by its shape alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
    Either,
}

fn shape(c: char) -> Option<(Style, Turn)> {
    Some(match c {
        '“' | '‟' | '〝' => (Style::Double, Turn::Open),
        '”' | '〞' => (Style::Double, Turn::Close),
        '"' | '＂' => (Style::Double, Turn::Either),
        '‘' | '‛' => (Style::Single, Turn::Open),
        '’' => (Style::Single, Turn::Close),
        '\'' | '`' => (Style::Single, Turn::Either),
        '„' => (Style::Low, Turn::Open),
        '‚' => (Style::LowSingle, Turn::Open),
        '«' | '»' | '‹' | '›' => (Style::Guillemet, Turn::Either),
        '「' | '『' | '《' | '〈' => (Style::Corner, Turn::Open),
        '」' | '』' | '》' | '〉' => (Style::Corner, Turn::Close),
        _ => return None,
    })
}

/// The marks of a block that can open or close something, in order.
fn marks(text: &str, block: Span) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::new();
    let mut low = Low::default();
    let mut skip_to = block.start();
    for (i, c) in block.of(text).char_indices() {
        let start = block.start() + i;
        let Some((style, turn)) = shape(c).filter(|_| start >= skip_to) else { continue };
        let mut at = Span::new(start, start + c.len_utf8());
        let mut style = style;
        if let Some(double) = doubled(text, at, c) {
            (at, style) = (double, Style::Double);
            skip_to = at.end();
        }
        let before = text[block.start()..at.start()].chars().next_back();
        let after = text[at.end()..block.end()].chars().next();
        // A mark with an accent on it, or behind a joiner, is no mark.
        let plain = |c: Option<char>| c.is_none_or(|c| c.is_ascii());
        if !(plain(before) && plain(after)) && at.on_graphemes(text) != at {
            continue;
        }
        let mark = judged(at, style, turn, before, after);
        let is_single = style == Style::Single;
        // Some have ‚ in the place of a comma.
        let is_comma = style == Style::LowSingle && !mark.opens;
        if is_comma
            || (is_single && is_apostrophe(text, at, block, before, after))
            || (is_single && low.is_apostrophe(c))
        {
            continue;
        }
        low.open(style, block.of(text));
        let closed = low.close(c, style);
        let closing = |style| Mark { style, opens: false, closes: true, ..mark };
        out.push(closed.map_or(mark, closing));
    }
    out
}

/// Two single marks in a row that stand for a double one: ``like this''.
fn doubled(text: &str, at: Span, c: char) -> Option<Span> {
    let twice = matches!(c, '\'' | '`' | '‘' | '’') && text[at.end()..].starts_with(c);
    let thrice = twice && text[at.end() + c.len_utf8()..].starts_with(c);
    (twice && !thrice).then(|| Span::new(at.start(), at.end() + c.len_utf8()))
}

fn judged(at: Span, style: Style, turn: Turn, before: Option<char>, after: Option<char>) -> Mark {
    let starts = before.is_none_or(|c| c.is_whitespace() || is_opening(c));
    let ends = after.is_none_or(|c| c.is_whitespace() || is_closing(c));
    let (opens, closes) = match (turn, style) {
        (_, Style::Corner) => (turn == Turn::Open, turn == Turn::Close),
        // A closing shape at the start of a word is how Swedish and hasty typing open.
        (Turn::Close, _) => (starts && !ends && style == Style::Double, true),
        (Turn::Open, Style::LowSingle) => (starts && !ends, false),
        (Turn::Open, _) => (true, ends && !starts),
        (Turn::Either, Style::Single) => (starts && !ends, !starts || ends),
        (Turn::Either, _) if starts != ends => (starts, ends),
        (Turn::Either, _) => (true, true),
    };
    Mark { at, style, opens, closes }
}

fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '¿' | '¡' | '…')
        || shape(c).is_some_and(|(_, turn)| turn != Turn::Close)
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '-' | '–' | '—' | '/' | '.' | ',' | ';' | ':' | '!' | '?' | '…')
        || shape(c).is_some_and(|(_, turn)| turn != Turn::Open)
}

/// Words that begin with an apostrophe.
const ELISIONS: &[&str] =
    &["em", "til", "tis", "twas", "cause", "n", "bout", "round", "neath", "s", "re", "ll", "ve"];

/// Whether a single mark is part of a word or of a measure: don’t, ’90s, 6', the workers’ union.
fn is_apostrophe(
    text: &str,
    at: Span,
    block: Span,
    before: Option<char>,
    after: Option<char>,
) -> bool {
    let inside =
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    if inside || before.is_some_and(|c| c.is_ascii_digit()) {
        return true;
    }
    let word: String =
        text[at.end()..block.end()].chars().take(6).take_while(|c| c.is_alphanumeric()).collect();
    let starts = before.is_none_or(|c| c.is_whitespace() || is_opening(c));
    let year = word.len() >= 2 && word.bytes().take(2).all(|b| b.is_ascii_digit());
    if starts && (ELISIONS.contains(&word.to_lowercase().as_str()) || (year && word.len() <= 3)) {
        return true;
    }
    // A plural's possessive: the mark follows an s and the noun goes on in small letters.
    let mut rest = text[at.end()..block.end()].chars();
    before == Some('s')
        && rest.next() == Some(' ')
        && rest.next().is_some_and(char::is_lowercase)
        && closes_later(&text[at.end()..block.end()])
}

/// Whether a single closing mark that nothing but an end of speech explains comes soon.
fn closes_later(rest: &str) -> bool {
    let mut before = ' ';
    for c in rest.chars().take(400) {
        match shape(c) {
            Some((Style::Single, Turn::Open)) => return false,
            Some((Style::Single, _)) if matches!(before, '.' | ',' | '!' | '?') => return true,
            _ => before = c,
        }
    }
    false
}

/// What follows each mark of a block among the marks of its style.
struct Ahead {
    /// Whether the next one closes, and does not open.
    next_closes: Vec<bool>,
    /// Closings less openings still to come.
    surplus: Vec<i64>,
}

impl Ahead {
    fn new(marks: &[Mark]) -> Self {
        let (mut next, mut later) = ([false; Style::ALL], [0_i64; Style::ALL]);
        let mut ahead =
            Self { next_closes: vec![false; marks.len()], surplus: vec![0; marks.len()] };
        for (i, mark) in marks.iter().enumerate().rev() {
            let style = mark.style as usize;
            (ahead.next_closes[i], ahead.surplus[i]) = (next[style], later[style]);
            next[style] = mark.closes && !mark.opens;
            later[style] += i64::from(mark.closes) - i64::from(mark.opens);
        }
        ahead
    }

    /// Whether an opening inside an open passage of its style leaves a closing for both.
    fn closes_both(&self, i: usize) -> bool {
        self.surplus[i] >= 2
    }

    /// Whether the mark at `i`, after a digit, is an inch: the passage that is open closes later.
    fn is_inch(&self, text: &str, mark: Mark, i: usize) -> bool {
        mark.style == Style::Double
            && self.next_closes[i]
            && text[..mark.at.start()].ends_with(|c: char| c.is_ascii_digit())
            && text[mark.at.end()..].trim_start().starts_with(char::is_lowercase)
    }
}

#[cfg(test)]
mod tests;
