//! [`PaneView`]: the pane beside the text, which tells the article in another order: its names, its
//! voices, the reader's notes.

mod context;
mod names;
mod notes;
mod places;
mod voices;

use std::rc::Rc;

use galley_notebook::{Action, Notebook};
use yew::prelude::*;

pub(crate) use self::context::Context;
use self::names::NamesView;
pub(crate) use self::names::{Named, cast};
pub(crate) use self::notes::{FORMS, save};
use self::notes::{NotesView, SaidView, files};
use self::voices::{Tally, Voices, voices};
use super::command::Keymap;
use super::correct::Saying;
use super::drawing::{Own, Target};
use super::label::Label;
use super::parts::sheet_head;
use crate::hooks::{Reading, Reviewed};
use crate::same::{Found, Same};

/// What the pane tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Pane {
    /// Whom and what the article names, its dates and amounts.
    #[default]
    Names,
    /// Who speaks, how much and where.
    Voices,
    /// The reader's own marks.
    Notes,
}

impl Pane {
    /// All of them, in the order in which the page offers them.
    pub(crate) const ALL: [Pane; 3] = [Pane::Names, Pane::Voices, Pane::Notes];

    /// What it is called.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Pane::Names => "Names",
            Pane::Voices => "Voices",
            Pane::Notes => "Notes",
        }
    }
}

/// What the reader has marked.
#[derive(Clone, PartialEq)]
pub(crate) struct Marked {
    /// The article with the reader's marks.
    pub(crate) notebook: Rc<Notebook>,
    /// What is found, as the reader has corrected it.
    pub(crate) review: Reviewed,
    /// Where they stand.
    pub(crate) own: Same<[Own]>,
    /// The reader's labels.
    pub(crate) labels: Rc<[Label]>,
    /// The keys as the reader has them.
    pub(crate) keymap: Rc<Keymap>,
    /// Acts on the session.
    pub(crate) act: Callback<Action>,
    /// Tells the reader what was done.
    pub(crate) say: Callback<AttrValue>,
}

/// What the pane shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// How its reading stands.
    pub(crate) reading: Reading,
    /// What of it is told.
    pub(crate) pane: Pane,
    /// The reader's marks, where they are told.
    pub(crate) marked: Option<Marked>,
    /// What the reader points at.
    pub(crate) focus: Option<Target>,
    /// Called with what the reader chooses.
    pub(crate) on_choose: Callback<Target>,
    /// Called with what is pointed at in passing, or with nothing.
    pub(crate) on_hover: Callback<Option<Target>>,
    /// Called with what the reader says, where that may be said.
    pub(crate) on_say: Option<Callback<Saying>>,
    /// Called with mentions, and the word of the kind that the reader says they are of.
    pub(crate) on_kind: Option<Callback<(Vec<usize>, String)>>,
    /// Called when another pane is wanted.
    pub(crate) on_pane: Callback<Pane>,
    /// Called where it is a sheet, when that is to go.
    pub(crate) on_close: Callback<()>,
}

/// The pane, below the buttons that turn to another one.
#[component]
pub(crate) fn PaneView(props: &Props) -> Html {
    let Props { text, reading, pane, focus, on_choose, .. } = props;
    let node = use_node_ref();
    let found = reading.found();
    let wanted = found.clone().filter(|_| *pane == Pane::Voices);
    let tally = use_memo((text.clone(), wanted), |(text, wanted)| {
        wanted.as_ref().map(|findings| Tally::of(text, findings)).unwrap_or_default()
    });
    let inside = match (pane, missing(*pane, reading)) {
        (Pane::Notes, _) => notes(props),
        (_, Some(why)) => why,
        (Pane::Names, None) => found.map_or_else(Html::default, |findings| {
            let (text, on_choose, on_say) = (text.clone(), on_choose.clone(), props.on_say.clone());
            let (on_hover, on_kind) = (props.on_hover.clone(), props.on_kind.clone());
            html! { <NamesView {text} {findings} focus={*focus} {on_choose} {on_hover} {on_say} {on_kind} /> }
        }),
        (Pane::Voices, None) => found.map_or_else(Html::default, |findings| {
            voices(&Voices {
                text,
                findings: &findings,
                tally: &tally,
                node: &node,
                focus: *focus,
                on_choose,
                on_hover: &props.on_hover,
            })
        }),
    };
    html! {
        <aside class="pane" aria-label={pane.label()}>
            { sheet_head(pane.label(), &props.on_close) }
            <div class="pane-sticks">
                { turns(*pane, &props.on_pane) }
                <div class="pane-inside">{ inside }</div>
            </div>
        </aside>
    }
}

fn notes(props: &Props) -> Html {
    let Some(Marked { notebook, review, own, labels, keymap, act, say }) = props.marked.clone()
    else {
        return Html::default();
    };
    let files = files(&notebook, &review);
    html! {
        <>
            <NotesView
                notebook={notebook.clone()}
                {own}
                {labels}
                {keymap}
                {act}
                {say}
                focus={props.focus}
                on_choose={props.on_choose.clone()}
            />
            <SaidView
                text={props.text.clone()}
                {notebook}
                {review}
                on_choose={props.on_choose.clone()}
                on_say={props.on_say.clone()}
            />
            { files }
        </>
    }
}

/// The buttons that turn to another pane.
fn turns(shown: Pane, on_pane: &Callback<Pane>) -> Html {
    let buttons = Pane::ALL.iter().map(|&pane| {
        let onclick = on_pane.reform(move |_: MouseEvent| pane);
        let pressed = (pane == shown).to_string();
        html! { <button class="turn" aria-pressed={pressed} {onclick}>{ pane.label() }</button> }
    });
    html! { <div class="turns" role="group" aria-label="Panes">{ for buttons }</div> }
}

/// Why the pane has nothing to show, and what it would show.
fn missing(pane: Pane, reading: &Reading) -> Option<Html> {
    let nothing = |findings: &Found| match pane {
        Pane::Names => findings.mentions.is_empty(),
        Pane::Voices => findings.quotes.is_empty(),
        Pane::Notes => false,
    };
    let (words, teaching) = match (reading, pane) {
        (_, Pane::Notes) => return None,
        (Reading::Waiting, _) => ("Reading the article", ""),
        (Reading::Failed, _) => ("The article could not be read", ""),
        (Reading::Stopped, _) => ("The article was not read to its end", ""),
        (Reading::Done(findings), _) if !nothing(findings) => return None,
        (Reading::Done(_), Pane::Names) => (
            "No names found",
            "People, organizations, places, dates and amounts of an article are listed here, each \
             with every place where it stands.",
        ),
        (Reading::Done(_), Pane::Voices) => (
            "Nobody is quoted",
            "Where an article quotes people, this shows whose words they are, how many, and where \
             they stand.",
        ),
    };
    Some(html! {
        <>
            <p class="pane-title" role="status">{ words }</p>
            if !teaching.is_empty() {
                <p class="pane-told">{ teaching }</p>
            }
        </>
    })
}
