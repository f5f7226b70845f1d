//! Word lists that the rules read. Short ones are written here by hand; the long ones (`*.txt`) are
//! made by `training/lexicon/make.py` and say in their first line what they were made from.

pub(crate) mod abbreviation;
pub(crate) mod cue;
pub(crate) mod measure;
pub(crate) mod money;
pub(crate) mod speech;
mod table;

use table::Table;

/// Given names with the sex they tell: "m", "f" or "u" for both or unknown.
pub(crate) static GIVEN: Table = Table::new(include_str!("lexicon/given.txt"));
/// Family names.
pub(crate) static FAMILY: Table = Table::new(include_str!("lexicon/family.txt"));
/// Countries, regions and large cities.
pub(crate) static PLACES: Table = Table::new(include_str!("lexicon/places.txt"));
/// Nationalities, religions and parties as adjectives and as people.
pub(crate) static PEOPLES: Table = Table::new(include_str!("lexicon/peoples.txt"));
/// Organizations known by name.
pub(crate) static ORGANIZATIONS: Table = Table::new(include_str!("lexicon/organizations.txt"));
/// Words that are mostly written in small letters.
pub(crate) static COMMON: Table = Table::new(include_str!("lexicon/common.txt"));
