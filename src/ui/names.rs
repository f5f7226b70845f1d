//! [`names`]: everybody and everything that the article names, by kind, with how often.

use galley_engine::{Entity, Findings, Form};
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
    let list = |label: &'static str, wanted: &dyn Fn(&Counted) -> bool| {
        let names =
            counted.iter().filter(|it| wanted(it)).map(|&Counted { entity, count, .. }| {
                let target = Target::Entity(entity.id);
                let onclick = on_choose.reform(move |_: MouseEvent| target);
                name(entity, count, focus == Some(target), onclick)
            });
        let names: Vec<Html> = names.collect();
        if names.is_empty() {
            return Html::default();
        }
        html! {
            <section class="names-kind">
                <h3 class="margin-title">{ label }</h3>
                <ul>{ names }</ul>
            </section>
        }
    };
    let kinds = KINDS
        .iter()
        .map(|&layer| list(layer.label(), &|it| it.named && Layer::of(it.entity.kind) == layer));
    html! { <>{ for kinds }{ list("Sources without a name", &|it| !it.named) }</> }
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

/// An entity with the number of its mentions, and whether one of them is a name.
#[derive(Clone, Copy)]
struct Counted<'a> {
    entity: &'a Entity,
    count: usize,
    named: bool,
}

/// The entities that are mentioned, most mentioned first.
fn counted(findings: &Findings) -> Vec<Counted<'_>> {
    let of = |entity| Counted { entity, count: 0, named: false };
    let mut counted: Vec<Counted> = findings.entities.iter().map(of).collect();
    for mention in &findings.mentions {
        let entity = mention.entity.and_then(|id| counted.get_mut(id.0 as usize));
        if let Some(entity) = entity {
            entity.count += 1;
            entity.named |= mention.form == Form::Name;
        }
    }
    counted.retain(|it| it.count > 0);
    let most_first = order(counted.iter().map(|it| [u64::MAX - it.count as u64, 0, 0]));
    most_first.into_iter().map(|index| counted[index]).collect()
}
