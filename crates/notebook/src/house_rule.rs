//! [`HouseRule`]: what the reader says of the same words in every article.
//!
//! A correction is about one place of one article; a house rule is about words, wherever they stand.
//! This module refuses to look for them.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::edit::retractions;
use crate::{Change, CorrectionId, HouseRuleId, Library, Millis, Notebook, Step, Transaction};

/// What holds of these words in every article, until a correction there says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseRule {
    /// Its id.
    pub id: HouseRuleId,
    /// The words, as they are written.
    pub words: String,
    /// How they are marked.
    pub marking: Marking,
    /// When it was made.
    pub created: Millis,
    /// When it last changed.
    pub modified: Millis,
}

/// How words are marked.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marking {
    /// Always, as one of this kind: `person`, `place`.
    Always(String),
    /// Never.
    Never,
}

/// What the reader does with the house rules. Each is one step that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what their names and types say")]
pub enum RuleEdit {
    /// Makes a rule, or changes the one that there is for these words. What the reader said of them
    /// in the open article before is taken back, for the rule to count there too.
    Make {
        id: HouseRuleId,
        words: String,
        marking: Marking,
        instead: Vec<CorrectionId>,
        now: Millis,
    },
    /// Removes a rule.
    Remove(HouseRuleId),
}

/// The transaction that carries out `edit`; `None` where it changes nothing.
pub(crate) fn transaction(
    library: &Library,
    open: Option<&Notebook>,
    edit: RuleEdit,
) -> Option<Transaction> {
    let (name, changes) = match edit {
        RuleEdit::Make { id, words, marking, instead, now } => {
            let rule = change(library, id, words.trim(), &marking, now)?;
            let gone = open.map(|open| retractions(open, &instead)).unwrap_or_default();
            (marking.name(words.trim()), rule.into_iter().chain(gone).collect())
        }
        RuleEdit::Remove(id) => {
            let gone = library.rule(id)?;
            let name = format!("Remove rule for “{}”", gone.words);
            (name, vec![Change::HouseRule((Some(Rc::clone(gone)), None))])
        }
    };
    let changes: Vec<Change> = changes;
    (!changes.is_empty()).then(|| Transaction { step: Step::Rule(name.into()), changes })
}

/// `Some(None)` where the rule is there already; `None` for what is no rule.
fn change(
    library: &Library,
    id: HouseRuleId,
    words: &str,
    marking: &Marking,
    now: Millis,
) -> Option<Option<Change>> {
    let has_kind = !matches!(marking, Marking::Always(kind) if kind.trim().is_empty());
    (has_kind && !words.is_empty()).then_some(())?;
    let before = library.rules().iter().find(|it| it.words == words);
    if before.is_some_and(|before| before.marking == *marking) {
        return Some(None);
    }
    let new = || HouseRule {
        id,
        words: words.to_owned(),
        marking: marking.clone(),
        created: now,
        modified: now,
    };
    let changed = |before: &Rc<HouseRule>| HouseRule {
        marking: marking.clone(),
        modified: now,
        ..HouseRule::clone(before)
    };
    let after = before.map_or_else(new, changed);
    // An id that is taken by a rule for other words is no new one.
    (before.is_some() || library.rule(id).is_none()).then_some(())?;
    Some(Some(Change::HouseRule((before.cloned(), Some(Rc::new(after))))))
}

impl Marking {
    /// What the step that makes such a rule is called.
    fn name(&self, words: &str) -> String {
        match self {
            Marking::Always(kind) => format!("Always mark “{words}” as {kind}"),
            Marking::Never => format!("Never mark “{words}”"),
        }
    }
}
