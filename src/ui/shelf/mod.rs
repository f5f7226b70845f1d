//! [`shelf`]: every article, and where new ones come in.

mod opener;

use std::rc::Rc;

use galley_notebook::{Action, Header, Library, Notebook};
use yew::prelude::*;

use self::opener::opener;
use super::words::{count, straight};
use crate::shell::paste::Incoming;
use crate::shell::{clock, download};

/// What the shelf shows.
pub(crate) struct Shelf<'a> {
    /// Every article.
    pub(crate) library: &'a Library,
    /// Acts on the session.
    pub(crate) act: &'a Callback<Action>,
    /// Called with what came in.
    pub(crate) on_incoming: &'a Callback<Incoming>,
    /// Called when the sample article is wanted.
    pub(crate) on_sample: &'a Callback<()>,
}

/// The shelf.
pub(crate) fn shelf(props: &Shelf) -> Html {
    let shelf = props.library.shelf();
    let trash: Vec<&Rc<Notebook>> =
        props.library.notebooks().filter(|it| it.header().discarded.is_some()).collect();
    let backup = {
        let library = props.library.clone();
        Callback::from(move |_: MouseEvent| download::backup(&library))
    };
    html! {
        <main id="article" tabindex="-1" class="shelf">
            { opener(props.on_incoming, props.on_sample) }
            if shelf.is_empty() {
                <p class="shelf-empty">
                    { "Your articles will stand here, with everything you mark and write in them." }
                </p>
            } else {
                <h2 class="shelf-title">{ count(shelf.len(), "article", "articles") }</h2>
                <ul>{ for shelf.iter().map(|header| entry(props, header)) }</ul>
                <p class="shelf-empty">
                    <button class="link" onclick={backup}>{ "Download a backup" }</button>
                    { " of all articles and marks. Open the file here, in any browser, to have them back." }
                </p>
            }
            if !trash.is_empty() {
                <details class="trash">
                    <summary>{ format!("Trash ({})", trash.len()) }</summary>
                    <ul>{ for trash.iter().map(|notebook| discarded(props, notebook.header())) }</ul>
                </details>
            }
            <p class="shelf-foot">
                <a class="link" href="./licences.txt">{ "Licences and sources" }</a>
            </p>
        </main>
    }
}

fn entry(props: &Shelf, header: &Header) -> Html {
    let id = header.id;
    let open = props.act.reform(move |_: MouseEvent| Action::Show(Some(id)));
    let discard = props.act.reform(move |_: MouseEvent| Action::Discard { id, now: clock::now() });
    let marks = props.library.get(id).map_or(0, |notebook| notebook.annotations().len());
    let title = straight(&header.details.title);
    html! {
        <li key={id.to_string()} class="shelf-entry">
            <button class="shelf-open" onclick={open}>
                <span class="shelf-name" dir="auto">{ title.clone() }</span>
                <span class="shelf-facts">{ facts(header, marks) }</span>
            </button>
            <button
                class="button is-quiet"
                aria-label={format!("Remove “{title}”")}
                onclick={discard}
            >
                { "Remove" }
            </button>
        </li>
    }
}

fn discarded(props: &Shelf, header: &Header) -> Html {
    let id = header.id;
    let recover = props.act.reform(move |_: MouseEvent| Action::Recover { id, now: clock::now() });
    let title = straight(&header.details.title);
    let question =
        format!("Delete “{title}” and everything you marked in it? This cannot be undone.");
    let act = props.act.clone();
    let erase = Callback::from(move |_: MouseEvent| {
        if gloo::utils::window().confirm_with_message(&question).unwrap_or(false) {
            act.emit(Action::Erase(id));
        }
    });
    html! {
        <li key={id.to_string()} class="shelf-entry">
            <span class="shelf-open">
                <span class="shelf-name" dir="auto">{ title.clone() }</span>
            </span>
            <button class="button is-quiet" aria-label={format!("Put back “{title}”")} onclick={recover}>
                { "Put back" }
            </button>
            <button
                class="button is-quiet is-grave"
                aria-label={format!("Delete for good “{title}”")}
                onclick={erase}
            >
                { "Delete for good" }
            </button>
        </li>
    }
}

fn facts(header: &Header, marks: usize) -> String {
    let mut facts: Vec<String> = Vec::new();
    facts.extend(header.details.outlet.clone());
    facts.push(clock::day(header.added));
    facts.push(count(header.words, "word", "words"));
    if marks > 0 {
        facts.push(count(marks, "mark of yours", "marks of yours"));
    }
    facts.join(" · ")
}
