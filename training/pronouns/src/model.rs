//! A choice among names: the more the weights of a name's aspects sum to, the likelier it is.

use galley_engine::Reader;
use galley_engine::training::{ASPECTS, Pronoun, VALUES, pronouns};

use crate::corpus::{Document, Gold, Range};

/// One pronoun: its names by their aspects, and which of them are right.
struct Example {
    names: Vec<(Vec<u16>, bool)>,
    weight: f32,
}

pub struct Model {
    examples: Vec<Example>,
    order: Vec<usize>,
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// The sum of the weights after each pass that counts, and how many those are.
    sums: (Vec<f32>, f32),
    chance: u64,
}

/// Whole weights are this many times the learned ones.
const SCALE: f32 = 100.0;
const RATE: f32 = 0.1;
/// How strongly weights are drawn to zero.
const DECAY: f32 = 2e-3;
/// The share of aspects that are hidden in each step, in 65,536ths, so that no few of them are leant on.
const HIDDEN: u64 = 19_661;

impl Model {
    pub fn new() -> Self {
        Self {
            examples: Vec::new(),
            order: Vec::new(),
            weights: vec![0.0; ASPECTS],
            squares: vec![1e-3; ASPECTS],
            sums: (vec![0.0; ASPECTS], 0.0),
            chance: 0x2545_f491_4f6c_dd1d,
        }
    }

    pub fn len(&self) -> usize {
        self.examples.len()
    }

    /// Adds the pronouns of `document` of which something is known and that have a choice.
    pub fn add(&mut self, reader: &Reader, document: &Document, weights: &[i16]) {
        for pronoun in pronouns(reader, &document.text, weights, document.sexes) {
            let Some(right) = right_names(document, &pronoun) else { continue };
            let wrong = right.iter().filter(|is_right| !**is_right).count();
            if wrong == 0 || wrong == right.len() {
                continue;
            }
            let names = pronoun.candidates.into_iter().map(|it| it.aspects).zip(right).collect();
            self.examples.push(Example { names, weight: document.weight });
        }
    }

    /// One pass over all examples in a drawn order. The weights that come of all late passes are averaged.
    pub fn pass(&mut self, is_late: bool) {
        self.order = (0..self.examples.len()).collect();
        for at in (1..self.order.len()).rev() {
            let other = (self.draw() % (at as u64 + 1)) as usize;
            self.order.swap(at, other);
        }
        for at in std::mem::take(&mut self.order) {
            self.learn(at);
        }
        if is_late {
            self.sums.0.iter_mut().zip(&self.weights).for_each(|(sum, weight)| *sum += weight);
            self.sums.1 += 1.0;
        }
    }

    fn learn(&mut self, at: usize) {
        let hidden: Vec<bool> =
            (0..ASPECTS / VALUES).map(|_| self.draw() % 65_536 < HIDDEN).collect();
        let seen = |aspect: &u16| Some(usize::from(*aspect)).filter(|it| !hidden[it / VALUES]);
        let example = &self.examples[at];
        let sum = |aspects: &Vec<u16>| -> f32 {
            aspects.iter().filter_map(seen).map(|aspect| self.weights[aspect]).sum()
        };
        let sums: Vec<f32> = example.names.iter().map(|(aspects, _)| sum(aspects)).collect();
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        let shares: Vec<f32> = sums.iter().map(|sum| (sum - most).exp()).collect();
        let all: f32 = shares.iter().sum();
        let right: f32 =
            shares.iter().zip(&example.names).filter(|(_, name)| name.1).map(|(it, _)| it).sum();
        for (share, (aspects, is_right)) in shares.iter().zip(&example.names) {
            let wanted = if *is_right { share / right.max(1e-9) } else { 0.0 };
            let slope = (share / all - wanted) * example.weight;
            for aspect in aspects.iter().filter_map(seen) {
                let slope = slope + DECAY * self.weights[aspect] * example.weight;
                self.squares[aspect] += slope * slope;
                self.weights[aspect] -= RATE * slope / self.squares[aspect].sqrt();
            }
        }
    }

    /// The learned weights as whole numbers.
    pub fn weights(&self) -> Vec<i16> {
        let passes = self.sums.1.max(1.0);
        self.sums.0.iter().map(|sum| (sum / passes * SCALE).round() as i16).collect()
    }

    /// A fixed sequence of numbers (xorshift), the same in every run.
    fn draw(&mut self) -> u64 {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        self.chance
    }
}

/// Which candidates are right, where something is known of the pronoun.
fn right_names(document: &Document, pronoun: &Pronoun) -> Option<Vec<bool>> {
    let over = |it: &Range, start: usize, end: usize| it.0 < end && start < it.1;
    let (ranges, is_named) = match document.gold.get(&pronoun.span.start())? {
        Gold::Names(ranges) => (ranges, true),
        Gold::Not(ranges) => (ranges, false),
    };
    let named: Vec<u32> = pronoun
        .candidates
        .iter()
        .filter(|it| ranges.iter().any(|range| over(range, it.span.start(), it.span.end())))
        .map(|it| it.entity)
        .collect();
    Some(pronoun.candidates.iter().map(|it| named.contains(&it.entity) == is_named).collect())
}

/// How many of the pronouns whose name is given were told rightly.
pub fn right(reader: &Reader, document: &Document, weights: &[i16]) -> (usize, usize) {
    let named = document.gold.values().filter(|gold| matches!(gold, Gold::Names(_))).count();
    let found = pronouns(reader, &document.text, weights, document.sexes);
    let hits = found.iter().filter(|pronoun| {
        matches!(document.gold.get(&pronoun.span.start()), Some(Gold::Names(_)))
            && right_names(document, pronoun).is_some_and(|right| right[pronoun.best])
    });
    (hits.count(), named)
}
