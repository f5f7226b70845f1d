//! [`use_regain`]: a button that has done its work is often gone, and the keyboard that was at it goes on
//! near there instead of at the top of the page.

use std::cell::RefCell;
use std::rc::Rc;

use galley_text::{Span, Way};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::going::next_stop;
use super::handles::extent_of;
use super::pointing::{CONTROLS, Ground};
use crate::same::Same;
use crate::shell::keyboard::{At, on_coming};
use crate::shell::page_text;
use crate::ui::command::Sort;
use crate::ui::drawing::{Piece, Target};

/// Milliseconds in which what was done is drawn, and what has the keyboard go elsewhere has done so.
const MOMENT: u32 = 60;

/// Brings the keyboard back: in a pane to its first button, else to what can be said of `focus`, else to the
/// mark at or after `place`, where something was chosen last.
#[hook]
pub(super) fn use_regain(
    pieces: &Same<[Piece]>,
    ground: &Ground,
    focus: Option<Target>,
    selected: Option<usize>,
) {
    let last = use_mut_ref(|| None::<At>);
    let place = use_mut_ref(|| 0);
    let chosen = focus.and_then(|it| extent_of(ground, it)).map(Span::start);
    if let Some(at) = selected.or(chosen) {
        *place.borrow_mut() = at;
    }
    use_effect_with((), {
        let last = Rc::clone(&last);
        move |()| {
            let listener = on_coming(move |at| *last.borrow_mut() = Some(at));
            move || drop(listener)
        }
    });
    let after = (pieces.clone(), ground.clone(), focus, selected);
    use_effect_with(after, move |(pieces, _, focus, _)| {
        let (pieces, focus) = (pieces.clone(), *focus);
        let timeout = Timeout::new(MOMENT, move || regain(&last, &pieces, focus, *place.borrow()));
        move || drop(timeout)
    });
}

fn regain(last: &RefCell<Option<At>>, pieces: &[Piece], focus: Option<Target>, place: usize) {
    let Some(at) = last.borrow_mut().take_if(|at| at.is_lost()) else { return };
    if at.in_pane {
        page_text::focus(".pane button");
        return;
    }
    let is_told = focus.is_some() && page_text::focus(CONTROLS);
    let next = next_stop(pieces, Sort::Any, Way::On, None, place);
    if let Some((target, _)) = next.filter(|_| !is_told) {
        page_text::focus_soon(&target.selector());
    }
}
