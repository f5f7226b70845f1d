//! [`Offsets`]: bytes to UTF-16 units and code points, and back.

/// An offset in UTF-16 code units, as the DOM counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Utf16(pub usize);

/// An offset in Unicode code points, as files and the W3C data model count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CodePoint(pub usize);

/// Bytes between two checkpoints: a conversion reads at most this much text.
const STRIDE: usize = 512;

#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    byte: usize,
    utf16: usize,
    code_point: usize,
}

impl Checkpoint {
    fn step(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.utf16 += c.len_utf16();
        self.code_point += 1;
    }
}

/// Converts offsets of one text in about constant time, after one pass over it.
///
/// Offsets past the end become the end; offsets inside a character become its start.
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    checkpoints: Vec<Checkpoint>,
}

impl<'t> Offsets<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut at = Checkpoint::default();
        let mut checkpoints = vec![at];
        for c in text.chars() {
            at.step(c);
            if at.byte >= checkpoints.len() * STRIDE {
                checkpoints.push(at);
            }
        }
        Self { text, checkpoints }
    }

    /// The UTF-16 offset of a byte offset.
    pub fn utf16(&self, byte: usize) -> Utf16 {
        Utf16(self.seek(byte, |at| at.byte).utf16)
    }

    /// The code point offset of a byte offset.
    pub fn code_point(&self, byte: usize) -> CodePoint {
        CodePoint(self.seek(byte, |at| at.byte).code_point)
    }

    /// The byte offset of a UTF-16 offset.
    pub fn byte_of_utf16(&self, offset: Utf16) -> usize {
        self.seek(offset.0, |at| at.utf16).byte
    }

    /// The byte offset of a code point offset.
    pub fn byte_of_code_point(&self, offset: CodePoint) -> usize {
        self.seek(offset.0, |at| at.code_point).byte
    }

    /// The last character start whose `unit` is at most `target`.
    fn seek(&self, target: usize, unit: impl Fn(&Checkpoint) -> usize) -> Checkpoint {
        let nearest = self.checkpoints.partition_point(|at| unit(at) <= target);
        let mut at = self.checkpoints[nearest.saturating_sub(1)];
        for c in self.text[at.byte..].chars() {
            let mut next = at;
            next.step(c);
            if unit(&next) > target {
                break;
            }
            at = next;
        }
        at
    }
}
