//! [`Casting`]: whom and what the corrected findings name.

use galley_engine::{Entity, EntityId, Mention, MentionKind};

/// The article's entities, to which corrections add. None is ever taken away, so that ids hold.
pub(crate) struct Casting<'t> {
    text: &'t str,
    pub(crate) entities: Vec<Entity>,
    /// Who goes by the name of whom that is the same.
    same: Vec<(EntityId, EntityId)>,
}

impl<'t> Casting<'t> {
    pub(crate) fn new(text: &'t str, entities: Vec<Entity>) -> Self {
        Self { text, entities, same: Vec::new() }
    }

    /// One of the entities.
    pub(crate) fn get(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// Makes an entity one of another kind.
    pub(crate) fn recast(&mut self, id: EntityId, kind: MentionKind) {
        if let Some(entity) = self.entities.get_mut(id.0 as usize) {
            entity.kind = kind;
        }
    }

    /// From now on whoever is called by the first one's name is the second.
    pub(crate) fn call(&mut self, first: EntityId, second: EntityId) {
        self.same.push((first, second));
    }

    /// The entity of this kind that goes by `name`, in full or in one of `mentions`; else a new one.
    pub(crate) fn of_kind(
        &mut self,
        name: &str,
        kind: MentionKind,
        mentions: &[Mention],
    ) -> EntityId {
        let known = self.find(name, mentions, |entity| entity.kind == kind);
        known.unwrap_or_else(|| self.add(name, kind))
    }

    /// Whoever speaks by that name: a person, else anything that has it; else a new person.
    pub(crate) fn speaker(&mut self, name: &str, mentions: &[Mention]) -> EntityId {
        let person = self.find(name, mentions, |entity| entity.kind == MentionKind::Person);
        let anybody = person.or_else(|| self.find(name, mentions, |_| true));
        anybody.unwrap_or_else(|| self.add(name, MentionKind::Person))
    }

    fn find(
        &self,
        name: &str,
        mentions: &[Mention],
        fits: impl Fn(&Entity) -> bool,
    ) -> Option<EntityId> {
        let full = self.entities.iter().find(|entity| entity.name == name && fits(entity));
        let by_mention = || {
            let named = mentions.iter().filter(|mention| mention.span.of(self.text) == name);
            let mut ids = named.filter_map(|mention| mention.entity);
            ids.find(|id| self.get(*id).is_some_and(&fits))
        };
        let found = full.map(|entity| entity.id).or_else(by_mention)?;
        // What was said later of the second counts for the first.
        Some(
            self.same
                .iter()
                .fold(found, |id, (first, second)| if id == *first { *second } else { id }),
        )
    }

    /// Somebody or something new.
    pub(crate) fn add(&mut self, name: &str, kind: MentionKind) -> EntityId {
        let id = EntityId(self.entities.len() as u32);
        self.entities.push(Entity { id, name: name.into(), kind });
        id
    }
}
