//! [`Hash`]: a feature as its parts are taken in, one after the other.

use super::SPACE;

/// Which template, and the parts so far.
#[derive(Clone, Copy)]
pub(super) struct Hash(u32);

const PRIME: u32 = 0x0100_0193;

impl Hash {
    /// A feature of a template, without its parts.
    pub(super) const fn of(template: u8) -> Self {
        Self((0x811c_9dc5 ^ template as u32).wrapping_mul(PRIME))
    }

    /// With one more part.
    pub(super) fn with(self, part: &str) -> Self {
        self.with_bytes(part.bytes())
    }

    /// With one more part, byte by byte.
    pub(super) fn with_bytes(self, part: impl Iterator<Item = u8>) -> Self {
        let take = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(PRIME);
        Self(take(part.fold(self.0, take), 0xff))
    }

    /// Its number, below [`SPACE`].
    pub(super) fn feature(self) -> u32 {
        let mut hash = self.0;
        hash ^= hash >> 15;
        hash = hash.wrapping_mul(0x2c1b_3c6d);
        hash ^= hash >> 12;
        hash % SPACE
    }
}
