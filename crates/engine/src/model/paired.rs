//! [`Paired`]: a convolution of three taps with two thirds of the multiplications.
//!
//! With `a b c e` four frames a dilation apart and `g h k` the weights of the taps, the outputs at
//! `b` and `c` are
//! ```text
//! g a + h b + k c = g (a - c) + (p + q) / 2      p = (g + h + k) (b + c)
//! g b + h c + k e = (p - q) / 2 - k (b - e)      q = (g - h + k) (c - b)
//! ```
//! four products instead of six: the minimal filtering F(2, 3) of S. Winograd, "Arithmetic
//! Complexity of Computations" (1980), which A. Lavin and S. Gray brought to networks in 2016.
//! Whole numbers make it exact: the sums are those of the six products to the last bit.
//!
//! Numbers of frames must not be negative, so that a difference of two has 16 bits. A sum of two has
//! them once 32,768 is taken away, which [`Paired::whole`] gives back to each row. `p` and `q` alone
//! may leave 32 bits and wrap around; `p + q` and `p - q`, twice a sum over some taps, do not.

use super::frames::Frames;
use super::matrix::Matrix;
use super::weights::Weights;

/// What is taken away from the sum of two numbers.
const HALF: i16 = i16::MIN;

pub(super) struct Paired {
    /// For `a - c`, `b + c`, `c - b` and `b - e`.
    weights: [Weights; 4],
    /// What `p` lacks in each row.
    whole: Vec<i32>,
    dilation: usize,
}

/// Room for one product.
#[derive(Default)]
pub(super) struct Room {
    inputs: [Vec<i16>; 4],
    sums: [Vec<i32>; 4],
    /// The frame past the ends.
    nothing: Vec<i16>,
}

impl Paired {
    /// Of a matrix of three taps over frames of `width` numbers, where its sums let it.
    pub(super) fn new(matrix: &Matrix, width: usize, dilation: usize) -> Option<Self> {
        if matrix.columns != 3 * width || !matrix.each().all(fits_twice) {
            return None;
        }
        let of = |signs: [i16; 3]| {
            let mut weights = Vec::with_capacity(matrix.rows * width);
            for row in matrix.each() {
                let (first, others) = row.split_at(width);
                let (second, third) = others.split_at(width);
                weights.extend(first.iter().zip(second).zip(third).map(
                    |((first, second), third)| {
                        let taps = [*first, *second, *third].map(i16::from);
                        signs[0] * taps[0] + signs[1] * taps[1] + signs[2] * taps[2]
                    },
                ));
            }
            Weights::new(&weights, width)
        };
        let whole = |row: &[i8]| {
            let sum: i32 = row.iter().map(|weight| i32::from(*weight)).sum();
            sum.wrapping_mul(-i32::from(HALF))
        };
        let weights = [[1, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 1]].map(of);
        let mut whole: Vec<i32> = matrix.each().map(whole).collect();
        whole.resize(weights[0].stride(), 0);
        Some(Self { weights, whole, dilation })
    }

    /// The sums for each frame, rows filled up as [`Weights::stride`] has it.
    pub(super) fn sums(&self, input: &Frames, room: &mut Room, out: &mut [i32]) {
        let (stride, count) = (self.whole.len(), input.count());
        self.gather(input, room);
        for ((weights, inputs), sums) in self.weights.iter().zip(&room.inputs).zip(&mut room.sums) {
            sums.resize(inputs.len() / weights.width() * stride, 0);
            weights.multiply(inputs, sums);
        }
        for (pair, at) in self.firsts(count).enumerate() {
            let products = room.sums.each_ref().map(|sums| &sums[pair * stride..][..stride]);
            let (front, back) = out.split_at_mut((at + self.dilation).min(count) * stride);
            self.first(products, &mut front[at * stride..][..stride]);
            if let Some(out) = back.get_mut(..stride) {
                self.second(products, out);
            }
        }
    }

    /// The first frame of each pair.
    fn firsts(&self, count: usize) -> impl Iterator<Item = usize> {
        (0..count).filter(|at| (at / self.dilation).is_multiple_of(2))
    }

