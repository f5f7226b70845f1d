//! The members of a W3C annotation that are written and read.

use serde::{Deserialize, Serialize};

use crate::Motivation;

#[derive(Serialize)]
pub(super) struct Collection<'a> {
    #[serde(rename = "@context")]
    pub(super) context: &'static str,
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) label: &'a str,
    pub(super) total: usize,
    pub(super) first: Page,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) start_index: usize,
    pub(super) items: Vec<Item>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Item {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) motivation: Option<Motivation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) created: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) modified: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) body: Vec<TextualBody>,
    pub(super) target: Targets,
}

#[derive(Serialize, Deserialize)]
pub(super) struct TextualBody {
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) purpose: Option<Motivation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) format: Option<String>,
    pub(super) value: String,
}

/// One target, or several.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Targets {
    One(Target),
    Many(Vec<Target>),
}

#[derive(Serialize, Deserialize)]
pub(super) struct Target {
    pub(super) source: String,
    pub(super) selector: Vec<Selector>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
pub(super) enum Selector {
    TextQuoteSelector {
        exact: String,
        #[serde(default)]
        prefix: String,
        #[serde(default)]
        suffix: String,
    },
    TextPositionSelector {
        start: usize,
        end: usize,
    },
}
