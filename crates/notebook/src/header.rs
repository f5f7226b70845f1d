//! [`Header`]: what the shelf shows of an article.

use serde::{Deserialize, Serialize};

use crate::{ArticleId, Millis};

/// What is known about an article beside its text. Guessed when it is opened; the reader can edit
/// all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The headline.
    pub title: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// When, in the words of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Its web address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// An article's entry on the shelf.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Whose.
    pub id: ArticleId,
    /// What is known about it.
    pub details: Details,
    /// Length of the text in words.
    pub words: usize,
    /// When it was pasted.
    pub added: Millis,
    /// When this entry last changed.
    pub modified: Millis,
    /// When it was put into the trash; nothing of it is lost by that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discarded: Option<Millis>,
}
