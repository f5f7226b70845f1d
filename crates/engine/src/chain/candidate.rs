//! [`candidates`]: the names that one pronoun may stand for, each with what speaks for it.

use super::memory::Memory;
use super::role::{ROLES, Role};
use super::scene::{Actor, CLASSES, Scene, overlaps, word_class};
use super::sex::Sex;
use super::sheet::{Aspect, Sheet};
use crate::EntityId;
use crate::quote::{Tag, hearer};

/// A pronoun that is to be told.
pub(super) struct Pronoun {
    pub(super) token: usize,
    pub(super) sex: Sex,
    pub(super) role: Role,
    pub(super) sentence: usize,
    /// Whether it is the source of a quote.
    pub(super) speaks: bool,
}

/// Farthest that a pronoun looks back and ahead.
const SENTENCES: usize = 5;
const BEFORE: usize = 40;
const AFTER: usize = 6;
/// Most words between two places that are looked at one by one.
const WORDS: usize = 40;

/// The actors that `pronoun` may stand for, nearest first.
pub(super) fn candidates(scene: &Scene, memory: &Memory, pronoun: &Pronoun) -> Vec<(usize, Sheet)> {
    let at = pronoun.token;
    let here = scene.actors.partition_point(|actor| actor.tokens.end <= at);
    let mut view = View::new(scene, memory, pronoun, here);
    let mut out = Vec::new();
    for index in (here.saturating_sub(BEFORE)..here).rev() {
        if pronoun.sentence - scene.actors[index].sentence.min(pronoun.sentence) > SENTENCES {
            break;
        }
        let sheet = view.sheet(index);
        if scene.may_be(&scene.actors[index], pronoun.sex) {
            out.push((index, sheet));
        }
    }
    if let Some(told) = memory.last(pronoun.sex).filter(|told| {
        let entity = scene.actors[told.actor].entity;
        !out.iter().any(|(index, _)| scene.actors[*index].entity == entity)
    }) {
        out.push((told.actor, view.sheet(told.actor)));
    }
    view.passed.clear();
    for index in here..scene.actors.len().min(here + AFTER) {
        let actor = &scene.actors[index];
        if actor.sentence > pronoun.sentence + 2 {
            break;
        }
        if actor.tokens.start > at && scene.may_be(actor, pronoun.sex) {
            out.push((index, view.sheet(index)));
        }
    }
    if pronoun.speaks {
        drop_hearer(scene, at, &mut out);
    }
    out
}

/// Takes whoever is told out of those that the pronoun at `at` may stand for: "she told the Guardian".
fn drop_hearer(scene: &Scene, at: usize, out: &mut Vec<(usize, Sheet)>) {
    let words = scene.words;
    let Some(verb) = (at + 1..at + 4).find(|at| words.tag(*at) == Tag::Verb) else { return };
    let Some(hearer) = hearer(words, verb + 1, words.article.tokens.len()) else { return };
    let next = scene.actors.partition_point(|actor| actor.tokens.end <= at);
    let near = scene.actors[next..].iter().take(AFTER);
    let told: Vec<EntityId> = near
        .filter(|actor| hearer.contains(&actor.tokens.start))
        .map(|actor| actor.entity)
        .collect();
    out.retain(|(index, _)| !told.contains(&scene.actors[*index].entity));
}

/// Words for relatives: in "his wife Ana" he is not Ana.
const KIN: &[&str] = &[
    "wife",
    "husband",
    "mother",
    "father",
    "son",
    "daughter",
    "brother",
    "sister",
    "parents",
    "family",
    "uncle",
    "aunt",
    "cousin",
    "nephew",
    "niece",
    "friend",
    "partner",
    "girlfriend",
    "boyfriend",
    "grandfather",
    "grandmother",
    "children",
    "sons",
    "daughters",
];

/// One pronoun's view of the names around it.
struct View<'a> {
    scene: &'a Scene<'a>,
    memory: &'a Memory,
    pronoun: &'a Pronoun,
    /// Entities between the pronoun and the name that comes next.
    passed: Vec<u32>,
    /// The nearest subject before the pronoun.
    subject: Option<usize>,
    opens: usize,
    before: usize,
    after: usize,
    kin: usize,
    /// The names near before the pronoun: entity, sentences between, and whether it is a subject.
    near: Vec<(u32, usize, bool)>,
}

