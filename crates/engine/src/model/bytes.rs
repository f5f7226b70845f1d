//! [`Bytes`]: numbers read from the front of a slice, least byte first. Nothing is allocated before
//! the bytes that fill it are known to be there.

use super::ModelError;

/// What is left to read.
#[derive(Clone, Copy)]
pub(super) struct Bytes<'b>(pub(super) &'b [u8]);

impl<'b> Bytes<'b> {
    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'b [u8], ModelError> {
        let (front, rest) = self.0.split_at_checked(count).ok_or(ModelError::Truncated)?;
        self.0 = rest;
        Ok(front)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ModelError> {
        let (front, rest) = self.0.split_first_chunk().ok_or(ModelError::Truncated)?;
        self.0 = rest;
        Ok(*front)
    }

    pub(super) fn u8(&mut self) -> Result<u8, ModelError> {
        Ok(self.array::<1>()?[0])
    }

    pub(super) fn u16(&mut self) -> Result<usize, ModelError> {
        Ok(usize::from(u16::from_le_bytes(self.array()?)))
    }

    pub(super) fn u32(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// A count of things that memory could hold.
    pub(super) fn count(&mut self) -> Result<usize, ModelError> {
        usize::try_from(self.u32()?).map_err(|_| ModelError::Truncated)
    }

    /// A finite number.
    pub(super) fn f32(&mut self) -> Result<f32, ModelError> {
        let number = f32::from_le_bytes(self.array()?);
        if number.is_finite() { Ok(number) } else { Err(ModelError::Shape("a number")) }
    }

    /// A size of one step: above zero, and neither it nor its inverse is out of all bounds.
    pub(super) fn step(&mut self) -> Result<f32, ModelError> {
        let step = self.f32()?;
        if (1e-9..=1e9).contains(&step) { Ok(step) } else { Err(ModelError::Shape("a step")) }
    }

    pub(super) fn f32s(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        let mut bytes = Bytes(self.take(times(count, 4)?)?);
        (0..count).map(|_| bytes.f32()).collect()
    }

    pub(super) fn i8s(&mut self, count: usize) -> Result<Vec<i8>, ModelError> {
        Ok(self.take(count)?.iter().map(|byte| byte.cast_signed()).collect())
    }

    pub(super) fn u16s(&mut self, count: usize) -> Result<Vec<u16>, ModelError> {
        let (pairs, _) = self.take(times(count, 2)?)?.as_chunks();
        Ok(pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect())
    }

    /// A short text: its length in one byte, then its bytes.
    pub(super) fn name(&mut self) -> Result<String, ModelError> {
        let length = usize::from(self.u8()?);
        let name = std::str::from_utf8(self.take(length)?);
        name.map(str::to_owned).map_err(|_| ModelError::Shape("a name"))
    }

    /// An error when anything is left.
    pub(super) fn end(self, part: &'static str) -> Result<(), ModelError> {
        if self.0.is_empty() { Ok(()) } else { Err(ModelError::Shape(part)) }
    }
}

/// A product that a damaged file cannot make wrap around.
pub(super) fn times(one: usize, other: usize) -> Result<usize, ModelError> {
    one.checked_mul(other).ok_or(ModelError::Truncated)
}
