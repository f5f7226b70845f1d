//! [`cues`]: the words of a frame that report something.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::clause::has_main_clause;
use super::phrase;
use super::words::{Tag, Words};
use crate::lexicon::speech;

/// A verb group, or "according to" and the like, that reports what somebody says, thinks or means to do.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    /// The word that decides.
    pub(crate) head: usize,
    /// All of it: "has also said".
    pub(crate) tokens: Range<usize>,
    /// From 0 to 1.
    pub(crate) strength: f32,
    pub(crate) form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// said, has said, says
    Finite,
    /// was told, is expected
    Passive,
    /// saying
    Gerund,
    /// according to, in the words of
    Preposition,
}

/// Below this a word is not taken for a cue.
const FLOOR: f32 = 0.3;

/// What stands before whom something goes by.
const AUTHORITY: [&[&str]; 2] = [&["according", "to"], &["in", "the", "words", "of"]];

/// What follows a word, as the cue table counts it.
#[derive(Clone, Copy)]
enum Next {
    That,
    To,
    Question,
    Mark,
    Stop,
    Subject,
    Object,
    Phrase,
    Other,
}

/// Chances in percent by [`Next`].
type Row = [u8; 9];

static CUES: LazyLock<HashMap<&'static str, Row>> =
    LazyLock::new(|| include_str!("data/cues.txt").lines().filter_map(row).collect());

/// Chances in percent of verbs together with the small word after them.
static PARTICLES: LazyLock<HashMap<(&'static str, &'static str), u8>> =
    LazyLock::new(|| include_str!("data/particles.txt").lines().filter_map(pair).collect());

fn pair(line: &'static str) -> Option<((&'static str, &'static str), u8)> {
    let (pair, chance) = line.rsplit_once(' ')?;
    Some((pair.split_once(' ')?, chance.parse().ok()?))
}

fn row(line: &'static str) -> Option<(&'static str, Row)> {
    let mut columns = line.split(' ');
    let form = columns.next().filter(|form| *form != "#")?;
    let mut row = [0; 9];
    for (cell, column) in row.iter_mut().zip(columns.skip(1)) {
        *cell = column.parse().ok()?;
    }
    Some((form, row))
}

/// The cues among `frame`, in order, without overlap. Words inside passages are not looked at.
pub(crate) fn cues(words: &Words, frame: Range<usize>) -> Vec<Cue> {
    let mut out: Vec<Cue> = Vec::new();
    let mut lower = String::new();
    for at in frame.clone() {
        if words.passage(at).is_some() || out.last().is_some_and(|cue| at < cue.tokens.end) {
            continue;
        }
        if let Some(tokens) = authority(words, at) {
            out.push(Cue { head: at, tokens, strength: 0.97, form: Form::Preposition });
            continue;
        }
        lower.clear();
        lower.extend(words.article.word(at).chars().flat_map(char::to_lowercase));
        let Some(strength) = strength(words, at, &lower) else { continue };
        let form = if words.tag(at) == Tag::Gerund { Form::Gerund } else { Form::Finite };
        let floor = out.last().map_or(frame.start, |cue| cue.tokens.end);
        let start = group_start(words, floor, at);
        if runs_into_verb(words, at, &lower) {
            continue;
        }
        let particle = with_particle(words, at, &lower).filter(|_| at + 1 < frame.end);
        let end = at + 1 + usize::from(particle.is_some());
        let form = match form {
            _ if words.tag(at) == Tag::Participle && is_passive(words, start..at) => Form::Passive,
            _ if start < at => Form::Finite,
            form => form,
        };
        if form == Form::Passive && !takes_clause(words, end) {
            continue;
        }
        out.push(Cue { head: at, tokens: start..end, strength, form });
    }
    out
}

/// The words at `at` that lead to whom something goes by: "according to", "in the words of".
fn authority(words: &Words, at: usize) -> Option<Range<usize>> {
    let reads = |phrase: &&&[&str]| (at..).zip(**phrase).all(|(at, word)| words.is(at, word));
    let phrase = AUTHORITY.iter().find(reads)?;
    Some(at..at + phrase.len())
}

/// How sure it is that the word at `at` reports something.
fn strength(words: &Words, at: usize, lower: &str) -> Option<f32> {
    if !can_report(words, at) || hides_name(words, at) {
        return None;
    }
    let beside_speech = words.tag(at + 1) == Tag::Mark || touches_passage(words, at);
    if beside_speech && speech::is_reporting(lower) {
        return Some(0.95);
    }
    if words.tag(at) == Tag::Verb && follows_open_speech(words, at) {
        return Some(0.9);
    }
    if speech::is_reporting(lower) && trails(words, at) {
        return Some(0.9);
    }
    let alone = || Some(f32::from(CUES.get(lower)?[next(words, at + 1) as usize]) / 100.0);
    let chance = with_particle(words, at, lower).or_else(alone)?;
    (chance >= FLOOR).then_some(chance)
}

/// "declined to be named": that says of a source only how they are written of.
fn hides_name(words: &Words, at: usize) -> bool {
    words.tag(at + 1) == Tag::To
        && words.is(at + 2, "be")
        && words.is_one_of(at + 3, &["named", "identified"])
}

fn can_report(words: &Words, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(Tag::Stop, |before| words.tag(before));
    let noun_place =
        matches!(before, Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Preposition);
    match words.tag(at) {
        Tag::Verb => !noun_place,
        Tag::Gerund => !matches!(before, Tag::Determiner | Tag::Possessive | Tag::Genitive),
        Tag::Participle => matches!(before, Tag::Auxiliary | Tag::Adverb),
        // "environmentalists worry that": a noun by its looks, a verb by its place.
        Tag::Noun => {
            matches!(before, Tag::Noun | Tag::Name | Tag::Subject | Tag::Relative)
                && matches!(words.tag(at + 1), Tag::That | Tag::To | Tag::Subject)
        }
        _ => false,
    }
}

