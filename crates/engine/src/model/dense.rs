//! [`Dense`]: what a layer makes of the sums of its matrix: scales, and a curve over what comes
//! out.
//!
//! In a file: `curve u8, matrix`. The curves are 0 none, 1 max(0, y).

use super::ModelError;
use super::bytes::{Bytes, times};
use super::frames::Shape;
use super::matrix::{Matrix, Scales};

pub(super) struct Dense {
    /// How many outputs there are.
    pub(super) rows: usize,
    scales: Scales,
    /// What no output is below.
    floor: f32,
}

impl Dense {
    /// Reads one for inputs of this shape, so many times over, and its matrix.
    pub(super) fn read(
        bytes: &mut Bytes,
        of: Shape,
        taps: usize,
    ) -> Result<(Self, Matrix), ModelError> {
        let floor = match bytes.u8()? {
            0 => f32::NEG_INFINITY,
            1 => 0.0,
            _ => return Err(ModelError::Shape("an unknown curve")),
        };
        let (matrix, scales) = Matrix::read(bytes, of.step)?;
        if matrix.columns != times(of.width, taps)? {
            return Err(ModelError::Shape("a layer that does not fit the one before"));
        }
        Ok((Self { rows: matrix.rows, scales, floor }, matrix))
    }

    /// Numbers that the sums of one input take.
    pub(super) fn stride(&self) -> usize {
        self.scales.stride()
    }

    /// Whether no output is below zero.
    pub(super) fn is_positive(&self) -> bool {
        self.floor >= 0.0
    }

    /// What comes out for the sums of one input; with zeros that fill it up.
    #[inline]
    pub(super) fn outputs(&self, sums: &[i32]) -> impl Iterator<Item = f32> {
        self.scales.outputs(sums).map(|y| if y > self.floor { y } else { self.floor })
    }
}
