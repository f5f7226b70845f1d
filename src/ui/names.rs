//! [`names`]: everybody and everything that the article names, by kind, with how often.

use galley_engine::{Entity, Findings};
use galley_text::order;
use yew::prelude::*;

use super::drawing::Target;
use super::layer::Layer;
use super::words;

const KINDS: [Layer; 4] = [Layer::People, Layer::Organizations, Layer::Places, Layer::Other];

/// The panel. `on_choose` is called with the entity that the reader chooses.
pub(crate) fn names(
    findings: &Findings,
    focus: Option<Target>,
    on_choose: &Callback<Target>,
) -> Html {
    let counted = counted(findings);
    let kinds = KINDS.iter().filter_map(|&layer| {
        let of_kind = || counted.iter().filter(move |(entity, _)| Layer::of(entity.kind) == layer);
        of_kind().next()?;
        let names = of_kind().map(|&(entity, count)| {
            let target = Target::Entity(entity.id);
            let onclick = on_choose.reform(move |_: MouseEvent| target);
            name(entity, count, focus == Some(target), onclick)
        });
        Some(html! {
            <section class="names-kind">
                <h3 class="margin-title">{ layer.label() }</h3>
                <ul>{ for names }</ul>
            </section>
        })
    });
    html! { <>{ for kinds }</> }
}

fn name(entity: &Entity, count: usize, pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <li key={entity.id.0}>
            <button class="name" aria-pressed={pressed.to_string()} {onclick}>
                <span class="name-label">
                    <span class={Layer::of(entity.kind).class()}>{ entity.name.clone() }</span>
                </span>
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
