//! The reader's own marks: [`use_own`], where they stand, [`use_edits`], what is done to them.

use std::mem;
use std::rc::Rc;

use galley_notebook::{Action, Annotation, AnnotationId, Edit, Notebook};
use galley_text::Span;
use yew::prelude::*;

use crate::same::Same;
use crate::shell::clock;
use crate::shell::settings::Naming;
use crate::ui::drawing::{Badge, Own};
use crate::ui::label::{self, Label};
use crate::ui::labels;

/// The marks that still have a place.
#[hook]
pub(super) fn use_own(
    notebook: &Rc<Notebook>,
    labels: &Rc<[Label]>,
    naming: Naming,
) -> Same<[Own]> {
    let named = use_mut_ref(Named::default);
    let own =
        use_memo((notebook.clone(), Rc::clone(labels), naming), |(notebook, labels, naming)| {
            Same::from_iter(own(notebook, labels, *naming, &mut named.borrow_mut()))
        });
    (*own).clone()
}

/// What marks were called last, in the order of their places, so that after a change only those that have
/// changed are named anew, and not ten thousand.
#[derive(Default)]
struct Named {
    naming: Naming,
    names: Vec<(Rc<Annotation>, AttrValue)>,
}

fn own(notebook: &Notebook, labels: &[Label], naming: Naming, named: &mut Named) -> Vec<Own> {
    let text = notebook.article().text();
    let before = mem::take(&mut named.names);
    let mut before = before.into_iter().filter(|_| named.naming == naming).peekable();
    let mut names = Vec::with_capacity(notebook.annotations().len());
    let placed = notebook.annotations().iter().filter_map(|annotation| {
        let span = annotation.anchor.resolve(text).span()?;
        let body = &annotation.body;
        let label = label::of(labels, &body.tags);
        let badge = label.map(|label| Badge { tint: label.tint, sign: label.sign() });
        let is_gone = |(it, _): &(Rc<Annotation>, _)| it.anchor.span < annotation.anchor.span;
        while before.next_if(is_gone).is_some() {}
        let name = before.next_if(|(it, _)| Rc::ptr_eq(it, annotation)).map(|(_, name)| name);
        let name = name.unwrap_or_else(|| labels::own(span.of(text), body, naming));
        names.push((Rc::clone(annotation), name.clone()));
        Some(Own { id: annotation.id, span, noted: !body.note.is_empty(), badge, name })
    });
    let placed = placed.collect();
    *named = Named { naming, names };
    placed
}

/// What is done to marks that are there.
#[derive(Clone)]
pub(super) struct Edits {
    /// Writes a note.
    pub(super) on_note: Callback<(AnnotationId, String)>,
    /// Sets tags.
    pub(super) on_tags: Callback<(AnnotationId, Vec<String>)>,
    /// Moves the edges of a mark.
    pub(super) on_move: Callback<(AnnotationId, Span)>,
    /// Removes a mark.
    pub(super) on_remove: Callback<AnnotationId>,
}

#[hook]
pub(super) fn use_edits(act: &Callback<Action>, say: &Callback<AttrValue>) -> Edits {
    let on_note = use_callback(act.clone(), |(id, note), act| {
        act.emit(Action::Edit(Edit::SetNote { id, note, now: clock::now() }));
    });
    let on_tags = use_callback((act.clone(), say.clone()), |(id, tags), (act, say)| {
        let tags: Vec<String> = tags;
        let told = tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty());
        let told: Vec<&str> = told.collect();
        say.emit(if told.is_empty() {
            "No tags".into()
        } else {
            format!("Tags: {}", told.join(", ")).into()
        });
        act.emit(Action::Edit(Edit::SetTags { id, tags, now: clock::now() }));
    });
    let on_move = use_callback(act.clone(), |(id, span), act| {
        act.emit(Action::Edit(Edit::Move { id, span, now: clock::now() }));
    });
    let on_remove = use_callback((act.clone(), say.clone()), |id, (act, say)| {
        act.emit(Action::Edit(Edit::Remove(id)));
        say.emit("Mark removed".into());
    });
    Edits { on_note, on_tags, on_move, on_remove }
}

#[cfg(test)]
mod tests {
    use galley_notebook::{ArticleId, Draft, Millis, Session};

    use super::*;

    const NOW: Millis = Millis(1);

    fn id(number: u128) -> AnnotationId {
        AnnotationId::from_random(number)
    }

    /// Five highlights of a word each.
    fn session() -> Session {
        let draft = Draft::plain("Title\n\none two three four five");
        let open = Action::Open { draft, id: ArticleId::from_random(1), now: NOW };
        let opened = Session::default().update(open).expect("an article");
        let spans = [(7, 10), (11, 14), (15, 20), (21, 25), (26, 30)];
        spans.into_iter().enumerate().fold(opened, |session, (number, (start, end))| {
            let span = Span::new(start, end);
            let add = Edit::AddHighlight { id: id(number as u128), span, now: NOW };
            session.update(Action::Edit(add)).expect("a highlight")
        })
    }

    fn names(session: &Session, named: &mut Named) -> Vec<AttrValue> {
        let notebook = session.current().expect("an article");
        let own = own(notebook, &[], Naming::Full, named);
        own.into_iter().map(|own| own.name).collect()
    }

    #[test]
    fn after_a_change_only_the_marks_that_have_changed_are_named_anew() {
        let mut named = Named::default();
        let before = session();
        let first = names(&before, &mut named);
        assert_eq!(first[1], "Your highlight: “two”");
        let note = Edit::SetNote { id: id(1), note: "Ask.".into(), now: NOW };
        let after = before.update(Action::Edit(note)).expect("a note");
        let after = after.update(Action::Edit(Edit::Remove(id(3)))).expect("one less");
        let second = names(&after, &mut named);
        assert_eq!(second[1], "Your note: “two”");
        let is_same = |one: &AttrValue, other: &AttrValue| one.as_ptr() == other.as_ptr();
        let kept: Vec<bool> = [(0, 0), (1, 1), (2, 2), (4, 3)]
            .map(|(from, to)| is_same(&first[from], &second[to]))
            .to_vec();
        assert_eq!(kept, [true, false, true, true]);
    }

    #[test]
    fn where_more_or_less_is_to_be_told_all_are_named_anew() {
        let (session, mut named) = (session(), Named::default());
        names(&session, &mut named);
        let notebook = session.current().expect("an article");
        let own = own(notebook, &[], Naming::Name, &mut named);
        assert_eq!(own[0].name, "“one”");
    }
}
