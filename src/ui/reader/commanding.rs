//! [`use_commands`]: what the keys of the desk do.

use std::rc::Rc;

use galley_notebook::Say;
use yew::prelude::*;

use super::going::next_stop;
use super::pointing::{Ground, Pointing};
use crate::hooks::{Command, Gesture, use_keys};
use crate::shell::page_text;
use crate::ui::correct::Saying;
use crate::ui::drawing::{Piece, Target};

/// What the keys act on.
#[derive(Clone, PartialEq)]
pub(super) struct Commanded {
    /// What can be gone to.
    pub(super) pieces: Rc<[Piece]>,
    /// What it stands for.
    pub(super) ground: Ground,
    /// What is pointed at.
    pub(super) pointing: Pointing,
    /// What is done with a selection, where there is one.
    pub(super) on_gesture: Option<Callback<Gesture>>,
    /// Takes in what the reader says, where anything may be said.
    pub(super) on_say: Option<Callback<Saying>>,
    /// Shows all keys, or no longer.
    pub(super) show_keys: UseStateHandle<bool>,
    /// Closes the sheet that is open.
    pub(super) close_panel: Callback<()>,
}

/// Listens to the keys.
#[hook]
pub(super) fn use_commands(with: Commanded) {
    let on_command = use_callback(with, |command, with: &Commanded| match command {
        Command::Go(sort, way) => {
            let top = page_text::first_in_view();
            let focus = with.pointing.focus;
            if let Some((target, at)) = next_stop(&with.pieces, sort, way, focus, top) {
                with.pointing.go.emit((target, at));
            }
        }
        Command::With(gesture) => {
            with.on_gesture.iter().for_each(|on_gesture| on_gesture.emit(gesture));
        }
        Command::Accept => say(with, Say::Accept),
        Command::Reject => say(with, Say::Reject),
        Command::Help => with.show_keys.set(!*with.show_keys),
        Command::Close => close(with),
    });
    use_keys(on_command);
}

/// Of what is pointed at, where it can be accepted and rejected.
fn say(with: &Commanded, say: Say) {
    let review = &with.ground.review;
    let finding = match with.pointing.focus {
        Some(Target::Quote(index)) => review.quote(index),
        Some(Target::Mention(index)) => review.mention(index),
        _ => None,
    };
    if let (Some(finding), Some(on_say)) = (finding, &with.on_say) {
        on_say.emit(Saying::Of(vec![finding], say));
    }
}

/// What was opened last is closed first: the keys, then the card with its sheet. The keyboard goes
/// back to the mark that it came from.
fn close(with: &Commanded) {
    if *with.show_keys {
        return with.show_keys.set(false);
    }
    with.close_panel.emit(());
    with.pointing.clear.emit(());
    page_text::leave_field();
    if let Some(target) = with.pointing.focus {
        page_text::focus_soon(&target.selector());
    }
}
