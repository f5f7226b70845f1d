//! [`figures()`]: what is told of a set of articles, in percent.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use galley_engine::MentionKind;

use crate::chains::{self, Chains};
use crate::quotes::{self, Quotes};
use crate::{Article, Reading, names, speakers};

/// One figure of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is measured.
    pub name: String,
    /// In percent, to two places.
    pub percent: f64,
    /// How many gold findings it is measured on.
    pub gold: usize,
}

/// How many are right, of those found and of those there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) gold: usize,
}

impl Count {
    /// Counts what two sets share.
    pub(crate) fn shared<T: Ord>(gold: &BTreeSet<T>, found: &BTreeSet<T>) -> Self {
        let right = gold.intersection(found).count();
        Self { right, found: found.len(), gold: gold.len() }
    }

    /// Counts one that is right or not.
    pub(crate) fn tell(&mut self, is_right: bool) {
        *self = self.and(Self { right: usize::from(is_right), found: 1, gold: 1 });
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            found: self.found + other.found,
            gold: self.gold + other.gold,
        }
    }

    fn f1(self) -> f64 {
        share(2 * self.right, self.found + self.gold)
    }

    /// The share that is right of those there are.
    fn rate(self) -> f64 {
        share(self.right, self.gold)
    }
}

/// How many found ones meet a gold one, and how many gold ones are met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Overlap {
    pub(crate) right: usize,
    pub(crate) found: usize,
    pub(crate) met: usize,
    pub(crate) gold: usize,
}

impl Overlap {
    fn and(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            found: self.found + other.found,
            met: self.met + other.met,
            gold: self.gold + other.gold,
        }
    }

    fn f1(self) -> f64 {
        let (p, r) = (share(self.right, self.found), share(self.met, self.gold));
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

fn share(of: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { of as f64 / all as f64 }
}

/// Classes of mentions, and what their figures are called.
const CLASSES: [(&str, &[MentionKind]); 15] = {
    use MentionKind as K;
    [
        ("persons", &[K::Person]),
        ("organizations", &[K::Organization]),
        ("places and facilities", &[K::Place, K::Facility]),
        ("facilities", &[K::Facility]),
        ("nationalities", &[K::Nationality]),
        ("dates, times and durations", &[K::Date, K::Time, K::Duration]),
        ("money", &[K::Money]),
        ("percentages", &[K::Percent]),
        ("quantities", &[K::Quantity]),
        ("events", &[K::Event]),
        ("laws", &[K::Law]),
        ("titles", &[K::Title]),
        ("products", &[K::Product]),
        ("works", &[K::Work]),
        ("misc", &[K::Misc]),
    ]
};

/// How many of them are the headline: persons, organizations, places and facilities.
const HEADLINE: usize = 3;

/// Measures what `read` finds in the texts of the articles.
pub fn figures(articles: &[Article], read: impl Fn(&str) -> Reading) -> Vec<Figure> {
    let found: Vec<Reading> = articles.iter().map(|article| read(&article.text)).collect();
    let pairs: Vec<_> = articles.iter().zip(&found).collect();
    let mut out = name_figures(&pairs);
    out.extend(quote_figures(&pairs));
    let mut sum = Chains::default();
    for (article, found) in pairs {
        sum.add(&chains::compare(&article.text, &article.gold, found));
    }
    out.push(figure("chains, CoNLL average F1", sum.average(), sum.entities));
    out
}

fn name_figures(pairs: &[(&Article, &Reading)]) -> Vec<Figure> {
    let (mut headline, mut out) = (Count::default(), Vec::new());
    for (index, (name, kinds)) in CLASSES.into_iter().enumerate() {
        let (mut exact, mut overlap) = (Count::default(), Overlap::default());
        for (article, found) in pairs {
            let class = names::compare(&article.text, &article.gold, found, kinds);
            exact = exact.and(class.exact);
            overlap = overlap.and(class.overlap);
        }
        if index < HEADLINE {
            headline = headline.and(exact);
        }
        out.push(figure(&format!("{name}, overlap F1"), overlap.f1(), overlap.gold));
    }
    let name = "persons, organizations, places, exact F1";
    out.insert(0, figure(name, headline.f1(), headline.gold));
    out
}

fn quote_figures(pairs: &[(&Article, &Reading)]) -> Vec<Figure> {
    let (mut sum, mut speaker) = (Quotes::default(), Count::default());
    for (article, found) in pairs {
        let one = quotes::compare(&article.text, &article.gold, found);
        let said = speakers::compare(&article.text, &article.gold, found, &one.hits);
        speaker = speaker.and(said);
        sum.add(&one);
    }
    vec![
        figure("quotes, source, exact F1", sum.source.f1(), sum.source.gold),
        figure("quotes, cue, exact F1", sum.cue.f1(), sum.cue.gold),
        figure("quotes, content, exact F1", sum.content.f1(), sum.content.gold),
        figure("quotes, hits, precision", sum.precision.rate(), sum.precision.gold),
        figure("quotes, hits, recall", sum.recall.rate(), sum.recall.gold),
        figure("direct quotes, recall", sum.direct.rate(), sum.direct.gold),
        figure("right source on hits", sum.right_source.rate(), sum.right_source.gold),
        figure("right speaker on hits", speaker.rate(), speaker.gold),
    ]
}

fn figure(name: &str, share: f64, gold: usize) -> Figure {
    Figure { name: name.to_owned(), percent: (share * 10_000.0).round() / 100.0, gold }
}

/// The figures as a table.
pub fn table(figures: &[Figure]) -> String {
    let mut out = format!("{:52} {:>6} {:>6}\n", "figure", "now", "gold");
    for Figure { name, percent, gold } in figures {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{name:52} {percent:>6.2} {gold:>6}");
    }
    out
}
