//! [`use_pointing`]: what the reader points at, by mouse or by choosing a card or a name.

use std::cell::RefCell;
use std::rc::Rc;

use galley_engine::Findings;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::prelude::*;

use crate::shell::page_text::{self, Place, Selected, Unusable, places_of};
use crate::ui::drawing::{Own, Scene, Target, under};
use crate::ui::layer::Layers;

/// What is pointed at, and the ways to change it.
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
    /// A card or a name is chosen: the text scrolls to it, and on to its next place each time.
    pub(super) choose: Callback<Target>,
    /// The pointer is over a card, or over none.
    pub(super) hover_card: Callback<Option<Target>>,
    /// Nothing is pointed at any more.
    pub(super) clear: Callback<()>,
}

impl Pointing {
    /// What is to be lit: what the pointer is over, else what was chosen.
    pub(super) fn shown(&self) -> Option<Target> {
        self.hovered.or(self.focus)
    }
}

#[hook]
pub(super) fn use_pointing(
    text: &Rc<str>,
    findings: &Rc<Findings>,
    own: &Rc<[Own]>,
    layers: Layers,
) -> Pointing {
    let focus = use_state_eq(|| None::<Target>);
    let hovered = use_state_eq(|| None::<Target>);
    let place = use_state_eq(|| None::<Place>);
    let visited = use_mut_ref(|| None::<usize>);
    let stack_at = {
        let (findings, own) = (findings.clone(), own.clone());
        move |offset| {
            let (findings, own) = (Some(&*findings), &*own);
            under(&Scene { blocks: &[], findings, own, layers, focus: None }, offset)
        }
    };
    let click = Callback::from({
        let (focus, place, text, stack_at) =
            (focus.clone(), place.clone(), text.clone(), stack_at.clone());
        move |offset: Option<usize>| {
            let stack = offset.map(&stack_at).unwrap_or_default();
            // Clicking again goes on to what lies beneath.
            let next =
                stack.iter().position(|target| Some(*target) == *focus).map_or(0, |it| it + 1);
            focus.set(stack.get(next).copied());
            place.set(offset.and_then(|offset| places_of(&text, &[offset]).pop()?));
        }
    });
    let hover = Callback::from({
        let hovered = hovered.clone();
        move |offset: Option<usize>| {
            hovered.set(offset.and_then(|offset| stack_at(offset).first().copied()));
        }
    });
    let choose = Callback::from({
        let (focus, place) = (focus.clone(), place.clone());
        let (text, findings, own) = (text.clone(), findings.clone(), own.clone());
        move |target: Target| {
            let starts = starts(&findings, &own, target);
            let mut visited = visited.borrow_mut();
            let again = (*focus == Some(target)).then_some(*visited).flatten();
            *visited =
                starts.iter().copied().find(|&it| Some(it) > again).or(starts.first().copied());
            if let Some(offset) = *visited {
                page_text::scroll_to(&text, offset);
            }
            focus.set(Some(target));
            place.set(None);
        }
    });
    let hover_card = Callback::from({
        let hovered = hovered.clone();
        move |target| hovered.set(target)
    });
    let clear = Callback::from({
        let (focus, place) = (focus.clone(), place.clone());
        move |()| {
            focus.set(None);
            place.set(None);
        }
    });
    Pointing {
        focus: *focus,
        hovered: *hovered,
        place: *place,
        click,
        hover,
        choose,
        hover_card,
        clear,
    }
}

/// Where a target stands, in order.
fn starts(findings: &Findings, own: &[Own], target: Target) -> Vec<usize> {
    match target {
        Target::Quote(index) => {
            let quote = findings.quotes.get(index);
            quote
                .and_then(|quote| quote.content.first())
                .map(|span| span.start())
                .into_iter()
                .collect()
        }
        Target::Mention(index) => {
            findings.mentions.get(index).map(|mention| mention.span.start()).into_iter().collect()
        }
        Target::Scare(index) => {
            findings.scare.get(index).map(|scare| scare.span.start()).into_iter().collect()
        }
        Target::Entity(id) => {
            let of = findings.mentions.iter().filter(|mention| mention.entity == Some(id));
            of.map(|mention| mention.span.start()).collect()
        }
        Target::Annotation(id) => {
            own.iter().filter(|own| own.id == id).map(|own| own.span.start()).collect()
        }
    }
}

/// Milliseconds of quiet after which a selection counts as made.
const QUIET: u32 = 150;

/// What the reader has selected of `text`, once the selection is quiet.
#[hook]
pub(super) fn use_selected(
    text: &Rc<str>,
    say: &Callback<&'static str>,
) -> UseStateHandle<Option<Selected>> {
    let selected = use_state_eq(|| None::<Selected>);
    use_effect_with((text.clone(), say.clone()), {
        let setter = selected.setter();
        move |(text, say)| {
            let (text, say) = (text.clone(), say.clone());
            let quiet = RefCell::new(None);
            let listener = EventListener::new(&document(), "selectionchange", move |_| {
                let (text, say, setter) = (text.clone(), say.clone(), setter.clone());
                // The timeout before, if any, is dropped, and so never ends.
                *quiet.borrow_mut() = Some(Timeout::new(QUIET, move || match page_text::selected(
                    &text,
                ) {
                    Ok(selected) => setter.set(Some(selected)),
                    Err(Unusable::Nothing) => setter.set(None),
                    Err(Unusable::Changed) => {
                        setter.set(None);
                        say.emit("The browser shows other words than the article’s. Switch its translation off to mark them.");
                    }
                }));
            });
            move || drop(listener)
        }
    });
    selected
}
