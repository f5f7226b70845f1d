//! [`notices`]: what went wrong with storage, what was kept, and what can be done.

use galley_notebook::Library;
use yew::prelude::*;

use super::banner::{Weight, banner};
use super::words;
use crate::hooks::{Notice, SaveState};
use crate::shell::download;

/// The banners, the gravest first. `close` takes away those about what could not be read.
pub(crate) fn notices(
    save_state: SaveState,
    library: &Library,
    unread: &[Notice],
    close: &Callback<()>,
) -> Html {
    let unread_views = unread.iter().map(|notice| view(notice, close));
    html! { <>{ unsaved(save_state, library, unread) }{ for unread_views }</> }
}

/// Says that work is not kept: once, where storage was closed from the start.
fn unsaved(save_state: SaveState, library: &Library, unread: &[Notice]) -> Html {
    let words = match (unread, save_state) {
        ([Notice::Closed(failure), ..], _) => format!(
            "Nothing can be kept here: {}. You can read and mark, but all of it is gone when this \
             page is closed.",
            words::failure(*failure),
        ),
        (_, SaveState::Failed(failure)) => format!(
            "Your last changes are not saved: {}. They are here as long as this page stays open, \
             and saving is tried again.",
            words::failure(failure),
        ),
        _ => return Html::default(),
    };
    let library = library.clone();
    let backup = Callback::from(move |()| download::backup(&library));
    banner(Weight::Grave, &words, &[("Download a backup", backup)])
}

fn view(notice: &Notice, close: &Callback<()>) -> Html {
    let close = ("Close", close.clone());
    match notice {
        Notice::Closed(_) => Html::default(),
        Notice::SetAside(records) => {
            let count = words::count(records.len(), "record", "records");
            let verb = if records.len() == 1 { "is" } else { "are" };
            let words = format!("{count} could not be read and {verb} set aside.");
            banner(Weight::Plain, &words, &[("Download", offer(records)), close])
        }
        Notice::Stuck(failure) => {
            let words = format!(
                "A damaged record could not be set aside: {}. It is left as it is.",
                words::failure(*failure),
            );
            banner(Weight::Plain, &words, &[close])
        }
        Notice::LeftAlone(why) => banner(Weight::Plain, why, &[close]),
    }
}

fn offer(records: &[(String, String)]) -> Callback<()> {
    let lines = records.iter().map(|(key, value)| [key, "\n", value, "\n"].concat());
    let found: String = lines.collect();
    Callback::from(move |()| {
        // A browser that makes no file says so itself.
        let _ = download::offer("galley-damaged.txt", "text/plain", &found);
    })
}
