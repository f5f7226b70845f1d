//! [`use_pointing`]: what the reader points at, by mouse, by keyboard, or by choosing a card or a
//! name.

use std::cell::RefCell;
use std::rc::Rc;

use galley_text::Span;
use yew::prelude::*;

use super::handles::extent_of;
use crate::hooks::Reviewed;
use crate::same::Same;
use crate::shell::page_text::{self, Place, edges_of, places_of};
use crate::ui::drawing::{Own, Target, carried_over, starts, under};
use crate::ui::layer::Layers;

/// What the reader points at, and the ways to change it. The callbacks never change, so that what
/// is drawn with them is not drawn again.
#[derive(Clone, PartialEq)]
pub(super) struct Pointing {
    /// What was chosen last.
    pub(super) focus: Option<Target>,
    /// What the pointer is over, and the part of the article in which that is to be seen.
    hovered: Option<(Target, Option<Span>)>,
    /// Where it was chosen, if in the text.
    pub(super) place: Option<Place>,
    /// All that lies there, the shortest first.
    pub(super) stack: Rc<[Target]>,
    /// A click at a mark's byte offset, or beside any mark.
    pub(super) click: Callback<Option<usize>>,
    /// The pointer moves over a mark, or beside any.
    pub(super) hover: Callback<Option<usize>>,
    /// The pointer is over a card, or the keyboard at a mark or a card, or at none.
    pub(super) hover_card: Callback<Option<Target>>,
    /// A card or a name is chosen: the text scrolls to it, and on to its next place each time.
    pub(super) choose: Callback<Target>,
    /// A mark is gone to at its first byte by keyboard, which then is there.
    pub(super) go: Callback<(Target, usize)>,
    /// The mark that the keyboard is at is opened: it goes on to what can be said of it.
    pub(super) open: Callback<Target>,
    /// Something else at the same place is chosen.
    pub(super) turn: Callback<Target>,
    /// Nothing is pointed at any more.
    pub(super) clear: Callback<()>,
}

impl Pointing {
    /// What is to be lit, and where: what the pointer is over, else what was chosen.
    pub(super) fn shown(&self) -> (Option<Target>, Option<Span>) {
        match self.hovered {
            Some((target, near)) => (Some(target), near),
            None => (self.focus, None),
        }
    }
}

/// What can be pointed at.
#[derive(Clone, PartialEq)]
pub(super) struct Ground {
    /// The article.
    pub(super) text: Same<str>,
    /// What the engine found in it, as the reader has corrected it.
    pub(super) review: Reviewed,
    /// The reader's own marks.
    pub(super) own: Same<[Own]>,
    /// Which of them are shown.
    pub(super) layers: Layers,
}

impl Ground {
    fn under(&self, offset: usize) -> Vec<Target> {
        under(&self.review.findings, &self.own, self.layers, offset)
    }
}

/// No window shows more bytes than this on either side of a mark.
const WIDE: usize = 5_120;

/// Something pointed at, in the review of that moment: a correction gives findings other numbers.
#[derive(Clone, PartialEq)]
struct Pointed {
    target: Target,
    review: Reviewed,
    place: Option<Place>,
    near: Option<Span>,
    stack: Rc<[Target]>,
}

impl Pointed {
    fn new(target: Target, ground: &Ground) -> Self {
        let (review, stack) = (ground.review.clone(), Rc::default());
        Self { target, review, place: None, near: None, stack }
    }

    /// What the pointer is over, which goes as it came: somebody who is named on every page need not be lit
    /// on all of them, only where the reader is.
    fn passing(target: Target, ground: &Ground) -> Self {
        let at = match target {
            Target::Entity(_) => Some(page_text::first_in_view()),
            _ => starts(&ground.review.findings, &ground.own, target).first().copied(),
        };
        let near = at.map(|at| Span::new(at.saturating_sub(WIDE), at + WIDE));
        Self { near, ..Self::new(target, ground) }
    }

    /// The target in the review of now.
    fn now(&self, ground: &Ground) -> Option<Target> {
        if self.review == ground.review {
            return Some(self.target);
        }
        carried_over(self.target, &self.review, &ground.review)
    }
}

