//! [`Output`]: the frames that a layer makes of the sums of its matrix.
//!
//! A number is `gain * curve(y)`, with the frame before the layer added where it is residual, in
//! units of `step`.

use super::dense::Dense;
use super::frames::{Frames, Shape};
use super::rounding::short;

pub(super) struct Output {
    pub(super) dense: Dense,
    /// What the layer's inputs are.
    pub(super) of: Shape,
    pub(super) is_residual: bool,
    pub(super) gain: f32,
    pub(super) step: f32,
}

impl Output {
    pub(super) fn shape(&self) -> Shape {
        let is_positive = self.dense.is_positive()
            && self.gain >= 0.0
            && (self.of.is_positive || !self.is_residual);
        Shape { width: self.dense.rows, step: self.step, is_positive }
    }

    /// Makes room for the sums of so many inputs.
    pub(super) fn reserve(&self, count: usize, sums: &mut Vec<i32>) {
        sums.resize(count * self.dense.stride(), 0);
    }

    /// The frames for the sums of so many inputs. `before` counts where the layer is residual.
    pub(super) fn write(&self, sums: &[i32], before: &Frames, out: &mut Frames) {
        let stride = self.dense.stride();
        out.reset(self.dense.rows, sums.len() / stride);
        let sums = sums.chunks_exact(stride);
        if self.is_residual {
            for ((sums, before), after) in sums.zip(before.each()).zip(out.each_mut()) {
                self.add(sums, before, after);
            }
        } else {
            for (sums, after) in sums.zip(out.each_mut()) {
                self.put(sums, after);
            }
        }
    }

    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn add(&self, sums: &[i32], before: &[i16], after: &mut [i16]) {
        let (gain, unit, inverse) = (self.gain, self.of.step, 1.0 / self.step);
        let outputs = after.iter_mut().zip(self.dense.outputs(sums));
        for ((after, y), before) in outputs.zip(before) {
            *after = short((gain * y + f32::from(*before) * unit) * inverse);
        }
    }

    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn put(&self, sums: &[i32], after: &mut [i16]) {
        let (gain, inverse) = (self.gain, 1.0 / self.step);
        for (after, y) in after.iter_mut().zip(self.dense.outputs(sums)) {
            *after = short(gain * y * inverse);
        }
    }
}
