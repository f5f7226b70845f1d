//! [`use_pointing`]: what the reader points at, by mouse or by choosing a card or a name.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::same::{Found, Same};
use crate::shell::page_text::{self, Place, places_of};
use crate::ui::drawing::{Own, Scene, Target, starts, under};
use crate::ui::layer::Layers;

/// What the reader points at, and the ways to change it. The callbacks never change, so that what
/// is drawn with them is not drawn again.
#[derive(Clone, PartialEq)]
pub(super) struct Pointing {
    /// What was chosen last.
    pub(super) focus: Option<Target>,
    /// What the pointer is over.
    hovered: Option<Target>,
    /// Where it was chosen, if in the text.
    pub(super) place: Option<Place>,
    /// A click at a mark's byte offset, or beside any mark.
    pub(super) click: Callback<Option<usize>>,
    /// The pointer moves over a mark, or beside any.
    pub(super) hover: Callback<Option<usize>>,
    /// The pointer is over a card, or over none.
    pub(super) hover_card: Callback<Option<Target>>,
    /// A card or a name is chosen: the text scrolls to it, and on to its next place each time.
    pub(super) choose: Callback<Target>,
    /// Nothing is pointed at any more.
    pub(super) clear: Callback<()>,
}

impl Pointing {
    /// What is to be lit: what the pointer is over, else what was chosen.
    pub(super) fn shown(&self) -> Option<Target> {
        self.hovered.or(self.focus)
    }
}

/// What can be pointed at.
#[derive(Clone, PartialEq)]
pub(super) struct Ground {
    /// The article.
    pub(super) text: Same<str>,
    /// What the engine found in it.
    pub(super) findings: Found,
    /// The reader's own marks.
    pub(super) own: Rc<[Own]>,
    /// Which of them are shown.
    pub(super) layers: Layers,
}

impl Ground {
    fn under(&self, offset: usize) -> Vec<Target> {
        let (findings, own) = (Some(&*self.findings), &*self.own);
        under(&Scene { blocks: &[], findings, own, layers: self.layers, focus: None }, offset)
    }
}

#[hook]
pub(super) fn use_pointing(ground: &Ground) -> Pointing {
    let focus = use_state_eq(|| None::<Target>);
    let hovered = use_state_eq(|| None::<Target>);
    let place = use_state_eq(|| None::<Place>);
    let latest = use_mut_ref(|| Latest { ground: ground.clone(), focus: None, visited: None });
    latest.borrow_mut().ground = ground.clone();
    latest.borrow_mut().focus = *focus;

    let set = {
        let (focus, place) = (focus.setter(), place.setter());
        use_callback((), move |(target, at), ()| {
            focus.set(target);
            place.set(at);
        })
    };
    let click = use_callback((), {
        let (latest, set) = (latest.clone(), set.clone());
        move |offset, ()| set.emit(latest.borrow().clicked(offset))
    });
    let hover = use_callback((), {
        let (latest, hovered) = (latest.clone(), hovered.setter());
        move |offset: Option<usize>, ()| {
            let ground = &latest.borrow().ground;
            hovered.set(offset.and_then(|offset| ground.under(offset).first().copied()));
        }
    });
    let hover_card = use_callback((), {
        let hovered = hovered.setter();
        move |target, ()| hovered.set(target)
    });
    let choose = use_callback((), {
        let set = set.clone();
        move |target, ()| {
            go_on(&latest, target);
            set.emit((Some(target), None));
        }
    });
    let clear = use_callback((), move |(), ()| set.emit((None, None)));
    let (focus, hovered, place) = (*focus, *hovered, *place);
    Pointing { focus, hovered, place, click, hover, hover_card, choose, clear }
}

/// What the callbacks act on: the state of the last drawing.
struct Latest {
    ground: Ground,
    focus: Option<Target>,
    /// Where the text was scrolled to last.
    visited: Option<usize>,
}

impl Latest {
    /// What a click points at, and where that stands. Clicking again goes on to what lies beneath.
    fn clicked(&self, offset: Option<usize>) -> (Option<Target>, Option<Place>) {
        let Some(offset) = offset else { return (None, None) };
        let stack = self.ground.under(offset);
        let again = stack.iter().position(|target| Some(*target) == self.focus);
        let target = stack.get(again.map_or(0, |index| index + 1)).copied();
        (target, places_of(&self.ground.text, &[offset]).pop().flatten())
    }
}

/// Scrolls to the target's first place, or to the next one where it is pointed at already.
fn go_on(latest: &RefCell<Latest>, target: Target) {
    let mut latest = latest.borrow_mut();
    let Ground { text, findings, own, .. } = latest.ground.clone();
    let starts = starts(&findings, &own, target);
    let again = (latest.focus == Some(target)).then_some(latest.visited).flatten();
    latest.visited =
        starts.iter().copied().find(|&it| Some(it) > again).or_else(|| starts.first().copied());
    if let Some(offset) = latest.visited {
        page_text::scroll_to(&text, offset);
    }
}
