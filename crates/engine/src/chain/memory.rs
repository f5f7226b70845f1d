//! [`Memory`]: what the pronouns before this one stood for.

use galley_text::Span;

use super::role::Role;
use super::scene::{Actor, Scene};
use super::sex::Sex;

/// A pronoun that was told.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// The name it stands for, as an index of the scene's actors.
    pub(super) actor: usize,
    pub(super) sentence: usize,
    pub(super) role: Role,
}

/// What is known of the article up to some pronoun.
pub(super) struct Memory {
    last: [Option<Told>; 2],
    /// For each entity, in which sentence a pronoun last stood for it.
    meant: Vec<Option<usize>>,
    /// For each entity, how many pronouns of each sex stood for it.
    evidence: Vec<[u32; 2]>,
    /// Who spoke last, as an index of actors.
    pub(super) speaker: Option<usize>,
}

impl Memory {
    pub(super) fn new(scene: &Scene) -> Self {
        let entities = scene.frequency.len();
        Self {
            last: [None; 2],
            meant: vec![None; entities],
            evidence: vec![[0; 2]; entities],
            speaker: None,
        }
    }

    /// The last pronoun of this sex.
    pub(super) fn last(&self, sex: Sex) -> Option<Told> {
        self.last[sex as usize]
    }

    /// In which sentence a pronoun last stood for the entity of `actor`.
    pub(super) fn meant(&self, actor: &Actor) -> Option<usize> {
        self.meant[actor.entity.0 as usize]
    }

    /// Whether pronouns of `sex` stood for the entity (1), of the other sex rather (2), or none (0).
    pub(super) fn evidence(&self, actor: &Actor, sex: Sex) -> usize {
        let counts = self.evidence[actor.entity.0 as usize];
        let (same, other) = (counts[sex as usize], counts[1 - sex as usize]);
        match same.cmp(&other) {
            std::cmp::Ordering::Greater => 1,
            std::cmp::Ordering::Less => 2,
            std::cmp::Ordering::Equal => 0,
        }
    }

    /// Notes who is named in the source of a quote.
    pub(super) fn hear(&mut self, scene: &Scene, source: Span) {
        self.speaker = scene.named_in(source).or(self.speaker);
    }

    pub(super) fn tell(&mut self, scene: &Scene, told: Told, sex: Sex) {
        let entity = scene.actors[told.actor].entity.0 as usize;
        self.last[sex as usize] = Some(told);
        self.meant[entity] = Some(told.sentence);
        self.evidence[entity][sex as usize] += 1;
    }
}
