//! Pronouns that sex alone tells, in texts that no longer show it.
//!
//! Where of all names near a pronoun one is of its sex and the others are not, the pronoun stands for
//! that one. With every "she" made a "he" and the sexes of given names hidden, the same pronoun must
//! be told by the rest: by place, clause and what went before. So any text teaches.

use std::collections::BTreeMap;

use galley_engine::Reader;
use galley_engine::training::{Pronoun, Sexes, pronouns};

use crate::corpus::{Document, Gold};

/// How far a name of unknown sex must be, counted in candidates, not to matter.
const NEAR: usize = 6;

/// The document that teaches what sex tells in `text`, if anything.
pub fn document(reader: &Reader, text: &str, weights: &[i16], weight: f32) -> Option<Document> {
    let found = pronouns(reader, text, weights, Sexes::Seen);
    let gold: BTreeMap<usize, Gold> = found.iter().filter_map(told).collect();
    let text = without_sex(text);
    (!gold.is_empty()).then_some(Document { text, sexes: Sexes::Hidden, gold, weight })
}

/// The only person near a pronoun who is of its sex, where each other is known not to be.
fn told(pronoun: &Pronoun) -> Option<(usize, Gold)> {
    let near: Vec<_> = pronoun.candidates.iter().filter(|it| it.is_person).take(NEAR).collect();
    let fitting: Vec<_> = near.iter().filter(|it| it.fits == Some(true)).collect();
    let others = near.iter().filter(|it| it.fits == Some(false)).count();
    let entity = fitting.first()?.entity;
    let is_told = fitting.iter().all(|it| it.entity == entity)
        && others > 0
        && fitting.len() + others == near.len();
    let names = fitting.iter().map(|it| (it.span.start(), it.span.end())).collect();
    is_told.then_some((pronoun.span.start(), Gold::Names(names)))
}

/// The text with each feminine pronoun as a masculine one of the same length in bytes.
fn without_sex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        out += match word {
            "she" => "he ",
            "She" | "SHE" => "He ",
            "her" if is_object(after) => "him",
            "her" => "his",
            "Her" | "HER" => "His",
            "hers" => "his ",
            "herself" => "himself",
            "Herself" => "Himself",
            word => word,
        };
        let mark = after.chars().next().map_or(0, char::len_utf8);
        out += &after[..mark];
        rest = &after[mark..];
    }
    out
}

/// Whether "her" before this is no possessive.
fn is_object(after: &str) -> bool {
    const SMALL: &[&str] = &[
        "to", "in", "and", "as", "for", "at", "with", "on", "the", "a", "from", "that", "by", "of",
        "into", "out", "up", "about", "but", "who", "when", "because", "after", "before",
    ];
    let word = after.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    !after.starts_with(' ') || SMALL.contains(&word)
}
