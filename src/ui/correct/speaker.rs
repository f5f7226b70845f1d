//! [`SpeakerChoice`]: who says a quote, from the people of the article or by a new name.

use galley_engine::{Entity, Findings, Form, MentionKind};
use galley_notebook::Speaker;
use galley_text::order;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::parts::choice;
use crate::ui::command::List;
use crate::ui::words::{UNATTRIBUTED, UNNAMED};

/// The values of the choices that are no name. No name begins with a space.
const NOBODY: &str = " nobody";
const ELSE: &str = " else";
const AS_WRITTEN: &str = " source";

/// What the choice is made from.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Who can be chosen, most mentioned first.
    pub(super) people: Vec<AttrValue>,
    /// Who says it now, if somebody named.
    pub(super) speaker: Option<AttrValue>,
    /// What the article calls whoever says it, where that is somebody unnamed.
    pub(super) source: Option<AttrValue>,
    /// Called with who is chosen.
    pub(super) on_speaker: Callback<Speaker>,
}

/// The choice. "Somebody else" asks for a name.
#[component]
pub(super) fn SpeakerChoice(props: &Props) -> Html {
    let asking = use_state_eq(|| false);
    let field = use_node_ref();
    let on_choice = {
        let (asking, on_speaker) = (asking.clone(), props.on_speaker.clone());
        Callback::from(move |chosen: String| {
            asking.set(chosen == ELSE);
            match chosen.as_str() {
                ELSE | AS_WRITTEN => {}
                NOBODY => on_speaker.emit(Speaker::Nobody),
                _ => on_speaker.emit(Speaker::Named(chosen)),
            }
        })
    };
    let on_name = {
        let (asking, on_speaker, field) = (asking.clone(), props.on_speaker.clone(), field.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let name = field.cast::<HtmlInputElement>().map(|field| field.value());
            on_speaker.emit(Speaker::Named(name.unwrap_or_default()));
            asking.set(false);
        })
    };
    use_effect_with((*asking, field.clone()), |(asking, field)| {
        if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| *asking) {
            // Focus fails on elements that are gone, and then there is nothing to type in.
            let _ = field.focus();
        }
    });
    html! {
        <>
            { choice(List::Speaker.label(), options(props), &chosen(props, *asking), &on_choice) }
            if *asking {
                <form class="asking" onsubmit={on_name}>
                    <input ref={field} class="field" aria-label="Name of the speaker" required=true />
                    <button class="verdict">{ "Set" }</button>
                </form>
            }
        </>
    }
}

fn chosen(props: &Props, asking: bool) -> AttrValue {
    match (asking, &props.speaker, &props.source) {
        (true, ..) => ELSE.into(),
        (_, Some(speaker), _) => speaker.clone(),
        (_, None, Some(_)) => AS_WRITTEN.into(),
        (_, None, None) => NOBODY.into(),
    }
}

fn options(props: &Props) -> impl Iterator<Item = (AttrValue, AttrValue)> {
    let fixed = |value: &'static str, shown: &'static str| {
        (AttrValue::Static(value), AttrValue::Static(shown))
    };
    let source = props.source.iter().map(|source| {
        (AttrValue::Static(AS_WRITTEN), AttrValue::from(format!("“{source}”, {UNNAMED}")))
    });
    let unlisted = props.speaker.iter().filter(|speaker| !props.people.contains(speaker));
    let named = unlisted.chain(&props.people).map(|name| (name.clone(), name.clone()));
    let all: Vec<_> = source
        .chain(named)
        .chain([fixed(NOBODY, UNATTRIBUTED), fixed(ELSE, "Somebody else…")])
        .collect();
    all.into_iter()
}

/// Who can have said something: people, then organizations, those with the most mentions first, and whom the
/// article does not name but somebody has said of another quote.
pub(super) fn people(findings: &Findings) -> Vec<AttrValue> {
    let mut counts = vec![0_u64; findings.entities.len()];
    for mention in findings.mentions.iter().filter(|mention| mention.form == Form::Name) {
        if let Some(count) = mention.entity.and_then(|id| counts.get_mut(id.0 as usize)) {
            *count += 1;
        }
    }
    let rank = |kind| match kind {
        MentionKind::Person => Some(0),
        MentionKind::Organization => Some(1),
        _ => None,
    };
    let speaks = |entity: &Entity| findings.quotes.iter().any(|quote| quote.is_said_by(entity.id));
    let keys = findings.entities.iter().zip(&counts);
    let keys = keys.map(|(it, count)| [rank(it.kind).unwrap_or(9), u64::MAX - count, 0]);
    let ranked = order(keys).into_iter().map(|index| (&findings.entities[index], counts[index]));
    let is_named = |entity: &Entity, count: u64| {
        count > 0 || !is_mentioned(findings, entity) && speaks(entity)
    };
    let named =
        ranked.filter(|(entity, count)| is_named(entity, *count) && rank(entity.kind).is_some());
    named.map(|(entity, _)| AttrValue::from(entity.name.clone())).collect()
}

fn is_mentioned(findings: &Findings, entity: &Entity) -> bool {
    findings.mentions.iter().any(|mention| mention.entity == Some(entity.id))
}
