//! [`Namesakes`]: of several people with one family name, the one that the name alone stands for.

use std::collections::HashMap;

use super::clue::Clue;
use super::sex::Sex;

/// Most people of one name that are told apart: whoever was named longest ago is forgotten.
const MOST: usize = 8;

/// The people named so far, by the words of their names.
#[derive(Default)]
pub(super) struct Namesakes {
    /// Whoever was named last is last.
    named: HashMap<String, Vec<usize>>,
    /// Who was last meant by the word alone, where that was plain.
    alone: HashMap<String, usize>,
    /// What each person was called.
    offices: HashMap<usize, Vec<String>>,
}

/// Whom a name stands for, and whether something tells so.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub(super) person: usize,
    pub(super) is_sure: bool,
}

impl Namesakes {
    /// The person that the `word` alone stands for; none where nobody named so far fits.
    pub(super) fn choose(
        &self,
        word: &str,
        clue: &Clue,
        sex: impl Fn(usize) -> Option<Sex>,
    ) -> Option<Told> {
        let mut left = self.named.get(word)?.clone();
        if let Some(told) = clue.sex {
            // A title tells for certain: nobody of the other sex is left.
            left.retain(|person| sex(*person).is_none_or(|known| known == told));
            keep(&mut left, |person| sex(person).is_some());
        }
        if let Some(office) = &clue.office {
            keep(&mut left, |person| self.holds(person, office));
            keep(&mut left, |person| self.holds(person, office) || self.offices(person).is_empty());
        }
        if let Some(told) = clue.pronoun {
            keep(&mut left, |person| sex(person).is_none_or(|known| known == told));
            keep(&mut left, |person| sex(person).is_some());
        }
        keep(&mut left, |person| self.alone.get(word) == Some(&person));
        let person = *left.last()?;
        Some(Told { person, is_sure: left.len() == 1 })
    }

    /// Notes that somebody was named by `words` and called what `clue` says.
    pub(super) fn name(&mut self, words: &[String], told: Told, clue: &Clue) {
        for word in words {
            let named = self.named.entry(word.clone()).or_default();
            let all = named.len();
            named.retain(|other| *other != told.person);
            // A headline is too early to tell whom the word alone stands for.
            if words.len() == 1 && told.is_sure && named.len() < all {
                self.alone.insert(word.clone(), told.person);
            }
            named.push(told.person);
            if named.len() > MOST {
                named.remove(0);
            }
        }
        if let Some(office) = clue.office.as_ref().filter(|it| !self.holds(told.person, it)) {
            self.offices.entry(told.person).or_default().push(office.clone());
        }
    }

    fn offices(&self, person: usize) -> &[String] {
        self.offices.get(&person).map_or(&[], Vec::as_slice)
    }

    fn holds(&self, person: usize, office: &str) -> bool {
        self.offices(person).iter().any(|held| is_same_office(held, office))
    }
}

/// Leaves only those of `people` for whom `holds`, if there are some.
fn keep(people: &mut Vec<usize>, holds: impl Fn(usize) -> bool) {
    if people.iter().any(|person| holds(*person)) {
        people.retain(|person| holds(*person));
    }
}

/// "U.S. president" and "president" are one office, "vice president" is another.
fn is_same_office(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    let rest = long.strip_suffix(short);
    rest.is_some_and(|rest| {
        rest.is_empty() || rest.ends_with(' ') && !rest.contains("vice") && !rest.contains("deputy")
    })
}
