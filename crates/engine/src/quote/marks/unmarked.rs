//! Passages that lack a mark, or have another sign in its place.

use galley_text::{BlockKind, Span};

use super::{End, Mark, Passage, Style, opened};
use crate::lexicon::{abbreviation, speech};

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

/// Most sentences of a passage whose closing mark was forgotten: of those of PolNeAR train, 99.4 % have no more.
const SENTENCES: usize = 5;

/// Where the words end whose closing mark was forgotten, if not with all of `unclosed`: before the first
/// attribution ("One, he said."), or where so many sentences have ended that the mark was no mark.
pub(super) fn forgotten(unclosed: &str) -> Option<usize> {
    let attributed = clauses(unclosed).find(|end| attribution(&unclosed[*end..]).is_some());
    attributed.or_else(|| last_attribution(unclosed)).or_else(|| {
        let stops = unclosed.match_indices(['.', '?', '!']).map(|(at, _)| at + 1);
        stops.filter(|end| ends_sentence(unclosed, *end)).nth(SENTENCES - 1)
    })
}

/// The same where the next block opens with the same mark: it goes on with the words, unless an attribution
/// is a sentence's end ("One, Lund said.") or all that follows.
pub(super) fn carried(unclosed: &str) -> Option<usize> {
    let is_ended =
        |end: &usize| attribution(&unclosed[*end..]).is_some_and(|verb| verb.ends_with('.'));
    clauses(unclosed).find(is_ended).or_else(|| last_attribution(unclosed))
}

/// Behind each mark that may end the words before an attribution.
fn clauses(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices([',', '?', '!']).map(|(at, _)| at + 1)
}

/// The verb of speech among the next words, with nothing that makes it a clause of the words themselves:
/// "he said", "the mayor of Eastmoor said".
fn attribution(tail: &str) -> Option<&str> {
    let near = tail.char_indices().nth(REACH).map_or(tail, |(end, _)| &tail[..end]);
    for word in near.split_whitespace().take(5) {
        if speech::is_reporting(word.trim_end_matches(['.', ',', ':'])) {
            return Some(word);
        }
        let is_clause = matches!(
            word,
            "I" | "we"
                | "you"
                | "that"
                | "who"
                | "which"
                | "what"
                | "and"
                | "but"
                | "as"
                | "if"
                | "when"
                | "to"
        );
        if is_clause || word.ends_with([',', ';', ':', '?', '!']) {
            return None;
        }
    }
    None
}

/// Whether a sentence ends with the mark before `end` and another begins: not behind "Mr." or "J.".
fn ends_sentence(text: &str, end: usize) -> bool {
    let before = &text[..end - 1];
    let near = before.char_indices().rev().take(WORD).last().map_or(0, |(at, _)| at);
    let word = before[near..].rsplit(' ').next().unwrap_or_default();
    let is_name = word.chars().count() == 1 || abbreviation::comes_before_a_name(word);
    let after = text[end..].strip_prefix(' ');
    !is_name && after.is_some_and(|it| it.starts_with(char::is_uppercase))
}

/// Most characters of a word that an abbreviation is looked for in.
const WORD: usize = 12;

/// Where the words before an attribution end that is all that follows, comma included.
pub(super) fn last_attribution(unclosed: &str) -> Option<usize> {
    let at = unclosed.rfind([',', '?', '!'])?;
    let tail = unclosed[at + 1..].trim_end_matches('.').split_whitespace();
    let reports = tail.clone().count() <= 7 && tail.clone().any(speech::is_reporting);
    (reports && !tail.clone().any(|word| matches!(word, "I" | "we"))).then_some(at + 1)
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

/// A block that is set as a quotation, or stands behind the ">" that letters and plain text quote with.
pub(super) fn cited(text: &str, block: Span, kind: BlockKind) -> Option<Passage> {
    let span = block.trimmed(text);
    let is_set = kind == BlockKind::Quotation;
    let rest = span.of(text).strip_prefix('>').or(is_set.then_some(span.of(text)))?;
    let inner = Span::new(span.end() - rest.len(), span.end()).trimmed(text);
    let passage = opened(span, Style::Double, 0, false);
    (inner.of(text).contains(' ')).then_some(Passage { inner, ..passage })
}
