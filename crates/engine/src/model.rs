//! The small neural encoder: its file, its arithmetic, and what it says of a text.
//!
//! [`Model::parse`] reads a file, an [`Encoder`] turns the tokens of a paragraph into frames, and
//! each [`Head`] tells tags from these. Weights are bytes, numbers between layers are 16 bits, sums
//! are 32 bits and exact: results are the same natively and in wasm. Each part tells its own piece
//! of the file's format: [`container`], [`input`], [`words`], [`matrix`], [`dense`], [`head`];
//! `training/encoder/container.py` writes it.
//!
//! It refuses to know what a word or a tag means: which features a token has and what follows from
//! a tag is told by its callers. It decides nothing by real numbers that a machine could round in
//! another way.

mod bytes;
mod container;
mod convolution;
mod dense;
mod error;
mod frames;
mod head;
mod input;
mod lane;
mod matrix;
mod output;
mod paired;
mod rounding;
mod table;
mod weights;
mod words;

use std::ops::Range;

use self::container::Sections;
use self::convolution::{Convolution, Layer};
use self::frames::Frames;
use self::input::Input;

pub use self::container::checksum;
pub use self::error::ModelError;
pub use self::head::{Head, Reading, UNIT};
pub use self::input::{TABLES, Token};

/// The most tokens that are encoded at once. More are cut into windows.
const WINDOW: usize = 512;

/// How many tokens two windows share: each token is taken from the window in which it has more
/// around it.
const SHARED: usize = 64;

/// A model that has been read, to be shared by all that use it.
pub struct Model {
    input: Input,
    layers: Vec<Convolution>,
    heads: Vec<Head>,
}

/// Encodes one paragraph after the other with a model, and keeps its memory and what it has found
/// out of spellings from one to the next.
pub struct Encoder<'m> {
    model: &'m Model,
    input: input::Room,
    now: Frames,
    next: Frames,
    convolution: convolution::Room,
    head: head::Room,
    /// The last paragraph's frames.
    encoded: Frames,
}

impl Model {
    /// Reads a file. Any bytes give a model or an error.
    pub fn parse(file: &[u8]) -> Result<Self, ModelError> {
        let sections = Sections::read(file)?;
        sections.only(&["input", "words", "table", "flags", "layer", "head"])?;
        let input = Input::read(&sections)?;
        let mut shape = input.shape();
        let mut layers = Vec::new();
        for mut bytes in sections.all("layer").skip(1) {
            let layer = Convolution::of(Layer::read(&mut bytes, shape)?);
            shape = layer.shape();
            layers.push(layer);
        }
        let heads = sections.all("head").map(|bytes| Head::read(bytes, shape));
        Ok(Self { input, layers, heads: heads.collect::<Result<_, _>>()? })
    }

    /// The row of a word in lower case, for [`Token::word`]; 0 where it is not known.
    pub fn word(&self, word: &str) -> u32 {
        self.input.words.as_ref().map_or(0, |words| words.row(word))
    }

    /// The head of a name.
    pub fn head(&self, name: &str) -> Option<&Head> {
        self.heads.iter().find(|head| head.name() == name)
    }

    /// All heads, in the order of the file.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// Adds what somebody else says of tags that follow each other to a head's pairs: `pairs` from
    /// tag to tag, in units of [`UNIT`]. Says nothing where the head has other tags.
    pub fn join_pairs(&mut self, head: &str, pairs: &[i32]) {
        if let Some(head) = self.heads.iter_mut().find(|one| one.name() == head) {
            head.join_pairs(pairs);
        }
    }

    /// An encoder for the paragraphs of an article.
    pub fn encoder(&self) -> Encoder<'_> {
        Encoder {
            model: self,
            input: input::Room::default(),
            now: Frames::default(),
            next: Frames::default(),
            convolution: convolution::Room::default(),
            head: head::Room::default(),
            encoded: Frames::default(),
        }
    }

    /// How wide the last frames are.
    fn width(&self) -> usize {
        self.layers.last().map_or(self.input.shape(), Convolution::shape).width
    }
}

impl Encoder<'_> {
    /// Encodes a paragraph, for [`Encoder::read`]. Takes the place of the one before.
    pub fn encode(&mut self, tokens: &[Token]) {
        self.encoded.reset(self.model.width(), 0);
        for (window, kept) in windows(tokens.len()) {
            self.encode_window(&tokens[window]);
            self.encoded.extend(&self.now, kept);
        }
    }

    /// What a head of the model says of the paragraph that was encoded last.
    pub fn read(&mut self, head: &Head, out: &mut Reading) {
        self.read_with(head, &[], out);
    }

    /// The same, where somebody else has a say: `also` is added to the head's scores, tag by tag of
    /// each token, in units of [`UNIT`].
    pub fn read_with(&mut self, head: &Head, also: &[i32], out: &mut Reading) {
        head.run(&self.encoded, also, &mut self.head, out);
    }

    fn encode_window(&mut self, tokens: &[Token]) {
        let Self { model, input, now, next, convolution, .. } = self;
        model.input.write(tokens, input, now);
        for layer in &model.layers {
            layer.run(now, convolution, next);
            std::mem::swap(now, next);
        }
    }
}

/// The windows over so many tokens: which tokens each encodes, and which of these are kept.
fn windows(count: usize) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let step = WINDOW - SHARED;
    let number = if count <= WINDOW { 1 } else { 1 + (count - WINDOW).div_ceil(step) };
    (0..number).map(move |at| {
        let start = at * step;
        let end = (start + WINDOW).min(count);
        let first = if at == 0 { 0 } else { SHARED / 2 };
        let last = if at + 1 == number { end - start } else { WINDOW - SHARED / 2 };
        (start..end, first..last)
    })
}
