//! [`use_near`]: of very many cards, those whose words are in view or near it.

use std::cell::Cell;

use galley_text::Span;
use yew::prelude::*;

use super::Entry;
use crate::same::Same;
use crate::shell::page_text::on_view;
use crate::ui::drawing::Target;

/// More cards than this cost more, at each change, than the reader is to notice. Their marks in the text
/// are all there, and lead to the cards.
const MOST: usize = 128;

/// All cards, or where they are very many, those near the view and the one that is pointed at.
#[hook]
pub(super) fn use_near(
    text: &Same<str>,
    entries: &Same<[Entry]>,
    focus: Option<Target>,
) -> Same<[Entry]> {
    let near = use_state_eq(|| Span::new(0, 0));
    let many = entries.len() > MOST;
    use_effect_with((many, text.clone()), {
        let near = near.setter();
        move |(many, text)| {
            let last = Cell::new(None::<Span>);
            let end = many.then(|| {
                on_view(text.clone(), move |[view, around]| {
                    if !last.get().is_some_and(|last| last.contains(view)) {
                        last.set(Some(around));
                        near.set(around);
                    }
                })
            });
            move || end.into_iter().for_each(|end| end())
        }
    });
    let shown = use_memo((entries.clone(), many.then_some(*near), focus), |(all, near, focus)| {
        near.map_or_else(|| all.clone(), |near| some(all, near, *focus))
    });
    (*shown).clone()
}

fn some(entries: &[Entry], near: Span, focus: Option<Target>) -> Same<[Entry]> {
    let is_near = |entry: &Entry| near.holds(entry.offset().unwrap_or(0));
    let wanted = |entry: &&Entry| is_near(entry) || Some(entry.target()) == focus;
    entries.iter().filter(wanted).cloned().collect()
}
