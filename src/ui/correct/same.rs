//! [`others`]: the other places of the same words, each to be left out.

use galley_review::Same;
use galley_text::Span;
use yew::prelude::*;

use crate::ui::pane::Context;
use crate::ui::words;

/// Whether what is said is said of the other places too, and of which not.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Reach {
    /// Whether it is said of all.
    pub(super) all: bool,
    /// The places that are left out.
    pub(super) without: Vec<Span>,
}

impl Reach {
    /// Of all `same` places, those of which it is said.
    pub(super) fn of<'s>(&self, same: &'s [Same]) -> impl Iterator<Item = &'s Same> {
        same.iter().filter(|it| self.all && !self.without.contains(&it.finding.span))
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

/// The choice, with a preview of each place. Nothing where there is no other place.
pub(super) fn others(text: &str, same: &[Same], reach: &UseStateHandle<Reach>) -> Html {
    if same.is_empty() {
        return Html::default();
    }
    let check = |checked: bool, next: Reach, shown: Html| {
        let reach = reach.clone();
        let onchange = Callback::from(move |_: Event| reach.set(next.clone()));
        html! {
            <label class="same"><input type="checkbox" {checked} {onchange} />{ shown }</label>
        }
    };
    let places = same.iter().map(|it| {
        let span = it.finding.span;
        let shown = preview(text, span);
        html! { <li>{ check(!reach.without.contains(&span), reach.toggled(span), shown) }</li> }
    });
    let turned = Reach { all: !reach.all, ..Reach::clone(reach) };
    let label = if reach.all {
        let count = words::count(reach.of(same).count(), "other place", "other places");
        format!("Also in {count}")
    } else {
        format!("Also in {}", words::count(same.len(), "other place", "other places"))
    };
    html! {
        <fieldset class="all-same">
            { check(reach.all, turned, html! { { label } }) }
            if reach.all {
                <ul class="same-places">{ for places }</ul>
            }
        </fieldset>
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
