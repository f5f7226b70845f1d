//! [`Key`]: where a record lies.

use std::fmt;
use std::str::FromStr;

use crate::{AnnotationId, ArticleId, CorrectionId, HouseRuleId, IdentityId};

/// The name of a record in storage. All of an article's records share a prefix.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// `galley/article/<article>/text`: the frozen text, written once.
    Text(ArticleId),
    /// `galley/article/<article>/header`: what the shelf shows.
    Header(ArticleId),
    /// `galley/article/<article>/annotation/<annotation>`.
    Annotation(ArticleId, AnnotationId),
    /// `galley/article/<article>/correction/<correction>`.
    Correction(ArticleId, CorrectionId),
    /// `galley/article/<article>/identity/<identity>`.
    Identity(ArticleId, IdentityId),
    /// `galley/article/<article>/history`: what can be undone and redone.
    History(ArticleId),
    /// `galley/rule/<rule>`.
    HouseRule(HouseRuleId),
    /// `galley/setting/<name>`.
    Setting(String),
    /// `galley/damaged/<key>`: what lay under another key and could not be read.
    Damaged(String),
}

/// A key that is not one of Galley's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

const ARTICLE: &str = "galley/article/";
const RULE: &str = "galley/rule/";
const SETTING: &str = "galley/setting/";
const DAMAGED: &str = "galley/damaged/";

impl Key {
    /// What the keys of all of an article's records begin with.
    pub fn prefix(article: ArticleId) -> String {
        format!("{ARTICLE}{article}/")
    }

    /// The article that the record belongs to.
    pub fn article(&self) -> Option<ArticleId> {
        match self {
            Key::Text(id) | Key::Header(id) | Key::History(id) => Some(*id),
            Key::Annotation(id, _) | Key::Correction(id, _) | Key::Identity(id, _) => Some(*id),
            Key::HouseRule(_) | Key::Setting(_) | Key::Damaged(_) => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Key::Text(id) => write!(f, "{ARTICLE}{id}/text"),
            Key::Header(id) => write!(f, "{ARTICLE}{id}/header"),
            Key::Annotation(id, annotation) => write!(f, "{ARTICLE}{id}/annotation/{annotation}"),
            Key::Correction(id, correction) => write!(f, "{ARTICLE}{id}/correction/{correction}"),
            Key::Identity(id, identity) => write!(f, "{ARTICLE}{id}/identity/{identity}"),
            Key::History(id) => write!(f, "{ARTICLE}{id}/history"),
            Key::HouseRule(id) => write!(f, "{RULE}{id}"),
            Key::Setting(name) => write!(f, "{SETTING}{name}"),
            Key::Damaged(key) => write!(f, "{DAMAGED}{key}"),
        }
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(key: &str) -> Result<Self, NotAKey> {
        if let Some(name) = key.strip_prefix(SETTING) {
            return Ok(Key::Setting(name.into()));
        }
        if let Some(inner) = key.strip_prefix(DAMAGED) {
            return Ok(Key::Damaged(inner.into()));
        }
        if let Some(id) = key.strip_prefix(RULE) {
            return id.parse().map(Key::HouseRule).map_err(|_| NotAKey);
        }
        let path = key.strip_prefix(ARTICLE).ok_or(NotAKey)?;
        let (id, rest) = path.split_once('/').ok_or(NotAKey)?;
        let id = id.parse().map_err(|_| NotAKey)?;
        match rest.split_once('/') {
            None if rest == "text" => Ok(Key::Text(id)),
            None if rest == "header" => Ok(Key::Header(id)),
            None if rest == "history" => Ok(Key::History(id)),
            Some(("annotation", annotation)) => {
                Ok(Key::Annotation(id, annotation.parse().map_err(|_| NotAKey)?))
            }
            Some(("correction", correction)) => {
                Ok(Key::Correction(id, correction.parse().map_err(|_| NotAKey)?))
            }
            Some(("identity", identity)) => {
                Ok(Key::Identity(id, identity.parse().map_err(|_| NotAKey)?))
            }
            _ => Err(NotAKey),
        }
    }
}
