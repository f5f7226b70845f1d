//! [`Clue`]: what stands around a person's name and tells which of two namesakes is meant.

use std::ops::Range;

use super::sex::Sex;
use super::title;
use crate::article::Article;
use crate::lexicon::speech;
use crate::speaker::plain;
use crate::{Form, Mention, MentionKind};

/// What stands around one name.
#[derive(Clone, Default)]
pub(super) struct Clue {
    /// The sex that a title or a relative right before tells.
    pub(super) sex: Option<Sex>,
    /// The office or rank: "vice president".
    pub(super) office: Option<String>,
    /// The sex that a pronoun behind it tells: "Clinton said she".
    pub(super) pronoun: Option<Sex>,
}

/// How far behind a name its pronoun is looked for, in tokens.
const REACH: usize = 8;

impl Clue {
    /// The clues of each person named in `mentions`, in order.
    pub(super) fn read_all(article: &Article, mentions: &[Mention]) -> Vec<Self> {
        let is_person = |it: &&Mention| it.kind == MentionKind::Person && it.form == Form::Name;
        let people = mentions.iter().filter(is_person).map(|it| article.tokens_in(it.span));
        let people: Vec<Range<usize>> = people.collect();
        let next = people.iter().skip(1).map(|tokens| tokens.start).chain([usize::MAX]);
        people.iter().zip(next).map(|(name, next)| Self::read(article, name, next)).collect()
    }

    /// The clues of the `name` before which the next one begins at `next`.
    fn read(article: &Article, name: &Range<usize>, next: usize) -> Self {
        Self {
            sex: sex_before(article, name.start),
            office: office(article, name),
            pronoun: pronoun_after(article, name, next),
        }
    }
}

/// The sex that a title right before a name tells.
fn sex_before(article: &Article, name: usize) -> Option<Sex> {
    let before = article.word(name.checked_sub(1)?);
    // "his wife, Ana": a comma may stand between.
    let relation = if before == "," { article.word(name.checked_sub(2)?) } else { before };
    Sex::of_title(before).or_else(|| Sex::of_relation(relation))
}

/// "president" in "President George Bush" and "George Bush, the president".
fn office(article: &Article, name: &Range<usize>) -> Option<String> {
    let title = title::around(article, name)?;
    let words: Vec<String> = title.map(|at| plain(article.word(at))).collect();
    Some(words.join(" "))
}

/// The sex of the pronoun behind `name` in its sentence, `next` not reached, that may stand for it as the
/// one who acts: "Clinton said she", "Clinton thanked his", but not "Clinton thanked her".
fn pronoun_after(article: &Article, name: &Range<usize>, next: usize) -> Option<Sex> {
    let sentence = article.sentences.get(article.sentence_of(name.start))?;
    let end = sentence.tokens.end.min(next).min(name.end + REACH);
    (name.end..end).find_map(|at| {
        let word = article.word(at);
        let acts = match word {
            "her" => speech::is_reporting(article.word(at - 1)),
            _ => word != "him",
        };
        Sex::of_pronoun(word).filter(|_| acts)
    })
}
