//! The way from real numbers back to whole ones.
//!
//! Only sums, products, quotients and comparisons, each rounded as IEEE 754 says, in one order: the
//! result is the same natively and in wasm, however many of them a machine does at once.

/// `x` where it is between the limit and its opposite, else the nearer of them.
#[inline(always)]
fn clamp(x: f32, limit: f32) -> f32 {
    let x = if x < limit { x } else { limit };
    if x > -limit { x } else { -limit }
}

/// The nearest 16-bit number, the even one of two.
#[inline(always)]
pub(super) fn short(x: f32) -> i16 {
    nearest(x, 32_767.0) as i16
}

/// The nearest whole number, the even one of two, between the limit (below four million) and its
/// opposite.
#[inline(always)]
pub(super) fn nearest(x: f32, limit: f32) -> i32 {
    // A number of this size has no room for a fraction: adding it rounds, and what was added to
    // its bits is the whole number.
    const NO_FRACTION: f32 = 12_582_912.0;
    let bits = (clamp(x, limit) + NO_FRACTION).to_bits();
    bits.wrapping_sub(NO_FRACTION.to_bits()).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::{nearest, short};

    #[test]
    fn numbers_are_rounded_to_the_nearest_and_kept_in_bounds() {
        for (x, near) in [(0.5, 0), (1.5, 2), (-0.5, 0), (-1.5, -2), (2.51, 3), (-7.49, -7)] {
            assert_eq!(nearest(x, 100.0), near, "{x}");
        }
        assert_eq!((short(1e30), short(-1e30)), (i16::MAX, -i16::MAX));
        assert_eq!((nearest(1e9, 1e6), nearest(f32::NEG_INFINITY, 1e6)), (1_000_000, -1_000_000));
        assert_eq!(nearest(f32::NAN, 5.0), 5);
    }
}
