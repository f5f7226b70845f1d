//! [`use_review`]: what the engine finds, as the reader's rules and corrections have it.

use std::rc::Rc;

use galley_engine::Findings;
use galley_notebook::{Library, Notebook};
use galley_review::{Remarks, Review, review};
use yew::prelude::*;

use super::Reading;
use crate::same::{Found, Same};

/// Findings under the reader's corrections, shared.
pub(crate) type Reviewed = Same<Review>;

/// The rules of `house` and what was said in `notebook` carried out on what is read, and the reading
/// with its findings so corrected. Where nothing could be read, what the reader said stands alone.
#[hook]
pub(crate) fn use_review(
    house: &Library,
    notebook: &Rc<Notebook>,
    reading: &Reading,
) -> (Reading, Reviewed) {
    let text = notebook.article().shared_text();
    let said = match reading {
        Reading::Waiting => Default::default(),
        Reading::Done(_) | Reading::Failed | Reading::Stopped => (
            house.rules().to_vec(),
            notebook.corrections().to_vec(),
            notebook.identities().to_vec(),
        ),
    };
    let reviewed =
        use_memo((reading.found(), said), |(found, (rules, corrections, identities))| {
            let nothing = Findings::default();
            let found = found.as_deref().unwrap_or(&nothing);
            Same::new(review(&text, found, Remarks { rules, corrections, identities }))
        });
    let reviewed = (*reviewed).clone();
    let corrected = Found::from(Rc::clone(&reviewed.findings));
    let reading = match reading {
        Reading::Done(_) => Reading::Done(corrected),
        Reading::Waiting | Reading::Failed | Reading::Stopped => reading.clone(),
    };
    (reading, reviewed)
}
