//! Speakers: whether the entity that a found quote is given to is the one that spoke.
//!
//! Entities have no numbers in common, so a found entity stands for the gold one with which it shares
//! the most mentions, names first.

use crate::figures::Count;
use crate::names::bare;
use crate::{Mention, Reading};

/// Of the gold quotes that are hit and have a speaker, how many are given to that speaker.
pub(crate) fn compare(
    text: &str,
    gold: &Reading,
    found: &Reading,
    hits: &[(usize, usize)],
) -> Count {
    let mut count = Count::default();
    for &(wanted, hit) in hits {
        let speakers = &gold.quotes[wanted].speakers;
        if speakers.is_empty() {
            continue;
        }
        let given = &found.quotes[hit].speakers;
        let is_right = |&one: &usize| {
            counterpart(text, gold, found, one).is_some_and(|entity| speakers.contains(&entity))
        };
        count.tell(!given.is_empty() && given.iter().all(is_right));
    }
    count
}

/// The gold entity that a found one stands for.
fn counterpart(text: &str, gold: &Reading, found: &Reading, entity: usize) -> Option<usize> {
    let mine = || found.mentions.iter().filter(|mention| mention.entity == Some(entity));
    let last = gold.mentions.iter().filter_map(|mention| mention.entity).max()?;
    let shared = |other: usize, named: bool| {
        let theirs = || gold.mentions.iter().filter(|mention| mention.entity == Some(other));
        let pairs = mine().flat_map(|one| theirs().map(move |other| (one, other)));
        let fits = |one: &Mention, other: &Mention| {
            (one.is_named() && other.is_named()) == named && same(text, one, other)
        };
        pairs.filter(|(one, other)| fits(one, other)).count()
    };
    let score = |other: usize| (shared(other, true), shared(other, false));
    let mut best: Option<(usize, (usize, usize))> = None;
    for other in 0..=last {
        let score = score(other);
        if score > best.map_or((0, 0), |(_, most)| most) {
            best = Some((other, score));
        }
    }
    best.map(|(other, _)| other)
}

/// Whether two mentions are of the same words, or of one form and share half of what they cover.
fn same(text: &str, one: &Mention, other: &Mention) -> bool {
    let is_form = one.is_named() == other.is_named();
    let [one, other] = [one, other].map(|it| bare(text, it.span, it.kind));
    let both = one.intersection(other).filter(|_| is_form || one == other);
    both.is_some_and(|both| 2 * both.len() >= one.cover(other).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::quotes;

    const TEXT: &str = "Ruth Lund met Ole Berg. She said it rained. Officials said no.";

    fn article(who: &str) -> Reading {
        let gold = format!(
            "person Ruth Lund\n  Ruth Lund\n  {who}\nperson Ole Berg\n  Ole Berg\n\
             person officials\n  nominal Officials\n\
             quote indirect @1\n  source She\n  cue said #1\n  content it rained\n  speaker Ruth Lund\n\
             quote indirect @1\n  source Officials\n  cue said #2\n  content no\n  speaker officials\n"
        );
        Article::read("rain", TEXT, &gold).unwrap().gold
    }

    fn right(found: &Reading) -> Count {
        let gold = article("pronoun She");
        let hits = quotes::compare(TEXT, &gold, found).hits;
        compare(TEXT, &gold, found, &hits)
    }

    #[test]
    fn a_speaker_is_right_by_whom_its_other_mentions_name() {
        let mut found = article("pronoun She");
        for mention in &mut found.mentions {
            mention.entity = mention.entity.map(|entity| 2 - entity);
        }
        for quote in &mut found.quotes {
            quote.speakers = quote.speakers.iter().map(|entity| 2 - entity).collect();
        }
        assert_eq!(right(&found), Count { right: 2, found: 2, gold: 2 });
    }

    #[test]
    fn another_person_or_nobody_is_wrong() {
        let mut found = article("pronoun She");
        found.quotes[0].speakers = vec![1];
        found.quotes[1].speakers = Vec::new();
        assert_eq!(right(&found), Count { right: 0, found: 2, gold: 2 });
    }
}
