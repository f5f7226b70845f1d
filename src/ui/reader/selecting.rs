//! [`use_selected`]: what the reader has selected, and [`use_gestures`], what is done with it.

use std::cell::RefCell;
use std::rc::Rc;

use galley_notebook::{Action, AnnotationId, Edit};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use yew::prelude::*;

use super::Props;
use crate::hooks::Gesture;
use crate::same::Same;
use crate::shell::clock;
use crate::shell::page_text::{self, Selected, Unusable};
use crate::ui::drawing::{Own, Target};
use crate::ui::layer::{Layer, Layers};

/// Milliseconds of quiet after which a selection counts as made.
const QUIET: u32 = 150;

const TRANSLATED: &str =
    "The browser shows other words than the article’s. Switch its translation off to mark them.";

/// What the reader has selected of `text`, once the selection is quiet.
#[hook]
pub(super) fn use_selected(
    text: &Same<str>,
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
                let look = move || match page_text::selected(&text) {
                    Ok(selected) => setter.set(Some(selected)),
                    Err(why) => {
                        setter.set(None);
                        if why == Unusable::Changed {
                            say.emit(TRANSLATED);
                        }
                    }
                };
                // The timeout before, if any, is dropped, and so never ends.
                *quiet.borrow_mut() = Some(Timeout::new(QUIET, look));
            });
            move || drop(listener)
        }
    });
    selected
}

/// Marks what is selected with the label of that name, or takes the label off, and shows the reader's
/// own marks.
#[hook]
pub(super) fn use_labelling(
    selected: &UseStateHandle<Option<Selected>>,
    act: &Callback<Action>,
    layers: &UseStateHandle<Layers>,
) -> Callback<String> {
    let with = (selected.clone(), act.clone(), layers.clone());
    use_callback(with, |tag, (selected, act, layers)| {
        let Some(Selected { span, .. }) = **selected else { return };
        let id = AnnotationId::from_random(clock::random());
        act.emit(Action::Edit(Edit::Label { id, span, tag, now: clock::now() }));
        layers.set(layers.with(Layer::Mine));
        page_text::deselect();
        selected.set(None);
    })
}

/// Marks what is selected, and shows the reader's own marks; for a note, puts the cursor into it.
#[hook]
pub(super) fn use_gestures(
    selected: &UseStateHandle<Option<Selected>>,
    own: &Rc<[Own]>,
    props: &Props,
    choose: &Callback<Target>,
    layers: &UseStateHandle<Layers>,
) -> Callback<Gesture> {
    let with = (selected.clone(), own.clone(), layers.clone());
    let (act, say, choose) = (props.act.clone(), props.say.clone(), choose.clone());
    use_callback(with, move |gesture, (selected, own, layers)| {
        let Some(Selected { span, .. }) = **selected else { return };
        let known = own.iter().find(|own| own.span == span).map(|own| own.id);
        let id = known.unwrap_or_else(|| AnnotationId::from_random(clock::random()));
        if known.is_none() {
            act.emit(Action::Edit(Edit::AddHighlight { id, span, now: clock::now() }));
        }
        layers.set(layers.with(Layer::Mine));
        page_text::deselect();
        selected.set(None);
        match gesture {
            Gesture::Highlight => say.emit("Highlighted"),
            Gesture::Note => choose.emit(Target::Annotation(id)),
        }
    })
}