#[hook]
pub(super) fn use_pointing(ground: &Ground) -> Pointing {
    let pointed = use_state_eq(|| None::<Pointed>);
    let hovered = use_state_eq(|| None::<Pointed>);
    let focus = pointed.as_ref().and_then(|it| it.now(ground));
    let latest = use_mut_ref(|| Latest { ground: ground.clone(), focus: None, visited: None });
    latest.borrow_mut().ground = ground.clone();
    latest.borrow_mut().focus = focus;

    let over = hovered.as_ref().and_then(|it| Some((it.now(ground)?, it.near)));
    let here = pointed.as_ref().filter(|_| focus.is_some());
    let (set, hover_over) = (pointed.setter(), hovered.setter());
    let (click, hover) = use_in_text(&latest, set.clone(), hover_over.clone());
    let hover_card = use_callback((), {
        let latest = latest.clone();
        move |target: Option<Target>, ()| {
            hover_over.set(target.map(|target| Pointed::passing(target, &latest.borrow().ground)));
        }
    });
    let choose = use_callback((), {
        let (latest, set) = (latest.clone(), set.clone());
        move |target, ()| {
            go_on(&latest, target);
            set.set(Some(Pointed::new(target, &latest.borrow().ground)));
        }
    });
    let go = use_callback((), {
        let (latest, set) = (latest.clone(), set.clone());
        move |(target, offset): (Target, usize), ()| {
            let ground = &latest.borrow().ground;
            page_text::scroll_to(&ground.text, offset);
            page_text::focus_soon(&target.selector());
            let place = place_of(ground, target, offset);
            set.set(Some(Pointed { place, ..Pointed::new(target, ground) }));
        }
    });
    let open = use_callback(go.clone(), {
        let latest = latest.clone();
        move |target, go: &Callback<_>| {
            let at = {
                let Ground { review, own, .. } = &latest.borrow().ground;
                starts(&review.findings, own, target).first().copied()
            };
            at.into_iter().for_each(|at| go.emit((target, at)));
            page_text::focus_soon(CONTROLS);
        }
    });
    let turn = use_callback(here.cloned(), {
        let set = set.clone();
        move |target, here: &Option<Pointed>| {
            let here = here.clone();
            set.set(here.map(|here| Pointed { target, ..here }));
        }
    });
    let clear = use_callback((), move |(), ()| set.set(None));
    // What else lies there is known of the review of that moment only.
    let stack = here.filter(|it| it.review == ground.review).map(|it| {
        let is_there = |it: &Target| match it {
            Target::Annotation(id) => ground.own.iter().any(|own| own.id == *id),
            _ => true,
        };
        it.stack.iter().copied().filter(is_there).collect::<Rc<[Target]>>()
    });
    Pointing {
        focus,
        hovered: over,
        place: here.and_then(|it| it.place),
        stack: stack.unwrap_or_default(),
        click,
        hover,
        hover_card,
        choose,
        go,
        open,
        turn,
        clear,
    }
}

/// What the keyboard comes to when a mark is opened.
pub(super) const CONTROLS: &str =
    ".popover :is(select, .verdict), .card.is-lit :is(select, textarea)";

type Locating = Callback<Option<usize>>;

/// A click in the text, and the pointer over it.
#[hook]
fn use_in_text(
    latest: &Rc<RefCell<Latest>>,
    set: UseStateSetter<Option<Pointed>>,
    hover_over: UseStateSetter<Option<Pointed>>,
) -> (Locating, Locating) {
    let click = use_callback((), {
        let latest = latest.clone();
        move |offset, ()| set.set(latest.borrow().clicked(offset))
    });
    let hover = use_callback((), {
        let latest = latest.clone();
        move |offset: Option<usize>, ()| {
            let ground = &latest.borrow().ground;
            let target = offset.and_then(|offset| ground.under(offset).first().copied());
            hover_over.set(target.map(|target| Pointed::passing(target, ground)));
        }
    });
    (click, hover)
}

/// Where a target stands that is chosen at an offset: a name with all its lines, so that what floats beside it
/// hides none of them.
fn place_of(ground: &Ground, target: Target, offset: usize) -> Option<Place> {
    let here = places_of(&ground.text, &[offset]).pop().flatten()?;
    let name = extent_of(ground, target)
        .filter(|_| matches!(target, Target::Mention(_) | Target::Scare(_)));
    let lines = name.and_then(|name| edges_of(&ground.text, name));
    Some(lines.map_or(here, |[first, last]| Place { top: first.top, bottom: last.bottom, ..here }))
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
    fn clicked(&self, offset: Option<usize>) -> Option<Pointed> {
        let offset = offset?;
        let stack = self.ground.under(offset);
        let again = stack.iter().position(|target| Some(*target) == self.focus);
        let target = *stack.get(again.map_or(0, |index| index + 1))?;
        let place = place_of(&self.ground, target, offset);
        Some(Pointed { place, stack: stack.into(), ..Pointed::new(target, &self.ground) })
    }
}

/// Scrolls to the target's first place, or to the next one where it is pointed at already.
fn go_on(latest: &RefCell<Latest>, target: Target) {
    let mut latest = latest.borrow_mut();
    let Ground { text, review, own, .. } = latest.ground.clone();
    let starts = starts(&review.findings, &own, target);
    let again = (latest.focus == Some(target)).then_some(latest.visited).flatten();
    latest.visited =
        starts.iter().copied().find(|&it| Some(it) > again).or_else(|| starts.first().copied());
    if let Some(offset) = latest.visited {
        page_text::scroll_to(&text, offset);
    }
}
