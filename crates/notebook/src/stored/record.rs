//! [`Record`]: what lies under a key, and how it is written and read.

use std::borrow::Cow;

use galley_text::Block;
use serde::{Deserialize, Serialize};

use super::envelope::{seal, unseal};
use super::{Key, Unreadable};
use crate::entry::Item;
use crate::{Annotation, Article, ArticleId, Correction, Header, HouseRule, Identity, Link};

/// A record that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// An article's text, blocks and links.
    Text(Article),
    /// An article's header.
    Header(Header),
    /// One annotation.
    Annotation(Annotation),
    /// One correction.
    Correction(Box<Correction>),
    /// What was said of who somebody is.
    Identity(Box<Identity>),
    /// One house rule.
    HouseRule(HouseRule),
    /// A setting's value.
    Setting(String),
}

#[derive(Serialize, Deserialize)]
struct TextData<'a> {
    id: ArticleId,
    text: Cow<'a, str>,
    blocks: Cow<'a, [Block]>,
    #[serde(default, skip_serializing_if = "<[Link]>::is_empty")]
    links: Cow<'a, [Link]>,
}

/// The value to put under the record's key.
pub fn write(record: &Record) -> String {
    match record {
        Record::Text(article) => text(article),
        Record::Header(data) => header(data),
        Record::Annotation(data) => item(data),
        Record::Correction(data) => item(&**data),
        Record::Identity(data) => item(&**data),
        Record::HouseRule(data) => item(data),
        Record::Setting(data) => seal("setting", data),
    }
}

pub(super) fn text(article: &Article) -> String {
    let data = TextData {
        id: article.id(),
        text: article.text().into(),
        blocks: article.blocks().into(),
        links: article.links().into(),
    };
    seal("text", &data)
}

pub(super) fn header(header: &Header) -> String {
    seal("header", header)
}

pub(super) fn item<T: Item>(item: &T) -> String {
    seal(T::KIND, item)
}

/// Reads the value that lies under `key`. Total on any input.
pub fn read(key: &Key, value: &str) -> Result<Record, Unreadable> {
    match key {
        Key::Text(id) => {
            let data: TextData = unseal("text", value)?;
            in_its_place(data.id == *id)?;
            let TextData { id, text, blocks, links } = data;
            let article =
                Article::from_parts(id, text.into_owned(), blocks.into_owned(), links.into_owned());
            article.map(Record::Text).ok_or_else(|| damaged("its blocks do not fit its text"))
        }
        Key::Header(id) => {
            let header: Header = unseal("header", value)?;
            in_its_place(header.id == *id)?;
            Ok(Record::Header(header))
        }
        Key::Annotation(_, id) => read_item(*id, value).map(Record::Annotation),
        Key::Correction(_, id) => read_item(*id, value).map(|it| Record::Correction(Box::new(it))),
        Key::Identity(_, id) => read_item(*id, value).map(|it| Record::Identity(Box::new(it))),
        Key::HouseRule(id) => read_item(*id, value).map(Record::HouseRule),
        Key::Setting(_) => unseal("setting", value).map(Record::Setting),
        Key::History(_) => Err(damaged("it is read with its article alone")),
        Key::Damaged(_) => Err(damaged("it was set aside before")),
    }
}

fn read_item<'a, T: Item + Deserialize<'a>>(id: T::Id, value: &'a str) -> Result<T, Unreadable> {
    let item: T = unseal(T::KIND, value)?;
    in_its_place(item.id() == id)?;
    Ok(item)
}

fn in_its_place(is: bool) -> Result<(), Unreadable> {
    is.then_some(()).ok_or_else(|| damaged("it lies under another record's key"))
}

fn damaged(why: &str) -> Unreadable {
    Unreadable::Damaged { why: why.into() }
}
