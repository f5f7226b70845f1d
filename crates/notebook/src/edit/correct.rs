//! [`correct()`], [`retract()`]: the reader's word on what a machine found, as transactions.

use std::rc::Rc;

use crate::transaction::StepName;
use crate::{
    Change, Correction, CorrectionId, Finding, Millis, Notebook, SET_APART, Say, Speaker, Step,
    Transaction, What,
};

/// Says the same of all `findings` in one step.
pub(super) fn correct(
    notebook: &Notebook,
    findings: &[(CorrectionId, Finding)],
    say: &Say,
    now: Millis,
) -> Option<Transaction> {
    let text = notebook.article().text();
    let changes: Vec<Change> = findings
        .iter()
        .filter(|(_, finding)| finding.span.fits(text) && !finding.span.is_empty())
        .filter_map(|(id, finding)| change(notebook, *id, finding, say, now))
        .collect();
    let name = name(&findings.first()?.1, changes.len(), say, text);
    let step = match say {
        Say::Extent(_) | Say::Pieces(_) => Step::MoveEdge(name),
        _ => Step::Correct(name),
    };
    (!changes.is_empty()).then_some(Transaction { step, changes })
}

/// Takes back the corrections that are there.
pub(super) fn retract(notebook: &Notebook, ids: &[CorrectionId]) -> Option<Transaction> {
    let changes = retractions(notebook, ids);
    let name: StepName = match changes.len() {
        0 => return None,
        1 => "Take back correction".into(),
        count => format!("Take back {count} corrections").into(),
    };
    Some(Transaction { step: Step::Correct(name), changes })
}

/// What takes back those of these corrections that are there.
pub(crate) fn retractions(notebook: &Notebook, ids: &[CorrectionId]) -> Vec<Change> {
    let gone = ids.iter().filter_map(|id| notebook.correction(*id));
    gone.map(|gone| Change::Correction((Some(Rc::clone(gone)), None))).collect()
}

fn change(
    notebook: &Notebook,
    id: CorrectionId,
    finding: &Finding,
    say: &Say,
    now: Millis,
) -> Option<Change> {
    let text = notebook.article().text();
    let before = notebook.correction(id);
    let known = before.map(|before| Correction::clone(before));
    let mut after = known.unwrap_or_else(|| Correction::of(finding, text, id, now));
    after.say(finding, say, text)?;
    if before.is_some_and(|before| **before == after) {
        return None;
    }
    after.modified = now;
    Some(Change::Correction((before.cloned(), Some(Rc::new(after)))))
}

/// The step's name, after its first finding and the number of those that it changes.
fn name(finding: &Finding, count: usize, say: &Say, text: &str) -> StepName {
    let is_set_apart = finding.what == What::Quote && finding.kind == SET_APART;
    let thing = match finding.what {
        What::Quote if is_set_apart => "words set apart",
        What::Quote => "quote",
        What::Mention => kind_in_words(&finding.kind),
    };
    // Of a quote the words are many, and most of those that hear of the step have just seen it.
    let words = match finding.what {
        What::Mention => format!(" “{}”", finding.span.of(text)),
        What::Quote => String::new(),
    };
    let many = |one: String, many: String| if count == 1 { one } else { many };
    let name = match say {
        Say::Accept => many(format!("Accept {thing}{words}"), format!("Accept {count} marks")),
        Say::Reject => many(format!("Reject {thing}{words}"), format!("Reject {count} marks")),
        Say::Mark => many(format!("Mark as {thing}"), format!("Mark {count} as {thing}")),
        Say::Kind(_) if is_set_apart => "Take words set apart for a quote".into(),
        Say::Kind(kind) => {
            let kind = kind_in_words(kind);
            many(format!("Change kind to {kind}"), format!("Change {count} kinds to {kind}"))
        }
        Say::Extent(_) | Say::Pieces(_) => format!("Move edge of {thing}"),
        Say::Speaker(Speaker::Named(name)) => format!("Change speaker to {}", name.trim()),
        Say::Speaker(Speaker::Nobody) => "Leave quote unattributed".into(),
        Say::Cue(Some(cue)) => format!("Change cue to “{}”", cue.of(text).trim()),
        Say::Cue(None) => "Remove cue".into(),
    };
    name.into()
}

/// What the reader calls a kind, by the machine's word for it.
pub fn kind_in_words(word: &str) -> &str {
    match word {
        "direct" => "direct quote",
        "mixed" => "partly quoted",
        "indirect" => "reported",
        "facility" => "building or facility",
        "money" => "amount of money",
        "percent" => "percentage",
        "misc" => "other name",
        word => word,
    }
}
