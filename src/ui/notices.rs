//! [`Notices`]: what went wrong with storage, what was kept, and what can be done.

use galley_notebook::Session;
use yew::prelude::*;

use super::banner::{Banner, Weight};
use super::words;
use crate::hooks::{Notice, SaveState};
use crate::shell::download;

/// What is told of.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What could not be read at the start.
    pub(crate) notices: Vec<Notice>,
    /// Whether the reader's work is safe.
    pub(crate) save_state: SaveState,
    /// What a download would hold.
    pub(crate) session: Session,
}

/// The banners, the gravest first.
#[component]
pub(crate) fn Notices(props: &Props) -> Html {
    let hidden = use_state_eq(|| false);
    let hide = {
        let hidden = hidden.clone();
        Callback::from(move |()| hidden.set(true))
    };
    let library = props.session.library().clone();
    let backup = Callback::from(move |()| download::backup(&library));
    html! {
        <>
            if let SaveState::Failed(failure) = props.save_state {
                <Banner weight={Weight::Grave} actions={vec![("Download a backup", backup)]}>
                    { format!("Your last changes are not saved: {}. ", words::failure(failure)) }
                    { "They are here as long as this page stays open, and saving is tried again." }
                </Banner>
            }
            if !*hidden {
                { for kinds(&props.notices).into_iter().map(|notices| view(&notices, hide.clone())) }
            }
        </>
    }
}

/// The notices, those that say the same thing together.
fn kinds(notices: &[Notice]) -> Vec<Vec<&Notice>> {
    let mut kinds: Vec<Vec<&Notice>> = Vec::new();
    for notice in notices {
        let same = |kind: &&mut Vec<&Notice>| {
            std::mem::discriminant(kind[0]) == std::mem::discriminant(notice)
        };
        match kinds.iter_mut().find(same) {
            Some(kind) => kind.push(notice),
            None => kinds.push(vec![notice]),
        }
    }
    kinds
}

fn view(notices: &[&Notice], hide: Callback<()>) -> Html {
    let Some(first) = notices.first() else { return Html::default() };
    match first {
        Notice::Closed(failure) => html! {
            <Banner weight={Weight::Grave}>
                { format!("Nothing can be kept here: {}. ", words::failure(*failure)) }
                { "You can read and mark, but all of it is gone when this page is closed." }
            </Banner>
        },
        Notice::Damaged { why, .. } => {
            let records: Vec<String> = notices
                .iter()
                .filter_map(|notice| match notice {
                    Notice::Damaged { record, .. } => Some(record.clone()),
                    Notice::Closed(_) | Notice::LeftAlone(_) => None,
                })
                .collect();
            let offer = Callback::from(move |()| {
                // A browser that makes no file says so itself.
                let _ = download::offer("galley-damaged.txt", "text/plain", &records.join("\n"));
            });
            let actions = vec![("Download what was found", offer), ("Close", hide)];
            html! {
                <Banner weight={Weight::Plain} {actions}>
                    { words::count(notices.len(), "record", "records") }
                    { " could not be read. " }
                    { why.clone() }
                </Banner>
            }
        }
        Notice::LeftAlone(why) => html! {
            <Banner weight={Weight::Plain} actions={vec![("Close", hide)]}>{ why.clone() }</Banner>
        },
    }
}