/// Verbs that only colour the one after "to": "continued to insist", "declined to say".
const COLOURING: &[&str] = &[
    "continued",
    "continues",
    "continue",
    "seemed",
    "seems",
    "appeared",
    "appears",
    "refused",
    "refuses",
    "declined",
    "declines",
    "began",
    "tried",
    "went",
];

/// Whether the verb at `at` belongs to the group of a reporting verb right after "to".
fn runs_into_verb(words: &Words, at: usize, lower: &str) -> bool {
    COLOURING.contains(&lower)
        && words.tag(at + 1) == Tag::To
        && strength(words, at + 2, &words.article.word(at + 2).to_lowercase())
            .is_some_and(|chance| chance > 0.4)
}

/// Whether the auxiliaries of a verb group end with a form of "be": "has been told".
fn is_passive(words: &Words, auxiliaries: Range<usize>) -> bool {
    const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];
    let last = auxiliaries.rev().find(|at| words.tag(*at) == Tag::Auxiliary);
    last.is_some_and(|at| words.is_one_of(at, BE))
}

/// Whether what follows a passive can be its content.
fn takes_clause(words: &Words, at: usize) -> bool {
    matches!(words.tag(at), Tag::That | Tag::To | Tag::Question | Tag::Mark) || words.is(at, "as")
}

/// Whether a passage ends at most four tokens before `at` or begins right after.
fn touches_passage(words: &Words, at: usize) -> bool {
    (1..=5).any(|back| at.checked_sub(back).is_some_and(|before| words.passage(before).is_some()))
}

/// Whether only a subject stands between `at` and words that end with a comma, a question or a cry:
/// any verb there is one of speech.
fn follows_open_speech(words: &Words, at: usize) -> bool {
    let Some(source) = phrase::ending_at(words, at.saturating_sub(8), at) else { return false };
    let Some(mark) = source.start.checked_sub(1) else { return false };
    words.passage(mark).is_some()
        && mark > 0
        && matches!(words.article.word(mark - 1), "," | "?" | "!")
}

/// How far before its verb the words are looked for that it reports, in tokens.
const FAR: usize = 100;

/// Whether the verb at `at` ends a headline, which has no stop, in which a comma stands before its subject, so that it says
/// what stands before: "…, Biden warns".
fn trails(words: &Words, at: usize) -> bool {
    let sentence = &words.article.sentences[words.article.sentence_of(at)].tokens;
    let ends = at + 1 >= sentence.end;
    let floor = sentence.start.max(at.saturating_sub(FAR));
    let subject = || phrase::ending_at(words, floor, at);
    ends && subject().is_some_and(|subject| {
        let comma = subject.start.saturating_sub(1);
        comma > floor && words.tag(comma) == Tag::Comma && has_main_clause(words, floor..comma)
    })
}

fn next(words: &Words, at: usize) -> Next {
    match words.tag(at) {
        Tag::That => Next::That,
        Tag::To => Next::To,
        Tag::Question | Tag::Relative => Next::Question,
        Tag::Subordinator if words.is_one_of(at, &["when", "where"]) => Next::Question,
        Tag::Mark if words.passage(at).is_some() => Next::Mark,
        Tag::Mark
        | Tag::Stop
        | Tag::Comma
        | Tag::Colon
        | Tag::Semicolon
        | Tag::Dash
        | Tag::Close => Next::Stop,
        Tag::Subject if words.is(at, "it") && ends(words.tag(at + 1)) => Next::Object,
        Tag::Subject => Next::Subject,
        Tag::Object | Tag::Name | Tag::Possessive => Next::Object,
        Tag::Determiner if words.is_one_of(at, &["a", "an", "the", "this", "these", "those"]) => {
            Next::Object
        }
        Tag::Preposition => Next::Phrase,
        Tag::Subordinator if words.is_one_of(at, &["as", "after"]) => Next::Phrase,
        _ => Next::Other,
    }
}

fn ends(tag: Tag) -> bool {
    matches!(tag, Tag::Stop | Tag::Comma | Tag::Conjunction | Tag::Preposition)
}

/// Where the verb group of `head` begins: "has repeatedly said", "went on to say".
fn group_start(words: &Words, floor: usize, head: usize) -> usize {
    let mut start = head;
    while start > floor {
        let before = start - 1;
        let joins = match words.tag(before) {
            Tag::Auxiliary => true,
            Tag::Adverb => !opens(words, floor, before),
            Tag::To => {
                before > floor && matches!(words.tag(before - 1), Tag::Verb | Tag::Participle)
            }
            Tag::Verb | Tag::Participle => words.tag(start) == Tag::To,
            _ => false,
        };
        if !joins || words.passage(before).is_some() {
            break;
        }
        start = before;
    }
    start
}

/// Whether an adverb stands at the head of its clause, before the subject.
fn opens(words: &Words, floor: usize, at: usize) -> bool {
    at == floor || matches!(words.tag(at - 1), Tag::Comma | Tag::Conjunction | Tag::Stop)
}

/// How often the verb at `at` and the small word after it are a cue together: "called for".
fn with_particle(words: &Words, at: usize, lower: &str) -> Option<f32> {
    let infinitive = words.tag(at + 1) == Tag::To && words.tag(at + 2) == Tag::Verb;
    let pair = (lower, words.article.word(at + 1));
    PARTICLES.get(&pair).filter(|_| !infinitive).map(|chance| f32::from(*chance) / 100.0)
}
