//! [`Token`] and [`Input`]: what the encoder is told of a token, and the numbers that it makes of it.
//!
//! In a file, the section `input`: `width u16, step f32`; each section `table`, and the section
//! `flags`: `rows u32, size u16, at u16, scale f32, numbers i8[rows][size]`.
//! All rows that a token picks are added up in the input from their table's `at` on.

use std::ops::Range;

use super::ModelError;
use super::bytes::{Bytes, times};
use super::container::Sections;
use super::frames::Frames;
use super::rounding::short;
use super::words::Words;

/// The most tables of small features.
pub const TABLES: usize = 8;

/// What the encoder is told of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The row of its word, as `Model::word` gives it.
    pub word: u32,
    /// Its row in each of the model's tables; counted on from the table's start where it is past
    /// the end, so that a hash will do. Those past the last table say nothing.
    pub tables: [u32; TABLES],
    /// What is true of it, a bit for each row of the model's flags.
    pub flags: u128,
}

/// Makes numbers of tokens.
pub(super) struct Input {
    pub(super) width: usize,
    /// What one unit of an input stands for.
    pub(super) step: f32,
    pub(super) words: Option<Words>,
    tables: Vec<Table>,
    flags: Option<Table>,
}

impl Input {
    pub(super) fn read(sections: &Sections) -> Result<Self, ModelError> {
        let mut bytes = sections.first("input").ok_or(ModelError::Shape("no input"))?;
        let (width, step) = (bytes.u16()?, bytes.step()?);
        bytes.end("the input")?;
        if width == 0 {
            return Err(ModelError::Shape("an input of no width"));
        }
        let table = |bytes| Table::read(bytes, width);
        let words = sections.first("words").map(|bytes| Words::read(bytes, width)).transpose()?;
        let tables: Vec<Table> = sections.all("table").map(table).collect::<Result<_, _>>()?;
        let flags = sections.first("flags").map(table).transpose()?;
        if tables.len() > TABLES || flags.as_ref().is_some_and(|flags| flags.rows > 128) {
            return Err(ModelError::Shape("too many features"));
        }
        Ok(Self { width, step, words, tables, flags })
    }

    /// Writes the numbers of each token. `sums` is room to add them up in.
    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn write(&self, tokens: &[Token], sums: &mut Vec<f32>, out: &mut Frames) {
        let inverse = 1.0 / self.step;
        out.reset(self.width, tokens.len());
        for (token, out) in tokens.iter().zip(out.each_mut()) {
            sums.clear();
            sums.resize(self.width, 0.0);
            self.add_up(token, sums);
            for (out, sum) in out.iter_mut().zip(&*sums) {
                *out = short(*sum * inverse);
            }
        }
    }

    #[inline]
    fn add_up(&self, token: &Token, sums: &mut [f32]) {
        if let Some(words) = &self.words {
            words.add(token.word, sums);
        }
        for (table, row) in self.tables.iter().zip(token.tables) {
            table.add(row as usize % table.rows, sums);
        }
        if let Some(flags) = &self.flags {
            let mut left = token.flags;
            while left != 0 {
                let flag = left.trailing_zeros() as usize;
                left &= left - 1;
                if flag < flags.rows {
                    flags.add(flag, sums);
                }
            }
        }
    }
}

/// A small learned vector for each of some rows.
struct Table {
    rows: usize,
    size: usize,
    at: usize,
    scale: f32,
    numbers: Vec<i8>,
    /// What of each row is not zero: of flags, little.
    used: Vec<Range<usize>>,
}

impl Table {
    fn read(mut bytes: Bytes, width: usize) -> Result<Self, ModelError> {
        let rows = bytes.count()?;
        let (size, at) = (bytes.u16()?, bytes.u16()?);
        let scale = bytes.f32()?;
        let numbers = bytes.i8s(times(rows, size)?)?;
        bytes.end("a table of features")?;
        if rows == 0 || at + size > width {
            return Err(ModelError::Shape("a table of features"));
        }
        let used = numbers.chunks(size.max(1)).map(used).collect();
        Ok(Self { rows, size, at, scale, numbers, used })
    }

    #[inline]
    fn add(&self, row: usize, sums: &mut [f32]) {
        let Some(used) = self.used.get(row) else { return };
        let numbers = &self.numbers[row * self.size..][used.clone()];
        for (sum, number) in sums[self.at + used.start..].iter_mut().zip(numbers) {
            *sum += f32::from(*number) * self.scale;
        }
    }
}

/// From the first number that is not zero to the last.
fn used(row: &[i8]) -> Range<usize> {
    let is_used = |number: &i8| *number != 0;
    let start = row.iter().position(is_used).unwrap_or(0);
    start..row.iter().rposition(is_used).map_or(start, |last| last + 1)
}
