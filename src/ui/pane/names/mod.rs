//! [`names`]: everybody and everything that the article names, by kind, with every place; then its
//! dates and amounts.

mod cast;

use std::cell::Cell;

use galley_engine::{Findings, Form, MentionKind};
use galley_text::Span;
use yew::prelude::*;

use self::cast::{Fact, facts};
use super::places::places;
use crate::hooks::{growing, use_goes};
use crate::same::{Found, Same};
use crate::ui::correct::{Saying, Who, kinds, same_as};
use crate::ui::drawing::{Target, is_about};
use crate::ui::hover::{Hover, hover};
use crate::ui::layer::Layer;
use crate::ui::parts::Choice;
use crate::ui::plot::strip_to;
use crate::ui::words;

pub(crate) use cast::{Named, cast, fingerprint};

const KINDS: [Layer; 4] = [Layer::People, Layer::Organizations, Layer::Places, Layer::Other];

/// So many names are listed in the first goes.
const FEW: usize = 12;

/// What the pane shows.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The article.
    pub(super) text: Same<str>,
    /// What the engine found in it.
    pub(super) findings: Found,
    /// What the reader points at. Its entity is open.
    pub(super) focus: Option<Target>,
    /// Called with what the reader chooses.
    pub(super) on_choose: Callback<Target>,
    /// Called with what is pointed at in passing, or with nothing.
    pub(super) on_hover: Callback<Option<Target>>,
    /// Called with what the reader says, where that may be said.
    pub(super) on_say: Option<Callback<Saying>>,
    /// Called with mentions, and the word of the kind that the reader says they are of.
    pub(super) on_kind: Option<Callback<(Vec<usize>, String)>>,
}

/// The same, for its parts.
#[derive(Clone, Copy)]
struct Names<'a> {
    text: &'a str,
    findings: &'a Findings,
    focus: Option<Target>,
    on_choose: &'a Callback<Target>,
    on_hover: &'a Callback<Option<Target>>,
    on_say: Option<&'a Callback<Saying>>,
    on_kind: Option<&'a Callback<(Vec<usize>, String)>>,
}

/// The pane.
#[component]
pub(super) fn NamesView(props: &Props) -> Html {
    let Props { text, findings, focus, on_choose, on_hover, on_say, on_kind } = props;
    let (focus, on_say, on_kind) = (*focus, on_say.as_ref(), on_kind.as_ref());
    let props = Names { text, findings, focus, on_choose, on_hover, on_say, on_kind };
    let cast = cast(text, findings);
    let facts = facts(text, findings);
    let left = Cell::new(use_goes(cast.len() + facts.len(), growing::<FEW>));
    let is_in_time = || left.replace(left.get().saturating_sub(1)) > 0;
    let is_time = |kind| matches!(kind, MentionKind::Date | MentionKind::Time);
    let named = |label, wanted: &dyn Fn(&Named) -> bool| {
        let these = cast.iter().filter(|it| wanted(it)).take_while(|_| is_in_time());
        section(label, these.map(|it| entity(props, it)).collect())
    };
    let dated = |label, wanted: &dyn Fn(&Fact) -> bool| {
        let these = facts.iter().filter(|it| wanted(it)).take_while(|_| is_in_time());
        section(label, these.map(|it| fact(props, it)).collect())
    };
    let kinds = KINDS
        .iter()
        .map(|&layer| named(layer.label(), &|it| it.named && Layer::of(it.entity.kind) == layer));
    html! {
        <>
            <p class="pane-told">
                { "The line under a name is the article, with a tick at each place: press one to go there." }
            </p>
            { for kinds }
            { named("Unnamed sources", &|it| !it.named) }
            { dated("Dates and times", &|it| is_time(it.kind)) }
            { dated("Amounts", &|it| !is_time(it.kind)) }
        </>
    }
}

fn section(label: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <section class="pane-kind">
            <h3 class="pane-title">{ label }</h3>
            <ul>{ entries }</ul>
        </section>
    }
}

