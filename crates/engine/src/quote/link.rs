//! [`link`]: which cue a content belongs to, and which source a cue.
//!
//! Every candidate in the paragraph is weighed by signs: how far and on which side it stands, what
//! lies between, whether it is in quotation marks, what opens it and what kind of cue it is. The weights are learned by
//! `training/encoder/linker.py` from spans as annotators draw them; what no candidate is near
//! enough to belong to stays alone.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Words;

/// How many signs there are; the weight after them is that of belonging to none.
const SIGNS: usize = 72;

/// What is weighed.
#[derive(Clone, Copy)]
pub(super) enum Link {
    /// Contents are given their cue.
    Content,
    /// Cues are given their source.
    Source,
}

/// The runs of one paragraph by role, each in order.
#[derive(Default)]
pub(super) struct Roles {
    pub(super) cues: Vec<Range<usize>>,
    pub(super) sources: Vec<Range<usize>>,
    pub(super) contents: Vec<Range<usize>>,
}

type Weights = [i32; SIGNS + 1];

static WEIGHTS: LazyLock<[Weights; 2]> = LazyLock::new(|| {
    let mut lines = include_str!("data/links.txt").lines().filter(|line| !line.starts_with('#'));
    std::array::from_fn(|_| {
        let mut numbers = lines.next().unwrap_or("").split(' ').skip(1);
        std::array::from_fn(|_| numbers.next().and_then(|it| it.parse().ok()).unwrap_or(0))
    })
});

impl Roles {
    /// What may be linked.
    pub(super) fn candidates(&self, link: Link) -> &[Range<usize>] {
        match link {
            Link::Content => &self.cues,
            Link::Source => &self.sources,
        }
    }
}

/// Tells which candidate a run belongs to, as an index; none where it stands alone.
pub(super) type Linker = fn(&Words, &Roles, Link, &Range<usize>) -> Option<usize>;

/// The [`Linker`] by learned weights.
pub(super) fn link(words: &Words, roles: &Roles, link: Link, one: &Range<usize>) -> Option<usize> {
    let weights = &WEIGHTS[link as usize];
    let candidates = roles.candidates(link);
    let near = nearest(candidates, one);
    let weigh = |candidate: &Range<usize>| {
        let (cue, other) = match link {
            Link::Content => (candidate, one),
            Link::Source => (one, candidate),
        };
        signs(words, roles, cue, other).iter().map(|sign| weights[*sign]).sum::<i32>()
    };
    let best = near
        .map(|at| (at, weigh(&candidates[at])))
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|(_, weight)| *weight > weights[SIGNS]).map(|(at, _)| at)
}

/// How many candidates on each side are weighed, so that a long paragraph costs no more a word.
const NEAR: usize = 6;

fn nearest(candidates: &[Range<usize>], one: &Range<usize>) -> Range<usize> {
    let at = candidates.partition_point(|candidate| candidate.start < one.start);
    at.saturating_sub(NEAR)..candidates.len().min(at + NEAR)
}

/// The signs of `other`, a content or a source, beside `cue`, as numbers below [`SIGNS`].
fn signs(words: &Words, roles: &Roles, cue: &Range<usize>, other: &Range<usize>) -> [usize; 9] {
    let side = usize::from(other.start < cue.start);
    let gap = if side == 1 { other.end..cue.start } else { cue.end..other.start };
    let between = |runs: &[Range<usize>]| {
        let first = runs.partition_point(|run| run.start < gap.start);
        runs[first..].iter().take(2).filter(|run| run.end <= gap.end).count()
    };
    let (left, right) = if side == 1 { (other, cue) } else { (cue, other) };
    let article = words.article;
    let apart = article.sentence_of(right.start).saturating_sub(article.sentence_of(left.end - 1));
    let edge = if side == 1 { Some(other.end) } else { other.start.checked_sub(1) };
    let mark = edge.map_or(0, |at| mark(article.word(at)));
    let quoted = |at: usize| usize::from(words.passage(at).is_some());
    [
        8 * side + bucket(gap.len()),
        16 + 3 * side + between(&roles.cues),
        22 + 3 * side + between(&roles.sources),
        28 + 3 * side + between(&roles.contents),
        34 + 3 * side + apart.min(2),
        40 + 4 * side + mark,
        48 + 4 * side + 2 * quoted(other.start) + quoted(cue.start),
        56 + 4 * side + opener(words, other.start),
        64 + 4 * side + form(words, cue.end - 1),
    ]
}

fn bucket(gap: usize) -> usize {
    [0, 1, 2, 4, 9, 19, 39].partition_point(|most| *most < gap)
}

/// What kind of clause begins at `at`.
fn opener(words: &Words, at: usize) -> usize {
    let kinds: [&[&str]; 3] = [&["that"], &["to"], &["whether", "how", "if", "what", "why"]];
    kinds.iter().position(|kind| words.is_one_of(at, kind)).map_or(0, |kind| kind + 1)
}

/// What kind of cue ends with `at`: "according to", "saying", "was told by".
fn form(words: &Words, at: usize) -> usize {
    let is_gerund = words.article.word(at).ends_with("ing");
    [words.is(at, "to"), is_gerund, words.is(at, "by")]
        .iter()
        .position(|is| *is)
        .map_or(0, |kind| kind + 1)
}

fn mark(word: &str) -> usize {
    match word {
        "," => 1,
        "\"" | "“" | "”" | "'" | "‘" | "’" | "``" | "''" => 2,
        ":" => 3,
        _ => 0,
    }
}
