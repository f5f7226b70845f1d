//! One key for all names of an organization, a place or a thing.

use std::collections::HashMap;

use crate::{Mention, MentionKind};

/// Names that the world uses for one another. The first of each row is the key.
const ALIASES: &[&[&str]] = &[
    &["united states", "us", "usa", "america", "united states of america"],
    &["united kingdom", "uk", "britain", "great britain"],
    &["european union", "eu"],
    &["united nations", "un"],
    &["north korea", "dprk", "north", "democratic people's republic of korea"],
    &["south korea", "republic of korea"],
    &["people's republic of china", "china", "prc"],
    &["russian federation", "russia"],
    &["united arab emirates", "uae"],
    &["world health organization", "who", "world health organisation"],
    &["world trade organization", "wto"],
    &["international monetary fund", "imf"],
    &["federal bureau of investigation", "fbi"],
    &["central intelligence agency", "cia"],
    &["north atlantic treaty organization", "nato"],
    &["republican party", "gop"],
    &["associated press", "ap"],
    &["kyiv", "kiev"],
];

/// The article's long forms by their acronym.
pub(super) type Acronyms = HashMap<String, String>;

/// Collects the initials of every longer name, so that "EMU" finds "Eastmoor University".
pub(super) fn acronyms(text: &str, mentions: &[Mention]) -> Acronyms {
    let mut out = Acronyms::new();
    for mention in mentions {
        let name = plain(mention.span.of(text));
        let capitals = mention
            .span
            .of(text)
            .split_whitespace()
            .filter_map(|word| word.chars().next().filter(|c| c.is_uppercase()));
        let initials: String = capitals.collect::<String>().to_lowercase();
        if mention.kind == MentionKind::Organization && initials.chars().count() >= 2 {
            out.entry(initials).or_insert(name);
        }
    }
    out
}

/// The key of a name of `kind`: equal for names of one entity.
pub(super) fn key(name: &str, kind: MentionKind, acronyms: &Acronyms) -> String {
    let plain = plain(name);
    if matches!(kind, MentionKind::Nationality) {
        return format!("people {}", plain.strip_suffix('s').unwrap_or(&plain));
    }
    if let Some(row) = ALIASES.iter().find(|row| row.contains(&plain.as_str())) {
        return row[0].to_owned();
    }
    let is_short = !name.contains(char::is_whitespace) && !name.chars().any(char::is_lowercase);
    match acronyms.get(&plain).filter(|_| is_short) {
        Some(long) => long.clone(),
        None => plain,
    }
}

/// A name in small letters without "the", dots and curled apostrophes.
fn plain(name: &str) -> String {
    let words = name.split_whitespace().map(|word| word.replace('.', "").replace('’', "'"));
    let joined = words.collect::<Vec<_>>().join(" ").to_lowercase();
    joined.strip_prefix("the ").map_or(joined.clone(), str::to_owned)
}
