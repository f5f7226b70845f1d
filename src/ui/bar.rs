//! [`bar`]: where the reader is, whether the work is safe, undo and redo, colours, settings.

use galley_notebook::{Action, History, Session, Step};
use yew::prelude::*;

use super::command::Command;
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
    /// Called with what is asked for.
    pub(crate) on_command: &'a Callback<Command>,
}

/// The bar.
pub(crate) fn bar(props: &Bar) -> Html {
    let history = props.session.history();
    let undo = history.and_then(History::undoes).map(Step::label);
    let redo = history.and_then(History::redoes).map(Step::label);
    let home = props.act.reform(|_: MouseEvent| Action::Show(None));
    let reading = props.session.current().is_some();
    let theme = props.theme.label();
    html! {
        <header class="bar">
            <button class="bar-mark" title="All articles" onclick={home.clone()}>{ "Galley" }</button>
            if reading {
                <button class="button is-quiet is-articles" onclick={home}>{ "Articles" }</button>
            }
            { state(props.save_state) }
            { step(props, Command::Undo, "Undo", "↶", undo) }
            { step(props, Command::Redo, "Redo", "↷", redo) }
            { tool(props, Command::Palette, "Commands", icon(PALETTE)) }
            { tool(props, Command::Theme, &format!("Colours: {theme}"), html! { "◐" }) }
            { tool(props, Command::Settings, "Settings", icon(SETTINGS)) }
        </header>
    }
}

const PALETTE: &str =
    "M3 5h14M3 10h5M3 15h4M16.5 16.5l-2.4-2.4m.4-1.9a2.8 2.8 0 1 1-5.6 0a2.8 2.8 0 0 1 5.6 0";
const SETTINGS: &str = "M3 6h8m4 0h2M3 14h2m4 0h8M13 3.5v5M7 11.5v5";

fn icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg> }
}

/// A button that asks for a command.
fn tool(props: &Bar, command: Command, label: &str, sign: Html) -> Html {
    let class = classes!(
        "button",
        "is-quiet",
        "is-icon",
        (command == Command::Theme).then_some("is-theme")
    );
    let onclick = props.on_command.reform(move |_: MouseEvent| command);
    let label = label.to_owned();
    html! { <button {class} aria-label={label.clone()} title={label} {onclick}>{ sign }</button> }
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
    command: Command,
    verb: &'static str,
    sign: &'static str,
    what: Option<&str>,
) -> Html {
    let label = what.map_or_else(|| verb.to_owned(), |what| format!("{verb}: {what}"));
    let onclick = props.on_command.reform(move |_: MouseEvent| command);
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
