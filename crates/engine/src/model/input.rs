//! [`Token`] and [`Input`]: what the encoder is told of a token, and the first frame that it makes
//! of it.
//!
//! In a file, the section `input`: `width u16, step f32`, then the section `words`, each section
//! `table`, the section `flags`, which is a table too, and the first `layer`, over each token alone.
//! All rows that a token picks are added up in the input from their table's `at` on.
//!
//! The first layer's sums are those of what each row alone adds. Of the word and of tables with many
//! rows they are found once for all tokens that pick the same, of tables with few rows once for all
//! texts. Where vectors of different kinds lie apart, that is the sum over the whole input to the
//! last bit.

use std::collections::HashMap;

use super::ModelError;
use super::container::Sections;
use super::convolution::Layer;
use super::frames::{Frames, Shape};
use super::output::Output;
use super::rounding::short;
use super::table::{Sums, Table};
use super::weights::Weights;
use super::words::Words;

/// The most tables of small features.
pub const TABLES: usize = 8;

/// The most rows of a table whose sums are kept for all texts.
const FEW: usize = 256;

/// The most spellings whose sums are kept.
const MANY: usize = 8192;

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

/// The rows that a token picks of the words and of the tables with many rows.
type Spelling = (u32, [u32; TABLES]);

/// Makes frames of tokens.
pub(super) struct Input {
    pub(super) words: Option<Words>,
    tables: Vec<Either>,
    flags: Option<Sums>,
    /// The first layer's for what spellings give, which is in the first columns.
    weights: Weights,
    inverse: f32,
    output: Output,
}

/// A table with many rows, or with few.
enum Either {
    Many(Table),
    Few(Sums),
}

/// Room for the input, and what is known of spellings.
#[derive(Default)]
pub(super) struct Room {
    known: HashMap<Spelling, usize>,
    /// Of all known spellings.
    known_sums: Vec<i32>,
    real: Vec<f32>,
    inputs: Vec<i16>,
    /// Which spelling each token has.
    places: Vec<usize>,
    sums: Vec<i32>,
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
        let mut bytes = sections.first("layer").ok_or(ModelError::Shape("no layer"))?;
        let layer = Layer::read(&mut bytes, Shape { width, step, is_positive: false })?;
        if layer.taps != 1 || layer.output.is_residual {
            return Err(ModelError::Shape("a first layer over more than each token"));
        }
        let few = |table: &Table| table.sums(&layer.matrix, step);
        let flags = flags.as_ref().map(few);
        let either = |table| match table {
            Table { rows: ..=FEW, .. } => Either::Few(few(&table)),
            _ => Either::Many(table),
        };
        let tables: Vec<Either> = tables.into_iter().map(either).collect();
        let ends = tables.iter().filter_map(Either::many).map(Table::end);
        let end = ends.chain(words.as_ref().map(Words::end)).max().unwrap_or(1);
        let weights = layer.matrix.front(end);
        Ok(Self { words, tables, flags, weights, inverse: 1.0 / step, output: layer.output })
    }

    /// What its frames are.
    pub(super) fn shape(&self) -> Shape {
        self.output.shape()
    }

    /// Writes the frame of each token.
    pub(super) fn write(&self, tokens: &[Token], room: &mut Room, out: &mut Frames) {
        self.look_up(tokens, room);
        self.output.reserve(tokens.len(), &mut room.sums);
        let stride = self.weights.stride();
        let sums = room.sums.chunks_exact_mut(stride);
        for ((token, place), sums) in tokens.iter().zip(&room.places).zip(sums) {
            sums.copy_from_slice(&room.known_sums[place * stride..][..stride]);
            self.add_few(token, sums);
        }
        self.output.write(&room.sums, &Frames::default(), out);
    }

    /// Finds the spelling of each token, and the sums of those that are new.
    fn look_up(&self, tokens: &[Token], room: &mut Room) {
        if room.known.len() + tokens.len() > MANY {
            room.known.clear();
        }
        let (width, before) = (self.weights.width(), room.known.len());
        room.places.clear();
        room.inputs.clear();
        for token in tokens {
            let next = room.known.len();
            let place = *room.known.entry(self.spelling(token)).or_insert(next);
            room.places.push(place);
            if place == next {
                room.real.clear();
                room.real.resize(width, 0.0);
                self.add_many(token, &mut room.real);
                room.inputs.extend(room.real.iter().map(|sum| short(sum * self.inverse)));
            }
        }
        self.output.reserve(room.known.len(), &mut room.known_sums);
        let (_, new) = room.known_sums.split_at_mut(before * self.weights.stride());
        self.weights.multiply(&room.inputs, new);
    }

    fn spelling(&self, token: &Token) -> Spelling {
        let mut rows = [0; TABLES];
        for ((row, table), token) in rows.iter_mut().zip(&self.tables).zip(token.tables) {
            *row = table.many().map_or(0, |_| token);
        }
        (token.word, rows)
    }

    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn add_many(&self, token: &Token, input: &mut [f32]) {
        if let Some(words) = &self.words {
            words.add(token.word, input);
        }
        for (table, row) in self.tables.iter().zip(token.tables) {
            if let Either::Many(table) = table {
                table.add(row as usize % table.rows, input);
            }
        }
    }

    #[inline(never)]
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    fn add_few(&self, token: &Token, sums: &mut [i32]) {
        for (table, row) in self.tables.iter().zip(token.tables) {
            if let Either::Few(table) = table {
                add(sums, table.of(row as usize % table.rows));
            }
        }
        if let Some(flags) = &self.flags {
            let mut left = token.flags;
            while left != 0 {
                let flag = left.trailing_zeros() as usize;
                left &= left - 1;
                if flag < flags.rows {
                    add(sums, flags.of(flag));
                }
            }
        }
    }
}

impl Either {
    fn many(&self) -> Option<&Table> {
        match self {
            Self::Many(table) => Some(table),
            Self::Few(_) => None,
        }
    }
}

#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn add(sums: &mut [i32], more: &[i32]) {
    for (sum, more) in sums.iter_mut().zip(more) {
        *sum = sum.wrapping_add(*more);
    }
}
