//! [`use_selected`]: what the reader has selected, and [`use_gestures`] and [`use_marking`], what is
//! done with it.

use galley_notebook::{Action, AnnotationId, Edit, Finding, Say, What};
use galley_review::Review;
use galley_text::Span;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use std::cell::RefCell;
use yew::prelude::*;

use super::Props;
use crate::hooks::Reviewed;
use crate::same::Same;
use crate::shell::clock;
use crate::shell::page_text::{self, Selected, Unusable};
use crate::ui::command::Gesture;
use crate::ui::correct::{Saying, quoted};
use crate::ui::drawing::{Own, Target};
use crate::ui::layer::{Layer, Layers};
use crate::ui::selection_bar::{Beside, Marking};
use crate::ui::words;

/// Milliseconds of quiet after which a selection counts as made.
const QUIET: u32 = 150;

/// What the reader has selected of `text`, once the selection is quiet.
#[hook]
pub(super) fn use_selected(
    text: &Same<str>,
    say: &Callback<AttrValue>,
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
                    // A field there takes the selection away, and it is given back.
                    _ if page_text::is_dialog_open() => {}
                    Ok(selected) => setter.set(Some(selected)),
                    Err(why) => {
                        setter.set(None);
                        if why == Unusable::Changed {
                            say.emit(words::TRANSLATED.into());
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

/// Ends the selection, where there is one: something was done with it.
fn let_go(selected: &UseStateHandle<Option<Selected>>) {
    if selected.is_some() {
        page_text::deselect();
        selected.set(None);
    }
}

/// Marks words with the label of that name, or takes the label off, and shows the reader's own marks.
#[hook]
pub(super) fn use_labelling(
    selected: &UseStateHandle<Option<Selected>>,
    props: &Props,
    layers: &UseStateHandle<Layers>,
) -> Callback<(String, Span)> {
    let Props { act, say, notebook, .. } = props;
    let with = (selected.clone(), act.clone(), say.clone(), notebook.clone(), layers.clone());
    use_callback(with, |(tag, span): (String, Span), (selected, act, say, notebook, layers)| {
        let text = notebook.article().text();
        let span = span.on_graphemes(text).trimmed(text);
        let mut known = notebook.annotations().iter().filter(|it| it.anchor.span == span);
        let comes_off = known.any(|it| it.body.tags.contains(&tag));
        let told = if comes_off { "Taken off" } else { "Marked as" };
        say.emit(format!("{told}: {tag}").into());
        let id = AnnotationId::from_random(clock::random());
        act.emit(Action::Edit(Edit::Label { id, span, tag, now: clock::now() }));
        layers.set(layers.with(Layer::Mine));
        let_go(selected);
    })
}

/// Marks words, and shows the reader's own marks; for a note, puts the cursor into it.
#[hook]
pub(super) fn use_gestures(
    selected: &UseStateHandle<Option<Selected>>,
    own: &Same<[Own]>,
    props: &Props,
    choose: &Callback<Target>,
    layers: &UseStateHandle<Layers>,
) -> Callback<(Gesture, Span)> {
    let with = (selected.clone(), own.clone(), layers.clone());
    let (act, say, choose) = (props.act.clone(), props.say.clone(), choose.clone());
    use_callback(with, move |(gesture, span), (selected, own, layers)| {
        let known = own.iter().find(|own| own.span == span).map(|own| own.id);
        let id = known.unwrap_or_else(|| AnnotationId::from_random(clock::random()));
        if known.is_none() {
            act.emit(Action::Edit(Edit::AddHighlight { id, span, now: clock::now() }));
        }
        layers.set(layers.with(Layer::Mine));
        let_go(selected);
        match gesture {
            Gesture::Highlight => say.emit("Highlighted".into()),
            Gesture::Note => choose.emit(Target::Annotation(id)),
        }
    })
}

/// Makes words a finding of the reader's own, or a part of the one that is pointed at.
#[hook]
pub(super) fn use_marking(
    selected: &UseStateHandle<Option<Selected>>,
    text: &Same<str>,
    review: &Reviewed,
    focus: Option<Target>,
    on_say: &Callback<Saying>,
) -> Callback<(Marking, Span)> {
    let with = (selected.clone(), review.clone(), focus);
    let (text, on_say) = (text.clone(), on_say.clone());
    use_callback(with, move |(marking, span), (selected, review, focus)| {
        if let Some(saying) = marked(&text, review, *focus, span, marking) {
            on_say.emit(saying);
        }
        let_go(selected);
    })
}

/// What stands beside the selection, for what is offered with it.
pub(super) const fn beside(focus: Option<Target>) -> Beside {
    match focus {
        Some(Target::Quote(_)) => Beside::Quote,
        Some(Target::Mention(_) | Target::Scare(_)) => Beside::Mention,
        _ => Beside::Nothing,
    }
}

fn marked(
    text: &str,
    review: &Review,
    focus: Option<Target>,
    span: Span,
    marking: Marking,
) -> Option<Saying> {
    let pointed = || match focus? {
        Target::Quote(index) => review.quote(index),
        Target::Mention(index) => review.mention(index),
        Target::Scare(index) => review.scare(index),
        _ => None,
    };
    let set_apart = || {
        let at = review.findings.scare.iter().position(|it| it.span == span)?;
        review.scare(at)
    };
    let own = |what: What, kind: &str, span: Span| {
        let kind = kind.to_owned();
        (Finding { what, kind, span, speaker: None, cue: None }, None)
    };
    let (finding, say) = match marking {
        Marking::Extent => (pointed()?, Say::Extent(span)),
        Marking::Cue => (pointed()?, Say::Cue(Some(span))),
        Marking::Quote if set_apart().is_some() => (set_apart()?, quoted()),
        Marking::Quote => {
            let in_marks = span.of(text).starts_with(['“', '"', '‘', '«', '„', '\'']);
            let kind = if in_marks { "direct" } else { "indirect" };
            (own(What::Quote, kind, span), Say::Mark)
        }
        Marking::Kind(kind) => {
            let span = span.bare(text, &review.findings.sentences);
            let there = review.findings.mentions.iter().position(|it| it.span == span);
            match there.and_then(|index| review.mention(index)) {
                Some(known) => (known, Say::Kind(kind.word().into())),
                None => (own(What::Mention, kind.word(), span), Say::Mark),
            }
        }
    };
    Some(Saying::Of(vec![finding], say))
}
