//! [`content`], [`cue`], [`source`]: what the encoder read, without what it read beyond the edges.

use std::ops::Range;

use super::phrase;
use super::words::{Tag, Words};

/// A cue without when and where it was said: "said on Friday", "said in an interview with the radio".
pub(super) fn cue(words: &Words, read: Range<usize>) -> Range<usize> {
    const DAYS: &[&str] =
        &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let is_day = |at: usize| {
        words.is_one_of(at + usize::from(words.is_one_of(at, &["on", "late", "early"])), DAYS)
    };
    // "writing in a blog" leads no clause of its own: there the place is part of how it was said.
    let is_finite = words.tag(read.start) != Tag::Gerund;
    let is_place = |at: usize| {
        is_finite
            && words.is_one_of(at, &["in", "during", "at"])
            && words.is_one_of(at + 1, &["a", "an", "the", "his", "her"])
    };
    let end = (read.start + 1..read.end).find(|at| is_day(*at) || is_place(*at));
    read.start..end.unwrap_or(read.end)
}

/// A source without what it did or where it was meanwhile: "Lund, speaking in Oslo", "Lund, at a later
/// hearing". What it is stays: "Lund, of Oslo", "Lund, who sails".
pub(super) fn source(words: &Words, read: Range<usize>) -> Range<usize> {
    const ASIDES: &[&str] = &["like", "in", "at", "on", "during", "after", "with", "for", "about"];
    let is_aside = |comma: &usize| {
        let next = comma + 1;
        words.tag(*comma) == Tag::Comma
            && (words.tag(next) == Tag::Gerund || words.is_one_of(next, ASIDES))
    };
    let end = (read.start + 1..read.end).find(is_aside);
    read.start..end.unwrap_or(read.end)
}

/// A content to where it must end, whatever was read: that of `cue`, if it has one.
pub(super) fn content(
    words: &Words,
    cue: Option<&Range<usize>>,
    content: Range<usize>,
) -> Range<usize> {
    let is_outside = |at: &usize| words.passage(*at).is_none();
    // "praised | Friday 's protests"
    let start = content.start - usize::from(words.tag(content.start) == Tag::Genitive);
    let main = cue.and_then(|cue| main_clause(words, cue, &content));
    let end = main.or_else(|| occasion(words, &content)).unwrap_or(content.end);
    let is_left_over = |at: &usize| words.tag(*at) == Tag::Conjunction && is_outside(at);
    let tail = (content.start + 1..end).rev().take_while(|at| is_left_over(at)).count();
    start..end - tail
}

/// How far into its sentence a clause before the main one is looked for, in tokens, so that a sentence
/// without end costs no more a word.
const FAR: usize = 100;

/// The comma behind which the main clause begins, where the cue stands in a clause before it: "While
/// Lund admits the leak, he denies the rest".
fn main_clause(words: &Words, cue: &Range<usize>, content: &Range<usize>) -> Option<usize> {
    let sentence = &words.article.sentences[words.article.sentence_of(cue.start)].tokens;
    let first = sentence.start + usize::from(words.tag(sentence.start) == Tag::Conjunction);
    let is_before = words.tag(first) == Tag::Subordinator
        || words.is_one_of(first, &["if", "with", "despite", "even"]);
    if !is_before || content.start < cue.end || content.start > first + FAR {
        return None;
    }
    let mut commas = (first..content.end.min(sentence.end))
        .filter(|at| words.tag(*at) == Tag::Comma && words.passage(*at).is_none());
    let comma = commas.find(|at| opens_clause(words, at + 1, sentence.end))?;
    (comma > content.start).then_some(comma)
}

/// Whether a subject with its verb stands at `from`.
fn opens_clause(words: &Words, from: usize, ceiling: usize) -> bool {
    let is_verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
    phrase::starting_at(words, from, ceiling).is_some_and(|subject| {
        let verb = subject.end + usize::from(words.tag(subject.end) == Tag::Adverb);
        verb < ceiling && is_verb(verb)
    })
}

/// Where the last words only say on what occasion it was said: "in a statement", "in an interview on
/// Friday".
fn occasion(words: &Words, content: &Range<usize>) -> Option<usize> {
    const OCCASIONS: &[&str] =
        &["statement", "interview", "speech", "tweet", "email", "letter", "ruling"];
    let noun = (content.start + 1..content.end)
        .rev()
        .take(6)
        .find(|at| words.is_one_of(*at, OCCASIONS) && words.passage(*at).is_none())?;
    let article =
        (content.start + 1..noun).rev().take(3).find(|at| words.is_one_of(*at, &["a", "an"]))?;
    let start = article - 1;
    let is_verb = |at: usize| matches!(words.tag(at), Tag::Verb | Tag::Auxiliary);
    // In a clause of its own it says when that was so.
    let is_clause = (content.start..start).any(is_verb);
    (start > content.start && words.is(start, "in") && !is_clause).then_some(start)
}
