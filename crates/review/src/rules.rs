//! [`say()`]: what the house rules say of the words of an article.

use std::rc::Rc;

use galley_engine::{Mention, MentionKind};
use galley_notebook::{HouseRule, Marking};
use galley_text::{Span, order};

use crate::mentions::{By, Fate, Said, over};
use crate::whole::places;

/// What the rules say, and in `fates` what is never to be marked. A rule for more words goes before
/// one for fewer, and of two for the same words the later.
pub(crate) fn say(
    text: &str,
    rules: &[Rc<HouseRule>],
    found: &[Mention],
    fates: &mut [Fate],
) -> Vec<Said> {
    let rank = |it: &Rc<HouseRule>| [u64::MAX - it.words.len() as u64, u64::MAX - it.modified.0, 0];
    let in_order = order(rules.iter().map(rank));
    let mut ruled: Vec<&str> = Vec::new();
    let mut said: Vec<Said> = Vec::new();
    for rule in in_order.into_iter().map(|index| &*rules[index]) {
        if ruled.contains(&rule.words.as_str()) {
            continue;
        }
        ruled.push(&rule.words);
        for place in places(text, &rule.words) {
            let there = over(found, place).filter(|&index| found[index].span == place);
            match &rule.marking {
                Marking::Never => there.for_each(|index| fates[index] = Fate::Spoken),
                // A kind that only a later Galley knows is none here.
                Marking::Always(kind) => {
                    let kind = MentionKind::from_word(kind);
                    let kind = kind.filter(|_| is_free(place, found, fates, &said));
                    said.extend(kind.map(|kind| always(rule, place, kind, there, fates)));
                }
            }
        }
    }
    said
}

fn always(
    rule: &HouseRule,
    place: Span,
    kind: MentionKind,
    there: impl Iterator<Item = usize>,
    fates: &mut [Fate],
) -> Said {
    let mut base = None;
    for index in there {
        fates[index] = Fate::Spoken;
        base = Some(index);
    }
    Said { by: By::Rule(rule.id), about: place, extent: place, kind, base }
}

/// Whether the words stand alone there, and are no part of a longer name.
fn is_free(place: Span, found: &[Mention], fates: &[Fate], said: &[Said]) -> bool {
    let longer = |index: usize| {
        let span = found[index].span;
        fates[index] == Fate::Stands && span != place && span.contains(place)
    };
    !over(found, place).any(longer) && said.iter().all(|it| !it.extent.overlaps(place))
}
