//! [`Lstm`]: a layer that reads its tokens from both ends, as `torch.nn.LSTM` does.
//!
//! The section `layer` of kind 2: `kind u8`, then for each direction, forward first, two matrices:
//! of the input and of the state before, 4 `hidden` rows each, the gates one after the other in the
//! order input, forget, cell, output; the two biases are added up. The state is between -1 and 1
//! and stands in units of 1/32767; the output is both states, the forward one first.

use super::ModelError;
use super::bytes::Bytes;
use super::curve::{short, sigmoid, tanh};
use super::frames::{Frames, Shape};
use super::matrix::Matrix;

/// What one unit of a state stands for.
const STEP: f32 = 1.0 / UNITS;
const UNITS: f32 = 32_767.0;

pub(super) struct Lstm {
    hidden: usize,
    directions: [Direction; 2],
}

struct Direction {
    input: Matrix,
    state: Matrix,
}

/// Room for one layer.
#[derive(Default)]
pub(super) struct Room {
    /// What the inputs add to each gate of each token.
    sums: Vec<i32>,
    memory: Memory,
}

/// What a direction remembers from one token to the next, and room to find the next.
#[derive(Default)]
struct Memory {
    state: Vec<i16>,
    cell: Vec<f32>,
    sums: Vec<i32>,
    gates: Vec<f32>,
}

impl Lstm {
    pub(super) fn read(bytes: &mut Bytes, of: Shape) -> Result<Self, ModelError> {
        let directions = [Direction::read(bytes, of)?, Direction::read(bytes, of)?];
        let [hidden, other] = [0, 1].map(|at: usize| directions[at].state.columns);
        if hidden != other {
            return Err(ModelError::Shape("directions of two widths"));
        }
        Ok(Self { hidden, directions })
    }

    pub(super) fn shape(&self) -> Shape {
        Shape { width: 2 * self.hidden, step: STEP }
    }

    pub(super) fn run(&self, input: &Frames, room: &mut Room, out: &mut Frames) {
        let hidden = self.hidden;
        out.reset(2 * hidden, input.count());
        let Room { sums, memory } = room;
        let [forward, backward] = &self.directions;
        forward.project(input, sums);
        let each = sums.chunks_exact(forward.input.stride());
        forward.run(each.zip(out.each_mut().map(|out| &mut out[..hidden])), memory);
        backward.project(input, sums);
        let each = sums.chunks_exact(backward.input.stride());
        let places = out.each_mut().map(|out| &mut out[hidden..2 * hidden]);
        backward.run(each.rev().zip(places.rev()), memory);
    }
}

impl Direction {
    fn read(bytes: &mut Bytes, of: Shape) -> Result<Self, ModelError> {
        let input = Matrix::read(bytes, of.step)?;
        let state = Matrix::read(bytes, STEP)?;
        let gates = 4 * state.columns;
        if input.columns != of.width || input.rows != gates || state.rows != gates {
            return Err(ModelError::Shape("a recurrent layer"));
        }
        Ok(Self { input, state })
    }

    fn project(&self, input: &Frames, sums: &mut Vec<i32>) {
        sums.resize(input.count() * self.input.stride(), 0);
        self.input.multiply(input.all(), sums);
    }

    /// Goes from token to token: the sums of each token's input, and where its state goes.
    fn run<'f>(
        &self,
        tokens: impl Iterator<Item = (&'f [i32], &'f mut [i16])>,
        memory: &mut Memory,
    ) {
        memory.reset(&self.state);
        for (sums, out) in tokens {
            self.state.multiply(&memory.state, &mut memory.sums);
            self.input.outputs(sums, &mut memory.gates);
            self.state.add_outputs(&memory.sums, &mut memory.gates);
            memory.turn();
            out.copy_from_slice(&memory.state[..out.len()]);
        }
    }
}

impl Memory {
    /// Nothing remembered, for a state that this matrix takes.
    fn reset(&mut self, of: &Matrix) {
        self.state.clear();
        self.state.resize(of.width(), 0);
        self.cell.clear();
        self.cell.resize(of.columns, 0.0);
        self.sums.resize(of.stride(), 0);
        self.gates.resize(of.stride(), 0.0);
    }

    /// The next cell and state by the gates.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn turn(&mut self) {
        let (input, rest) = self.gates.split_at(self.cell.len());
        let (forget, rest) = rest.split_at(input.len());
        let (new, output) = rest.split_at(input.len());
        let kept = self.cell.iter_mut().zip(forget);
        let added = input.iter().zip(new);
        for ((cell, forget), (input, new)) in kept.zip(added) {
            *cell = sigmoid(*forget) * *cell + sigmoid(*input) * tanh(*new);
        }
        for ((state, cell), output) in self.state.iter_mut().zip(&self.cell).zip(output) {
            *state = short(sigmoid(*output) * tanh(*cell) * UNITS);
        }
    }
}