impl<'a> View<'a> {
    fn new(scene: &'a Scene, memory: &'a Memory, pronoun: &'a Pronoun, here: usize) -> Self {
        let (words, at) = (scene.words, pronoun.token);
        let start = words.article.sentences[pronoun.sentence].tokens.start;
        let nearby = (here.saturating_sub(BEFORE)..here).rev();
        let subject = nearby
            .take_while(|index| scene.actors[*index].sentence + 2 > pronoun.sentence)
            .find(|index| scene.actors[*index].role == Role::Subject);
        let nearby = (here.saturating_sub(BEFORE)..here).map(|index| &scene.actors[index]);
        let near = nearby
            .filter(|actor| actor.sentence + 3 > pronoun.sentence && scene.fits(actor, pronoun.sex))
            .map(|actor| {
                let ago = pronoun.sentence - actor.sentence.min(pronoun.sentence);
                (actor.entity.0, ago, actor.role == Role::Subject)
            })
            .collect();
        let kin = pronoun.role == Role::Possessor
            && (at + 1..at + 3).any(|next| words.is_one_of(next, KIN));
        Self {
            scene,
            memory,
            pronoun,
            passed: Vec::new(),
            subject,
            opens: usize::from(at <= start + 1),
            before: word_class(words, at.wrapping_sub(1)),
            after: word_class(words, at + 1),
            kin: usize::from(kin),
            near,
        }
    }

    /// What speaks for the actor at `index`.
    fn sheet(&mut self, index: usize) -> Sheet {
        let (scene, pronoun) = (self.scene, self.pronoun);
        let actor = &scene.actors[index];
        let mut sheet = Sheet::default();
        let distance = self.distance(actor);
        self.place(&mut sheet, actor, distance);
        self.clause(&mut sheet, index, distance);
        self.person(&mut sheet, actor, distance);
        self.history(&mut sheet, actor);
        self.company(&mut sheet, actor, distance);
        let speech = usize::from(pronoun.speaks) * 8
            + usize::from(actor.speaks) * 4
            + usize::from(self.is_last_speaker(actor)) * 2
            + usize::from(actor.is_spoken);
        sheet.note(Aspect::Speech, speech * 2 + usize::from(!distance.is_multiple_of(4)));
        if matches!(actor.kind, 0 | 4) && !self.passed.contains(&actor.entity.0) {
            self.passed.push(actor.entity.0);
        }
        sheet
    }

    /// Sentences between: none, one, two, more; behind the pronoun in its sentence, or later.
    fn distance(&self, actor: &Actor) -> usize {
        let here = self.pronoun.sentence;
        if actor.tokens.start < self.pronoun.token {
            (here - actor.sentence.min(here)).min(3)
        } else {
            4 + usize::from(actor.sentence > here)
        }
    }

    fn place(&self, sheet: &mut Sheet, actor: &Actor, distance: usize) {
        let role = self.pronoun.role as usize % 4;
        let others = self.passed.iter().filter(|entity| **entity != actor.entity.0).count();
        let same_block =
            self.scene.words.article.sentences[self.pronoun.sentence].block == actor.block;
        let gap = self.gap(actor).1;
        let near = usize::BITS as usize - gap.leading_zeros() as usize;
        sheet.note(Aspect::Distance, distance * 4 + role);
        let own = actor.role as usize;
        let plain = [distance, 6 + own, 11 + own * 4 + role, 31 + others.min(4)];
        plain.into_iter().for_each(|value| sheet.note(Aspect::Plain, value));
        sheet.note(Aspect::Plain, 36 + own * 6 + distance);
        sheet.note(Aspect::Between, (others.min(4) * 6 + distance) * 4 + role);
        sheet.note(Aspect::Block, usize::from(same_block) * 6 + distance);
        sheet.note(Aspect::Words, near.min(9) * 8 + usize::from(distance > 3) * 4 + role);
        let lead = usize::from(actor.is_first) * 2 + usize::from(actor.opens);
        let subject = usize::from(role == 0);
        sheet.note(Aspect::Lead, ((lead * 6 + distance) * 2 + self.opens) * 2 + subject);
    }

    /// Where the words between the actor and the pronoun begin, and how many they are.
    fn gap(&self, actor: &Actor) -> (usize, usize) {
        let at = self.pronoun.token;
        if actor.tokens.start < at {
            (actor.tokens.end, at - actor.tokens.end.min(at))
        } else {
            (at + 1, actor.tokens.start - at - 1)
        }
    }

    fn clause(&self, sheet: &mut Sheet, index: usize, distance: usize) {
        let actor = &self.scene.actors[index];
        let (words, role) = (self.scene.words, self.pronoun.role as usize % 4);
        let own = actor.role as usize;
        sheet.note(Aspect::Roles, (own * 6 + distance) * 4 + role);
        let (start, gap) = self.gap(actor);
        let between = start..start + gap.min(WORDS);
        let verbs = between.clone().filter(|at| matches!(words.tag(*at), Tag::Verb)).count();
        let commas = between.filter(|at| matches!(words.tag(*at), Tag::Comma)).count();
        let side = usize::from(distance > 3);
        if distance.is_multiple_of(4) {
            sheet.note(Aspect::Verbs, ((verbs.min(3) * ROLES + own) * 4 + role) * 2 + side);
            sheet.note(Aspect::Parallel, ((commas.min(2) * ROLES + own) * 4 + role) * 2 + side);
        }
        let place = [0, 1, 1, 1, 2, 2][distance];
        sheet.note(Aspect::WordBefore, actor.before * 3 + place);
        sheet.note(Aspect::WordAfter, actor.after * 3 + place);
        let standing =
            usize::from(!distance.is_multiple_of(4)) * 2 + usize::from(actor.role == Role::Subject);
        sheet.note(Aspect::PronounAfter, self.before * 4 + standing);
        sheet.note(Aspect::Cue, self.after * 4 + standing);
        let is_subject = usize::from(self.subject == Some(index));
        sheet.note(Aspect::LastSubject, (is_subject * 6 + distance) * 4 + role);
        sheet.note(Aspect::Aside, usize::from(actor.in_brackets) * 6 + distance);
        sheet.note(Aspect::Paired, (usize::from(actor.is_paired) * ROLES + own) * 4 + role);
        let close = usize::from(gap > 2) + usize::from(gap > 4) + usize::from(gap > 9);
        if side == 1 {
            let verb = usize::from(verbs > 0);
            sheet.note(Aspect::Following, ((close * 2 + verb) * 2 + self.opens) * 5 + own);
        }
        sheet.note(Aspect::Kin, (self.kin * 2 + side) * 4 + close);
        debug_assert!(self.before < CLASSES, "a class beyond the last");
    }

