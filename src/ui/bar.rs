//! [`bar`]: where the reader is, whether the work is safe, undo and redo, colours, settings.

use galley_notebook::{Action, History, Session, Step};
use yew::prelude::*;

use super::words;
use crate::hooks::SaveState;
use crate::shell::settings::{Choice, Theme};

/// What the bar shows.
pub(crate) struct Bar<'a> {
    /// What the reader has.
    pub(crate) session: &'a Session,
    /// Whether it is safe.
    pub(crate) save_state: SaveState,
    /// The page's colours.
    pub(crate) theme: Theme,
    /// Acts on the session.
    pub(crate) act: &'a Callback<Action>,
    /// Called with the colours that are wanted next.
    pub(crate) on_theme: &'a Callback<Theme>,
    /// Called when the settings are wanted.
    pub(crate) on_settings: &'a Callback<()>,
}

/// The bar.
pub(crate) fn bar(props: &Bar) -> Html {
    let history = props.session.history();
    let undo = history.and_then(History::undoes).map(Step::label);
    let redo = history.and_then(History::redoes).map(Step::label);
    let home = props.act.reform(|_: MouseEvent| Action::Show(None));
    let reading = props.session.current().is_some();
    let theme = props.theme.label();
    let round = Theme::ALL.iter().cycle();
    let next = round.copied().skip_while(|it| *it != props.theme).nth(1).unwrap_or_default();
    html! {
        <header class="bar">
            <button class="bar-mark" onclick={home.clone()}>{ "Galley" }</button>
            if reading {
                <button class="button is-quiet" onclick={home}>{ "Articles" }</button>
            }
            { state(props.save_state) }
            if reading {
                { step(props, Action::Undo, "Undo", "↶", undo) }
                { step(props, Action::Redo, "Redo", "↷", redo) }
            }
            <button
                class="button is-quiet is-icon"
                aria-label={format!("Colours: {theme}")}
                title={format!("Colours: {theme}")}
                onclick={props.on_theme.reform(move |_: MouseEvent| next)}
            >
                { "◐" }
            </button>
            <button
                class="button is-quiet is-icon"
                aria-label="Settings"
                title="Settings"
                onclick={props.on_settings.reform(|_: MouseEvent| ())}
            >
                <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M3 6h8m4 0h2M3 14h2m4 0h8M13 3.5v5M7 11.5v5" />
                </svg>
            </button>
        </header>
    }
}

fn state(state: SaveState) -> Html {
    let (label, failed) = match state {
        SaveState::Saved => ("Saved".to_owned(), false),
        SaveState::Saving => ("Saving".to_owned(), false),
        SaveState::Failed(failure) => (format!("Not saved: {}", words::failure(failure)), true),
    };
    let class = classes!("bar-state", failed.then_some("is-failed"));
    html! { <span {class} role="status">{ label }</span> }
}

fn step(
    props: &Bar,
    action: Action,
    verb: &'static str,
    sign: &'static str,
    what: Option<&str>,
) -> Html {
    let label = what.map_or_else(|| verb.to_owned(), |what| format!("{verb}: {what}"));
    let onclick = props.act.reform(move |_: MouseEvent| action.clone());
    html! {
        <button
            class="button is-quiet is-icon"
            aria-label={label.clone()}
            title={label}
            disabled={what.is_none()}
            {onclick}
        >
            { sign }
        </button>
    }
}
