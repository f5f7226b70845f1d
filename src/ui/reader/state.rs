//! [`ReadingState`]: what stands in the way of reading or changing the article, if anything.

use galley_notebook::Access;
use yew::prelude::*;

use crate::ui::banner::{Banner, Weight};

/// What is told of.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Whether the engine could not read the article.
    pub(crate) failed: bool,
    /// Whether the reader may change its notebook.
    pub(crate) access: Access,
    /// Reads it again.
    pub(crate) on_again: Callback<()>,
}

/// The banners.
#[component]
pub(crate) fn ReadingState(props: &Props) -> Html {
    html! {
        <>
            if props.access == Access::ReadOnly {
                <Banner weight={Weight::Plain}>
                    { "A newer Galley wrote a part of this article. It is shown as it is and cannot \
                       be changed here; reload the page to get the newer Galley." }
                </Banner>
            }
            if props.failed {
                <Banner weight={Weight::Plain} actions={vec![("Read again", props.on_again.clone())]}>
                    { "The engine could not read this article. You can still highlight and note." }
                </Banner>
            }
        </>
    }
}
