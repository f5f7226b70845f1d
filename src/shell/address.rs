//! The page's address: the article that is open stands in its fragment.

use galley_notebook::ArticleId;
use gloo::utils::window;

/// What the fragment begins with. Other fragments, such as the skip link's, are no route.
const ARTICLE: &str = "#/article/";

/// What the address asks for: an article, the shelf (`Some(None)`), or nothing of ours.
pub(crate) fn asked() -> Option<Option<ArticleId>> {
    let fragment = window().location().hash().ok()?;
    if fragment.is_empty() {
        return Some(None);
    }
    fragment.strip_prefix(ARTICLE)?.parse().ok().map(Some)
}

/// Makes the address ask for `current`, as a step of the browser's history.
pub(crate) fn show(current: Option<ArticleId>) {
    if asked() == Some(current) {
        return;
    }
    let fragment = current.map_or_else(String::new, |id| format!("{ARTICLE}{id}"));
    // A browser that forbids it only makes a reload start on the shelf.
    let _ = window().location().set_hash(&fragment);
}
