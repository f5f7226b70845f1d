//! Pronouns of the third person, and whom they stand for.

use super::Cast;
use super::candidate::{Pronoun, candidates};
use super::memory::{Memory, Told};
use super::scene::Scene;
use super::sheet::{Sheet, Weights};
use super::unread::Unread;
use crate::quote::Words;
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Quote, Rule};
use galley_text::Span;

/// A pronoun, the names it may stand for, and which of them was taken.
pub(crate) struct Choice {
    pub(crate) span: Span,
    pub(crate) candidates: Vec<(Span, EntityId, Sheet)>,
    pub(crate) best: usize,
    /// By how much the best name of anybody else is worse.
    pub(crate) margin: i32,
}

/// The choices of an article, and what may be names though none was read there.
pub(crate) struct Choices {
    pub(crate) list: Vec<Choice>,
    unread: Vec<Unread>,
}

impl Cast {
    /// Whom each pronoun stands for, in order. In a direct quote it is not who speaks.
    pub(crate) fn choices(
        &self,
        words: &Words,
        mentions: &[Mention],
        quotes: &[Quote],
        weights: &Weights,
    ) -> Choices {
        let article = words.article;
        let scene = Scene::read(words, self, mentions, quotes);
        let mut memory = Memory::new(&scene);
        let mut list = Vec::new();
        let sources: Vec<Span> = scene.sources.clone();
        let mut sources = sources.into_iter().peekable();
        for (number, sentence) in article.sentences.iter().enumerate() {
            if article.is_furniture(sentence) {
                continue;
            }
            for token in sentence.tokens.clone() {
                let span = article.tokens[token].span;
                while let Some(source) = sources.next_if(|it| it.end() <= span.start()) {
                    memory.hear(&scene, source);
                }
                let Some(pronoun) = Pronoun::read(&scene, token, number) else { continue };
                let mut names = candidates(&scene, &memory, &pronoun);
                let source = scene.speaker(span);
                if let Some(speaker) = source.flatten().and_then(|source| scene.named_in(source)) {
                    // Who speaks says "I" of themselves.
                    let speaker = scene.actors[speaker].entity;
                    names.retain(|(index, _)| scene.actors[*index].entity != speaker);
                }
                let Some((best, margin)) = choose(&scene, &names, weights) else { continue };
                if source.is_none() {
                    let told = Told { actor: names[best].0, sentence: number, role: pronoun.role };
                    memory.tell(&scene, told, pronoun.sex);
                    memory.speaker = Some(told.actor).filter(|_| pronoun.speaks).or(memory.speaker);
                }
                let name = |(index, sheet): (usize, Sheet)| {
                    (scene.actors[index].span, scene.actors[index].entity, sheet)
                };
                let candidates = names.into_iter().map(name).collect();
                list.push(Choice { span, candidates, best, margin });
            }
        }
        Choices { list, unread: scene.unread }
    }

    /// The pronouns whose person is told, as mentions, with the names that only
    /// they tell.
    pub(crate) fn pronouns(
        &mut self,
        words: &Words,
        mentions: &[Mention],
        quotes: &[Quote],
    ) -> Vec<Mention> {
        let choices = self.choices(words, mentions, quotes, Weights::shipped());
        let text = words.article.text;
        let known = self.entities.len();
        let mut out = Vec::new();
        let mut ids: Vec<Option<EntityId>> = vec![None; choices.unread.len()];
        for choice in choices.list {
            let told = choice.candidates[choice.best].1;
            let entity = match (told.0 as usize).checked_sub(known) {
                None => told,
                Some(number) => *ids[number].get_or_insert_with(|| {
                    let places = &choices.unread[number].places;
                    let id = self.unnamed(places[0].of(text), MentionKind::Person);
                    out.extend(places.iter().map(|span| {
                        person(*span, Form::Name, id, Confidence::new(0.6), Rule::NamePronoun)
                    }));
                    id
                }),
            };
            let sure = sureness(choice.margin);
            out.push(person(choice.span, Form::Pronoun, entity, sure, Rule::PronounNearest));
        }
        out
    }
}

fn person(span: Span, form: Form, entity: EntityId, confidence: Confidence, rule: Rule) -> Mention {
    let (kind, entity) = (MentionKind::Person, Some(entity));
    Mention { span, kind, form, entity, value: None, confidence, rule }
}

/// The best of `names`, and by how much anybody else is worse.
fn choose(scene: &Scene, names: &[(usize, Sheet)], weights: &Weights) -> Option<(usize, i32)> {
    let scores: Vec<i32> = names.iter().map(|(_, sheet)| weights.score(sheet)).collect();
    // Of equals the nearest is taken.
    let best = (0..names.len()).rev().max_by_key(|at| scores[*at])?;
    let entity = |at: usize| scene.actors[names[at].0].entity;
    let others = (0..names.len()).filter(|at| entity(*at) != entity(best));
    let next = others.map(|at| scores[at]).max();
    Some((best, next.map_or(i32::MAX, |next| scores[best] - next)))
}

/// The share of right pronouns among those with this margin, as counted on GUM and GAP development.
/// Where there is nobody else, whoever is meant may not be named at all.
fn sureness(margin: i32) -> Confidence {
    Confidence::new(match margin {
        i32::MAX => 0.8,
        ..100 => 0.5,
        100..200 => 0.62,
        200..300 => 0.72,
        300..500 => 0.85,
        500.. => 0.93,
    })
}
