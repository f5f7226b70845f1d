//! [`About`]: what a mark is, how sure the engine is of it, and why.

use std::rc::Rc;

use galley_engine::{Confidence, Rule};
use yew::prelude::*;

use super::drawing::Target;
use super::parts::Floating;
use super::words;
use crate::shell::page_text::Place;
use crate::shell::worker::Found;

/// What is told, and where.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Rc<str>,
    /// What the engine found in it.
    pub(crate) findings: Found,
    /// The finding: a mention or scare quotes. Of others the margins tell.
    pub(crate) target: Target,
    /// Where it stands.
    pub(crate) place: Place,
    /// Called with an entity to light all its mentions.
    pub(crate) on_choose: Callback<Target>,
}

/// Stands beside the mark.
#[component]
pub(crate) fn About(props: &Props) -> Html {
    let Some(told) = told(props) else { return Html::default() };
    html! {
        <Floating place={props.place} label="About this mark">
            <p class="popover-name">{ told.name }</p>
            <p class="card-cue">{ told.kind }</p>
            if let Some(value) = told.value {
                <p>{ value }</p>
            }
            <div class="card-why">
                <p>{ told.rule.reason() }</p>
                <p>{ words::sureness(told.confidence) }</p>
            </div>
            { told.more }
        </Floating>
    }
}

struct Told {
    name: String,
    kind: String,
    value: Option<String>,
    rule: Rule,
    confidence: Confidence,
    more: Html,
}

fn told(props: &Props) -> Option<Told> {
    match props.target {
        Target::Mention(index) => mention(props, index),
        Target::Scare(index) => {
            let scare = props.findings.scare.get(index)?;
            Some(Told {
                name: scare.span.of(&props.text).to_owned(),
                kind: "Words set apart, not a quote".to_owned(),
                value: None,
                rule: scare.rule,
                confidence: scare.confidence,
                more: Html::default(),
            })
        }
        Target::Quote(_) | Target::Entity(_) | Target::Annotation(_) => None,
    }
}

fn mention(props: &Props, index: usize) -> Option<Told> {
    let mention = props.findings.mentions.get(index)?;
    let entity = mention.entity.and_then(|id| words::entity(&props.findings, id));
    let written = mention.span.of(&props.text);
    let all = props.findings.mentions.iter().filter(|other| other.entity == mention.entity).count();
    let more = entity.filter(|_| all > 1).map(|entity| {
        let target = Target::Entity(entity.id);
        let onclick = props.on_choose.reform(move |_: MouseEvent| target);
        html! { <button class="link" {onclick}>{ format!("Show all {all} mentions") }</button> }
    });
    Some(Told {
        name: entity.map_or_else(|| written.to_owned(), |entity| entity.name.clone()),
        kind: words::mention_kind(mention.kind).to_owned(),
        value: mention.value.clone().filter(|value| value != written),
        rule: mention.rule,
        confidence: mention.confidence,
        more: more.unwrap_or_default(),
    })
}
