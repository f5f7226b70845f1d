//! [`Head`]: scores for each tag of each token, and the best sequence of tags.
//!
//! In a file, each section `head`:
//! ```text
//! name, count u16, count names          a name: its length u8, its bytes
//! hidden u8; if 1: step f32, dense      a layer before the scores
//! dense                                 as many rows as tags
//! starts f32[count], ends f32[count], pairs f32[count][count]   from, to
//! ```
//! Scores are in natural logarithms, as a conditional random field has them; here they are whole
//! numbers of 1/1024, so that sums are exact and the best sequence is the same on every machine.

use super::ModelError;
use super::bytes::{Bytes, times};
use super::convolution::{self, Convolution};
use super::dense::Dense;
use super::frames::{Frames, Shape};
use super::rounding::nearest;
use super::weights::Weights;

/// The most tags of a head.
const TAGS: usize = 64;

/// What a score of one is in whole numbers.
pub const UNIT: i32 = 1024;

/// The largest score, and the largest of a pair.
const MOST: f32 = 1_000_000.0;

/// Less than any sequence's score, and still far from the least number.
const NEVER: i32 = -100_000_000;

/// Numbers that a machine compares at once.
const FOUR: usize = 4;

/// Tells tags from the encoder's frames.
pub struct Head {
    name: String,
    tags: Vec<String>,
    hidden: Option<Convolution>,
    output: Dense,
    weights: Weights,
    chain: Chain,
}

/// What a head says of a text: for each token its tag and how sure that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The best sequence; of equals, the one with the lower tag first.
    pub tags: Vec<u8>,
    /// By how much any sequence that has another tag here is worse, in units of [`UNIT`].
    pub margins: Vec<i32>,
}

/// Room for one head.
#[derive(Default)]
pub(super) struct Room {
    hidden: Frames,
    convolution: convolution::Room,
    sums: Vec<i32>,
    scores: Vec<i32>,
    before: Vec<i32>,
    after: Vec<i32>,
}

impl Head {
    pub(super) fn read(mut bytes: Bytes, of: Shape) -> Result<Self, ModelError> {
        let name = bytes.name()?;
        let count = bytes.u16()?;
        if count == 0 || count > TAGS {
            return Err(ModelError::Shape("the tags of a head"));
        }
        let tags = (0..count).map(|_| bytes.name()).collect::<Result<_, _>>()?;
        let hidden = match bytes.u8()? {
            0 => None,
            _ => Some(Convolution::pointwise(&mut bytes, of)?),
        };
        let inner = hidden.as_ref().map_or(of, Convolution::shape);
        let (output, matrix) = Dense::read(&mut bytes, inner, 1)?;
        if output.rows != count {
            return Err(ModelError::Shape("a head with other tags than scores"));
        }
        let chain = Chain::read(&mut bytes, count)?;
        bytes.end("a head")?;
        Ok(Self { name, tags, hidden, output, weights: matrix.weights(), chain })
    }

    /// What it is called in the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What its tags are called in the file.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Adds to the scores of tags that follow each other, where `also` has as many.
    pub(super) fn join_pairs(&mut self, also: &[i32]) {
        let Chain { count, stride, .. } = self.chain;
        if also.len() == count * count {
            for (at, also) in also.iter().enumerate() {
                let (from, to) = (at / count, at % count);
                let also = also.clamp(&-LOUDEST, &LOUDEST);
                self.chain.pairs[from * stride + to] += also;
                self.chain.turned[to * stride + from] += also;
            }
        }
    }

    /// Reads one sequence of frames. `also` is added to the scores.
    pub(super) fn run(&self, frames: &Frames, also: &[i32], room: &mut Room, out: &mut Reading) {
        self.score(frames, room);
        let rows = room.scores.chunks_exact_mut(self.chain.stride);
        for (scores, also) in rows.zip(also.chunks_exact(self.chain.count)) {
            for (score, also) in scores.iter_mut().zip(also) {
                *score += also.clamp(&-LOUDEST, &LOUDEST);
            }
        }
        let Room { scores, before, after, .. } = room;
        self.chain.sweep(scores, Sweep::Forward, before);
        self.chain.sweep(scores, Sweep::Backward, after);
        self.chain.best(scores, before, after, out);
    }

    /// The scores of every tag of every token.
    fn score(&self, frames: &Frames, room: &mut Room) {
        let frames = match &self.hidden {
            None => frames,
            Some(hidden) => {
                hidden.run(frames, &mut room.convolution, &mut room.hidden);
                &room.hidden
            }
        };
        let stride = self.weights.stride();
        room.sums.resize(frames.count() * stride, 0);
        self.weights.multiply(frames.all(), &mut room.sums);
        room.scores.clear();
        room.scores.resize(frames.count() * self.chain.stride, 0);
        let scores = room.scores.chunks_exact_mut(self.chain.stride);
        for (sums, scores) in room.sums.chunks_exact(stride).zip(scores) {
            for (score, output) in scores.iter_mut().zip(self.output.outputs(sums)) {
                *score = whole(output);
            }
        }
    }
}

