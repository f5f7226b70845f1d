//! [`use_page_commands`]: what can be asked of the whole page, and what is open above it.

use std::rc::Rc;

use galley_notebook::{Action, History, Session, Step};
use yew::prelude::*;

use super::command::{Command, Keymap};
use super::palette::{Item, Jump, articles, commands};
use crate::hooks::{Pressed, SetStep, Setting, use_keys};
use crate::shell::settings::{Choice, Settings, Theme};

/// What is open above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sheet {
    /// The settings.
    Settings,
    /// All keys.
    Keys,
    /// The palette.
    Palette,
}

/// What the page does when it is asked.
pub(super) struct PageCommands {
    /// What is open.
    pub(super) open: Option<Sheet>,
    /// The keys as the reader has them.
    pub(super) keymap: Rc<Keymap>,
    /// Carries a command out, if it is one for the page.
    pub(super) run: Callback<Command>,
    /// Called when something above the page has closed, with what was chosen there.
    pub(super) on_close: Callback<Option<Jump>>,
}

/// What the commands act on.
#[derive(Clone, PartialEq)]
struct With {
    act: Callback<Action>,
    tell: Callback<AttrValue>,
    on_step: Callback<SetStep>,
    open: UseStateHandle<Option<Sheet>>,
    theme: Theme,
    undo: Option<AttrValue>,
    redo: Option<AttrValue>,
}

/// Listens to keys. `tell` tells the reader what was done.
#[hook]
pub(super) fn use_page_commands(
    session: &Session,
    settings: &Settings,
    act: &Callback<Action>,
    tell: &Callback<AttrValue>,
    on_step: &Callback<SetStep>,
) -> PageCommands {
    let open = use_state_eq(|| None::<Sheet>);
    let keymap = use_memo((settings.keys.clone(), settings.letters), |(keys, letters)| {
        Keymap::read(keys.as_deref(), *letters)
    });
    let history = session.history();
    let label = |step: Option<&Step>| step.map(|step| AttrValue::from(step.label().to_owned()));
    let with = With {
        act: act.clone(),
        tell: tell.clone(),
        on_step: on_step.clone(),
        open: open.clone(),
        theme: settings.theme,
        undo: label(history.and_then(History::undoes)),
        redo: label(history.and_then(History::redoes)),
    };
    let run = use_callback(with, |command, with: &With| with.run(command));
    let on_key = use_callback((run.clone(), keymap.clone()), |pressed: Pressed, (run, keymap)| {
        let command = keymap.command(&pressed.chord).filter(|it| it.is_of_page());
        let command = command.filter(|it| !pressed.in_field || it.is_for_fields());
        command.iter().for_each(|command| run.emit(*command));
        command.is_some()
    });
    use_keys(on_key);
    let on_close = {
        let with = (open.setter(), run.clone(), act.clone());
        use_callback(with, |jump, (open, run, act)| {
            open.set(None);
            match jump {
                Some(Jump::Command(command)) => run.emit(command),
                Some(Jump::Article(id)) => act.emit(Action::Show(Some(id))),
                Some(Jump::Label(_) | Jump::Entity(_)) | None => {}
            }
        })
    };
    PageCommands { open: *open, keymap, run, on_close }
}

impl With {
    fn run(&self, command: Command) {
        match command {
            Command::Palette => self.open.set(Some(Sheet::Palette)),
            Command::Help => self.open.set(Some(Sheet::Keys)),
            Command::Settings => self.open.set(Some(Sheet::Settings)),
            Command::Shelf => self.act.emit(Action::Show(None)),
            Command::Undo => self.step(Action::Undo, self.undo.as_ref(), "Undone"),
            Command::Redo => self.step(Action::Redo, self.redo.as_ref(), "Done again"),
            Command::Theme => {
                let round = Theme::ALL.iter().cycle().copied();
                let next = round.skip_while(|it| *it != self.theme).nth(1).unwrap_or_default();
                let name: AttrValue = format!("Colours: {}", next.label()).into();
                self.tell.emit(name.clone());
                let (before, after) = (Setting::Theme(self.theme), Setting::Theme(next));
                self.on_step.emit(SetStep { name, before, after, label: None });
            }
            _ => {}
        }
    }

    fn step(&self, action: Action, step: Option<&AttrValue>, done: &str) {
        let told =
            step.map_or_else(|| "Nothing to undo or redo".into(), |it| format!("{done}: {it}"));
        self.tell.emit(told.into());
        self.act.emit(action);
    }
}

/// What the palette offers of the page, with every article on the shelf.
pub(super) fn page_items(session: &Session, keymap: &Keymap) -> Rc<[Item]> {
    let history = session.history();
    let can = |command| match command {
        Command::Undo => history.and_then(History::undoes).is_some(),
        Command::Redo => history.and_then(History::redoes).is_some(),
        Command::Shelf => session.current().is_some(),
        _ => command.is_of_page(),
    };
    let commands = commands(keymap, |entry| can(entry.command)).into_iter();
    commands.chain(articles(session.library())).collect()
}