    fn person(&self, sheet: &mut Sheet, actor: &Actor, distance: usize) {
        let told = match self.scene.sex(actor.entity) {
            Some(sex) if sex == self.pronoun.sex => 0,
            None => 1,
            Some(_) => 2,
        };
        let evidence = self.memory.evidence(actor, self.pronoun.sex);
        sheet.note(Aspect::Sex, told * 3 + evidence);
        sheet.note(Aspect::Kind, actor.kind * 16 + actor.shape);
        sheet.note(Aspect::Sureness, actor.kind * 6 + actor.sureness);
        let entity = actor.entity.0 as usize;
        let often = self.scene.frequency[entity];
        let most = usize::from(often == self.scene.most_named);
        sheet.note(Aspect::Frequency, (often.min(7) * 2 + most) * 2 + usize::from(distance > 3));
        let first = self.scene.first[entity];
        let lead = usize::from(first == 0) * 2 + usize::from(self.scene.actors[first].block == 0);
        sheet.note(Aspect::First, lead * 6 + distance);
    }

    fn history(&self, sheet: &mut Sheet, actor: &Actor) {
        let role = self.pronoun.role as usize % 4;
        let here = self.pronoun.sentence;
        let last = self.memory.last(self.pronoun.sex);
        let is_his = |actor: &Actor, other: usize| self.scene.actors[other].entity == actor.entity;
        match last {
            None => sheet.note(Aspect::Chain, 0),
            Some(told) => {
                let same = usize::from(is_his(actor, told.actor));
                let ago = (here - told.sentence.min(here)).min(4);
                sheet.note(Aspect::Chain, 1 + (same * 5 + ago) * 4 + role);
                let roles = (told.role as usize * 4 + role) * 2 + same;
                sheet.note(Aspect::ChainRole, roles * 2 + usize::from(ago > 0));
            }
        }
        let meant = self.memory.meant(actor).map_or(5, |at| (here - at.min(here)).min(4));
        let named = here.abs_diff(actor.sentence).min(4);
        sheet.note(Aspect::Recency, meant * 5 + named);
    }

    /// How often the same entity stands near, and how many others do.
    fn company(&self, sheet: &mut Sheet, actor: &Actor, distance: usize) {
        let role = self.pronoun.role as usize % 4;
        let own = |ago: usize| {
            let own = self.near.iter().filter(|it| it.0 == actor.entity.0 && it.1 == ago);
            own.fold((0, 0), |(all, subjects), it| (all + 1, subjects + usize::from(it.2)))
        };
        let ((here, here_subject), (before, before_subject)) = (own(0), own(1));
        let counts = here.min(2) * 3 + before.min(2);
        let subjects = here_subject.min(1) * 2 + before_subject.min(1);
        sheet.note(Aspect::Presence, (counts * 4 + subjects) * 4 + role);
        let mut others: Vec<u32> = self.near.iter().filter(|it| it.1 < 2).map(|it| it.0).collect();
        others.retain(|entity| *entity != actor.entity.0);
        others.sort_unstable();
        others.dedup();
        sheet.note(Aspect::Awaited, (others.len().min(3) * 6 + distance) * 4 + role);
        let relative = usize::from(actor.is_relative);
        sheet.note(Aspect::Shape, (relative * 6 + distance) * 4 + role);
    }

    fn is_last_speaker(&self, actor: &Actor) -> bool {
        let speaker = self.memory.speaker.map(|index| self.scene.actors[index].entity);
        speaker == Some(actor.entity)
    }
}

impl Pronoun {
    pub(super) fn read(scene: &Scene, token: usize, sentence: usize) -> Option<Self> {
        let article = scene.words.article;
        let span = article.tokens[token].span;
        Some(Self {
            token,
            sex: Sex::of_pronoun(span.of(article.text))?,
            role: Role::of_pronoun(scene.words, token),
            sentence,
            speaks: overlaps(&scene.sources, span),
        })
    }
}
