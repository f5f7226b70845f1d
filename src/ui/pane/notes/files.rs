//! [`files`]: the article as the reader has corrected it, as files.

use galley_notebook::Notebook;
use galley_notebook::export::{Report, csv, html, markdown, w3c};
use galley_review::report;
use yew::prelude::*;

use crate::hooks::Reviewed;
use crate::shell::download;
use std::rc::Rc;

/// A form of file.
pub(crate) struct Form {
    /// What it is called.
    name: &'static str,
    /// What is in it, and what it cannot hold.
    told: &'static str,
    /// The end of the file's name, and its type.
    end: &'static str,
    media_type: &'static str,
    write: fn(&Notebook, &Report) -> String,
}

/// The forms that there are.
pub(crate) const FORMS: [Form; 4] = [
    Form {
        name: "Web page",
        told: "The text with marks, quotes, names and your notes, to open or print anywhere.",
        end: "html",
        media_type: "text/html",
        write: html::write,
    },
    Form {
        name: "Markdown",
        told: "Your notes, and who said what. Not the text, and no names.",
        end: "md",
        media_type: "text/markdown",
        write: markdown::write,
    },
    Form {
        name: "Table",
        told: "Who said what, a line for each quote (CSV). No names and none of your notes.",
        end: "csv",
        media_type: "text/csv",
        write: |notebook, report| csv::write(notebook.article(), report),
    },
    Form {
        name: "Web annotations",
        told: "Your notes and every mark with its place (W3C JSON). Not the text.",
        end: "jsonld",
        media_type: "application/ld+json",
        write: w3c::write,
    },
];

/// The forms, each with what it holds.
pub(in crate::ui::pane) fn files(notebook: &Rc<Notebook>, review: &Reviewed) -> Html {
    let rows = FORMS.iter().map(|form| {
        let (notebook, review) = (notebook.clone(), review.clone());
        let onclick = Callback::from(move |_: MouseEvent| save(form, &notebook, &review));
        html! {
            <li>
                <button class="link" {onclick}>{ form.name }</button>
                <p class="pane-told">{ form.told }</p>
            </li>
        }
    });
    html! {
        <section class="pane-kind" aria-label="Save as a file">
            <h3 class="pane-title">{ "Save as a file" }</h3>
            <ul>{ for rows }</ul>
            <p class="pane-told">
                { "Each shows what you see: your corrections are carried out in it. The corrections \
                   themselves are in the backup of the shelf." }
            </p>
        </section>
    }
}

/// Hands the article over in this form.
pub(crate) fn save(form: &Form, notebook: &Notebook, review: &Reviewed) {
    let content = (form.write)(notebook, &report(&review.findings));
    let name = format!("{}.{}", file_name(&notebook.header().details.title), form.end);
    // A browser that makes no file says so itself.
    let _ = download::offer(&name, form.media_type, &content);
}

/// The most characters of a title that name a file.
const LONGEST: usize = 60;

/// The title without what some system has no room for in a file's name.
fn file_name(title: &str) -> String {
    let kept = title.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' });
    let kept: String = kept.collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let name: String = words.join("-").chars().take(LONGEST).collect();
    if name.is_empty() { "article".into() } else { name }
}
