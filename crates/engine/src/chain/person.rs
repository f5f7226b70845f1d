//! [`Persons`]: full names put together with their short forms.

use std::collections::HashMap;

use super::sex::Sex;
use crate::article::Article;
use crate::{Form, Mention, MentionKind};

/// The persons of an article, by the words of their names.
///
/// [`Persons::next`] is to be called once for each person's mention, in order: of two people with
/// one family name, the short name is the one named last.
pub(super) struct Persons {
    /// The sex of each person.
    sexes: Vec<Option<Sex>>,
    /// Person by given and family name, and by the whole of a single name.
    by_full: HashMap<String, usize>,
    /// Person last named by a word, among all or among those of one sex.
    by_part: HashMap<(String, Among), usize>,
    /// What the title before each mention tells, in order.
    titles: std::vec::IntoIter<Option<Sex>>,
}

impl Persons {
    /// Reads all full names, so that a short name in the headline finds the long one below.
    pub(super) fn read(article: &Article, mentions: &[Mention]) -> Self {
        let is_person =
            |mention: &&Mention| mention.kind == MentionKind::Person && mention.form == Form::Name;
        let people: Vec<&Mention> = mentions.iter().filter(is_person).collect();
        let titles: Vec<Option<Sex>> =
            people.iter().map(|mention| title_before(article, mention)).collect();
        let mut all = Self {
            sexes: Vec::new(),
            by_full: HashMap::new(),
            by_part: HashMap::new(),
            titles: titles.clone().into_iter(),
        };
        for (mention, title) in people.iter().zip(titles) {
            let name = mention.span.of(article.text);
            if name.split_whitespace().count() > 1 {
                let person = all.full(name, title);
                all.remember(name, person, Recency::First);
            }
        }
        all
    }

    /// The person that the next mention, which reads `name`, stands for.
    pub(super) fn next(&mut self, name: &str) -> usize {
        let title = self.titles.next().flatten();
        let person = match self.short(name, title) {
            Some(person) => person,
            None => self.full(name, title),
        };
        self.remember(name, person, Recency::Last);
        person
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

    /// The person whose longer name has the one word `name`.
    fn short(&self, name: &str, title: Option<Sex>) -> Option<usize> {
        if name.contains(char::is_whitespace) {
            return None;
        }
        let part = |among| self.by_part.get(&(key(name), among)).copied();
        match title {
            Some(_) => part(Among::Sex(title)).or_else(|| part(Among::Sex(None))),
            None => part(Among::All),
        }
    }

    /// Notes that the words of a longer `name` mean `person` from here on.
    fn remember(&mut self, name: &str, person: usize, recency: Recency) {
        let words: Vec<&str> = name.split_whitespace().collect();
        if words.len() < 2 && recency == Recency::First {
            return;
        }
        for word in words.iter().filter(|word| word.chars().count() > 1 && !word.ends_with('.')) {
            for among in [Among::All, Among::Sex(self.sexes[person])] {
                let key = (key(word), among);
                match recency {
                    Recency::First => _ = self.by_part.entry(key).or_insert(person),
                    Recency::Last => _ = self.by_part.insert(key, person),
                }
            }
        }
    }
}

/// Which persons a short name may mean.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Among {
    All,
    Sex(Option<Sex>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Recency {
    First,
    Last,
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

/// The sex that a title right before a name tells.
fn title_before(article: &Article, mention: &Mention) -> Option<Sex> {
    let at = article.tokens.partition_point(|token| token.span.start() < mention.span.start());
    let before = article.word(at.checked_sub(1)?);
    // "his wife, Ana": a comma may stand between.
    let relation = if before == "," { article.word(at.checked_sub(2)?) } else { before };
    Sex::of_title(before).or_else(|| Sex::of_relation(relation))
}
