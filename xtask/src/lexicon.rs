//! Compiles the engine's word lists into the one table that it looks names up in.
//!
//! `training/lexicon/make.py` gathers the lists, or a hand writes them; here nothing is chosen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use fst::MapBuilder;
use galley_engine::lexicon::{Classes, key};

use crate::process;

/// `cargo xtask lexicon`.
pub(crate) fn run() -> Result<()> {
    let table = compile(&lists()?)?;
    fs::write(file(), &table)?;
    println!("{} bytes", table.len());
    Ok(())
}

/// The compiled table.
fn file() -> PathBuf {
    process::root().join("crates/engine/src/lexicon/names.bin")
}

/// The names of every list, without its first line.
fn lists() -> Result<Vec<(Classes, Vec<String>)>> {
    let folder = process::root().join("crates/engine/lexicon");
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let is_known = Classes::LISTS.iter().any(|(name, _)| Some(*name) == stem);
        ensure!(is_known, "{} is the list of no class", path.display());
    }
    let read =
        |(name, class): &(&str, Classes)| Ok((*class, names(&folder.join(format!("{name}.txt")))?));
    Classes::LISTS.iter().map(read).collect()
}

fn names(list: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(list).with_context(|| format!("no {}", list.display()))?;
    let mut lines = text.lines();
    let says_its_source = lines.next().is_some_and(|line| line.starts_with("#! "));
    ensure!(says_its_source, "{} does not open with its sources", list.display());
    Ok(lines.map(str::to_owned).collect())
}

/// The number of different sets, the sets, the most frequent first, and a transducer from each
/// name to the place of its set.
fn compile(lists: &[(Classes, Vec<String>)]) -> Result<Vec<u8>> {
    let mut entries: BTreeMap<String, Classes> = BTreeMap::new();
    for (class, names) in lists {
        for name in names {
            let key = key(name);
            if key.is_empty() {
                bail!("{name:?} has no letters");
            }
            let classes = entries.entry(key).or_default();
            *classes = classes.or(*class);
        }
    }
    let sets = sets(entries.values().map(|classes| classes.bits()));
    let mut table = u32::try_from(sets.len())?.to_le_bytes().to_vec();
    table.extend(sets.iter().flat_map(|set| set.to_le_bytes()));
    let places: BTreeMap<u32, u64> = sets.into_iter().zip(0..).collect();
    let mut transducer = MapBuilder::memory();
    for (name, classes) in entries {
        transducer.insert(name, places[&classes.bits()])?;
    }
    table.extend(transducer.into_inner()?);
    Ok(table)
}

/// Each set once, the most frequent first, so that most names need no number of their own.
fn sets(all: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for set in all {
        *counts.entry(set).or_default() += 1;
    }
    let by_count: BTreeSet<(usize, u32)> = counts.into_iter().map(|(set, n)| (n, set)).collect();
    by_count.into_iter().rev().map(|(_, set)| set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_compiled_from_the_shipped_lists() {
        let fresh = compile(&lists().expect("the lists are there")).expect("they compile");
        let shipped = fs::read(file()).expect("the table is there");
        assert!(fresh == shipped, "the lists have changed: run `cargo xtask lexicon`");
    }

    #[test]
    fn a_name_without_letters_is_refused() {
        assert!(compile(&[(Classes::CITY, vec!["--".to_owned()])]).is_err());
    }
}
