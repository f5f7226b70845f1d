//! [`about`]: what a mark is, how sure the engine is of it, and why.

use galley_engine::{Confidence, Findings, Rule};
use yew::prelude::*;

use super::drawing::Target;
use super::parts::Floating;
use super::words;
use crate::shell::page_text::Place;

/// What a mention or scare quotes are, beside them. Of quotes and the reader's own marks the margin
/// tells. `on_choose` is called with an entity to light all its mentions.
pub(crate) fn about(
    text: &str,
    findings: &Findings,
    target: Target,
    place: Place,
    on_choose: &Callback<Target>,
) -> Html {
    let told = match target {
        Target::Mention(index) => mention(text, findings, index, on_choose),
        Target::Scare(index) => scare(text, findings, index),
        Target::Quote(_) | Target::Entity(_) | Target::Annotation(_) => None,
    };
    let Some(told) = told else { return Html::default() };
    html! {
        <Floating {place} label="About this mark">
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
    kind: &'static str,
    value: Option<String>,
    rule: Rule,
    confidence: Confidence,
    more: Html,
}

fn scare(text: &str, findings: &Findings, index: usize) -> Option<Told> {
    let scare = findings.scare.get(index)?;
    Some(Told {
        name: scare.span.of(text).to_owned(),
        kind: "Words set apart, not a quote",
        value: None,
        rule: scare.rule,
        confidence: scare.confidence,
        more: Html::default(),
    })
}

fn mention(
    text: &str,
    findings: &Findings,
    index: usize,
    on_choose: &Callback<Target>,
) -> Option<Told> {
    let mention = findings.mentions.get(index)?;
    let entity = mention.entity.and_then(|id| words::entity(findings, id));
    let written = mention.span.of(text);
    let all = findings.mentions.iter().filter(|other| other.entity == mention.entity).count();
    let more = entity.filter(|_| all > 1).map(|entity| {
        let target = Target::Entity(entity.id);
        let onclick = on_choose.reform(move |_: MouseEvent| target);
        html! { <button class="link" {onclick}>{ format!("Show all {all} mentions") }</button> }
    });
    Some(Told {
        name: entity.map_or_else(|| written.to_owned(), |entity| entity.name.clone()),
        kind: words::mention_kind(mention.kind),
        value: mention.value.clone().filter(|value| value != written),
        rule: mention.rule,
        confidence: mention.confidence,
        more: more.unwrap_or_default(),
    })
}
