//! [`Persons`]: full names put together with their short forms.

use std::collections::HashMap;

use super::clue::Clue;
use super::namesakes::{Namesakes, Told};
use super::sex::Sex;
use crate::article::Article;
use crate::{Form, Mention, MentionKind};

/// The persons of an article, by the words of their names.
///
/// [`Persons::next`] is to be called once for each person's mention, in order.
pub(super) struct Persons {
    /// The sex of each person.
    sexes: Vec<Option<Sex>>,
    /// Person by given and family name, and by the whole of a single name.
    by_full: HashMap<String, usize>,
    /// The first person named by a word in all of the article, among all or among those of one sex.
    first: HashMap<(String, Among), usize>,
    /// Those named so far.
    namesakes: Namesakes,
    /// What stands around each mention, in order.
    clues: std::vec::IntoIter<Clue>,
}

impl Persons {
    /// Reads all full names, so that a short name in the headline finds the long one below.
    pub(super) fn read(article: &Article, mentions: &[Mention]) -> Self {
        let is_person =
            |mention: &&Mention| mention.kind == MentionKind::Person && mention.form == Form::Name;
        let clues = Clue::read_all(article, mentions);
        let mut all = Self {
            sexes: Vec::new(),
            by_full: HashMap::new(),
            first: HashMap::new(),
            namesakes: Namesakes::default(),
            clues: clues.clone().into_iter(),
        };
        for (mention, clue) in mentions.iter().filter(is_person).zip(clues) {
            let name = mention.span.of(article.text);
            if name.split_whitespace().count() > 1 {
                let person = all.full(name, clue.sex);
                for word in parts(name) {
                    for among in [Among::All, Among::Sex(all.sexes[person])] {
                        all.first.entry((word.clone(), among)).or_insert(person);
                    }
                }
            }
        }
        all
    }

    /// The person that the next mention, which reads `name`, stands for.
    pub(super) fn next(&mut self, name: &str) -> Told {
        let clue = self.clues.next().unwrap_or_default();
        let told = self.short(name, &clue).unwrap_or_else(|| {
            let person = self.full(name, clue.sex);
            Told { person, is_sure: true }
        });
        self.namesakes.name(&parts(name), told, &clue);
        told
    }

    /// The sex of a person, where it is told.
    pub(super) fn sex(&self, person: usize) -> Option<Sex> {
        self.sexes[person]
    }

    /// The person with this full name, new if need be.
    fn full(&mut self, name: &str, title: Option<Sex>) -> usize {
        let person = *self.by_full.entry(full_key(name)).or_insert(self.sexes.len());
        if person == self.sexes.len() {
            self.sexes.push(None);
        }
        let first = name.split_whitespace().next().unwrap_or("");
        let told = title.or_else(|| Sex::of_given_name(first));
        self.sexes[person] = self.sexes[person].or(told);
        person
    }

    /// The person whose longer name has the one word `name`: one named so far, else one named below.
    fn short(&self, name: &str, clue: &Clue) -> Option<Told> {
        if name.contains(char::is_whitespace) {
            return None;
        }
        let told = self.namesakes.choose(&key(name), clue, |person| self.sexes[person]);
        told.or_else(|| {
            let part = |among| self.first.get(&(key(name), among)).copied();
            let person = match clue.sex {
                Some(_) => part(Among::Sex(clue.sex)).or_else(|| part(Among::Sex(None))),
                None => part(Among::All),
            };
            person.map(|person| Told { person, is_sure: true })
        })
    }
}

/// The words of a name that may stand for all of it.
fn parts(name: &str) -> Vec<String> {
    let is_whole = |word: &&str| word.chars().count() > 1 && !word.ends_with('.');
    name.split_whitespace().filter(is_whole).map(key).collect()
}

/// Which persons a short name may mean.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Among {
    All,
    Sex(Option<Sex>),
}

/// The first and the last word of a name: middle names and initials come and go.
fn full_key(name: &str) -> String {
    let is_suffix =
        |word: &&str| matches!(*word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV");
    let words: Vec<&str> = name.split_whitespace().filter(|word| !is_suffix(word)).collect();
    key(&match words.as_slice() {
        [first, .., last] if !has_family_name_first(&words) => format!("{first} {last}"),
        _ => words.join(" "),
    })
}

/// A name as it is compared: without capitals, and with one sign for every apostrophe ("O’Neill").
fn key(name: &str) -> String {
    name.to_lowercase().replace('’', "'")
}

/// Three words in the manner of "Kim Jong Un", where the first and the last are not the whole.
fn has_family_name_first(words: &[&str]) -> bool {
    words.len() == 3 && words.iter().all(|word| word.chars().count() <= 5 && !word.ends_with('.'))
}
