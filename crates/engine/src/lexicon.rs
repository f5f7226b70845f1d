//! Word lists that the rules read. Small ones are written here by hand; long ones are made by
//! `training/lexicon` and say at their head where they come from and under which licence.

pub(crate) mod abbreviation;
pub(crate) mod money;
pub(crate) mod speech;
