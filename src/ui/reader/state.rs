//! [`reading_state`]: what stands in the way of reading or changing the article, if anything.

use galley_engine::Means;
use galley_notebook::Access;
use yew::prelude::*;

use crate::hooks::Reading;
use crate::ui::banner::{Weight, banner};

const READ_ONLY: &str = "A part of this article could not be read and is left as it is, so the \
    article cannot be changed here. Reload the page for a newer Galley, or once storage has room.";

const UNREAD: &str =
    "The engine could not read this article. You can still highlight and write notes.";

const BY_RULES: &str = "Read by rules alone: the language model could not be loaded.";

/// The banners. `on_again` reads once more.
pub(super) fn reading_state(reading: &Reading, access: Access, on_again: Callback<()>) -> Html {
    let read_only = (access == Access::ReadOnly).then(|| banner(Weight::Plain, READ_ONLY, &[]));
    let unread = (*reading == Reading::Failed)
        .then(|| banner(Weight::Plain, UNREAD, &[("Read again", on_again)]));
    let is_by_rules = reading.found().is_some_and(|found| found.means == Means::Rules);
    let by_rules = is_by_rules.then(|| banner(Weight::Plain, BY_RULES, &[]));
    html! { <>{ read_only }{ unread }{ by_rules }</> }
}
