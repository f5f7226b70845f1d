//! [`Frames`]: a row of 16-bit numbers for each token, as layers take and give them.

/// How wide frames are, and what one unit of them stands for.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub(super) width: usize,
    pub(super) step: f32,
    /// Whether no number of theirs is below zero.
    pub(super) is_positive: bool,
}

/// Rows of one width, each filled up to an even number with zeros.
#[derive(Default)]
pub(super) struct Frames {
    stride: usize,
    numbers: Vec<i16>,
}

impl Frames {
    /// So many rows of zeros; the memory is kept from one use to the next.
    pub(super) fn reset(&mut self, width: usize, count: usize) {
        self.stride = width.next_multiple_of(2);
        self.numbers.clear();
        self.numbers.resize(self.stride * count, 0);
    }

    pub(super) fn count(&self) -> usize {
        self.numbers.len().checked_div(self.stride).unwrap_or(0)
    }

    pub(super) fn all(&self) -> &[i16] {
        &self.numbers
    }

    pub(super) fn get(&self, at: usize) -> Option<&[i16]> {
        self.numbers.chunks_exact(self.stride.max(1)).nth(at)
    }

    pub(super) fn each(&self) -> impl Iterator<Item = &[i16]> {
        self.numbers.chunks_exact(self.stride.max(1))
    }

    pub(super) fn each_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut [i16]> {
        self.numbers.chunks_exact_mut(self.stride.max(1))
    }

    /// Adds the rows of a range of others of the same width.
    pub(super) fn extend(&mut self, others: &Frames, range: std::ops::Range<usize>) {
        let (start, end) = (range.start * others.stride, range.end * others.stride);
        self.numbers.extend_from_slice(&others.numbers[start..end]);
    }
}