    /// What each product is of.
    fn gather(&self, input: &Frames, room: &mut Room) {
        let width = self.weights[0].width();
        room.nothing.resize(width, 0);
        let pairs = self.firsts(input.count()).count();
        let mut rows = room.inputs.each_mut().map(|inputs| {
            inputs.resize(pairs * width, 0);
            inputs.chunks_exact_mut(width)
        });
        for at in self.firsts(input.count()) {
            let frame = |at| input.get(at).unwrap_or(&room.nothing);
            let before = at.checked_sub(self.dilation).map_or(&room.nothing[..], frame);
            let after = [0, 1, 2].map(|dilations| frame(at + dilations * self.dilation));
            let [Some(outer), Some(sum), Some(difference), Some(last)] =
                rows.each_mut().map(Iterator::next)
            else {
                return;
            };
            subtract(before, after[1], outer);
            add(after[0], after[1], sum);
            subtract(after[1], after[0], difference);
            subtract(after[0], after[2], last);
        }
    }

    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn first(&self, [outer, p, q, _]: [&[i32]; 4], out: &mut [i32]) {
        for ((((out, outer), p), q), whole) in
            out.iter_mut().zip(outer).zip(p).zip(q).zip(&self.whole)
        {
            *out = outer.wrapping_add(p.wrapping_add(*whole).wrapping_add(*q) >> 1);
        }
    }

    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn second(&self, [_, p, q, last]: [&[i32]; 4], out: &mut [i32]) {
        for ((((out, last), p), q), whole) in
            out.iter_mut().zip(last).zip(p).zip(q).zip(&self.whole)
        {
            *out = (p.wrapping_add(*whole).wrapping_sub(*q) >> 1).wrapping_sub(*last);
        }
    }
}

#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn subtract(a: &[i16], b: &[i16], out: &mut [i16]) {
    for ((out, a), b) in out.iter_mut().zip(a).zip(b) {
        *out = a.wrapping_sub(*b);
    }
}

#[inline(never)]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn add(a: &[i16], b: &[i16], out: &mut [i16]) {
    for ((out, a), b) in out.iter_mut().zip(a).zip(b) {
        *out = a.wrapping_add(*b).wrapping_add(HALF);
    }
}

/// Whether twice a sum over some of the row's taps stays within 32 bits, for inputs that are not
/// negative.
fn fits_twice(row: &[i8]) -> bool {
    let side =
        |sign: i64| -> i64 { row.iter().map(|weight| (sign * i64::from(*weight)).max(0)).sum() };
    side(1).max(side(-1)) * 2 * i64::from(i16::MAX) <= i64::from(i32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Frames, Matrix, Paired, Room};
    use crate::model::bytes::Bytes;

    fn matrix(rows: usize, width: usize, weights: &[i8]) -> Matrix {
        let mut file = [(rows as u16).to_le_bytes(), (3 * width as u16).to_le_bytes()].concat();
        file.extend(1f32.to_le_bytes().repeat(2 * rows));
        file.extend(weights[..3 * rows * width].iter().map(|weight| weight.cast_unsigned()));
        Matrix::read(&mut Bytes(&file), 1.0).unwrap().0
    }

    proptest! {
        #[test]
        fn sums_are_those_of_six_products(
            (rows, width, count, dilation) in (1usize..20, 1usize..12, 0usize..40, 1usize..9),
            weights in prop::collection::vec(any::<i8>(), 1000),
            numbers in prop::collection::vec(prop_oneof![0..=i16::MAX, Just(i16::MAX)], 500),
        ) {
            let matrix = matrix(rows, width, &weights);
            let paired = Paired::new(&matrix, width, dilation).expect("few weights fit");
            let mut frames = Frames::default();
            frames.reset(width, count);
            for (frame, numbers) in frames.each_mut().zip(numbers.chunks(width)) {
                frame[..width].copy_from_slice(numbers);
            }
            let mut out = vec![1; count * paired.whole.len()];
            paired.sums(&frames, &mut Room::default(), &mut out);
            for (at, sums) in out.chunks(paired.whole.len()).enumerate() {
                for (row, sum) in matrix.each().zip(sums) {
                    let product = |column: usize| {
                        let near = (at + column / width * dilation).checked_sub(dilation);
                        let frame = near.and_then(|near| frames.get(near));
                        let number = frame.map_or(0, |frame| frame[column % width]);
                        i32::from(row[column]) * i32::from(number)
                    };
                    prop_assert_eq!(*sum, (0..3 * width).map(product).sum::<i32>());
                }
            }
        }
    }

    #[test]
    fn weights_that_could_leave_32_bits_twice_are_left_to_six_products() {
        let of = |weights: &[i8]| {
            Paired::new(&matrix(1, weights.len() / 3, weights), weights.len() / 3, 1).is_some()
        };
        assert!(of(&[[127; 258].as_slice(), &[-127; 258]].concat()));
        assert!(!of(&[127; 261]));
        assert!(!of(&[-127; 261]));
    }
}
