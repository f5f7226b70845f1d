//! [`judge`]: what kind of name a candidate is, by lists, by words inside it and beside it.

use super::candidate::Candidate;
use super::other;
use crate::article::Article;
use crate::lexicon::{Classes, classes, cue, is_common, speech};
use crate::{MentionKind, Rule};

/// A kind with its reason.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    pub(super) kind: MentionKind,
    pub(super) rule: Rule,
    pub(super) confidence: f32,
}

fn verdict(kind: MentionKind, rule: Rule, confidence: f32) -> Option<Verdict> {
    Some(Verdict { kind, rule, confidence })
}

/// Judges one candidate of running text; none where it is likely no name.
pub(super) fn judge(article: &Article, candidate: &Candidate) -> Option<Verdict> {
    let name = article.span_of(candidate.tokens.clone()).of(article.text);
    let words: Vec<&str> = candidate.tokens.clone().map(|at| article.word(at)).collect();
    if candidate.titled && !words.iter().any(|word| cue::ends_organization(word)) {
        return verdict(MentionKind::Person, Rule::PersonTitle, 0.93);
    }
    if let Some(listed) = listed(name) {
        return Some(listed);
    }
    by_inner_words(&words)
        .or_else(|| by_person_names(&words))
        .or_else(|| by_shape(&words))
        .or_else(|| by_neighbours(article, candidate, &words))
}

/// What the lists say of a name.
pub(super) fn listed(name: &str) -> Option<Verdict> {
    let lists = classes(name);
    if lists.meets(Classes::PEOPLE) {
        return verdict(MentionKind::Nationality, Rule::NationalityList, 0.93);
    }
    if lists.meets(Classes::ANY_ORGANIZATION) {
        return verdict(MentionKind::Organization, Rule::OrganizationList, 0.88);
    }
    if lists.meets(Classes::ANY_PLACE) {
        let is_person = lists.meets(Classes::PERSON);
        return verdict(MentionKind::Place, Rule::PlaceList, if is_person { 0.8 } else { 0.93 });
    }
    None
}

/// "… University", "Ministry of …", "… River", "… Airport".
fn by_inner_words(words: &[&str]) -> Option<Verdict> {
    let (first, last) = (words[0], words[words.len() - 1]);
    let head = words.iter().position(|word| matches!(*word, "of" | "for"));
    let head = head.and_then(|at| words.get(at.checked_sub(1)?));
    if head.is_some_and(|word| cue::heads_organization(word)) {
        return verdict(MentionKind::Organization, Rule::OrganizationWord, 0.85);
    }
    if words.len() < 2 {
        return None;
    }
    if head.is_some_and(|word| cue::heads_place(word))
        || (cue::heads_place(first) && first != "State")
    {
        return verdict(MentionKind::Place, Rule::PlaceWord, 0.8);
    }
    if cue::ends_law(last) && other::kind(words) == MentionKind::Law {
        return verdict(MentionKind::Law, Rule::LawWord, 0.75);
    }
    if cue::ends_event(last) || cue::ends_law(last) {
        return verdict(MentionKind::Event, Rule::EventWord, 0.7);
    }
    if cue::ends_organization(last) {
        return verdict(MentionKind::Organization, Rule::OrganizationWord, 0.85);
    }
    if cue::ends_facility(last) {
        return verdict(MentionKind::Facility, Rule::FacilityWord, 0.75);
    }
    if cue::ends_place(last) {
        return verdict(MentionKind::Place, Rule::PlaceWord, 0.85);
    }
    None
}

/// A given name first, or a family name last, and no plain word between.
fn by_person_names(words: &[&str]) -> Option<Verdict> {
    let (first, last) = (words[0], words[words.len() - 1]);
    let plain = words.iter().filter(|word| is_common(word)).count();
    if words.len() == 1 || words.len() > 5 || plain * 2 >= words.len() {
        return None;
    }
    if classes(first).meets(Classes::GIVEN) && first.len() > 1 {
        return verdict(MentionKind::Person, Rule::PersonGiven, 0.9);
    }
    if classes(last).or(classes(first)).meets(Classes::FAMILY) {
        return verdict(MentionKind::Person, Rule::PersonFamily, 0.8);
    }
    None
}

/// Capitals throughout.
fn by_shape(words: &[&str]) -> Option<Verdict> {
    let word = words[0];
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_acronym = words.len() == 1
        && (2..=6).contains(&letters)
        && word.chars().filter(|c| c.is_uppercase()).count() * 4 >= letters * 3;
    if !is_acronym {
        return None;
    }
    if cue::is_plain_acronym(word) {
        return verdict(MentionKind::Misc, Rule::NameUnknown, 0.4);
    }
    verdict(MentionKind::Organization, Rule::OrganizationAcronym, 0.7)
}

/// "in X", "X said", "X, 42,": and else names of plain words are no names.
fn by_neighbours(article: &Article, candidate: &Candidate, words: &[&str]) -> Option<Verdict> {
    let before = candidate.tokens.start.checked_sub(1).map_or("", |at| article.word(at));
    let after = article.word(candidate.tokens.end);
    let all_common = words.iter().all(|word| is_common(word));
    if all_common
        || (words.len() == 1 && (cue::is_title(words[0]) || cue::ends_organization(words[0])))
    {
        return None;
    }
    if speech::is_reporting(after) || speech::is_reporting(before) {
        return verdict(MentionKind::Person, Rule::PersonSpeaks, 0.75);
    }
    let age = article.word(candidate.tokens.end + 1);
    if after == ","
        && age.len() == 2
        && age.parse::<u8>().is_ok()
        && article.word(candidate.tokens.end + 2) == ","
    {
        return verdict(MentionKind::Person, Rule::PersonAge, 0.95);
    }
    if cue::comes_before_a_place(before) {
        return verdict(MentionKind::Place, Rule::PlacePreposition, 0.65);
    }
    if words.len() == 1 {
        let is_person = classes(words[0]).meets(Classes::PERSON);
        if is_person {
            return verdict(MentionKind::Person, Rule::PersonFamily, 0.55);
        }
        if candidate.opens {
            return None;
        }
        return verdict(MentionKind::Misc, Rule::NameUnknown, 0.35);
    }
    let plain = words.iter().any(|word| is_common(word));
    if plain {
        return verdict(MentionKind::Misc, Rule::NameUnknown, 0.4);
    }
    verdict(MentionKind::Person, Rule::PersonShape, 0.6)
}
