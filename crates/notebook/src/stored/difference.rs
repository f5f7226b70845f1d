//! [`Difference`]: a change, as the difference that it makes to what is there; [`Onward`], what is there as
//! changes are carried out.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::envelope::{checksum, json};
use crate::entry::{Entries, Entry, Item, Swap};
use crate::{
    Annotation, AnnotationId, Change, Correction, CorrectionId, Header, HouseRule, HouseRuleId,
    Identity, IdentityId, Notebook,
};

/// What a change does, to be carried out where that is there which it was made from.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Difference {
    Annotation(To<AnnotationId>),
    Correction(To<CorrectionId>),
    Identity(To<IdentityId>),
    HouseRule(To<HouseRuleId>),
    Header(To<()>),
}

/// What becomes of one record.
#[derive(Serialize, Deserialize)]
pub(super) struct To<I> {
    id: I,
    /// The checksum of the record that is there; of nothing, an empty one.
    was: String,
    /// `None` where it is removed.
    is: Option<Splice>,
}

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

impl<I> To<I> {
    fn between<T: Serialize>(id: I, was: Option<&Rc<T>>, is: Option<&Rc<T>>) -> Self {
        let written = |it: Option<&Rc<T>>| it.map_or_else(String::new, |it| json(&**it));
        let was = written(was);
        let splice = is.map(|is| Splice::between(&was, &json(&**is)));
        To { id, was: sum(&was), is: splice }
    }

    /// What is there and what becomes of it; `None` where something else is there.
    fn swap<T: Serialize + DeserializeOwned>(&self, there: Option<&Rc<T>>) -> Option<Swap<T>> {
        let was = there.map_or_else(String::new, |it| json(&**it));
        (sum(&was) == self.was).then_some(())?;
        let is = match &self.is {
            Some(splice) => Some(Rc::new(serde_json::from_str(&splice.applied(&was)?).ok()?)),
            None => None,
        };
        Some((there.cloned(), is))
    }
}

fn sum(record: &str) -> String {
    if record.is_empty() { String::new() } else { checksum("", record) }
}

impl Difference {
    /// `None` for a change that is of no notebook.
    pub(super) fn of(change: &Change) -> Option<Self> {
        fn to<T: Item>((was, is): &Swap<T>) -> Option<To<T::Id>> {
            let id = was.as_ref().or(is.as_ref())?.id();
            Some(To::between(id, was.as_ref(), is.as_ref()))
        }
        Some(match change {
            Change::Annotation(swap) => Difference::Annotation(to(swap)?),
            Change::Correction(swap) => Difference::Correction(to(swap)?),
            Change::Identity(swap) => Difference::Identity(to(swap)?),
            Change::HouseRule(swap) => Difference::HouseRule(to(swap)?),
            Change::Header(was, is) => Difference::Header(To::between((), Some(was), Some(is))),
            Change::Place(..) => return None,
        })
    }
}

/// A notebook and the house rules, as changes are carried out.
pub(super) struct Onward {
    pub(super) notebook: Notebook,
    pub(super) rules: Entries<HouseRule>,
}

impl Onward {
    /// Carries it out; `None` where it does not fit.
    pub(super) fn go(&mut self, difference: &Difference) -> Option<Change> {
        let change = match difference {
            Difference::Annotation(to) => Change::Annotation(self.entry::<Annotation>(to)?),
            Difference::Correction(to) => Change::Correction(self.entry::<Correction>(to)?),
            Difference::Identity(to) => Change::Identity(self.entry::<Identity>(to)?),
            Difference::HouseRule(to) => {
                let swap = to.swap(self.rules.get(to.id))?;
                self.rules.swap(&swap)?;
                Change::HouseRule(swap)
            }
            Difference::Header(to) => {
                let (was, is): Swap<Header> = to.swap(Some(&self.notebook.header))?;
                let (was, is) = (was?, is.filter(|is| is.id == self.notebook.header.id)?);
                self.notebook.header = Rc::clone(&is);
                Change::Header(was, is)
            }
        };
        Some(change)
    }

    fn entry<T: Entry + DeserializeOwned>(&mut self, to: &To<T::Id>) -> Option<Swap<T>> {
        let swap = to.swap(T::all(&self.notebook).get(to.id))?;
        T::all_mut(&mut self.notebook).swap(&swap)?;
        Some(swap)
    }
}
