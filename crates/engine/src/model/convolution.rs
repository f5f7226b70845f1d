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
use super::matrix::Matrix;
use super::output::Output;
use super::paired::{self, Paired};
use super::weights::Weights;

/// A layer as it stands in a file.
pub(super) struct Layer {
    pub(super) taps: usize,
    dilation: usize,
    pub(super) output: Output,
    pub(super) matrix: Matrix,
}

pub(super) struct Convolution {
    output: Output,
    product: Product,
    taps: usize,
    dilation: usize,
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

impl Layer {
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
        bytes.end("a layer")?;
        let output = Output { dense, of, is_residual, gain, step };
        Ok(Self { taps, dilation, output, matrix })
    }
}

impl Convolution {
    pub(super) fn of(layer: Layer) -> Self {
        let Layer { taps, dilation, output, matrix } = layer;
        let of = output.of;
        let paired = of.is_positive.then(|| Paired::new(&matrix, of.width, dilation)).flatten();
        let product = paired.map_or_else(|| Product::Whole(matrix.weights()), Product::Paired);
        Self { output, product, taps, dilation }
    }

    /// Reads a layer over each token alone: `step f32, dense`.
    pub(super) fn pointwise(bytes: &mut Bytes, of: Shape) -> Result<Self, ModelError> {
        let step = bytes.step()?;
        let (dense, matrix) = Dense::read(bytes, of, 1)?;
        let output = Output { dense, of, is_residual: false, gain: 1.0, step };
        Ok(Self { output, product: Product::Whole(matrix.weights()), taps: 1, dilation: 1 })
    }

    pub(super) fn shape(&self) -> Shape {
        self.output.shape()
    }

    /// How many tokens on each side an output depends on.
    fn reach(&self) -> usize {
        self.taps / 2 * self.dilation
    }

    pub(super) fn run(&self, input: &Frames, room: &mut Room, out: &mut Frames) {
        self.output.reserve(input.count(), &mut room.sums);
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
        self.output.write(&room.sums, input, out);
    }

    /// Each frame with its neighbours beside it, `stride` numbers each.
    fn gather(&self, input: &Frames, stride: usize, out: &mut Vec<i16>) {
        let width = self.output.of.width;
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
}
