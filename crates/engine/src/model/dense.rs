//! [`Dense`]: a matrix with a curve over what comes out; alone, or over a token and its neighbours.
//!
//! In a file: `curve u8, matrix`. The curves are 0 none, 1 max(0, y), 2 y times the logistic curve
//! of 1.702 y (which is near to GELU).
//!
//! A convolution, the section `layer` of kind 1:
//! `kind u8, taps u8, dilation u16, residual u8, gain f32, step f32, dense`.
//! The matrix has `taps * width` columns: the frames at `-d, 0, d` for three taps and a dilation of
//! `d`, zeros past the ends. Its output is `gain * curve(y)`, with the frame itself added where
//! `residual` is 1, in units of `step`.

use super::ModelError;
use super::bytes::{Bytes, times};
use super::curve::{short, sigmoid};
use super::frames::{Frames, Shape};
use super::matrix::Matrix;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Curve {
    None,
    Relu,
    Gelu,
}

pub(super) struct Dense {
    pub(super) matrix: Matrix,
    curve: Curve,
}

impl Dense {
    /// Reads one for inputs of this shape, so many times over.
    pub(super) fn read(bytes: &mut Bytes, of: Shape, taps: usize) -> Result<Self, ModelError> {
        let curve = match bytes.u8()? {
            0 => Curve::None,
            1 => Curve::Relu,
            2 => Curve::Gelu,
            _ => return Err(ModelError::Shape("an unknown curve")),
        };
        let matrix = Matrix::read(bytes, of.step)?;
        if matrix.columns != times(of.width, taps)? {
            return Err(ModelError::Shape("a layer that does not fit the one before"));
        }
        Ok(Self { matrix, curve })
    }

    /// What comes out for the sums of one input, one number for each of `out`.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn outputs(&self, sums: &[i32], out: &mut [f32]) {
        self.matrix.outputs(sums, out);
        match self.curve {
            Curve::None => {}
            Curve::Relu => out.iter_mut().for_each(|y| *y = if *y > 0.0 { *y } else { 0.0 }),
            Curve::Gelu => out.iter_mut().for_each(|y| *y *= sigmoid(1.702 * *y)),
        }
    }
}

pub(super) struct Convolution {
    dense: Dense,
    of: Shape,
    taps: usize,
    dilation: usize,
    is_residual: bool,
    gain: f32,
    step: f32,
}

/// Room for one convolution.
#[derive(Default)]
pub(super) struct Room {
    neighbours: Vec<i16>,
    sums: Vec<i32>,
    outputs: Vec<f32>,
}

impl Convolution {
    pub(super) fn read(bytes: &mut Bytes, of: Shape) -> Result<Self, ModelError> {
        let (taps, dilation) = (usize::from(bytes.u8()?), bytes.u16()?);
        let is_residual = bytes.u8()? == 1;
        let (gain, step) = (bytes.f32()?, bytes.step()?);
        if taps % 2 == 0 || taps > 15 || dilation == 0 {
            return Err(ModelError::Shape("an even number of taps"));
        }
        let dense = Dense::read(bytes, of, taps)?;
        if is_residual && dense.matrix.rows != of.width {
            return Err(ModelError::Shape("a residual of another width"));
        }
        Ok(Self { dense, of, taps, dilation, is_residual, gain, step })
    }

    /// Reads a layer over each token alone: `step f32, dense`.
    pub(super) fn pointwise(bytes: &mut Bytes, of: Shape) -> Result<Self, ModelError> {
        let step = bytes.step()?;
        let dense = Dense::read(bytes, of, 1)?;
        Ok(Self { dense, of, taps: 1, dilation: 1, is_residual: false, gain: 1.0, step })
    }

    pub(super) fn shape(&self) -> Shape {
        Shape { width: self.dense.matrix.rows, step: self.step }
    }

    /// How many tokens on each side an output depends on.
    fn reach(&self) -> usize {
        self.taps / 2 * self.dilation
    }

    pub(super) fn run(&self, input: &Frames, room: &mut Room, out: &mut Frames) {
        let matrix = &self.dense.matrix;
        out.reset(matrix.rows, input.count());
        room.sums.resize(input.count() * matrix.stride(), 0);
        if self.taps == 1 {
            matrix.multiply(input.all(), &mut room.sums);
        } else {
            self.gather(input, &mut room.neighbours);
            matrix.multiply(&room.neighbours, &mut room.sums);
        }
        room.outputs.resize(matrix.rows, 0.0);
        let sums = room.sums.chunks_exact(matrix.stride());
        for ((sums, before), after) in sums.zip(input.each()).zip(out.each_mut()) {
            self.dense.outputs(sums, &mut room.outputs);
            self.finish(&room.outputs, before, after);
        }
    }

    /// Each frame with its neighbours beside it.
    fn gather(&self, input: &Frames, out: &mut Vec<i16>) {
        let (width, stride) = (self.of.width, self.dense.matrix.width());
        out.clear();
        out.resize(input.count() * stride, 0);
        for (at, out) in out.chunks_exact_mut(stride).enumerate() {
            for (tap, out) in out.chunks_exact_mut(width).take(self.taps).enumerate() {
                let place = (at + tap * self.dilation).checked_sub(self.reach());
                if let Some(frame) = place.and_then(|place| input.get(place)) {
                    out.copy_from_slice(&frame[..width]);
                }
            }
        }
    }

    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn finish(&self, outputs: &[f32], before: &[i16], after: &mut [i16]) {
        let (gain, inverse) = (self.gain, 1.0 / self.step);
        if self.is_residual {
            let unit = self.of.step;
            for ((after, y), before) in after.iter_mut().zip(outputs).zip(before) {
                *after = short((gain * y + f32::from(*before) * unit) * inverse);
            }
        } else {
            for (after, y) in after.iter_mut().zip(outputs) {
                *after = short(gain * y * inverse);
            }
        }
    }
}
