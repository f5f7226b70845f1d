//! [`Features`]: what the tagger sees of each token, as hashed numbers.
//!
//! Words near it, its shape and affixes, the lists, cue words, what the rules say of it, and what
//! they say of the same word elsewhere in the article. [`look`] works out once what a spelling tells
//! wherever it stands.

mod hash;
mod look;

use std::ops::Range;

use self::hash::Hash;
use self::look::Look;
use super::Found;
use crate::article::Article;
use crate::listed::listed;
use crate::vocabulary::Spelling;

/// Features are numbers below this.
pub(crate) const SPACE: u32 = 1 << 20;

/// The features of every token of an article.
pub(super) struct Features {
    all: Vec<u32>,
    /// Where those of each token end.
    ends: Vec<usize>,
}

impl Features {
    /// Reads `article`. `numeric` and `named` are what the rules found, in order.
    pub(super) fn read(article: &Article, numeric: &[Found], named: &[Found]) -> Self {
        let nothing = Spelling::read("");
        let edge = Look::new(&nothing);
        let looks: Vec<Look> = article.vocabulary.spellings().iter().map(Look::new).collect();
        let sights = sights(article, &looks, &edge, [numeric, named]);
        let votes = votes(article, &sights);
        let outside = Sight::of(&edge, &edge);
        let mut out = Self { all: Vec::new(), ends: Vec::with_capacity(sights.len()) };
        for sentence in &article.sentences {
            let tokens = sentence.tokens.clone();
            let has_name = has_capital(article, tokens.clone());
            let headline = has_name && super::candidate::is_headline(article, tokens.clone());
            for at in tokens.clone() {
                if has_name {
                    let look = |offset: isize| {
                        let index =
                            at.checked_add_signed(offset).filter(|index| tokens.contains(index));
                        index.map_or(&outside, |index| &sights[index])
                    };
                    let near = [look(-2), look(-1), look(0), look(1), look(2)];
                    out.add(near, &votes[article.vocabulary.number(at)], headline);
                }
                out.ends.push(out.all.len());
            }
        }
        out
    }

    /// The features of token `at`; none in a sentence without a capital, where there is no name.
    pub(super) fn of(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start..self.ends[at]]
    }

    /// The features of each token.
    pub(super) fn each(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.ends.len()).map(|at| self.of(at))
    }

    /// Adds those of a token with two neighbours on each side.
    fn add(&mut self, near: [&Sight; 5], votes: &Votes, headline: bool) {
        words(&mut self.all, near);
        lists(&mut self.all, near);
        elsewhere(&mut self.all, near[2], votes);
        let place = Hash::of(60).with(if headline { "headline" } else { "text" });
        self.all.push(place.with(&near[2].look.spelling.shape).feature());
    }
}

/// One token as the templates see it.
#[derive(Clone, Copy)]
struct Sight<'l> {
    look: &'l Look<'l>,
    /// A digit where it stands in a listed name of several words.
    listed: Option<u8>,
    /// What the rules say: kind and place in the mention as one of [`LABELS`], and the rule's id.
    label: usize,
    rule: &'static str,
    /// The last word of the capitalised run that it is in.
    run_end: &'l Look<'l>,
}

impl<'l> Sight<'l> {
    fn of(look: &'l Look<'l>, edge: &'l Look<'l>) -> Self {
        Self { look, listed: None, label: UNTOLD, rule: "", run_end: edge }
    }

    /// What the rules say of its kind and place.
    fn told(&self) -> &'static str {
        LABELS[self.label]
    }

    /// A feature with its lists as one more part.
    fn with_lists(&self, hash: Hash) -> Hash {
        hash.with_bytes(self.look.lists.bytes().chain(self.listed))
    }
}

/// Kinds, each at the beginning of a mention and inside; nothing.
const LABELS: [&str; 11] = ["PB", "PI", "OB", "OI", "LB", "LI", "NB", "MB", "MI", "", "NI"];

/// The label of what no rule tells of.
const UNTOLD: usize = 9;

/// Whether there is a capital among `tokens`, without which there is no name.
fn has_capital(article: &Article, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| article.spelling(at).has_capital)
}

