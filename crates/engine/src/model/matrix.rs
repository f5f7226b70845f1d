//! [`Matrix`]: weights of one byte as they stand in a file, and [`Scales`], which make real numbers
//! of their sums.
//!
//! In a file: `rows u16, columns u16, scale f32[rows], bias f32[rows], weights i8[rows][columns]`.
//! A row's output is `scale * step * sum(weight * input) + bias`, where `step` is what one unit of
//! the input stands for.

use super::ModelError;
use super::bytes::{Bytes, times};
use super::weights::{Weights, stride};

/// The weights in the file's order.
pub(super) struct Matrix {
    /// How many outputs there are.
    pub(super) rows: usize,
    /// How many inputs.
    pub(super) columns: usize,
    weights: Vec<i8>,
}

/// What is made of the sums of a matrix's rows.
pub(super) struct Scales {
    /// What one unit of a row's sum stands for. With zeros up to whole groups of rows.
    factor: Vec<f32>,
    /// Likewise.
    bias: Vec<f32>,
}

impl Matrix {
    /// Reads a matrix for inputs where one unit is `step`.
    pub(super) fn read(bytes: &mut Bytes, step: f32) -> Result<(Self, Scales), ModelError> {
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
        factor.iter_mut().for_each(|scale| *scale *= step);
        factor.resize(stride(rows), 0.0);
        bias.resize(stride(rows), 0.0);
        let sound = |value: &f32| value.abs() <= 1e9;
        if !factor.iter().chain(&bias).all(sound) {
            return Err(ModelError::Shape("a scale"));
        }
        Ok((Self { rows, columns, weights }, Scales { factor, bias }))
    }

    /// The weights of each output.
    pub(super) fn each(&self) -> impl Iterator<Item = &[i8]> {
        self.weights.chunks(self.columns)
    }

    /// The whole matrix, to be multiplied with.
    pub(super) fn weights(&self) -> Weights {
        self.front(self.columns)
    }

    /// Its first columns alone, so many and at least one.
    pub(super) fn front(&self, columns: usize) -> Weights {
        let columns = columns.clamp(1, self.columns);
        let rows = self.each().map(|row| &row[..columns]);
        let weights: Vec<i16> = rows.flatten().map(|weight| i16::from(*weight)).collect();
        Weights::new(&weights, columns)
    }
}

impl Scales {
    /// Numbers that the sums of one input take.
    pub(super) fn stride(&self) -> usize {
        self.factor.len()
    }

    /// The outputs for the sums of one input.
    #[inline]
    pub(super) fn outputs(&self, sums: &[i32]) -> impl Iterator<Item = f32> {
        let scales = self.factor.iter().zip(&self.bias);
        sums.iter().zip(scales).map(|(sum, (factor, bias))| *sum as f32 * factor + bias)
    }
}

/// Whether no inputs of 16 bits can take a sum over the row, or any part of it, out of 32 bits.
fn fits(row: &[i8]) -> bool {
    let all: i64 = row.iter().map(|weight| i64::from(weight.unsigned_abs())).sum();
    all * i64::from(i16::MIN.unsigned_abs()) <= i64::from(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Matrix, ModelError};

    /// A matrix as it stands in a file.
    fn written(rows: u16, columns: u16, weights: &[i8]) -> Vec<u8> {
        let mut out = [rows.to_le_bytes(), columns.to_le_bytes()].concat();
        out.extend(1f32.to_le_bytes().repeat(usize::from(rows)));
        out.extend(0f32.to_le_bytes().repeat(usize::from(rows)));
        out.extend(weights.iter().map(|weight| weight.cast_unsigned()));
        out
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
