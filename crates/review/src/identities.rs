//! [`identify()`]: who is who, as the reader says. Mentions and quotes go from one entity to another;
//! no entity is taken away.

use std::rc::Rc;

use galley_engine::{EntityId, Mention, Speaker};
use galley_notebook::{Anchor, Identity, Reach, Who};
use galley_text::{Span, order};

use crate::Review;
use crate::casting::Casting;

/// Carries out what was said, the first first.
pub(crate) fn identify(
    text: &str,
    identities: &[Rc<Identity>],
    review: &mut Review,
    casting: &mut Casting,
) {
    let findings = Rc::make_mut(&mut review.findings);
    let in_order = order(identities.iter().map(|it| [it.created.0, 0, 0]));
    for identity in in_order.into_iter().map(|index| &identities[index]) {
        let moved = moves(text, identity, &findings.mentions, casting);
        match moved {
            Some(Moved { mentions, from, to }) => {
                let places: Vec<Span> =
                    mentions.iter().map(|&index| findings.mentions[index].span).collect();
                mentions.iter().for_each(|&index| findings.mentions[index].entity = Some(to));
                let all = identity.reach == Reach::All;
                for quote in &mut findings.quotes {
                    if all || is_said_there(quote.source, &places) {
                        hand_over(&mut quote.speakers, from, to);
                    }
                    for inner in &mut quote.inner {
                        if all || is_said_there(Some(inner.source), &places) {
                            hand_over(&mut inner.speakers, from, to);
                        }
                    }
                }
                if all {
                    casting.call(from, to);
                }
            }
            None => review.unidentified.push(identity.id),
        }
    }
}

/// Mentions that go from one entity to another.
struct Moved {
    mentions: Vec<usize>,
    from: EntityId,
    to: EntityId,
}

/// `None` where nothing is mentioned at one of the places, or where it changes nothing.
fn moves(
    text: &str,
    identity: &Identity,
    found: &[Mention],
    casting: &mut Casting,
) -> Option<Moved> {
    let at = |anchor: &Anchor| {
        let place = anchor.resolve(text).span()?;
        found.iter().position(|it| it.span == place && it.entity.is_some())
    };
    let index = at(&identity.mention)?;
    let from = found[index].entity?;
    let words = found[index].span.of(text);
    let of_it = |other: &Mention| other.entity == Some(from);
    let mentions: Vec<usize> = match identity.reach {
        Reach::One => vec![index],
        Reach::Alias => every(found, |it| of_it(it) && it.span.of(text) == words),
        Reach::All => every(found, of_it),
    };
    let to = match &identity.who {
        Who::SameAs(other) => found[at(other)?].entity.filter(|to| *to != from)?,
        // Whoever has no other mention is somebody else already.
        Who::SomeoneElse if mentions.len() == every(found, of_it).len() => return None,
        Who::SomeoneElse => casting.add(words, found[index].kind),
    };
    Some(Moved { mentions, from, to })
}

fn every(found: &[Mention], wanted: impl Fn(&Mention) -> bool) -> Vec<usize> {
    (0..found.len()).filter(|&index| wanted(&found[index])).collect()
}

/// Puts `to` among the speakers in the place of `from`, with whom they may have said it.
fn hand_over(speakers: &mut Vec<Speaker>, from: EntityId, to: EntityId) {
    let is_to_already = speakers.iter().any(|it| it.entity == to);
    speakers.retain(|it| !(is_to_already && it.entity == from));
    let handed = speakers.iter_mut().filter(|it| it.entity == from);
    handed.for_each(|it| it.entity = to);
}

/// Whether the article gives what has this source to somebody mentioned at one of these places.
fn is_said_there(source: Option<Span>, places: &[Span]) -> bool {
    source.is_some_and(|source| places.iter().any(|place| place.overlaps(source)))
}
