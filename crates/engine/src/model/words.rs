//! [`Words`]: which words the model knows, and a vector for each.
//!
//! In a file, the section `words`:
//! ```text
//! words u32, parts u16, size u16, centroids u16, at u16, scale f32, bits u8
//! counts     u8[2^bits]                       how many words have each bucket
//! rests      u16[words]                       the next 16 bits of each word's hash
//! centroids  i8[parts][centroids][size]
//! codes      u8[words][parts]                 the centroid of each part; two to a byte, the first
//!                                             in the low half, for 16 centroids or fewer
//! ```
//! Words stand in the order of their [`hash`], of which the upper `bits` are the bucket. Row 0 is
//! for words that are not known, and says nothing; the first word has row 1. A word that is not known passes for one
//! that is as often as the 16 bits agree, which is about once in 50,000.
//! The vector stands in the input from `at` on: part by part, `size` numbers times `scale` each.

use super::ModelError;
use super::bytes::{Bytes, times};

pub(super) struct Words {
    parts: usize,
    size: usize,
    at: usize,
    scale: f32,
    bits: u32,
    /// Where each bucket begins in `rests`, and where the last one ends.
    starts: Vec<u32>,
    rests: Vec<u16>,
    centroids: Vec<i8>,
    count: usize,
    codes: Vec<u8>,
}

impl Words {
    /// Reads the section for inputs of `width` numbers.
    pub(super) fn read(mut bytes: Bytes, width: usize) -> Result<Self, ModelError> {
        let words = bytes.count()?;
        let (parts, size, count, at) = (bytes.u16()?, bytes.u16()?, bytes.u16()?, bytes.u16()?);
        let scale = bytes.f32()?;
        let bits = u32::from(bytes.u8()?);
        if bits == 0 || bits > 24 || !(1..=256).contains(&count) {
            return Err(ModelError::Shape("the table of words"));
        }
        if at + parts * size > width {
            return Err(ModelError::Shape("word vectors wider than the input"));
        }
        let mut starts = Vec::new();
        let mut sum = 0;
        for count in bytes.take(1 << bits)? {
            starts.push(sum);
            sum += u32::from(*count);
        }
        starts.push(sum);
        if sum as usize != words {
            return Err(ModelError::Shape("the index of words"));
        }
        let rests = bytes.u16s(words)?;
        let centroids = bytes.i8s(times(times(parts, count)?, size)?)?;
        let packed = if count <= 16 { parts.div_ceil(2) } else { parts };
        let codes = bytes.take(times(words, packed)?)?.to_vec();
        bytes.end("the table of words")?;
        let out = Self { parts, size, at, scale, bits, starts, rests, centroids, count, codes };
        let known = count == 256 || (0..words).all(|word| out.codes_of(word).all(|it| it < count));
        if known { Ok(out) } else { Err(ModelError::Shape("a word's code")) }
    }

    /// The row of a word, 0 for one that is not known.
    pub(super) fn row(&self, word: &str) -> u32 {
        let hash = hash(word);
        let bucket = (hash >> (64 - self.bits)) as usize;
        let rest = (hash >> (48 - self.bits)) as u16;
        let (start, end) = (self.starts[bucket], self.starts[bucket + 1]);
        let words = &self.rests[start as usize..end as usize];
        words.iter().position(|one| *one == rest).map_or(0, |place| start + place as u32 + 1)
    }

    /// Where in the input its vectors end.
    pub(super) fn end(&self) -> usize {
        self.at + self.parts * self.size
    }

    /// Adds the vector of a row to an input; nothing for row 0 and where there is no such row.
    #[inline]
    pub(super) fn add(&self, row: u32, input: &mut [f32]) {
        let Some(word) = (row as usize).checked_sub(1).filter(|word| *word < self.rests.len())
        else {
            return;
        };
        let place = &mut input[self.at..][..self.parts * self.size];
        for (part, code) in self.codes_of(word).enumerate() {
            let centroid = &self.centroids[(part * self.count + code) * self.size..][..self.size];
            for (sum, number) in place[part * self.size..].iter_mut().zip(centroid) {
                *sum += f32::from(*number) * self.scale;
            }
        }
    }

    /// The centroid of each part of a word, counted from 0.
    fn codes_of(&self, word: usize) -> impl Iterator<Item = usize> {
        let packed = self.count <= 16;
        let each = if packed { self.parts.div_ceil(2) } else { self.parts };
        let codes = &self.codes[word * each..][..each];
        (0..self.parts).map(move |part| match packed {
            true => usize::from(codes[part / 2] >> (4 * (part % 2)) & 15),
            false => usize::from(codes[part]),
        })
    }
}

/// The hash of a word: FNV-1a of its bytes, with its bits mixed once more so that the upper ones
/// depend on every byte.
pub(super) fn hash(word: &str) -> u64 {
    let fnv = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let mixed = (fnv ^ (fnv >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 33)
}
