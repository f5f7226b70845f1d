//! [`cast`] and [`facts`]: what an article names, and its dates and amounts, counted.

use galley_engine::{Entity, Findings, Form, Mention, MentionKind};
use galley_text::order;

/// An entity with all its places.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named<'a> {
    /// Whom or what.
    pub(crate) entity: &'a Entity,
    /// Whether one of its mentions is a name.
    pub(crate) named: bool,
    /// The indices of its mentions, in order.
    pub(crate) mentions: Vec<usize>,
    /// What else the article calls it, in order, each once; pronouns are left out.
    pub(crate) aliases: Vec<&'a str>,
}

/// More names than this for one thing are a list, and no help.
const MOST_ALIASES: usize = 12;

/// The entities that are mentioned, most mentioned first.
pub(crate) fn cast<'a>(text: &'a str, findings: &'a Findings) -> Vec<Named<'a>> {
    let of = |entity| Named { entity, named: false, mentions: Vec::new(), aliases: Vec::new() };
    let mut cast: Vec<Named> = findings.entities.iter().map(of).collect();
    for (index, mention) in findings.mentions.iter().enumerate() {
        let Some(named) = mention.entity.and_then(|id| cast.get_mut(id.0 as usize)) else {
            continue;
        };
        named.mentions.push(index);
        named.named |= mention.form == Form::Name;
        let words = mention.span.of(text);
        let is_new = words != named.entity.name && !named.aliases.contains(&words);
        if mention.form != Form::Pronoun && is_new && named.aliases.len() < MOST_ALIASES {
            named.aliases.push(words);
        }
    }
    cast.retain(|it| !it.mentions.is_empty());
    let most_first = order(cast.iter().map(|it| [u64::MAX - it.mentions.len() as u64, 0, 0]));
    most_first.into_iter().map(|index| cast[index].clone()).collect()
}

/// A date or an amount with all its places.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fact<'a> {
    /// How the article writes it first.
    pub(crate) words: &'a str,
    /// Its normalised value, where that says more than the words.
    pub(crate) value: Option<&'a str>,
    /// What it is.
    pub(crate) kind: MentionKind,
    /// The indices of its mentions, in order.
    pub(crate) mentions: Vec<usize>,
}

/// Dates and amounts in the order of the article; those of the same kind and value are one.
pub(crate) fn facts<'a>(text: &'a str, findings: &'a Findings) -> Vec<Fact<'a>> {
    let numeric = findings.mentions.iter().enumerate();
    let numeric: Vec<(usize, &Mention)> = numeric.filter(|(_, it)| is_fact(it)).collect();
    let by_value = order(
        numeric
            .iter()
            .map(|(index, it)| [it.kind as u64, fingerprint(key(text, it)), *index as u64]),
    );
    let mut facts: Vec<Fact> = Vec::new();
    for (index, mention) in by_value.into_iter().map(|at| numeric[at]) {
        let words = mention.span.of(text);
        let value = mention.value.as_deref();
        match facts.last_mut() {
            Some(last)
                if last.kind == mention.kind
                    && last.value.unwrap_or(last.words) == key(text, mention) =>
            {
                last.mentions.push(index);
            }
            _ => facts.push(Fact { words, value, kind: mention.kind, mentions: vec![index] }),
        }
    }
    let in_order = order(facts.iter().map(|fact| [fact.mentions[0] as u64, 0, 0]));
    in_order.into_iter().map(|index| facts[index].clone()).collect()
}

/// Two mentions of a kind with the same key are one fact.
fn key<'a>(text: &'a str, mention: &'a Mention) -> &'a str {
    mention.value.as_deref().unwrap_or(mention.span.of(text))
}

fn is_fact(mention: &Mention) -> bool {
    use MentionKind as K;
    matches!(mention.kind, K::Date | K::Time | K::Duration | K::Money | K::Percent | K::Quantity)
}

/// FNV-1a: numbers can be sorted by the one sort, words cannot.
pub(crate) fn fingerprint(words: &str) -> u64 {
    words.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use galley_engine::analyse;

    use super::*;

    const TEXT: &str = "Wall to rise\n\n\
        “It holds,” said Mayor Ruth Penhallow on 3 May 2026. Penhallow named £18.4 million.\n\n\
        She met Daniel Okafor on 3 May 2026.";

    #[test]
    fn an_entity_has_all_its_places_and_its_other_names_once() {
        let findings = analyse(TEXT);
        let cast = cast(TEXT, &findings);
        let ruth = cast.iter().find(|it| it.entity.name == "Ruth Penhallow").expect("she is named");
        assert!(ruth.named && ruth.mentions.len() >= 2);
        assert!(ruth.aliases.contains(&"Penhallow"), "{:?}", ruth.aliases);
        assert!(!ruth.aliases.iter().any(|it| *it == "She" || *it == "Ruth Penhallow"));
    }

    #[test]
    fn the_most_mentioned_comes_first() {
        let findings = analyse(TEXT);
        let counts: Vec<usize> = cast(TEXT, &findings).iter().map(|it| it.mentions.len()).collect();
        assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    }

    #[test]
    fn the_same_date_in_two_places_is_one_fact() {
        let findings = analyse(TEXT);
        let facts = facts(TEXT, &findings);
        let date = facts.iter().find(|it| it.words.contains("3 May 2026")).expect("a date");
        assert_eq!((date.kind, date.mentions.len()), (MentionKind::Date, 2));
        assert!(facts.iter().any(|it| it.kind == MentionKind::Money));
        assert!(facts.iter().map(|it| it.mentions[0]).is_sorted());
    }

    #[test]
    fn every_dated_or_counted_mention_is_in_exactly_one_fact() {
        let findings = analyse(TEXT);
        let all: usize = facts(TEXT, &findings).iter().map(|it| it.mentions.len()).sum();
        assert_eq!(all, findings.mentions.iter().filter(|it| is_fact(it)).count());
    }
}
