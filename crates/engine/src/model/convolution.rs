//! [`Convolution`]: a dense layer over a token and its neighbours, or over each token alone.
//!
//! In a file, the section `layer`:
//! `1 u8, taps u8, dilation u16, residual u8, gain f32, step f32, dense`.
//! The matrix has `taps * width` columns: the frames at `-d, 0, d` for three taps and a dilation of
//! `d`, zeros past the ends. Its output is `gain * curve(y)`, with the frame itself added where
//! `residual` is 1, in units of `step`.

use super::ModelError;
use super::bytes::Bytes;
use super::dense::Dense;
use super::frames::{Frames, Shape};
use super::paired::{self, Paired};
use super::rounding::short;
use super::weights::Weights;

pub(super) struct Convolution {
    dense: Dense,
    product: Product,
    of: Shape,
    taps: usize,
    dilation: usize,
    is_residual: bool,
    gain: f32,
    step: f32,
}

/// How the sums come about. All ways give the same.
enum Product {
    /// The weights of all taps with the frames of all taps.
    Whole(Weights),
    /// Two frames at a time.
    Paired(Paired),
}

/// Room for one convolution.
#[derive(Default)]
pub(super) struct Room {
    neighbours: Vec<i16>,
    paired: paired::Room,
    sums: Vec<i32>,
}

impl Convolution {
    pub(super) fn read(bytes: &mut Bytes, of: Shape) -> Result<Self, ModelError> {
        if bytes.u8()? != 1 {
            return Err(ModelError::Shape("an unknown kind of layer"));
        }
        let (taps, dilation) = (usize::from(bytes.u8()?), bytes.u16()?);
        let is_residual = bytes.u8()? == 1;
        let (gain, step) = (bytes.f32()?, bytes.step()?);
        if taps % 2 == 0 || taps > 15 || dilation == 0 {
            return Err(ModelError::Shape("an even number of taps"));
        }
        let (dense, matrix) = Dense::read(bytes, of, taps)?;
        if is_residual && dense.rows != of.width {
            return Err(ModelError::Shape("a residual of another width"));
        }
        let paired = of.is_positive.then(|| Paired::new(&matrix, of.width, dilation)).flatten();
        let product = paired.map_or_else(|| Product::Whole(matrix.weights()), Product::Paired);
        Ok(Self { dense, product, of, taps, dilation, is_residual, gain, step })
    }

    /// Reads a layer over each token alone: `step f32, dense`.
    pub(super) fn pointwise(bytes: &mut Bytes, of: Shape) -> Result<Self, ModelError> {
        let step = bytes.step()?;
        let (dense, matrix) = Dense::read(bytes, of, 1)?;
        let product = Product::Whole(matrix.weights());
        Ok(Self { dense, product, of, taps: 1, dilation: 1, is_residual: false, gain: 1.0, step })
    }

    pub(super) fn shape(&self) -> Shape {
        let is_positive = self.dense.is_positive()
            && self.gain >= 0.0
            && (self.of.is_positive || !self.is_residual);
        Shape { width: self.dense.rows, step: self.step, is_positive }
    }

    /// How many tokens on each side an output depends on.
    fn reach(&self) -> usize {
        self.taps / 2 * self.dilation
    }

    pub(super) fn run(&self, input: &Frames, room: &mut Room, out: &mut Frames) {
        out.reset(self.dense.rows, input.count());
        let stride = self.dense.stride();
        room.sums.resize(input.count() * stride, 0);
        match &self.product {
            Product::Paired(paired) => paired.sums(input, &mut room.paired, &mut room.sums),
            Product::Whole(weights) if self.taps == 1 => {
                weights.multiply(input.all(), &mut room.sums);
            }
            Product::Whole(weights) => {
                self.gather(input, weights.width(), &mut room.neighbours);
                weights.multiply(&room.neighbours, &mut room.sums);
            }
        }
        let sums = room.sums.chunks_exact(stride);
        for ((sums, before), after) in sums.zip(input.each()).zip(out.each_mut()) {
            self.finish(sums, before, after);
        }
    }

    /// Each frame with its neighbours beside it, `stride` numbers each.
    fn gather(&self, input: &Frames, stride: usize, out: &mut Vec<i16>) {
        let width = self.of.width;
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
    fn finish(&self, sums: &[i32], before: &[i16], after: &mut [i16]) {
        let (gain, inverse) = (self.gain, 1.0 / self.step);
        let outputs = after.iter_mut().zip(self.dense.outputs(sums));
        if self.is_residual {
            let unit = self.of.step;
            for ((after, y), before) in outputs.zip(before) {
                *after = short((gain * y + f32::from(*before) * unit) * inverse);
            }
        } else {
            for (after, y) in outputs {
                *after = short(gain * y * inverse);
            }
        }
    }
}
