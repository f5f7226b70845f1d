//! [`others`]: where else what the reader says is to count: in the other places of the same words, each
//! to be left out, or in every article.

use galley_engine::{Form, Mention};
use galley_review::{MOST_SAME, Same};
use galley_text::Span;
use yew::prelude::*;

use super::parts::choice;
use crate::ui::command::List;
use crate::ui::pane::Context;
use crate::ui::words;

/// Where what is said counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scope {
    /// In this place.
    #[default]
    Here,
    /// In every place of this article.
    Article,
    /// In every article.
    Everywhere,
}

impl Scope {
    const fn word(self) -> &'static str {
        match self {
            Scope::Here => "here",
            Scope::Article => "article",
            Scope::Everywhere => "everywhere",
        }
    }
}

/// Where what is said counts, and where in this article not.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Reach {
    /// How far it goes.
    pub(super) scope: Scope,
    /// The places that are left out.
    pub(super) without: Vec<Span>,
}

impl Reach {
    /// Of all `same` places, those of which it is said.
    pub(super) fn of<'s>(&self, same: &'s [Same]) -> impl Iterator<Item = &'s Same> {
        same.iter()
            .filter(|it| self.scope == Scope::Article && !self.without.contains(&it.finding.span))
    }

    fn toggled(&self, span: Span) -> Self {
        let mut next = self.clone();
        match next.without.iter().position(|other| *other == span) {
            Some(at) => {
                next.without.remove(at);
            }
            None => next.without.push(span),
        }
        next
    }
}

/// How far what is said of the mention at this place goes: only here, until the reader chooses.
#[hook]
pub(crate) fn use_reach(origin: Option<Span>) -> UseStateHandle<Reach> {
    let reach = use_state_eq(Reach::default);
    let setter = reach.setter();
    use_effect_with(origin, move |_| setter.set(Reach::default()));
    reach
}

/// The choice, with a preview of each other place in the article.
pub(super) fn others(
    text: &str,
    mention: &Mention,
    same: &[Same],
    reach: &UseStateHandle<Reach>,
) -> Html {
    // A pronoun is a word for somebody else in every article.
    let everywhere = matches!(mention.form, Form::Name | Form::Numeric);
    let scopes: Vec<Scope> = [Scope::Here, Scope::Article, Scope::Everywhere]
        .into_iter()
        .filter(|scope| match scope {
            Scope::Here => true,
            Scope::Article => !same.is_empty(),
            Scope::Everywhere => everywhere,
        })
        .collect();
    if scopes.len() == 1 {
        return Html::default();
    }
    let options = scopes.iter().map(|&scope| (scope.word().into(), label(scope, same, reach)));
    let on_scope = {
        let (scopes, reach) = (scopes.clone(), reach.clone());
        Callback::from(move |word: String| {
            let scope = scopes.iter().copied().find(|it| it.word() == word).unwrap_or_default();
            reach.set(Reach { scope, ..Reach::clone(&reach) });
        })
    };
    html! {
        <div class="all-same">
            { choice(List::Where.label(), options, reach.scope.word(), &on_scope) }
            { match reach.scope {
                Scope::Here => Html::default(),
                Scope::Article => places(text, same, reach),
                Scope::Everywhere => html! {
                    <p class="control-help">
                        { format!("What you say of “{}” now becomes a rule. The settings list your rules.", mention.span.of(text)) }
                    </p>
                },
            } }
        </div>
    }
}

fn label(scope: Scope, same: &[Same], reach: &Reach) -> AttrValue {
    let count = match reach.scope {
        Scope::Article => reach.of(same).count(),
        _ => same.len(),
    };
    match scope {
        Scope::Here => "Only here".into(),
        Scope::Article => {
            format!("Also in {}", words::count(count, "other place", "other places")).into()
        }
        Scope::Everywhere => "In every article".into(),
    }
}

/// Each other place, to be left out.
fn places(text: &str, same: &[Same], reach: &UseStateHandle<Reach>) -> Html {
    let places = same.iter().map(|it| {
        let span = it.finding.span;
        let next = reach.toggled(span);
        let on_reach = reach.clone();
        let onchange = Callback::from(move |_: Event| on_reach.set(next.clone()));
        let checked = !reach.without.contains(&span);
        html! {
            <li>
                <label class="same">
                    <input type="checkbox" {checked} {onchange} />
                    { preview(text, span) }
                </label>
            </li>
        }
    });
    html! {
        <>
            if same.len() >= MOST_SAME {
                <p class="control-help">
                    { format!("These are the first {MOST_SAME}, and what you say counts in no others. “In every article” counts in all.") }
                </p>
            }
            <ul class="same-places" aria-label="Other places">{ for places }</ul>
        </>
    }
}

fn preview(text: &str, span: Span) -> Html {
    let Context { before, words, after, goes_before, goes_after } = Context::of(text, span);
    html! {
        <span class="same-words" dir="auto">
            { goes_before.then_some("…") }{ before.to_owned() }
            <b>{ words.to_owned() }</b>
            { after.to_owned() }{ goes_after.then_some("…") }
        </span>
    }
}