fn entity(props: Names, named: &Named) -> Html {
    let Named { entity, mentions, aliases, .. } = named;
    let open = props.focus.is_some_and(|it| is_about(props.findings, it, entity.id));
    let also =
        (!aliases.is_empty()).then(|| format!("Also {}", words::straight(&aliases.join(", "))));
    let first = mentions.iter().find(|&&it| props.findings.mentions[it].form == Form::Name);
    let who = first.zip(props.on_say).filter(|_| open).map(|(&index, on_say)| {
        let Names { text, findings, .. } = props;
        html! { <>{ kind(props, named) }{ same_as(Who { text, findings, index, on_say }) }</> }
    });
    let head = Head {
        target: Target::Entity(entity.id),
        class: Layer::of(entity.kind).class(),
        label: &entity.name,
        mentions,
        open,
    };
    let Hover { onmouseenter, onmouseleave, onfocusin, onfocusout } =
        hover(props.on_hover, head.target);
    html! {
        <li key={entity.id.0} {onmouseenter} {onmouseleave} {onfocusin} {onfocusout}>
            { entry(props, &head, also, who) }
        </li>
    }
}

/// Of what kind it is, for all its mentions but pronouns.
fn kind(props: Names, Named { entity, mentions, .. }: &Named) -> Option<Html> {
    let is_named = |at: &usize| props.findings.mentions[*at].form != Form::Pronoun;
    let named: Vec<usize> = mentions.iter().copied().filter(is_named).collect();
    let on_kind = props.on_kind?.reform(move |kind: String| (named.clone(), kind));
    let label = format!("Kind of {}", entity.name);
    let (options, chosen) = (kinds().collect::<Vec<_>>(), entity.kind.word());
    Some(html! { <Choice {label} shown="Kind" {options} {chosen} on_choice={on_kind} /> })
}

fn fact(props: Names, fact: &Fact) -> Html {
    let Fact { words, value, kind, mentions } = fact;
    let open = matches!(props.focus, Some(Target::Mention(it)) if mentions.contains(&it));
    let kind_name = words::mention_kind(*kind);
    let value = value.filter(|value| value != words);
    let told = value.map_or_else(|| kind_name.to_owned(), |it| format!("{kind_name}: {it}"));
    let head = Head {
        target: Target::Mention(mentions[0]),
        class: Layer::Numbers.class(),
        label: words,
        mentions,
        open,
    };
    html! { <li key={mentions[0]}>{ entry(props, &head, Some(told), None) }</li> }
}

/// What stands for a name or a fact in the list.
struct Head<'a> {
    target: Target,
    class: &'static str,
    label: &'a str,
    mentions: &'a [usize],
    open: bool,
}

/// The button with the count, and where it is open, `told`, `who` and every place.
fn entry(props: Names, head: &Head, told: Option<String>, who: Option<Html>) -> Html {
    let Head { target, mentions, open, .. } = *head;
    let onclick = props.on_choose.reform(move |_: MouseEvent| target);
    let spans: Vec<Span> = mentions.iter().map(|&it| props.findings.mentions[it].span).collect();
    let count = mentions.len();
    let indices = mentions.to_vec();
    let on_place = props.on_choose.reform(move |place: usize| Target::Mention(indices[place]));
    html! {
        <>
            <button class="name" aria-expanded={open.to_string()} {onclick}>
                <span class="name-label" dir="auto">
                    <span class={head.class}>{ words::straight(head.label) }</span>
                </span>
                <span class="name-count" aria-hidden="true">{ count }</span>
                <span class="visually-hidden">{ words::count(count, "mention", "mentions") }</span>
                { strip_to(&spans, props.text.len(), on_place) }
            </button>
            if open {
                if let Some(told) = told {
                    <p class="name-told">{ told }</p>
                }
                { who }
                { places(
                    props.text,
                    mentions.iter().zip(spans).map(|(&it, span)| (Target::Mention(it), span)),
                    props.focus,
                    props.on_choose,
                ) }
            }
        </>
    }
}
