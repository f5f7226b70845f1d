//! [`Model`]: a conditional random field, learned by stochastic gradient steps with AdaGrad.

use galley_engine::training::{SPACE, TAGS};

use crate::corpus::Sentence;

type Row = [f32; TAGS];

/// Weights and, for each, the sum of its squared gradients.
pub struct Model {
    pub weights: Vec<Row>,
    pub pairs: [Row; TAGS],
    squares: Vec<Row>,
    pair_squares: [Row; TAGS],
    /// Which weights may be other than zero.
    pub kept: Vec<[bool; TAGS]>,
}

const RATE: f32 = 0.12;

impl Model {
    /// All zero; features seen in fewer than `least` tokens stay so.
    pub fn new(sentences: &[Sentence], least: u32) -> Self {
        let size = SPACE as usize;
        let mut counts = vec![0_u32; size];
        for feature in sentences.iter().flat_map(|one| one.features.iter().flatten()) {
            counts[*feature as usize] += 1;
        }
        Self {
            weights: vec![[0.0; TAGS]; size],
            pairs: [[0.0; TAGS]; TAGS],
            squares: vec![[1e-3; TAGS]; size],
            pair_squares: [[1e-3; TAGS]; TAGS],
            kept: counts.iter().map(|count| [*count >= least; TAGS]).collect(),
        }
    }

    /// One step on one sentence; returns its negative log likelihood.
    pub fn learn(&mut self, sentence: &Sentence, decay: f32) -> f32 {
        let scores: Vec<Row> = sentence.features.iter().map(|one| self.score(one)).collect();
        let (forward, backward, total) = self.sweeps(&scores);
        let mut gold = 0.0;
        let mut pair_gradient = [[0.0; TAGS]; TAGS];
        for at in 0..scores.len() {
            let tag = sentence.tags[at] as usize;
            gold += scores[at][tag];
            let mut gradient: Row =
                std::array::from_fn(|tag| (forward[at][tag] + backward[at][tag] - total).exp());
            gradient[tag] -= 1.0;
            self.step(&sentence.features[at], &gradient, decay);
            if at == 0 {
                continue;
            }
            let before = sentence.tags[at - 1] as usize;
            gold += self.pairs[before][tag];
            pair_gradient[before][tag] -= 1.0;
            for from in 0..TAGS {
                for to in 0..TAGS {
                    let path = forward[at - 1][from]
                        + self.pairs[from][to]
                        + scores[at][to]
                        + backward[at][to];
                    pair_gradient[from][to] += (path - total).exp();
                }
            }
        }
        for from in 0..TAGS {
            for to in 0..TAGS {
                let gradient = pair_gradient[from][to];
                let square = &mut self.pair_squares[from][to];
                *square += gradient * gradient;
                self.pairs[from][to] -= RATE * gradient / square.sqrt();
            }
        }
        total - gold
    }

    fn step(&mut self, features: &[u32], gradient: &Row, decay: f32) {
        if gradient.iter().all(|one| one.abs() < 1e-3) {
            return;
        }
        for feature in features {
            let feature = *feature as usize;
            for tag in 0..TAGS {
                if !self.kept[feature][tag] {
                    continue;
                }
                let weight = &mut self.weights[feature][tag];
                let slope = gradient[tag] + decay * *weight;
                let square = &mut self.squares[feature][tag];
                *square += slope * slope;
                *weight -= RATE * slope / square.sqrt();
            }
        }
    }

    fn score(&self, features: &[u32]) -> Row {
        let mut out = [0.0; TAGS];
        for feature in features {
            for (sum, weight) in out.iter_mut().zip(self.weights[*feature as usize]) {
                *sum += weight;
            }
        }
        out
    }

    /// Log sums over all sequences up to, and after, each token and tag; and over all.
    fn sweeps(&self, scores: &[Row]) -> (Vec<Row>, Vec<Row>, f32) {
        let mut forward = vec![[0.0; TAGS]; scores.len()];
        let mut backward = vec![[0.0; TAGS]; scores.len()];
        for at in 0..scores.len() {
            for to in 0..TAGS {
                let sum = match at {
                    0 => 0.0,
                    _ => log_sum(|from| forward[at - 1][from] + self.pairs[from][to]),
                };
                forward[at][to] = scores[at][to] + sum;
            }
        }
        for at in (0..scores.len().saturating_sub(1)).rev() {
            for from in 0..TAGS {
                backward[at][from] =
                    log_sum(|to| self.pairs[from][to] + scores[at + 1][to] + backward[at + 1][to]);
            }
        }
        let total = forward.last().map_or(0.0, |last| log_sum(|tag| last[tag]));
        (forward, backward, total)
    }

    /// Keeps the `most` heaviest weights and sets the others to zero for good.
    pub fn prune(&mut self, most: usize) {
        let mut sizes: Vec<f32> =
            self.weights.iter().flatten().map(|one| one.abs()).filter(|one| *one > 0.0).collect();
        if sizes.len() <= most {
            return;
        }
        let (_, least, _) = sizes.select_nth_unstable_by(most, |a, b| b.total_cmp(a));
        let least = *least;
        for (row, kept) in self.weights.iter_mut().zip(&mut self.kept) {
            for (weight, kept) in row.iter_mut().zip(kept) {
                *kept = *kept && weight.abs() > least;
                if !*kept {
                    *weight = 0.0;
                }
            }
        }
    }

    /// The weights as `crates/engine/src/entity/tagger.rs` reads them, in 24ths.
    pub fn encode(&self) -> Vec<u8> {
        let byte = |weight: f32| (weight * 24.0).round().clamp(-127.0, 127.0) as i8;
        let mut out: Vec<u8> =
            self.pairs.iter().flatten().map(|weight| byte(*weight).cast_unsigned()).collect();
        for tag in 0..TAGS {
            let rows = self.weights.iter().enumerate();
            let held: Vec<(u32, i8)> = rows
                .map(|(feature, row)| (feature as u32, byte(row[tag])))
                .filter(|(_, weight)| *weight != 0)
                .collect();
            out.extend((held.len() as u32).to_le_bytes());
            let mut last = 0;
            for (feature, weight) in held {
                varint(feature - last, &mut out);
                out.push(weight.cast_unsigned());
                last = feature;
            }
        }
        out
    }
}

fn varint(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn log_sum(term: impl Fn(usize) -> f32) -> f32 {
    let terms: Row = std::array::from_fn(term);
    let most = terms.iter().copied().fold(f32::MIN, f32::max);
    most + terms.iter().map(|one| (one - most).exp()).sum::<f32>().ln()
}
