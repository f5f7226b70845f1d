//! [`Review::same`]: where else the words of a mention stand.

use galley_engine::{Form, Mention};
use galley_notebook::{CorrectionId, Finding, What};
use galley_text::{Span, order};

use crate::Review;
use crate::whole::places;

/// A place where the same stands as in another.
#[derive(Clone, Debug, PartialEq)]
pub struct Same {
    /// The place, as the reader sees it.
    pub finding: Finding,
    /// The correction that it comes from, if any.
    pub correction: Option<CorrectionId>,
    /// The index of the mention there; `None` where nothing is marked.
    pub mention: Option<usize>,
}

/// Words that stand in more places than this are listed no further.
pub const MOST_SAME: usize = 2_000;

impl Review {
    /// Every other place of the mention at `index`, in order: mentions of the same words, other
    /// names of the same entity, and the same words where nothing is marked; no more than [`MOST_SAME`].
    pub fn same(&self, text: &str, index: usize) -> Vec<Same> {
        let Some(one) = self.findings.mentions.get(index) else { return Vec::new() };
        let words = one.span.of(text);
        let mentions = self.findings.mentions.iter().enumerate();
        let alike = mentions.filter(|(at, it)| *at != index && is_same(text, one, it));
        let marked = alike.filter_map(|(at, _)| {
            let (finding, correction) = self.mention(at)?;
            Some(Same { finding, correction, mention: Some(at) })
        });
        let kind = one.kind.word();
        let bare = self.bare(text, words).into_iter().map(|span| Same {
            finding: Finding {
                what: What::Mention,
                kind: kind.into(),
                span,
                speaker: None,
                cue: None,
            },
            correction: None,
            mention: None,
        });
        let all: Vec<Same> = marked.chain(bare).take(MOST_SAME).collect();
        let by_place = order(all.iter().map(|it| [it.finding.span.start() as u64, 0, 0]));
        by_place.into_iter().map(|index| all[index].clone()).collect()
    }

    /// Places of `words`, whole, where no mention stands.
    fn bare(&self, text: &str, words: &str) -> Vec<Span> {
        let mentions = &self.findings.mentions;
        let mut ahead = 0;
        let free = places(text, words).filter(|place| {
            while mentions.get(ahead).is_some_and(|it| it.span.end() <= place.start()) {
                ahead += 1;
            }
            let mut near = mentions[ahead..].iter().take_while(|it| it.span.start() < place.end());
            near.all(|it| !it.span.overlaps(*place))
        });
        free.take(MOST_SAME).collect()
    }
}

fn is_same(text: &str, one: &Mention, other: &Mention) -> bool {
    let marked = |it: &Mention| matches!(it.form, Form::Name | Form::Numeric);
    let one_entity = one.form == Form::Name && one.entity.is_some() && one.entity == other.entity;
    marked(other) && (one.span.of(text) == other.span.of(text) || one_entity)
}
