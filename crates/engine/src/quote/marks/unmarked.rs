//! Passages that lack a mark, or have another sign in its place.

use galley_text::Span;

use super::{End, Mark, Passage, Style, opened};
use crate::lexicon::speech;

/// How far behind a closing mark a verb of speech is looked for, in characters.
const REACH: usize = 80;

/// "We sail,” Lund said.": the opening mark was forgotten, and the words begin with their sentence,
/// which is all after `from` where that has no other.
pub(super) fn unopened(text: &str, from: usize, mark: Mark, out: &mut Vec<Passage>) {
    let before = &text[from..mark.at.start()];
    if mark.style != Style::Double || !before.ends_with([',', '.', '!', '?']) {
        return;
    }
    // A closing mark alone may be a slip; with a verb of speech behind it, it is not.
    let near = text[mark.at.end()..].chars().take(REACH).take_while(|c| *c != '\n');
    let near: String = near.collect();
    let mut words = near.split_whitespace().take(7);
    if !words.any(|word| speech::is_reporting(word.trim_end_matches(['.', ',', ':']))) {
        return;
    }
    let ends = |(at, _): &(usize, &str)| before[at + 1..].starts_with(' ');
    let stop = before.rmatch_indices(['.', '!', '?']).find(ends);
    let start = stop.map_or(from, |(at, stop)| from + at + stop.len());
    let inner = Span::new(start, mark.at.start()).trimmed(text);
    if inner.of(text).split_whitespace().count() > 2 {
        let span = inner.cover(mark.at);
        let passage = opened(span, mark.style, 0, false);
        out.push(Passage { inner, end: End::Missing, ..passage });
    }
}

/// "“We sail, “Lund said.": a mark that looks like an opening one stands where the words end and a short
/// attribution is all that follows, up to `end`.
pub(super) fn is_turned(text: &str, mark: Span, end: usize) -> bool {
    let near: String = text[mark.end()..end].chars().take(REACH).collect();
    let Some((after, _)) = near.split_once(['.', ':']) else { return false };
    let mut words = after.split_whitespace();
    text[..mark.start()].trim_end().ends_with([',', '?', '!'])
        && words.clone().count() <= 4
        && !after.contains(['“', '”', '"', ','])
        && words.any(speech::is_reporting)
}

/// A block behind the ">" that letters and plain text quote with.
pub(super) fn cited(text: &str, block: Span) -> Option<Passage> {
    let span = block.trimmed(text);
    let rest = span.of(text).strip_prefix('>')?;
    let inner = Span::new(span.end() - rest.len(), span.end()).trimmed(text);
    let passage = opened(span, Style::Double, 0, false);
    (inner.of(text).contains(' ')).then_some(Passage { inner, ..passage })
}
