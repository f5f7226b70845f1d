//! [`Table`]: a learned vector for each of some rows, which a token that picks the row adds to its
//! input.
//!
//! In a file: `rows u32, size u16, at u16, scale f32, numbers i8[rows][size]`.

use super::ModelError;
use super::bytes::{Bytes, times};
use super::matrix::Matrix;
use super::rounding::short;
use super::weights::stride;

pub(super) struct Table {
    pub(super) rows: usize,
    size: usize,
    /// Where in the input its vectors begin.
    at: usize,
    scale: f32,
    numbers: Vec<i8>,
}

impl Table {
    pub(super) fn read(mut bytes: Bytes, width: usize) -> Result<Self, ModelError> {
        let rows = bytes.count()?;
        let (size, at) = (bytes.u16()?, bytes.u16()?);
        let scale = bytes.f32()?;
        let numbers = bytes.i8s(times(rows, size)?)?;
        bytes.end("a table of features")?;
        if rows == 0 || at + size > width {
            return Err(ModelError::Shape("a table of features"));
        }
        Ok(Self { rows, size, at, scale, numbers })
    }

    /// Where in the input its vectors end.
    pub(super) fn end(&self) -> usize {
        self.at + self.size
    }

    /// Adds the vector of a row to an input.
    #[inline]
    pub(super) fn add(&self, row: usize, input: &mut [f32]) {
        for (sum, number) in input[self.at..].iter_mut().zip(self.vector(row)) {
            *sum += f32::from(*number) * self.scale;
        }
    }

    fn vector(&self, row: usize) -> &[i8] {
        &self.numbers[row * self.size..][..self.size]
    }

    /// What each row adds to the sums of the matrix over inputs in units of `step`.
    pub(super) fn sums(&self, matrix: &Matrix, step: f32) -> Sums {
        let inverse = 1.0 / step;
        let stride = stride(matrix.rows);
        let mut sums = vec![0; self.rows * stride];
        for (row, sums) in sums.chunks_exact_mut(stride).enumerate() {
            let inputs = self.vector(row).iter().enumerate().filter(|(_, number)| **number != 0);
            for (place, number) in inputs {
                let input = i32::from(short(f32::from(*number) * self.scale * inverse));
                for (sum, weights) in sums.iter_mut().zip(matrix.each()) {
                    *sum = input.wrapping_mul(weights[self.at + place].into()).wrapping_add(*sum);
                }
            }
        }
        Sums { rows: self.rows, stride, sums }
    }
}

/// What each row of a table adds to the sums of a matrix.
pub(super) struct Sums {
    pub(super) rows: usize,
    stride: usize,
    sums: Vec<i32>,
}

impl Sums {
    /// Of a row.
    #[inline]
    pub(super) fn of(&self, row: usize) -> &[i32] {
        &self.sums[row * self.stride..][..self.stride]
    }
}
