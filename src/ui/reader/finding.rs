//! [`finding`]: the palette over an article.

use std::rc::Rc;

use galley_engine::EntityId;
use yew::prelude::*;

use super::commanding::Commanded;
use crate::shell::page_text;
use crate::ui::command::{Command, Group};
use crate::ui::drawing::Target;
use crate::ui::palette::{Item, Jump, Palette, commands, labels, people};
use crate::ui::words;

/// What the palette is drawn from.
pub(super) struct Finding<'a> {
    /// What commands act on.
    pub(super) with: &'a Commanded,
    /// Carries one out.
    pub(super) run: &'a Callback<Command>,
    /// What is offered of the page; `None` where the palette is closed.
    pub(super) page: &'a Option<Rc<[Item]>>,
    /// Called when it has closed, with what was chosen and is not for the article.
    pub(super) on_close: &'a Callback<Option<Jump>>,
}

/// The palette, where it is open.
pub(super) fn finding(finding: &Finding) -> Html {
    let Finding { with, run, page, on_close } = finding;
    let Some(page) = page else { return Html::default() };
    let on_close = {
        let (with, run, on_close) = (Commanded::clone(with), (*run).clone(), (*on_close).clone());
        Callback::from(move |jump: Option<Jump>| {
            // The field of the palette has taken the selection away.
            let selected = with.selected.as_ref();
            selected.iter().for_each(|it| page_text::select(&with.ground.text, it.span));
            on_close.emit(jump.clone());
            chosen(&with, &run, jump);
        })
    };
    let words = with.words().map(|span| words::shortened(span.of(&with.ground.text), LONGEST));
    let about = words.map(AttrValue::from);
    html! { <Palette items={items(with, page)} {about} {on_close} /> }
}

/// What concerns the words comes first, and what concerns the page last.
fn items(with: &Commanded, page: &[Item]) -> Rc<[Item]> {
    let near = |group| matches!(group, Group::Mark | Group::Words);
    let mut items = commands(&with.keymap, |it| near(it.group) && with.can(it.command));
    let tools = with.tools.as_ref().filter(|_| with.words().is_some());
    items.extend(tools.iter().flat_map(|tools| labels(&tools.labels, &with.keymap)));
    items.extend(commands(&with.keymap, |it| !near(it.group) && with.can(it.command)));
    items.extend(people(&with.ground.text, &with.ground.review.findings));
    items.extend(page.iter().cloned());
    items.into()
}

fn chosen(with: &Commanded, run: &Callback<Command>, jump: Option<Jump>) {
    match jump {
        Some(Jump::Command(command)) => run.emit(command),
        Some(Jump::Label(name)) => {
            let with_words = with.tools.as_ref().zip(with.words());
            with_words.iter().for_each(|(tools, span)| tools.on_label.emit((name.clone(), *span)));
        }
        Some(Jump::Entity(id)) => go_to(with, id),
        Some(Jump::Article(_)) | None => {}
    }
}

/// Goes to the first mention.
fn go_to(with: &Commanded, id: EntityId) {
    let mentions = &with.ground.review.findings.mentions;
    if let Some(index) = mentions.iter().position(|it| it.entity == Some(id)) {
        with.pointing.go.emit((Target::Mention(index), mentions[index].span.start()));
    }
}

/// Characters of words that are shown at most.
const LONGEST: usize = 60;
