//! [`Names`]: everybody and everything that the article names, by kind, with how often.

use galley_engine::{Entity, Findings};
use galley_text::order;
use yew::prelude::*;

use super::drawing::Target;
use super::layer::Layer;
use super::words;
use crate::shell::worker::Found;

/// What the panel shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// What the engine found.
    pub(crate) findings: Found,
    /// Whether the engine is still reading.
    pub(crate) waiting: bool,
    /// What the reader points at.
    pub(crate) focus: Option<Target>,
    /// Called with the entity that the reader chooses.
    pub(crate) on_choose: Callback<Target>,
}

const KINDS: [Layer; 4] = [Layer::People, Layer::Organizations, Layer::Places, Layer::Other];

/// The panel.
#[component]
pub(crate) fn Names(props: &Props) -> Html {
    let counted = counted(&props.findings);
    if counted.is_empty() {
        let words = if props.waiting { "Reading the article" } else { "No names found" };
        return html! { <p class="margin-title" role="status">{ words }</p> };
    }
    let kinds = KINDS.iter().filter_map(|&layer| {
        let of_kind = || counted.iter().filter(move |(entity, _)| Layer::of(entity.kind) == layer);
        of_kind().next()?;
        let names = of_kind().map(|&(entity, count)| name(props, entity, count));
        Some(html! {
            <section class="names-kind">
                <h3 class="margin-title">{ layer.label() }</h3>
                <ul>{ for names }</ul>
            </section>
        })
    });
    html! { <>{ for kinds }</> }
}

fn name(props: &Props, entity: &Entity, count: usize) -> Html {
    let target = Target::Entity(entity.id);
    let onclick = props.on_choose.reform(move |_: MouseEvent| target);
    let pressed = (props.focus == Some(target)).to_string();
    let class = classes!("name-mark", Layer::of(entity.kind).class());
    html! {
        <li key={entity.id.0}>
            <button class="name" aria-pressed={pressed} {onclick}>
                <span class="name-label"><span {class}>{ entity.name.clone() }</span></span>
                <span class="name-count" aria-hidden="true">{ count }</span>
                <span class="visually-hidden">{ words::count(count, "mention", "mentions") }</span>
            </button>
        </li>
    }
}

/// The entities with the number of their mentions, most mentioned first.
fn counted(findings: &Findings) -> Vec<(&Entity, usize)> {
    let mut counts = vec![0; findings.entities.len()];
    for id in findings.mentions.iter().filter_map(|mention| mention.entity) {
        if let Some(count) = counts.get_mut(id.0 as usize) {
            *count += 1;
        }
    }
    let mut counted: Vec<_> = findings.entities.iter().zip(counts).collect();
    counted.retain(|&(_, count)| count > 0);
    let most_first = order(counted.iter().map(|&(_, count)| [u64::MAX - count as u64, 0, 0]));
    most_first.into_iter().map(|index| counted[index]).collect()
}
