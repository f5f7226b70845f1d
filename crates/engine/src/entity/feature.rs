//! [`features`]: what the tagger sees of each token, as hashed numbers.
//!
//! Words near it, its shape and affixes, the lists, cue words, what the rules say of it, and what
//! they say of the same word elsewhere in the article.

use std::collections::HashMap;
use std::ops::Range;

use super::Found;
use crate::article::Article;
use crate::lexicon::{Classes, classes, runs, speech};

/// Features are numbers below this.
pub(crate) const SPACE: u32 = 1 << 20;

/// The features of every token of `article`. `numeric` and `named` are what the rules found, in order.
pub(super) fn features(article: &Article, numeric: &[Found], named: &[Found]) -> Vec<Vec<u32>> {
    let sights = sights(article, numeric, named);
    let votes = votes(&sights);
    let mut out = Vec::with_capacity(sights.len());
    for sentence in &article.sentences {
        let tokens = sentence.tokens.clone();
        if !has_capital(article, tokens.clone()) {
            out.extend(tokens.map(|_| Vec::new()));
            continue;
        }
        let headline = super::candidate::is_headline(article, tokens.clone());
        for at in tokens.clone() {
            let look = |offset: isize| {
                let index = at.checked_add_signed(offset).filter(|index| tokens.contains(index));
                index.map_or(&EDGE, |index| &sights[index])
            };
            let mut seen = Seen { features: Vec::with_capacity(64) };
            words(&mut seen, look);
            lists(&mut seen, look);
            elsewhere(&mut seen, look, &votes);
            seen.add(60, &[if headline { "headline" } else { "text" }, look(0).shape.as_str()]);
            out.push(seen.features);
        }
    }
    out
}

/// One token as the templates see it.
struct Sight<'t> {
    word: &'t str,
    lower: String,
    shape: String,
    /// Which lists and cue words it is in, a letter for each.
    lists: String,
    /// What the rules say: kind and place in the mention, and the rule's id.
    rule: (&'static str, &'static str),
    /// The last word of the capitalised run that it is in, in small letters.
    run_end: &'t str,
}

/// A token outside the sentence, or in one without a name.
static EDGE: Sight<'static> = BLANK;

const BLANK: Sight<'static> = Sight {
    word: "",
    lower: String::new(),
    shape: String::new(),
    lists: String::new(),
    rule: ("", ""),
    run_end: "",
};

/// Whether there is a capital among `tokens`, without which there is no name.
fn has_capital(article: &Article, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| article.word(at).chars().any(char::is_uppercase))
}

fn sights<'t>(article: &Article<'t>, numeric: &[Found], named: &[Found]) -> Vec<Sight<'t>> {
    let mut out: Vec<Sight> = Vec::with_capacity(article.tokens.len());
    for sentence in &article.sentences {
        let tokens = sentence.tokens.clone();
        match has_capital(article, tokens.clone()) {
            true => out.extend(tokens.map(|at| sight(article, at))),
            false => out.extend(tokens.map(|_| BLANK)),
        }
    }
    for found in numeric.iter().chain(named) {
        for (index, sight) in out[found.from..found.end].iter_mut().enumerate() {
            sight.rule = (label(found, index == 0), found.rule.id());
        }
    }
    phrases(article, &mut out);
    let mut end = "";
    for sight in out.iter_mut().rev() {
        if !sight.word.starts_with(char::is_uppercase) {
            end = "";
            continue;
        }
        if end.is_empty() {
            end = sight.word;
        }
        sight.run_end = end;
    }
    out
}

/// Lists that a word may be in, each with its letter in [`Sight::lists`].
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

fn sight<'t>(article: &Article<'t>, at: usize) -> Sight<'t> {
    let word = article.word(at);
    let lower = if word.len() < 40 { word.to_lowercase() } else { String::new() };
    if !word.starts_with(char::is_uppercase) {
        let lists = if speech::is_reporting(word) { "s" } else { "" }.to_owned();
        return Sight { word, lower, shape: shape(word), lists, rule: ("", ""), run_end: "" };
    }
    let known = classes(word);
    let told = LETTERS.iter().filter(|(_, classes)| known.meets(*classes));
    let lists = told.map(|(letter, _)| *letter).collect();
    Sight { word, lower, shape: shape(word), lists, rule: ("", ""), run_end: "" }
}

/// Capitals as "X", small letters as "x", digits as "0", runs shortened to two.
fn shape(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars().take(40) {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => '0',
            _ => c,
        };
        if !out.ends_with(class) || !out.ends_with([class, class].as_slice()) {
            out.push(class);
        }
    }
    out
}

fn label(found: &Found, begins: bool) -> &'static str {
    use crate::MentionKind::{Facility, Nationality, Organization, Person, Place};
    match (found.kind, begins) {
        (Person, true) => "PB",
        (Person, false) => "PI",
        (Organization, true) => "OB",
        (Organization, false) => "OI",
        (Place | Facility, true) => "LB",
        (Place | Facility, false) => "LI",
        (Nationality, true) => "NB",
        (Nationality, false) => "NI",
        (_, true) => "MB",
        (_, false) => "MI",
    }
}

/// Longest listed name that is looked for, in tokens.
const LONGEST: usize = 5;

/// Lists of names that may be of several words.
const PHRASES: Classes = Classes::ANY_PLACE.or(Classes::ANY_ORGANIZATION);

