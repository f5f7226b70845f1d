//! Chains: which mentions name the same entity.
//!
//! [`Cast::read`] gives each name its entity: the same words, a person's short name ("Putin" for
//! "Vladimir Putin", "Kim" for "Kim Jong Un"), an acronym of a long form, a known alias ("U.S.").
//! [`Cast::antecedent`] tells whom a pronoun stands for, and [`Cast::pronouns`] makes mentions of
//! those that are told. It does not resolve descriptions ("the president") or "they" and "it".

mod alias;
mod candidate;
mod clue;
mod memory;
mod namesakes;
mod person;
mod pronoun;
mod role;
mod scene;
mod sex;
mod sheet;
mod title;
mod unread;

use std::collections::HashMap;

use crate::article::Article;
use crate::{Confidence, Entity, EntityId, Form, Mention, MentionKind, Quote};
use person::Persons;
pub(crate) use sex::Sex;
pub(crate) use title::titles;
#[cfg(feature = "training")]
pub(crate) use {
    pronoun::Choice,
    sheet::{SPACE, VALUES, Weights},
};

/// How sure it is that a name stands for the one of several namesakes who was named last.
const NAMESAKE: f32 = 0.7;

/// Everybody and everything that an article names.
#[derive(Default)]
pub(crate) struct Cast {
    /// In order of their first mention.
    pub(crate) entities: Vec<Entity>,
    /// The sex of each person, where a title or a given name tells it.
    sexes: Vec<Option<Sex>>,
    /// Whether given names tell a sex; not while weights are learned without.
    knows_sexes: bool,
}

impl Cast {
    /// Gives each name among `mentions` its entity. Costs time linear in their number.
    pub(crate) fn read(article: &Article, mentions: &mut [Mention]) -> Self {
        let mut cast = Cast { knows_sexes: true, ..Cast::default() };
        let mut persons = Persons::read(article, mentions);
        let mut groups: HashMap<usize, EntityId> = HashMap::new();
        let mut others: HashMap<String, EntityId> = HashMap::new();
        let acronyms = alias::acronyms(article.text, mentions);
        for mention in mentions.iter_mut().filter(|mention| mention.form == Form::Name) {
            let name = mention.span.of(article.text);
            let id = if mention.kind == MentionKind::Person {
                let told = persons.next(name);
                if !told.is_sure {
                    let held = mention.confidence.value();
                    mention.confidence = Confidence::new(held.min(NAMESAKE));
                }
                let sex = persons.sex(told.person);
                *groups.entry(told.person).or_insert_with(|| cast.add(mention, name, sex))
            } else {
                let key = alias::key(name, mention.kind, &acronyms);
                *others.entry(key).or_insert_with(|| cast.add(mention, name, None))
            };
            cast.lengthen(id, name);
            mention.entity = Some(id);
        }
        cast
    }

    /// Adds somebody who speaks and is not named.
    pub(crate) fn unnamed(&mut self, words: &str, kind: MentionKind) -> EntityId {
        let id = EntityId(u32::try_from(self.entities.len()).unwrap_or(u32::MAX));
        self.entities.push(Entity { id, name: words.to_owned(), kind });
        self.sexes.push(None);
        id
    }

    /// The sex of an entity, where it is told.
    pub(crate) fn sex(&self, id: EntityId) -> Option<Sex> {
        self.sexes[id.0 as usize]
    }

    /// The sex of an entity, where there is such an entity and its sex is told.
    #[cfg(feature = "training")]
    pub(crate) fn known_sex(&self, id: EntityId) -> Option<Sex> {
        self.sexes.get(id.0 as usize).copied().flatten()
    }

    /// Whether an entity is a person.
    #[cfg(feature = "training")]
    pub(crate) fn is_person(&self, id: EntityId) -> bool {
        self.entities.get(id.0 as usize).is_some_and(|it| it.kind == MentionKind::Person)
    }

    /// Leaves unknown what sex anybody is.
    #[cfg(feature = "training")]
    pub(crate) fn forget_sexes(&mut self) {
        self.sexes.fill(None);
        self.knows_sexes = false;
    }

    /// Numbers the entities by their first mention.
    pub(crate) fn put_in_order(&mut self, mentions: &mut [Mention], quotes: &mut [Quote]) {
        let mut order: Vec<EntityId> = Vec::with_capacity(self.entities.len());
        let mut ids: Vec<Option<EntityId>> = vec![None; self.entities.len()];
        let named = mentions.iter().filter_map(|mention| mention.entity);
        for id in named.chain(self.entities.iter().map(|entity| entity.id)) {
            let place = &mut ids[id.0 as usize];
            if place.is_none() {
                *place = Some(EntityId(u32::try_from(order.len()).unwrap_or(u32::MAX)));
                order.push(id);
            }
        }
        let renumber = |id: &mut EntityId| *id = ids[id.0 as usize].unwrap_or(*id);
        mentions.iter_mut().filter_map(|mention| mention.entity.as_mut()).for_each(renumber);
        for quote in quotes {
            let lists = quote.inner.iter_mut().map(|inner| &mut inner.speakers);
            for speakers in lists.chain([&mut quote.speakers]) {
                speakers.iter_mut().for_each(|speaker| renumber(&mut speaker.entity));
            }
        }
        self.sexes = order.iter().map(|id| self.sexes[id.0 as usize]).collect();
        let at = |(place, id): (usize, &EntityId)| {
            let id = &self.entities[id.0 as usize];
            Entity { id: EntityId(u32::try_from(place).unwrap_or(u32::MAX)), ..id.clone() }
        };
        self.entities = order.iter().enumerate().map(at).collect();
    }

    fn add(&mut self, mention: &Mention, name: &str, sex: Option<Sex>) -> EntityId {
        let id = self.unnamed(name, mention.kind);
        self.sexes[id.0 as usize] = sex;
        id
    }

    /// Keeps the fullest name, rather one that is not shouted.
    fn lengthen(&mut self, id: EntityId, name: &str) {
        let held = &mut self.entities[id.0 as usize].name;
        let is_calm = |name: &str| name.contains(char::is_lowercase);
        let is_fuller = name.len() > held.len() || (name.len() == held.len() && !is_calm(held));
        if is_fuller && is_calm(name) {
            name.clone_into(held);
        }
    }
}