fn whole(score: f32) -> i32 {
    nearest(score * UNIT as f32, MOST)
}

/// The scores of tags that follow each other. Rows of scores have one number for each tag, and are
/// filled up to [`Chain::stride`] so that a machine can take four at once.
struct Chain {
    count: usize,
    stride: usize,
    starts: Vec<i32>,
    ends: Vec<i32>,
    /// From, to.
    pairs: Vec<i32>,
    /// To, from.
    turned: Vec<i32>,
}

/// The most that is added to a score.
const LOUDEST: i32 = 1 << 20;

/// From which end a text is gone through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sweep {
    Forward,
    Backward,
}

impl Chain {
    fn read(bytes: &mut Bytes, count: usize) -> Result<Self, ModelError> {
        let stride = count.next_multiple_of(FOUR);
        let mut rows = |number| {
            let scores = bytes.f32s(times(number, count)?)?;
            let mut rows = vec![NEVER; number * stride];
            for (row, scores) in rows.chunks_exact_mut(stride).zip(scores.chunks_exact(count)) {
                for (place, score) in row.iter_mut().zip(scores) {
                    *place = whole(*score);
                }
            }
            Ok(rows)
        };
        let (starts, ends, pairs) = (rows(1)?, rows(1)?, rows(count)?);
        let mut turned = vec![NEVER; count * stride];
        for (at, score) in turned.iter_mut().enumerate().filter(|(at, _)| at % stride < count) {
            *score = pairs[at % stride * stride + at / stride];
        }
        Ok(Self { count, stride, starts, ends, pairs, turned })
    }

    /// For each token and tag the best score of what comes before it (or after it, backward), the
    /// token's own left out. Only differences within a token count: the best of each token is
    /// counted as zero, so that sums do not grow with the text.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn sweep(&self, scores: &[i32], sweep: Sweep, out: &mut Vec<i32>) {
        let stride = self.stride;
        out.clear();
        out.resize(scores.len(), NEVER);
        let (edge, pairs) = match sweep {
            Sweep::Forward => (&self.starts, &self.pairs),
            Sweep::Backward => (&self.ends, &self.turned),
        };
        let mut last = [0; TAGS];
        let tokens = scores.len() / stride;
        for step in 0..tokens {
            let at = if sweep == Sweep::Forward { step } else { tokens - 1 - step };
            let best = &mut out[at * stride..][..stride];
            if step == 0 {
                best.copy_from_slice(edge);
            } else {
                for (from, pairs) in last[..self.count].iter().zip(pairs.chunks_exact(stride)) {
                    raise(best, *from, pairs);
                }
            }
            let most = best.iter().copied().max().unwrap_or(0);
            let own = &scores[at * stride..][..stride];
            for ((last, best), own) in last.iter_mut().zip(best).zip(own) {
                *best -= most;
                *last = *best + own;
            }
        }
    }

    /// The best sequence and its margins, by the scores of each token and of all around it.
    fn best(&self, scores: &[i32], before: &[i32], after: &[i32], out: &mut Reading) {
        out.tags.clear();
        out.margins.clear();
        let mut through = [0; TAGS];
        for at in (0..scores.len()).step_by(self.stride) {
            let through = &mut through[..self.count];
            for (tag, through) in through.iter_mut().enumerate() {
                *through = scores[at + tag] + after[at + tag];
            }
            // Given the tag before, the best way on; the way there has been decided.
            let arrival = match out.tags.last() {
                None => &self.starts,
                Some(tag) => &self.pairs[usize::from(*tag) * self.stride..][..self.stride],
            };
            let tag = best_of(through.iter().zip(arrival).map(|(a, b)| a + b));
            for (tag, through) in through.iter_mut().enumerate() {
                *through += before[at + tag];
            }
            let own = through[tag];
            through[tag] = i32::MIN;
            let other = through.iter().copied().max().unwrap_or(own);
            out.tags.push(tag as u8);
            out.margins.push(own.saturating_sub(other));
        }
    }
}

/// Raises each best score to what the way from one tag gives.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn raise(best: &mut [i32], from: i32, pairs: &[i32]) {
    let (best, pairs) = (best.as_chunks_mut::<FOUR>().0, pairs.as_chunks::<FOUR>().0);
    for (best, pairs) in best.iter_mut().zip(pairs) {
        *best = std::array::from_fn(|at| best[at].max(from + pairs[at]));
    }
}

/// The place of the largest number, the first of equals.
fn best_of(numbers: impl Iterator<Item = i32>) -> usize {
    let mut best = (0, i32::MIN);
    for (at, number) in numbers.enumerate() {
        if number > best.1 {
            best = (at, number);
        }
    }
    best.0
}
