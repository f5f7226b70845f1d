//! [`Difference`]: a change, as the difference that it makes to what is there; [`Onward`], what is there as
//! changes are carried out.

use std::rc::Rc;
use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::envelope::{checksum, json};
use crate::entry::{Entries, Entry, Item, Swap};
use crate::{Annotation, Change, Correction, Header, HouseRule, Identity, Notebook};

/// What a change does, to be carried out where that is there which it was made from. One type for records
/// of all sorts: five would be a noticeable part of every download.
#[derive(Serialize, Deserialize)]
pub(super) struct Difference {
    /// Of which sort the record is.
    of: String,
    id: String,
    /// The checksum of the record that is there; of nothing, an empty one.
    was: String,
    /// `None` where it is removed.
    is: Option<Splice>,
}

/// The sort of a header, which has its article's id.
const HEADER: &str = "header";

/// A record's JSON made from another's: so many bytes of its head at the start and at the end with
/// something between them, and a tail. The tail is short and changes with every change, and would make
/// a difference at both ends of a long note one of all that is between them.
#[derive(Serialize, Deserialize)]
struct Splice(usize, usize, String, String);

/// Where the tail of a record begins.
const TAIL: &str = "\"modified\":";

fn cut(record: &str) -> (&str, &str) {
    record.split_at(record.rfind(TAIL).unwrap_or(record.len()))
}

impl Splice {
    fn between(was: &str, is: &str) -> Self {
        let ((was, _), (is, tail)) = (cut(was), cut(is));
        let same = |(a, b): &(char, char)| a == b;
        let ahead = was.chars().zip(is.chars()).take_while(same);
        let start: usize = ahead.map(|(c, _)| c.len_utf8()).sum();
        let behind = was[start..].chars().rev().zip(is[start..].chars().rev()).take_while(same);
        let end: usize = behind.map(|(c, _)| c.len_utf8()).sum();
        Splice(start, end, is[start..is.len() - end].into(), tail.into())
    }

    fn applied(&self, was: &str) -> Option<String> {
        let Splice(start, end, put, tail) = self;
        let (was, _) = cut(was);
        let behind = was.len().checked_sub(*end).filter(|behind| behind >= start)?;
        Some([was.get(..*start)?, put, was.get(behind..)?, tail].concat())
    }
}

impl Difference {
    /// `None` for a change that is of no notebook.
    pub(super) fn of(change: &Change) -> Option<Self> {
        fn of<T: Item<Id: ToString>>((was, is): &Swap<T>) -> Option<Difference> {
            let id = was.as_ref().or(is.as_ref())?.id();
            let written = |it: &Option<Rc<T>>| it.as_ref().map(|it| json(&**it));
            Some(Difference::between(T::KIND, id.to_string(), written(was), written(is)))
        }
        match change {
            Change::Annotation(swap) => of(swap),
            Change::Correction(swap) => of(swap),
            Change::Identity(swap) => of(swap),
            Change::HouseRule(swap) => of(swap),
            Change::Header(was, is) => {
                let (id, was, is) = (was.id.to_string(), json(&**was), json(&**is));
                Some(Self::between(HEADER, id, Some(was), Some(is)))
            }
            Change::Place(..) => None,
        }
    }

    fn between(of: &str, id: String, was: Option<String>, is: Option<String>) -> Self {
        let was = was.unwrap_or_default();
        let splice = is.map(|is| Splice::between(&was, &is));
        Self { of: of.to_owned(), id, was: sum(&was), is: splice }
    }

    /// What becomes of a record; `None` where another is there than the one that it was made from.
    fn applied(&self, was: &str) -> Option<Option<String>> {
        (sum(was) == self.was).then_some(())?;
        match &self.is {
            Some(splice) => splice.applied(was).map(Some),
            None => Some(None),
        }
    }

    fn swap<T: Serialize + DeserializeOwned>(&self, there: Option<&Rc<T>>) -> Option<Swap<T>> {
        let was = there.map_or_else(String::new, |it| json(&**it));
        let is = match self.applied(&was)? {
            Some(is) => Some(Rc::new(serde_json::from_str(&is).ok()?)),
            None => None,
        };
        Some((there.cloned(), is))
    }
}

fn sum(record: &str) -> String {
    if record.is_empty() { String::new() } else { checksum("", record) }
}

/// A notebook and the house rules, as changes are carried out.
pub(super) struct Onward {
    pub(super) notebook: Notebook,
    pub(super) rules: Entries<HouseRule>,
}

impl Onward {
    /// Carries it out; `None` where it does not fit.
    pub(super) fn go(&mut self, difference: &Difference) -> Option<Change> {
        Some(match difference.of.as_str() {
            Annotation::KIND => Change::Annotation(self.entry::<Annotation>(difference)?),
            Correction::KIND => Change::Correction(self.entry::<Correction>(difference)?),
            Identity::KIND => Change::Identity(self.entry::<Identity>(difference)?),
            HouseRule::KIND => {
                let swap = difference.swap(self.rules.get(difference.id.parse().ok()?))?;
                self.rules.swap(&swap)?;
                Change::HouseRule(swap)
            }
            HEADER => {
                let (was, is): Swap<Header> = difference.swap(Some(&self.notebook.header))?;
                let (was, is) = (was?, is.filter(|is| is.id == self.notebook.header.id)?);
                self.notebook.header = Rc::clone(&is);
                Change::Header(was, is)
            }
            _ => return None,
        })
    }

    fn entry<T: Entry<Id: FromStr> + DeserializeOwned>(
        &mut self,
        difference: &Difference,
    ) -> Option<Swap<T>> {
        let id = difference.id.parse().ok()?;
        let swap = difference.swap(T::all(&self.notebook).get(id))?;
        T::all_mut(&mut self.notebook).swap(&swap)?;
        Some(swap)
    }
}
