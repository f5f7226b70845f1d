//! [`Tagger`]: a linear chain over tokens, with weights learned by `training/tagger`.
//!
//! Each token gets one of [`TAGS`] tags; the best sequence is found by Viterbi's method. Scores are
//! whole numbers, so that the result is the same on every machine.

use std::sync::OnceLock;

use super::feature::SPACE;
use crate::tags::Run;

/// Outside, then begin and inside of person, organization, place, nationality, other.
pub(crate) const TAGS: usize = 11;

type Row = [i32; TAGS];
/// A weight for each tag, filled up to what a machine adds at once.
type Weights = [i8; 16];

/// The weights of every feature and of every pair of tags.
pub(crate) struct Tagger {
    index: Index,
    rows: Vec<Weights>,
    pairs: [Row; TAGS],
}

/// Which features have weights, and in which row. A bit each: most have none, and a table of rows
/// would be larger than what a machine keeps near.
struct Index(Vec<Group>);

/// Features whose numbers share all but the last six bits.
#[derive(Clone, Copy, Default)]
struct Group {
    known: u64,
    /// How many features before these are known.
    before: u32,
}

impl Tagger {
    /// The tagger whose weights come with the engine.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Tagger> = OnceLock::new();
        SHIPPED.get_or_init(|| Tagger::decode(include_bytes!("weights.bin")))
    }

    /// Reads weights: the pairs row by row, then for each tag the number of its features as four
    /// bytes and for each its distance to the one before as a varint and its weight as one byte.
    /// Damaged weights give a poor tagger and no panic.
    pub(crate) fn decode(bytes: &[u8]) -> Self {
        let mut bytes = bytes.iter().copied();
        let mut pairs = [[0; TAGS]; TAGS];
        for weight in pairs.iter_mut().flatten() {
            *weight = i32::from(bytes.next().unwrap_or(0).cast_signed());
        }
        let mut weights = Vec::new();
        for tag in 0..TAGS {
            let count = (0..4)
                .fold(0, |sum, place| sum | u32::from(bytes.next().unwrap_or(0)) << (8 * place));
            let mut feature = 0;
            for _ in 0..count {
                let (Some(gap), Some(weight)) = (varint(&mut bytes), bytes.next()) else { break };
                feature = (feature + gap) % SPACE;
                weights.push((feature, tag, weight.cast_signed()));
            }
        }
        let index = Index::new(weights.iter().map(|(feature, ..)| *feature));
        let mut rows = vec![[0; 16]; weights.len()];
        for (feature, tag, weight) in weights {
            if let Some(row) = index.row(feature) {
                rows[row][tag] = weight;
            }
        }
        Self { index, rows, pairs }
    }

    /// The scores of pairs of tags, from the first to the second.
    pub(super) fn pairs(&self) -> &[Row; TAGS] {
        &self.pairs
    }

    /// The score of each tag of one token, given its features.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn score(&self, features: &[u32]) -> Row {
        let mut out = [0; 16];
        for row in features.iter().filter_map(|feature| self.index.row(*feature)) {
            for (sum, weight) in out.iter_mut().zip(self.rows[row]) {
                *sum += i32::from(weight);
            }
        }
        std::array::from_fn(|tag| out[tag])
    }

    /// The runs of one sentence, given the features of its tokens.
    pub(super) fn runs<'f>(&self, sentence: impl Iterator<Item = &'f [u32]>) -> Vec<Run> {
        let scores: Vec<Row> = sentence.map(|features| self.score(features)).collect();
        let forward = self.sweep(scores.iter(), |pairs, from, to| pairs[from][to]);
        let mut backward = self.sweep(scores.iter().rev(), |pairs, to, from| pairs[from][to]);
        backward.reverse();
        let mut out: Vec<Run> = Vec::new();
        let mut tag = 0;
        for at in 0..scores.len() {
            let through: Row =
                std::array::from_fn(|tag| forward[at][tag] + backward[at][tag] - scores[at][tag]);
            let before = tag;
            // Of equals the last is taken: outside, then begin.
            let allowed = |next: &usize| is_legal(before, *next);
            tag = (0..TAGS).rev().filter(allowed).max_by_key(|tag| through[*tag]).unwrap_or(0);
            let others = (0..TAGS).filter(|other| *other != tag).map(|other| through[other]);
            let margin = through[tag] - others.max().unwrap_or(0);
            match tag {
                0 => {}
                inside if inside % 2 == 0 => {
                    if let Some(run) = out.last_mut() {
                        run.tokens.end = at + 1;
                        run.margin = run.margin.min(margin);
                    }
                }
                begin => out.push(Run { tokens: at..at + 1, class: begin / 2, margin }),
            }
        }
        out
    }

    /// The best score of any sequence up to each token and ending in each tag.
    fn sweep<'s>(
        &self,
        scores: impl Iterator<Item = &'s Row>,
        pair: impl Fn(&[Row; TAGS], usize, usize) -> i32,
    ) -> Vec<Row> {
        let mut out: Vec<Row> = Vec::with_capacity(scores.size_hint().0);
        for score in scores {
            let row: Row = match out.last() {
                None => *score,
                Some(last) => std::array::from_fn(|to| {
                    let best = (0..TAGS).map(|from| last[from] + pair(&self.pairs, from, to)).max();
                    score[to] + best.unwrap_or(0)
                }),
            };
            // Only differences within a token count, so sums need not grow with the sentence.
            let most = row.iter().copied().max().unwrap_or(0);
            out.push(row.map(|score| score - most));
        }
        out
    }
}

