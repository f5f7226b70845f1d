//! [`about`]: what is under a place that the reader chose, beside it.

use std::rc::Rc;

use galley_text::Span;
use yew::prelude::*;

use super::command::Keymap;
use super::correct::{MentionCard, Reach, Saying, ScareCard};
use super::drawing::{Own, Target};
use super::parts::{Floating, Side};
use super::words;
use crate::hooks::Reviewed;
use crate::same::Same;
use crate::shell::page_text::{Place, handle_room};

/// What is told, and of what.
pub(crate) struct About<'a> {
    /// The article.
    pub(crate) text: &'a Same<str>,
    /// What is found in it.
    pub(crate) review: &'a Reviewed,
    /// The reader's own marks.
    pub(crate) own: &'a [Own],
    /// What the reader chose.
    pub(crate) target: Target,
    /// All that lies there, the shortest first.
    pub(crate) stack: &'a [Target],
    /// Where.
    pub(crate) place: Place,
    /// Where what is said of it counts.
    pub(crate) reach: &'a UseStateHandle<Reach>,
    /// The keys as the reader has them.
    pub(crate) keymap: &'a Rc<Keymap>,
    /// Whether anything may be said of it.
    pub(crate) writable: bool,
    /// Called with what the reader says.
    pub(crate) on_say: &'a Callback<Saying>,
    /// Called with an entity, to light all its mentions.
    pub(crate) on_choose: &'a Callback<Target>,
    /// Called with words that a note is to be written on.
    pub(crate) on_note: Callback<Span>,
    /// Called with something else that lies there.
    pub(crate) on_turn: &'a Callback<Target>,
}

/// A mention or words set apart, with their controls; of quotes and the reader's own marks the margin
/// tells. Where several things lie, each can be turned to.
pub(crate) fn about(about: &About) -> Html {
    let told = match about.target {
        Target::Mention(index) => Some(mention(about, index)),
        Target::Scare(index) => Some(scare(about, index)),
        Target::Quote(_) | Target::Entity(_) | Target::Annotation(_) => None,
    };
    let crowded = about.stack.len() > 1;
    if told.is_none() && !crowded {
        return Html::default();
    }
    let (place, room) = (about.place, handle_room());
    let place = Place { top: place.top - room, bottom: place.bottom + room, ..place };
    html! {
        <Floating {place} label={called(about, about.target)} side={Side::Below}>
            if crowded {
                { chooser(about) }
            }
            { told }
        </Floating>
    }
}

fn mention(about: &About, index: usize) -> Html {
    let origin = about.review.mentions.get(index).map_or(0, |trace| trace.origin.start());
    html! {
        <MentionCard
            key={origin}
            text={about.text.clone()}
            review={about.review.clone()}
            {index}
            writable={about.writable}
            reach={about.reach.clone()}
            keymap={Rc::clone(about.keymap)}
            on_say={about.on_say.clone()}
            on_choose={about.on_choose.clone()}
            on_note={about.on_note.clone()}
        />
    }
}

fn scare(about: &About, index: usize) -> Html {
    let origin = about.review.scare.get(index).map_or(0, |trace| trace.origin.start());
    html! {
        <ScareCard
            key={origin}
            text={about.text.clone()}
            review={about.review.clone()}
            {index}
            writable={about.writable}
            keymap={Rc::clone(about.keymap)}
            on_say={about.on_say.clone()}
            on_note={about.on_note.clone()}
        />
    }
}

/// All that lies at the place, the shortest first.
fn chooser(about: &About) -> Html {
    let choices = about.stack.iter().map(|&target| {
        let pressed = (target == about.target).to_string();
        let onclick = about.on_turn.reform(move |_: MouseEvent| target);
        html! {
            <li>
                <button class="choice" aria-pressed={pressed} {onclick}>{ called(about, target) }</button>
            </li>
        }
    });
    html! { <ul class="chooser" aria-label="What lies here">{ for choices }</ul> }
}

fn called(about: &About, target: Target) -> String {
    let findings = &about.review.findings;
    let name = match target {
        Target::Mention(index) => findings.mentions.get(index).map(|it| {
            let name = words::mention_name(findings, it, about.text);
            format!("{}: {name}", words::mention_kind(it.kind))
        }),
        Target::Quote(index) => findings.quotes.get(index).map(|it| {
            let name = words::speaker_name(findings, it, about.text);
            format!("{}: {name}", words::quote_label(it.kind))
        }),
        Target::Scare(_) => Some(words::SET_APART.to_owned()),
        Target::Annotation(id) => {
            about.own.iter().find(|own| own.id == id).map(|own| own.name.to_string())
        }
        Target::Entity(_) => None,
    };
    name.unwrap_or_default()
}
