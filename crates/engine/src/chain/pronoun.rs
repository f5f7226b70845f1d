//! Pronouns of the third person, and whom they stand for.

use galley_text::Span;

use super::Cast;
use crate::article::Article;
use crate::lexicon::{Classes, classes};
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Rule};

/// What a title, a given name or a pronoun tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sex {
    Female,
    Male,
}

impl Sex {
    /// What the lists of given names say.
    pub(crate) fn of_given_name(name: &str) -> Option<Self> {
        let lists = classes(name);
        match (lists.meets(Classes::GIVEN_FEMALE), lists.meets(Classes::GIVEN_MALE)) {
            (true, false) => Some(Sex::Female),
            (false, true) => Some(Sex::Male),
            _ => None,
        }
    }

    /// What a title tells.
    pub(crate) fn of_title(word: &str) -> Option<Self> {
        let stem = word.strip_suffix('.').unwrap_or(word);
        match stem {
            "Mrs" | "Ms" | "Miss" | "Madam" | "Lady" | "Queen" | "Princess" | "Dame" | "Hajia"
            | "Sister" | "Congresswoman" | "Chairwoman" | "Spokeswoman" | "Baroness"
            | "Duchess" | "Councilwoman" | "Mme" => Some(Sex::Female),
            "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Pope" | "Congressman" | "Chairman"
            | "Spokesman" | "Sultan" | "Emir" | "Alhaji" | "Imam" | "Councilman" | "Duke"
            | "Father" | "Archbishop" | "Ayatollah" => Some(Sex::Male),
            _ => None,
        }
    }

    /// The sex of a pronoun: "he", "her" and their kin, whatever their case.
    pub(crate) fn of_pronoun(word: &str) -> Option<Self> {
        let is = |forms: &[&str]| forms.iter().any(|form| form.eq_ignore_ascii_case(word));
        if is(&["he", "him", "his", "himself"]) {
            return Some(Sex::Male);
        }
        is(&["she", "her", "hers", "herself"]).then_some(Sex::Female)
    }
}

/// Farthest that a pronoun looks back.
const SENTENCES: usize = 4;
const MENTIONS: usize = 40;

impl Cast {
    /// Whom a pronoun of `sex` at byte `at` stands for: of the persons named before it, the one
    /// that is near, opens a sentence, and is not ruled out by sex. Names inside the `spoken` spans
    /// (in order) do not count, since a speaker is seldom named in his own words.
    pub(crate) fn antecedent(
        &self,
        article: &Article,
        mentions: &[Mention],
        spoken: &[Span],
        at: usize,
        sex: Sex,
    ) -> Option<(EntityId, Confidence)> {
        let sentence =
            |byte: usize| article.sentences.partition_point(|sentence| sentence.span.end() <= byte);
        let here = sentence(at);
        let before = mentions.partition_point(|mention| mention.span.end() <= at);
        let mut best: Option<(f32, EntityId)> = None;
        let mut rivals = 0;
        for index in (before.saturating_sub(MENTIONS)..before).rev() {
            let mention = &mentions[index];
            let distance = here - sentence(mention.span.start()).min(here);
            if distance > SENTENCES {
                break;
            }
            let Some(entity) = mention.entity.filter(|_| mention.kind == MentionKind::Person)
            else {
                continue;
            };
            let told = self.sexes[entity.0 as usize];
            if told.is_some_and(|told| told != sex) || is_inside(spoken, mention.span) {
                continue;
            }
            let opens = opens_sentence(article, mention, sentence(mention.span.start()));
            let score = f32::from(u8::from(opens)) + if told.is_some() { 0.6 } else { 0.0 }
                - distance as f32;
            rivals += u32::from(best.is_some_and(|(_, other)| other != entity));
            if best.is_none_or(|(held, _)| score > held) {
                best = Some((score, entity));
            }
        }
        let sure = if rivals == 0 { 0.9 } else { 0.72 };
        best.map(|(_, entity)| (entity, Confidence::new(sure)))
    }

    /// The pronouns outside the `spoken` spans whose person is told, as mentions in order.
    pub(crate) fn pronouns(
        &self,
        article: &Article,
        mentions: &[Mention],
        spoken: &[Span],
    ) -> Vec<Mention> {
        let mut out: Vec<Mention> = Vec::new();
        for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
            for token in &article.tokens[sentence.tokens.clone()] {
                let Some(sex) = Sex::of_pronoun(token.span.of(article.text)) else { continue };
                if is_inside(spoken, token.span) {
                    continue;
                }
                let at = token.span.start();
                let told = self.antecedent(article, mentions, spoken, at, sex);
                out.extend(told.map(|(entity, confidence)| Mention {
                    span: token.span,
                    kind: MentionKind::Person,
                    form: Form::Pronoun,
                    entity: Some(entity),
                    value: None,
                    confidence,
                    rule: Rule::PronounNearest,
                }));
            }
        }
        out
    }
}

/// Whether `span` lies inside one of `spans`, which are in order and do not overlap.
fn is_inside(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|one| one.start() <= span.start());
    after > 0 && spans[after - 1].contains(span)
}

/// Whether a mention is the first person named near its sentence's start, as subjects are.
fn opens_sentence(article: &Article, mention: &Mention, sentence: usize) -> bool {
    let start = article.sentences.get(sentence).map_or(0, |sentence| sentence.span.start());
    mention.span.start() < start + 40
}