impl Index {
    fn new(features: impl Iterator<Item = u32>) -> Self {
        let mut groups = vec![Group::default(); SPACE as usize / 64];
        for feature in features {
            groups[feature as usize / 64].known |= 1 << (feature % 64);
        }
        let mut before = 0;
        for group in &mut groups {
            group.before = before;
            before += group.known.count_ones();
        }
        Self(groups)
    }

    /// The row of a feature's weights.
    fn row(&self, feature: u32) -> Option<usize> {
        let Group { known, before } = *self.0.get(feature as usize / 64)?;
        let bit = 1 << (feature % 64);
        (known & bit != 0).then(|| (before + (known & (bit - 1)).count_ones()) as usize)
    }
}

/// Whether an inside tag follows a tag of its own class.
fn is_legal(before: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || before == next || before == next - 1
}

fn varint(bytes: &mut impl Iterator<Item = u8>) -> Option<u32> {
    let mut value = 0;
    for place in 0..4 {
        let byte = bytes.next()?;
        value |= u32::from(byte & 0x7f) << (7 * place);
        if byte < 0x80 {
            break;
        }
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::{Run, TAGS, Tagger};

    /// Weights with one feature: 7 speaks for the tag of a person's begin, 9 for its inside.
    fn weights() -> Vec<u8> {
        let mut out = vec![0; TAGS * TAGS];
        for tag in 0..TAGS {
            match tag {
                1 => out.extend([1, 0, 0, 0, 7, 50]),
                2 => out.extend([1, 0, 0, 0, 9, 50]),
                _ => out.extend([0; 4]),
            }
        }
        out
    }

    fn runs(tagger: &Tagger, sentence: &[&[u32]]) -> Vec<Run> {
        tagger.runs(sentence.iter().copied())
    }

    #[test]
    fn features_make_runs_with_their_class_and_margin() {
        let tagger = Tagger::decode(&weights());
        let runs = runs(&tagger, &[&[], &[7], &[9], &[]]);
        assert_eq!(runs.len(), 1);
        assert_eq!((runs[0].tokens.clone(), runs[0].class, runs[0].margin), (1..3, 0, 50));
    }

    #[test]
    fn no_run_begins_inside() {
        let tagger = Tagger::decode(&weights());
        assert_eq!(runs(&tagger, &[&[9], &[9]]), []);
    }

    #[test]
    fn damaged_weights_do_not_panic() {
        let whole = weights();
        for length in 0..whole.len() {
            runs(&Tagger::decode(&whole[..length]), &[&[7], &[9]]);
        }
        runs(&Tagger::decode(&[0xff; 4000]), &[&[7], &[9]]);
    }

    #[test]
    fn the_shipped_weights_are_whole() {
        let kept: usize = Tagger::shipped().rows.iter().flatten().filter(|one| **one != 0).count();
        assert!(kept > 50_000, "{kept} weights");
    }
}
