//! [`Weights`]: laid out as the kernel reads them, and the product of them with rows of 16-bit
//! numbers.

use std::slice::ChunksExactMut;

use super::lane::{self, Eight, Sums};

/// Rows that are summed at once, each four of them in one register.
const GROUP: usize = 16;

/// Inputs that are multiplied in one call: an even number.
const FEW: usize = 64;

/// For a pair of columns, both weights of each of the group's rows, four rows to a register.
type Block = [[i16; 8]; GROUP / 4];

/// A matrix of whole numbers. No input may take a sum over a row out of 32 bits, but where its
/// caller knows what wraps around.
pub(super) struct Weights {
    /// How many sums one input gives: the rows, filled up to whole groups.
    stride: usize,
    /// Pairs of columns, with a column of zeros where they are odd.
    pairs: usize,
    /// For each group of rows, for each pair of columns.
    blocks: Vec<Block>,
}

impl Weights {
    /// Of rows of so many columns, one after another.
    pub(super) fn new(weights: &[i16], columns: usize) -> Self {
        let (stride, pairs) = (stride(weights.len() / columns), columns.div_ceil(2));
        let mut blocks = Vec::with_capacity(stride / GROUP * pairs);
        for group in weights.chunks(GROUP * columns) {
            let mut rows = group.chunks(columns);
            let rows: [&[i16]; GROUP] = std::array::from_fn(|_| rows.next().unwrap_or_default());
            let weight = |row: usize, column: usize| rows[row].get(column).copied();
            let both = |four: usize, pair: usize, at: usize| {
                weight(4 * four + at / 2, 2 * pair + at % 2).unwrap_or_default()
            };
            blocks.extend((0..pairs).map(|pair| -> Block {
                std::array::from_fn(|four| std::array::from_fn(|at| both(four, pair, at)))
            }));
        }
        Self { stride, pairs, blocks }
    }

    /// How many sums one input gives: the rows, filled up.
    pub(super) fn stride(&self) -> usize {
        self.stride
    }

    /// Numbers that one input takes: the columns, filled up to an even number. What fills may be
    /// anything.
    pub(super) fn width(&self) -> usize {
        2 * self.pairs
    }

    /// The sums of every row for each input of [`Weights::width`] numbers, [`Weights::stride`] sums
    /// for each.
    pub(super) fn multiply(&self, inputs: &[i16], sums: &mut [i32]) {
        // SAFETY: every x86-64 has SSE2, which is all that is asked for.
        #[cfg(target_arch = "x86_64")]
        #[expect(unsafe_code)]
        unsafe {
            self.multiply_here(inputs, sums);
        }
        #[cfg(not(target_arch = "x86_64"))]
        self.multiply_here(inputs, sums);
    }

    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    #[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
    fn multiply_here(&self, inputs: &[i16], sums: &mut [i32]) {
        for (group, blocks) in self.blocks.chunks_exact(self.pairs).enumerate() {
            let sums = sums.chunks_mut(FEW * self.stride);
            for (inputs, sums) in inputs.chunks(FEW * self.width()).zip(sums) {
                multiply_few(blocks, inputs, sums.chunks_exact_mut(self.stride), group);
            }
        }
    }
}

/// The sums of a group of rows for a few inputs.
///
/// A function of its own: a browser starts with a quickly made version of each, and changes to the
/// fast one only from one call to the next.
#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
fn multiply_few(blocks: &[Block], inputs: &[i16], mut sums: ChunksExactMut<i32>, group: usize) {
    let pairs = blocks.len();
    let mut two = inputs.as_chunks().0.chunks_exact(2 * pairs);
    for two in two.by_ref() {
        let [a, b] = tile(blocks, [&two[..pairs], &two[pairs..]]);
        store(&mut sums, group, a);
        store(&mut sums, group, b);
    }
    if !two.remainder().is_empty() {
        let [one] = tile(blocks, [two.remainder()]);
        store(&mut sums, group, one);
    }
}

/// Numbers that so many rows take where sums are kept.
pub(super) fn stride(rows: usize) -> usize {
    rows.next_multiple_of(GROUP)
}

/// Puts the sums of a group of rows where they belong in the next output.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
fn store<'s>(sums: &mut impl Iterator<Item = &'s mut [i32]>, group: usize, of: [Sums; 4]) {
    let place = sums.next().and_then(|sums| sums.as_chunks_mut::<GROUP>().0.get_mut(group));
    if let Some(place) = place {
        for (four, of) in place.as_chunks_mut().0.iter_mut().zip(of) {
            *four = lane::numbers(of);
        }
    }
}

/// The sums of a group of rows for each of `N` inputs: what is loaded once is used `N` or four
/// times.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
fn tile<const N: usize>(blocks: &[Block], inputs: [&[[i16; 2]]; N]) -> [[Sums; 4]; N] {
    let mut sums = [[lane::zero(); 4]; N];
    let pairs = inputs[0].len();
    let (blocks, inputs) = (&blocks[..pairs], inputs.map(|input| &input[..pairs]));
    for (pair, block) in blocks.iter().enumerate() {
        let weights: [Eight; 4] = block.each_ref().map(|four| lane::eight(four));
        for (sums, input) in sums.iter_mut().zip(inputs) {
            let input = lane::four_times(input[pair]);
            for (sum, weights) in sums.iter_mut().zip(weights) {
                *sum = lane::add_products(*sum, weights, input);
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Weights;

    proptest! {
        #[test]
        fn sums_are_those_of_school(
            rows in 1usize..40,
            columns in 1usize..50,
            count in 0usize..6,
            numbers in prop::collection::vec(any::<i16>(), 4000),
        ) {
            let own: Vec<i16> = numbers[..rows * columns].iter().map(|one| one >> 8).collect();
            let weights = Weights::new(&own, columns);
            let inputs = &numbers[2000..][..count * weights.width()];
            let mut sums = vec![0; count * weights.stride()];
            weights.multiply(inputs, &mut sums);
            for (input, sums) in
                inputs.chunks(weights.width()).zip(sums.chunks(weights.stride()))
            {
                for (row, sum) in own.chunks(columns).zip(sums) {
                    let school: i64 =
                        row.iter().zip(input).map(|(a, b)| i64::from(*a) * i64::from(*b)).sum();
                    prop_assert_eq!(i64::from(*sum), school);
                }
            }
        }
    }
}
