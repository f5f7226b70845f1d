//! [`Matrix`]: weights of one byte, laid out as the kernel reads them, and the product of them with
//! rows of 16-bit numbers.
//!
//! In a file: `rows u16, columns u16, scale f32[rows], bias f32[rows], weights i8[rows][columns]`.
//! A row's output is `scale * step * sum(weight * input) + bias`, where `step` is what one unit of
//! the input stands for.

use super::ModelError;
use super::bytes::{Bytes, times};
use super::lane::{self, Eight, Sums};

/// Rows that are summed at once, each four of them in one register.
const GROUP: usize = 16;

/// The weights, their scales and the bias, for inputs of one step.
pub(super) struct Matrix {
    /// How many outputs there are.
    pub(super) rows: usize,
    /// How many inputs.
    pub(super) columns: usize,
    /// For each four rows, for each pair of columns: both weights of each row.
    blocks: Vec<[i16; 8]>,
    /// What one unit of a row's sum stands for. With zeros up to [`Matrix::stride`].
    factor: Vec<f32>,
    /// Likewise.
    bias: Vec<f32>,
}

impl Matrix {
    /// Reads a matrix for inputs where one unit is `step`.
    pub(super) fn read(bytes: &mut Bytes, step: f32) -> Result<Self, ModelError> {
        let (rows, columns) = (bytes.u16()?, bytes.u16()?);
        if rows == 0 || columns == 0 {
            return Err(ModelError::Shape("an empty matrix"));
        }
        let mut factor = bytes.f32s(rows)?;
        let mut bias = bytes.f32s(rows)?;
        let weights = bytes.i8s(times(rows, columns)?)?;
        if !weights.chunks(columns).all(fits) {
            return Err(ModelError::Shape("weights of a row that are too large"));
        }
        let stride = rows.next_multiple_of(GROUP);
        factor.iter_mut().for_each(|scale| *scale *= step);
        factor.resize(stride, 0.0);
        bias.resize(stride, 0.0);
        let sound = |value: &f32| value.abs() <= 1e9;
        if !factor.iter().chain(&bias).all(sound) {
            return Err(ModelError::Shape("a scale"));
        }
        Ok(Self { rows, columns, blocks: blocks(&weights, columns, stride), factor, bias })
    }

    /// Numbers that one output takes: the rows, filled up to whole groups.
    pub(super) fn stride(&self) -> usize {
        self.factor.len()
    }

    /// Numbers that one input takes: the columns, filled up to an even number. What fills may be
    /// anything.
    pub(super) fn width(&self) -> usize {
        self.columns.next_multiple_of(2)
    }

    /// The sums of every row for each input of [`Matrix::width`] numbers, [`Matrix::stride`] sums
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

    /// The outputs for the sums of one input.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn outputs(&self, sums: &[i32], out: &mut [f32]) {
        let scales = self.factor.iter().zip(&self.bias);
        for ((out, sum), (factor, bias)) in out.iter_mut().zip(sums).zip(scales) {
            *out = *sum as f32 * factor + bias;
        }
    }

    /// Adds the outputs for the sums of one input.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn add_outputs(&self, sums: &[i32], out: &mut [f32]) {
        let scales = self.factor.iter().zip(&self.bias);
        for ((out, sum), (factor, bias)) in out.iter_mut().zip(sums).zip(scales) {
            *out += *sum as f32 * factor + bias;
        }
    }

    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    #[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
    fn multiply_here(&self, inputs: &[i16], sums: &mut [i32]) {
        let pairs = self.width() / 2;
        let inputs = inputs.as_chunks().0;
        for (group, blocks) in self.blocks.chunks_exact(4 * pairs).enumerate() {
            let rows = std::array::from_fn(|four| &blocks[four * pairs..][..pairs]);
            let mut sums = sums.chunks_exact_mut(self.stride());
            let mut two = inputs.chunks_exact(2 * pairs);
            for two in two.by_ref() {
                let [a, b] = tile(rows, [&two[..pairs], &two[pairs..]]);
                store(&mut sums, group, a);
                store(&mut sums, group, b);
            }
            if !two.remainder().is_empty() {
                let [one] = tile(rows, [two.remainder()]);
                store(&mut sums, group, one);
            }
        }
    }
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

