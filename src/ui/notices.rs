//! [`notices`]: what went wrong with storage, what was kept, and what can be done.

use std::mem::discriminant;

use galley_notebook::Library;
use yew::prelude::*;

use super::banner::{Weight, banner};
use super::words;
use crate::hooks::{Notice, SaveState};
use crate::shell::download;
use crate::shell::storage::Failure;

/// The banners, the gravest first. `close` takes away those about what could not be read.
pub(crate) fn notices(
    save_state: SaveState,
    library: &Library,
    unread: &[Notice],
    close: &Callback<()>,
) -> Html {
    let unsaved = match save_state {
        SaveState::Failed(failure) => Some(unsaved(failure, library.clone())),
        SaveState::Saved | SaveState::Saving => None,
    };
    let unread = kinds(unread).into_iter().map(|kind| view(&kind, close));
    html! { <>{ unsaved }{ for unread }</> }
}

fn unsaved(failure: Failure, library: Library) -> Html {
    let backup = Callback::from(move |()| download::backup(&library));
    let words = format!(
        "Your last changes are not saved: {}. They are here as long as this page stays open, and \
         saving is tried again.",
        words::failure(failure),
    );
    banner(Weight::Grave, &words, &[("Download a backup", backup)])
}

/// The notices, those that say the same thing together.
fn kinds(notices: &[Notice]) -> Vec<Vec<&Notice>> {
    let mut kinds: Vec<Vec<&Notice>> = Vec::new();
    for notice in notices {
        match kinds.iter_mut().find(|kind| discriminant(kind[0]) == discriminant(notice)) {
            Some(kind) => kind.push(notice),
            None => kinds.push(vec![notice]),
        }
    }
    kinds
}

fn view(notices: &[&Notice], close: &Callback<()>) -> Html {
    match notices.first() {
        None => Html::default(),
        Some(Notice::Closed(failure)) => {
            let words = format!(
                "Nothing can be kept here: {}. You can read and mark, but all of it is gone when \
                 this page is closed.",
                words::failure(*failure),
            );
            banner(Weight::Grave, &words, &[])
        }
        Some(Notice::Damaged { why, .. }) => {
            let count = words::count(notices.len(), "record", "records");
            let words = format!("{count} could not be read. {why}");
            let offer = ("Download what was found", offer(notices));
            banner(Weight::Plain, &words, &[offer, ("Close", close.clone())])
        }
        Some(Notice::LeftAlone(why)) => banner(Weight::Plain, why, &[("Close", close.clone())]),
    }
}

fn offer(notices: &[&Notice]) -> Callback<()> {
    let mut found = String::new();
    for notice in notices {
        if let Notice::Damaged { record, .. } = notice {
            found.push_str(record);
            found.push('\n');
        }
    }
    Callback::from(move |()| {
        // A browser that makes no file says so itself.
        let _ = download::offer("galley-damaged.txt", "text/plain", &found);
    })
}
