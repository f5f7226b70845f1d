//! [`Command`]: everything that can be asked for by key, and [`TABLE`], where each has its name and its
//! key: what keys do, the sheet of keys, the palette and the settings all read it there.

mod keymap;
mod table;

use galley_text::{Edge, Step, Way};

pub(crate) use self::keymap::{Hint, Keymap};
pub(crate) use self::table::{Entry, Group, TABLE};
use super::layer::Layer;
use super::pane::Pane;
use super::selection_bar::Marking;

/// What the reader does with words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gesture {
    /// Mark them.
    Highlight,
    /// Mark them and write about them.
    Note,
}

/// The marks that a key goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// All of them.
    Any,
    /// What somebody said.
    Quote,
    /// Names, dates and amounts on this layer.
    Name(Layer),
    /// The reader's own.
    Mine,
    /// What the engine is not sure of.
    Question,
}

/// A list on the card of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Of who can have said a quote.
    Speaker,
    /// Of kinds of names.
    Kind,
    /// Of how far what is said of a name goes.
    Where,
}

impl List {
    /// What it is called on the card.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            List::Speaker => "Speaker",
            List::Kind => "Kind",
            List::Where => "Where",
        }
    }
}

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// To find a command, a person or an article by name.
    Palette,
    /// To see all keys.
    Help,
    /// To take the last step back.
    Undo,
    /// To do it again.
    Redo,
    /// To go to all articles.
    Shelf,
    /// To see the settings.
    Settings,
    /// To have other colours.
    Theme,
    /// To point at nothing, to leave a mode, and to close what is open.
    Close,
    /// To go to the next or the previous mark.
    Go(Sort, Way),
    /// To open what is pointed at.
    Open,
    /// To come to a list of its card.
    Choose(List),
    /// To accept it.
    Accept,
    /// To reject it.
    Reject,
    /// To remove it, where it is the reader's own.
    Remove,
    /// To do something with words.
    With(Gesture),
    /// To say what words are.
    Mark(Marking),
    /// To move an edge of the mark that is pointed at.
    Edge(Edge, Way, Step),
    /// To go to the next or the previous sentence.
    Sentence(Way),
    /// To have a caret in the text, or no longer.
    Caret,
    /// To move the caret.
    Move(Way, Step),
    /// To move the end of the selection, or to begin one.
    Grow(Way, Step),
    /// To turn to a pane.
    Show(Pane),
    /// To switch a layer on or off.
    Toggle(Layer),
    /// To save the article in the form at this index of [`FORMS`](super::pane::FORMS).
    Save(usize),
}

impl Command {
    /// Whether it is for the page, and not for the article on it.
    pub(crate) const fn is_of_page(self) -> bool {
        use Command as C;
        matches!(self, C::Palette | C::Help | C::Undo | C::Redo | C::Shelf | C::Settings | C::Theme)
    }

    /// Whether it is heard in fields too.
    pub(crate) const fn is_for_fields(self) -> bool {
        matches!(self, Command::Palette | Command::Close)
    }
}
