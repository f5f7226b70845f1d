//! Four sums of products of 16-bit numbers at once: the one instruction that the encoder lives on,
//! as the machine has it. All of them give the same numbers, since whole numbers have no rounding.
//!
//! A sum that leaves 32 bits wraps around.

#[cfg(target_arch = "wasm32")]
mod machine {
    use core::arch::wasm32::{
        i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_extract_lane, i32x4_splat, v128,
    };

    pub(in crate::model) type Sums = v128;
    pub(in crate::model) type Eight = v128;

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in crate::model) fn zero() -> Sums {
        i32x4_splat(0)
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in crate::model) fn eight(of: &[i16; 8]) -> Eight {
        i16x8(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7])
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in crate::model) fn four_times(pair: [i16; 2]) -> Eight {
        i32x4_splat(super::both(pair))
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in crate::model) fn add_products(sums: Sums, a: Eight, b: Eight) -> Sums {
        i32x4_add(sums, i32x4_dot_i16x8(a, b))
    }

    #[inline]
    #[target_feature(enable = "simd128")]
    pub(in crate::model) fn numbers(sums: Sums) -> [i32; 4] {
        [
            i32x4_extract_lane::<0>(sums),
            i32x4_extract_lane::<1>(sums),
            i32x4_extract_lane::<2>(sums),
            i32x4_extract_lane::<3>(sums),
        ]
    }
}

#[cfg(target_arch = "x86_64")]
mod machine {
    use core::arch::x86_64::{
        __m128i, _mm_add_epi32, _mm_cvtsi128_si64, _mm_madd_epi16, _mm_set1_epi32, _mm_setr_epi16,
        _mm_setzero_si128, _mm_unpackhi_epi64,
    };

    pub(in crate::model) type Sums = __m128i;
    pub(in crate::model) type Eight = __m128i;

    #[inline]
    #[target_feature(enable = "sse2")]
    pub(in crate::model) fn zero() -> Sums {
        _mm_setzero_si128()
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    pub(in crate::model) fn eight(of: &[i16; 8]) -> Eight {
        _mm_setr_epi16(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7])
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    pub(in crate::model) fn four_times(pair: [i16; 2]) -> Eight {
        _mm_set1_epi32(super::both(pair))
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    pub(in crate::model) fn add_products(sums: Sums, a: Eight, b: Eight) -> Sums {
        _mm_add_epi32(sums, _mm_madd_epi16(a, b))
    }

    #[inline]
    #[target_feature(enable = "sse2")]
    pub(in crate::model) fn numbers(sums: Sums) -> [i32; 4] {
        let halves = [_mm_cvtsi128_si64(sums), _mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums))];
        let [a, b] = halves.map(|half| [half as i32, (half >> 32) as i32]);
        [a[0], a[1], b[0], b[1]]
    }
}

#[cfg(not(any(target_arch = "wasm32", target_arch = "x86_64")))]
use portable as machine;

#[cfg(any(test, not(any(target_arch = "wasm32", target_arch = "x86_64"))))]
mod portable {
    pub(in crate::model) type Sums = [i32; 4];
    pub(in crate::model) type Eight = [i16; 8];

    #[inline]
    pub(in crate::model) fn zero() -> Sums {
        [0; 4]
    }

    #[inline]
    pub(in crate::model) fn eight(of: &[i16; 8]) -> Eight {
        *of
    }

    #[inline]
    pub(in crate::model) fn four_times([a, b]: [i16; 2]) -> Eight {
        [a, b, a, b, a, b, a, b]
    }

    #[inline]
    pub(in crate::model) fn add_products(sums: Sums, a: Eight, b: Eight) -> Sums {
        let product = |at: usize| i32::from(a[at]) * i32::from(b[at]);
        let both = |at: usize| product(2 * at).wrapping_add(product(2 * at + 1));
        std::array::from_fn(|at| sums[at].wrapping_add(both(at)))
    }

    #[inline]
    pub(in crate::model) fn numbers(sums: Sums) -> [i32; 4] {
        sums
    }
}

pub(super) use machine::{Eight, Sums, add_products, eight, four_times, numbers, zero};

/// Two numbers of 16 bits as one of 32.
#[cfg(any(target_arch = "wasm32", target_arch = "x86_64"))]
#[inline]
fn both([low, high]: [i16; 2]) -> i32 {
    i32::from(high) << 16 | i32::from(low.cast_unsigned())
}

#[cfg(test)]
mod tests {
    use super::{machine, portable};

    #[test]
    fn the_machine_sums_as_plain_arithmetic_does() {
        let numbers = |seed: i32| {
            std::array::from_fn(|at| (seed.wrapping_mul(at as i32 * 7919 + 31) >> 5) as i16)
        };
        for seed in 0..1000 {
            let (a, pair) = (numbers(seed * 977), [seed as i16, -3 * seed as i16]);
            // SAFETY: every x86-64 has SSE2; elsewhere this is a call as any other.
            #[allow(unsafe_code, unused_unsafe)]
            let sums = unsafe {
                let product = machine::add_products(
                    machine::zero(),
                    machine::eight(&a),
                    machine::four_times(pair),
                );
                machine::numbers(product)
            };
            let plain = portable::add_products(
                portable::zero(),
                portable::eight(&a),
                portable::four_times(pair),
            );
            assert_eq!(sums, portable::numbers(plain));
        }
    }
}