/// The sums of 16 rows for each of `N` inputs: what is loaded once is used `N` or four times.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
#[cfg_attr(target_arch = "x86_64", target_feature(enable = "sse2"))]
fn tile<const N: usize>(rows: [&[[i16; 8]]; 4], inputs: [&[[i16; 2]]; N]) -> [[Sums; 4]; N] {
    let mut sums = [[lane::zero(); 4]; N];
    let pairs = inputs[0].len();
    let (rows, inputs) = (rows.map(|row| &row[..pairs]), inputs.map(|input| &input[..pairs]));
    for pair in 0..pairs {
        let weights: [Eight; 4] = std::array::from_fn(|four| lane::eight(&rows[four][pair]));
        for (sums, input) in sums.iter_mut().zip(inputs) {
            let input = lane::four_times(input[pair]);
            for (sum, weights) in sums.iter_mut().zip(weights) {
                *sum = lane::add_products(*sum, weights, input);
            }
        }
    }
    sums
}

/// Whether no inputs of 16 bits can take a sum over the row, or any part of it, out of 32 bits.
fn fits(row: &[i8]) -> bool {
    let all: i64 = row.iter().map(|weight| i64::from(weight.unsigned_abs())).sum();
    all * i64::from(i16::MIN.unsigned_abs()) <= i64::from(i32::MAX)
}

/// The weights in the kernel's order, with rows and columns of zeros where they are not whole.
fn blocks(weights: &[i8], columns: usize, stride: usize) -> Vec<[i16; 8]> {
    let weight = |row: usize, column: usize| {
        let place = (column < columns).then_some(row * columns + column);
        place.and_then(|place| weights.get(place)).map_or(0, |weight| i16::from(*weight))
    };
    let fours = (0..stride).step_by(4);
    let each = fours.flat_map(|row| (0..columns).step_by(2).map(move |column| (row, column)));
    each.map(|(row, column)| std::array::from_fn(|at| weight(row + at / 2, column + at % 2)))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Bytes, Matrix, ModelError};

    /// A matrix as it stands in a file.
    fn written(rows: u16, columns: u16, weights: &[i8]) -> Vec<u8> {
        let mut out = [rows.to_le_bytes(), columns.to_le_bytes()].concat();
        out.extend(1f32.to_le_bytes().repeat(usize::from(rows)));
        out.extend(0f32.to_le_bytes().repeat(usize::from(rows)));
        out.extend(weights.iter().map(|weight| weight.cast_unsigned()));
        out
    }

    proptest! {
        #[test]
        fn sums_are_those_of_school(
            rows in 1usize..40,
            columns in 1usize..50,
            count in 0usize..6,
            numbers in prop::collection::vec(any::<i16>(), 4000),
        ) {
            let weights: Vec<i8> =
                numbers.iter().rev().map(|one| (one >> 8) as i8).take(rows * columns).collect();
            let file = written(rows as u16, columns as u16, &weights);
            let matrix = Matrix::read(&mut Bytes(&file), 1.0).unwrap();
            let inputs = &numbers[..count * matrix.width()];
            let mut sums = vec![0; count * matrix.stride()];
            matrix.multiply(inputs, &mut sums);
            for (input, sums) in
                inputs.chunks(matrix.width()).zip(sums.chunks(matrix.stride()))
            {
                for (row, sum) in weights.chunks(columns).zip(sums) {
                    let school: i64 =
                        row.iter().zip(input).map(|(a, b)| i64::from(*a) * i64::from(*b)).sum();
                    prop_assert_eq!(i64::from(*sum), school);
                }
            }
        }
    }

    #[test]
    fn a_row_whose_sum_could_leave_32_bits_is_refused() {
        let read = |columns: u16| {
            let weights = vec![-128; usize::from(columns)];
            Matrix::read(&mut Bytes(&written(1, columns, &weights)), 1.0).err()
        };
        assert_eq!(read(511), None);
        assert_eq!(read(512), Some(ModelError::Shape("weights of a row that are too large")));
    }
}
