//! [`Look`]: what a spelling tells the tagger, in every place where it can stand, worked out once for
//! the article.

use super::hash::Hash;
use crate::lexicon::{Classes, speech};
use crate::vocabulary::Spelling;

/// One spelling as the templates see it: beginnings of features that others go on, and whole ones.
pub(super) struct Look<'s> {
    pub(super) spelling: &'s Spelling<'s>,
    /// Which lists and cue words it is in, a letter for each.
    pub(super) lists: String,
    /// Of templates whose first part is the word in small letters, as [`LOWER`] has them.
    lower: [Hash; LOWER.len()],
    /// Of templates whose first part is the shape, as [`SHAPE`] has them.
    shape: [Hash; SHAPE.len()],
    pub(super) word: Hash,
    pub(super) run_end: Hash,
    /// Its last three letters, for what stands before it.
    pub(super) tail: Hash,
    /// Its first and last letters.
    pub(super) affixes: [u32; 8],
}

/// Templates whose first part is a word in small letters.
const LOWER: [u8; 12] = [1, 3, 4, 5, 6, 7, 8, 23, 24, 26, 27, 28];

/// Templates whose first part is a shape.
const SHAPE: [u8; 6] = [9, 10, 11, 12, 13, 48];

/// Lists that a word may be in, each with its letter in [`Look::lists`].
const LETTERS: [(char, Classes); 11] = [
    ('g', Classes::GIVEN),
    ('f', Classes::FAMILY),
    ('c', Classes::COMMON),
    ('p', Classes::ANY_PLACE),
    ('n', Classes::PEOPLE),
    ('t', Classes::TITLE),
    ('o', Classes::ORGANIZATION_END),
    ('h', Classes::ORGANIZATION_HEAD),
    ('y', Classes::FACILITY_END),
    ('l', Classes::PLACE_END),
    ('q', Classes::TITLE_QUALIFIER),
];

impl<'s> Look<'s> {
    pub(super) fn new(spelling: &'s Spelling<'s>) -> Self {
        let affix = |at: usize| {
            let (length, template) = (at / 2 + 1, 14 + (at / 2) as u8);
            match at % 2 {
                0 => Hash::of(template).with(spelling.tail(length)).feature(),
                _ => Hash::of(template + 4).with(spelling.head(length)).feature(),
            }
        };
        Self {
            spelling,
            lists: lists(spelling),
            lower: LOWER.map(|template| Hash::of(template).with(&spelling.lower)),
            shape: SHAPE.map(|template| Hash::of(template).with(&spelling.shape)),
            word: Hash::of(2).with(spelling.word),
            run_end: Hash::of(25).with(spelling.word),
            tail: Hash::of(22).with(spelling.tail(3)),
            affixes: std::array::from_fn(affix),
        }
    }

    /// A template that begins with the word in small letters.
    pub(super) fn lower(&self, template: u8) -> Hash {
        let known = LOWER.iter().position(|one| *one == template);
        known.map_or_else(|| Hash::of(template).with(&self.spelling.lower), |at| self.lower[at])
    }

    /// A template that begins with the shape.
    pub(super) fn shape(&self, template: u8) -> Hash {
        let known = SHAPE.iter().position(|one| *one == template);
        known.map_or_else(|| Hash::of(template).with(&self.spelling.shape), |at| self.shape[at])
    }
}

fn lists(spelling: &Spelling) -> String {
    if !spelling.is_capital {
        return if speech::is_reporting(spelling.word) { "s" } else { "" }.to_owned();
    }
    let told = LETTERS.iter().filter(|(_, classes)| spelling.classes.meets(*classes));
    told.map(|(letter, _)| *letter).collect()
}