/// Marks the tokens of listed names of several words.
fn phrases(article: &Article, sights: &mut [Sight]) {
    for sentence in &article.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let longest = sentence.tokens.end.min(at + LONGEST);
            let opens = sights[at].word.starts_with(char::is_uppercase);
            let words = (at..longest).filter(|_| opens).map(|at| article.word(at));
            let names = runs(words).filter(|(taken, known)| *taken > 1 && known.meets(PHRASES));
            let Some((taken, known)) = names.last() else {
                at += 1;
                continue;
            };
            let (end, is_place) = (at + taken, known.meets(Classes::ANY_PLACE));
            for (index, sight) in sights[at..end].iter_mut().enumerate() {
                sight.lists.push(match (is_place, index) {
                    (true, 0) => '1',
                    (true, _) => '2',
                    (false, 0) => '3',
                    (false, _) => '4',
                });
            }
            at = end;
        }
    }
}

/// What the rules say of each word over the whole article, and whether it stands in small letters.
type Votes<'t> = HashMap<&'t str, HashMap<&'static str, u32>>;

fn votes<'t>(sights: &[Sight<'t>]) -> Votes<'t> {
    let mut out = Votes::new();
    for sight in sights {
        if sight.word.starts_with(char::is_uppercase) {
            *out.entry(sight.word).or_default().entry(sight.rule.0).or_default() += 1;
        }
    }
    out
}

/// Features as they are gathered.
struct Seen {
    features: Vec<u32>,
}

impl Seen {
    fn add(&mut self, template: u8, parts: &[&str]) {
        let mut hash = 0x811c_9dc5_u32 ^ u32::from(template);
        hash = hash.wrapping_mul(0x0100_0193);
        for part in parts {
            for byte in part.bytes().chain([0xff]) {
                hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
        }
        hash ^= hash >> 15;
        hash = hash.wrapping_mul(0x2c1b_3c6d);
        hash ^= hash >> 12;
        self.features.push(hash % SPACE);
    }
}

fn words<'a, 't: 'a>(seen: &mut Seen, look: impl Fn(isize) -> &'a Sight<'t>) {
    let here = look(0);
    seen.add(0, &[]);
    seen.add(1, &[&here.lower]);
    seen.add(2, &[here.word]);
    for (template, offset) in [(3, -2), (4, -1), (5, 1), (6, 2)] {
        seen.add(template, &[&look(offset).lower]);
    }
    seen.add(7, &[&look(-1).lower, &here.lower]);
    seen.add(8, &[&here.lower, &look(1).lower]);
    for (template, offset) in [(9, -1), (10, 0), (11, 1)] {
        seen.add(template, &[&look(offset).shape]);
    }
    seen.add(12, &[&look(-1).shape, &here.shape, &look(1).shape]);
    seen.add(13, &[&look(-2).shape, &look(-1).shape, &here.shape]);
    for (template, length) in [(14, 1), (15, 2), (16, 3), (17, 4)] {
        seen.add(template, &[tail(&here.lower, length)]);
        seen.add(template + 4, &[head(&here.lower, length)]);
    }
    seen.add(22, &[tail(&look(1).lower, 3), &here.shape]);
    seen.add(23, &[&look(-1).lower, &here.shape]);
    seen.add(24, &[&look(1).lower, &here.shape]);
    seen.add(25, &[here.run_end]);
    seen.add(26, &[&look(-1).lower, &look(1).lower]);
    seen.add(27, &[&look(-2).lower, &look(-1).lower]);
    seen.add(28, &[&look(1).lower, &look(2).lower]);
}

fn lists<'a, 't: 'a>(seen: &mut Seen, look: impl Fn(isize) -> &'a Sight<'t>) {
    let here = look(0);
    for (template, offset) in [(30, -2), (31, -1), (32, 0), (33, 1), (34, 2)] {
        seen.add(template, &[&look(offset).lists]);
    }
    seen.add(35, &[&look(-1).lists, &here.lists]);
    seen.add(36, &[&here.lists, &look(1).lists]);
    seen.add(37, &[&look(-1).lists, &here.lists, &look(1).lists]);
    for (template, offset) in [(38, -1), (39, 0), (40, 1)] {
        seen.add(template, &[look(offset).rule.0]);
    }
    seen.add(41, &[here.rule.0, here.rule.1]);
    seen.add(42, &[look(-1).rule.0, here.rule.0, look(1).rule.0]);
    seen.add(43, &[here.rule.0, &here.lists]);
    seen.add(44, &[here.rule.0, &look(-1).lower]);
    seen.add(45, &[here.rule.0, &look(1).lower]);
    seen.add(46, &[here.rule.1, &here.shape, &here.lists]);
    seen.add(47, &[look(1).rule.0, look(1).rule.1, &here.lists]);
    seen.add(48, &[&look(1).shape, &look(1).lists, &look(2).lists]);
}

/// What the article says of the same word in other places.
fn elsewhere<'a, 't: 'a>(seen: &mut Seen, look: impl Fn(isize) -> &'a Sight<'t>, votes: &Votes) {
    let here = look(0);
    let Some(votes) = votes.get(here.word) else { return };
    let total: u32 = votes.values().sum();
    for label in ["PB", "PI", "OB", "OI", "LB", "LI", "NB", "MB", "MI", ""] {
        let share = votes.get(label).map_or(0, |count| 1 + 3 * count / total);
        if share > 0 {
            seen.add(50 + share as u8, &[label]);
            seen.add(55, &[label, here.rule.0]);
        }
    }
    seen.add(56, &[if total > 3 { "many" } else { "few" }]);
}

fn head(word: &str, length: usize) -> &str {
    word.char_indices().nth(length).map_or(word, |(end, _)| &word[..end])
}

fn tail(word: &str, length: usize) -> &str {
    word.char_indices().rev().nth(length - 1).map_or(word, |(start, _)| &word[start..])
}
