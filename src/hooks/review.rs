//! [`use_review`]: what the engine finds, as the reader has corrected it.

use std::rc::Rc;

use galley_engine::Findings;
use galley_notebook::Notebook;
use galley_review::{Review, review};
use yew::prelude::*;

use super::Reading;
use crate::same::{Found, Same};

/// Findings under the reader's corrections, shared.
pub(crate) type Reviewed = Same<Review>;

/// The corrections of `notebook` carried out on what is read, and the reading with its findings so
/// corrected. Where nothing could be read, what the reader said stands alone.
#[hook]
pub(crate) fn use_review(notebook: &Rc<Notebook>, reading: &Reading) -> (Reading, Reviewed) {
    let text = notebook.article().shared_text();
    let corrections = match reading {
        Reading::Waiting => Vec::new(),
        Reading::Done(_) | Reading::Failed => notebook.corrections().to_vec(),
    };
    let reviewed = use_memo((reading.found(), corrections), |(found, corrections)| {
        let nothing = Findings::default();
        let found = found.as_deref().unwrap_or(&nothing);
        Same::new(review(&text, found, corrections))
    });
    let reviewed = (*reviewed).clone();
    let corrected = Found::from(Rc::clone(&reviewed.findings));
    let reading = match reading {
        Reading::Done(_) => Reading::Done(corrected),
        Reading::Waiting | Reading::Failed => reading.clone(),
    };
    (reading, reviewed)
}