fn sights<'l>(
    article: &Article,
    looks: &'l [Look<'l>],
    edge: &'l Look<'l>,
    found: [&[Found]; 2],
) -> Vec<Sight<'l>> {
    let sight = |at: usize| Sight::of(&looks[article.vocabulary.number(at)], edge);
    let mut out: Vec<Sight> = (0..article.tokens.len()).map(sight).collect();
    for found in found.into_iter().flatten() {
        for (index, sight) in out[found.from..found.end].iter_mut().enumerate() {
            (sight.label, sight.rule) = (label(found, index == 0), found.rule.id());
        }
    }
    for name in listed(article, false) {
        let digits = if name.is_place { [b'1', b'2'] } else { [b'3', b'4'] };
        for (index, sight) in out[name.tokens].iter_mut().enumerate() {
            sight.listed = Some(digits[index.min(1)]);
        }
    }
    let mut end = None;
    for sight in out.iter_mut().rev() {
        end = sight.look.spelling.is_capital.then(|| end.unwrap_or(sight.look));
        sight.run_end = end.unwrap_or(edge);
    }
    out
}

fn label(found: &Found, begins: bool) -> usize {
    use crate::MentionKind::{Facility, Nationality, Organization, Person, Place};
    match (found.kind, begins) {
        (Person, true) => 0,
        (Person, false) => 1,
        (Organization, true) => 2,
        (Organization, false) => 3,
        (Place | Facility, true) => 4,
        (Place | Facility, false) => 5,
        (Nationality, true) => 6,
        (Nationality, false) => 10,
        (_, true) => 7,
        (_, false) => 8,
    }
}

/// How often the rules say what of a capitalised spelling over the whole article.
type Votes = [u32; LABELS.len()];

fn votes(article: &Article, sights: &[Sight]) -> Vec<Votes> {
    let mut out = vec![Votes::default(); article.vocabulary.spellings().len()];
    for (at, sight) in sights.iter().enumerate() {
        let number = article.vocabulary.number(at);
        out[number][sight.label] += u32::from(sight.look.spelling.is_capital);
    }
    out
}

fn words(all: &mut Vec<u32>, [second, before, here, after, third]: [&Sight; 5]) {
    let lower = |of: &Sight, template| of.look.lower(template);
    let shape = |of: &Sight, template| of.look.shape(template);
    let (this, shaped) = (&here.look.spelling.lower, &here.look.spelling.shape);
    let next = &after.look.spelling.lower;
    all.extend(
        [
            Hash::of(0),
            lower(here, 1),
            here.look.word,
            lower(second, 3),
            lower(before, 4),
            lower(after, 5),
            lower(third, 6),
            lower(before, 7).with(this),
            lower(here, 8).with(next),
            shape(before, 9),
            shape(here, 10),
            shape(after, 11),
            shape(before, 12).with(shaped).with(&after.look.spelling.shape),
            shape(second, 13).with(&before.look.spelling.shape).with(shaped),
            after.look.tail.with(shaped),
            lower(before, 23).with(shaped),
            lower(after, 24).with(shaped),
            here.run_end.run_end,
            lower(before, 26).with(next),
            lower(second, 27).with(&before.look.spelling.lower),
            lower(after, 28).with(&third.look.spelling.lower),
        ]
        .map(Hash::feature),
    );
    all.extend(here.look.affixes);
}

fn lists(all: &mut Vec<u32>, near: [&Sight; 5]) {
    let [_, before, here, after, third] = near;
    let listed = |of: &Sight, template| of.with_lists(Hash::of(template));
    let told = |of: &Sight, template| Hash::of(template).with(of.told());
    all.extend((30..).zip(near).map(|(template, of)| listed(of, template).feature()));
    all.extend(
        [
            here.with_lists(listed(before, 35)),
            after.with_lists(listed(here, 36)),
            after.with_lists(here.with_lists(listed(before, 37))),
            told(before, 38),
            told(here, 39),
            told(after, 40),
            told(here, 41).with(here.rule),
            told(before, 42).with(here.told()).with(after.told()),
            here.with_lists(told(here, 43)),
            told(here, 44).with(&before.look.spelling.lower),
            told(here, 45).with(&after.look.spelling.lower),
            here.with_lists(Hash::of(46).with(here.rule).with(&here.look.spelling.shape)),
            here.with_lists(told(after, 47).with(after.rule)),
            third.with_lists(after.with_lists(after.look.shape(48))),
        ]
        .map(Hash::feature),
    );
}

/// What the article says of the same word in other places.
fn elsewhere(all: &mut Vec<u32>, here: &Sight, votes: &Votes) {
    let total: u32 = votes.iter().sum();
    if total == 0 {
        return;
    }
    for (label, count) in LABELS.into_iter().zip(votes).take(UNTOLD + 1) {
        let share = if *count > 0 { 1 + 3 * count / total } else { 0 };
        if share > 0 {
            all.push(Hash::of(50 + share as u8).with(label).feature());
            all.push(Hash::of(55).with(label).with(here.told()).feature());
        }
    }
    all.push(Hash::of(56).with(if total > 3 { "many" } else { "few" }).feature());
}
