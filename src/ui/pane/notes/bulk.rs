//! [`bulk`]: what can be done with many marks at once. Each is one step that can be undone.

use galley_notebook::{Action, AnnotationId, Edit};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::shell::clock;
use crate::ui::label::Label;
use crate::ui::words::count;

/// What is done, and with which marks.
pub(super) struct Bulk<'a> {
    /// The marks that are picked.
    pub(super) chosen: &'a [AnnotationId],
    /// How many could be.
    pub(super) shown: usize,
    /// The reader's labels, offered as tags.
    pub(super) labels: &'a [Label],
    /// Acts on the session.
    pub(super) act: &'a Callback<Action>,
    /// Tells the reader what was done.
    pub(super) say: &'a Callback<AttrValue>,
    /// Picks all, or none where all are.
    pub(super) on_pick_all: Callback<MouseEvent>,
}

/// The buttons, and a field for the tag. Without a picked mark there is only the way to pick all.
pub(super) fn bulk(props: &Bulk) -> Html {
    let Bulk { chosen, shown, labels, .. } = props;
    let all = if chosen.len() == *shown { "Pick none" } else { "Pick all" };
    let ids = chosen.to_vec();
    let does = doing(props);
    let remove = does.reform(move |_: MouseEvent| ("Removed".into(), Edit::RemoveAll(ids.clone())));
    html! {
        <div class="bulk" role="group" aria-label="Picked marks">
            <button class="link" onclick={props.on_pick_all.clone()}>{ all }</button>
            if !chosen.is_empty() {
                <span>{ format!("{} picked", count(chosen.len(), "mark", "marks")) }</span>
                <button class="link is-grave" onclick={remove}>{ "Remove" }</button>
                <form class="label-new" onsubmit={on_tag(&does, chosen)}>
                    <input
                        class="field"
                        type="text"
                        list="labels"
                        aria-label="Tag for the picked marks"
                        placeholder="Tag"
                    />
                    <datalist id="labels">
                        { for labels.iter().map(|it| html! { <option value={it.name.clone()} /> }) }
                    </datalist>
                    <button class="button" type="submit">{ "Tag" }</button>
                    <button class="button is-quiet" type="button" onclick={on_untag(&does, chosen)}>
                        { "Untag" }
                    </button>
                </form>
            }
        </div>
    }
}

/// Carries an edit of the picked marks out, and tells what was done to how many.
fn doing(props: &Bulk) -> Callback<(String, Edit)> {
    let (act, say) = (props.act.clone(), props.say.clone());
    let marks = count(props.chosen.len(), "mark", "marks");
    Callback::from(move |(done, edit): (String, Edit)| {
        say.emit(format!("{done}: {marks}").into());
        act.emit(Action::Edit(edit));
    })
}

fn on_tag(does: &Callback<(String, Edit)>, chosen: &[AnnotationId]) -> Callback<SubmitEvent> {
    let (does, ids) = (does.clone(), chosen.to_vec());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(tag) = event.target_dyn_into::<Element>().and_then(|form| tag_in(&form)) {
            let done = format!("Tagged “{}”", tag.trim());
            does.emit((done, Edit::Tag { ids: ids.clone(), tag, now: clock::now() }));
        }
    })
}

fn on_untag(does: &Callback<(String, Edit)>, chosen: &[AnnotationId]) -> Callback<MouseEvent> {
    let (does, ids) = (does.clone(), chosen.to_vec());
    Callback::from(move |event: MouseEvent| {
        let button = event.target_dyn_into::<Element>();
        let form = button.and_then(|button| button.closest("form").ok().flatten());
        if let Some(tag) = form.and_then(|form| tag_in(&form)) {
            let done = format!("“{}” taken off", tag.trim());
            does.emit((done, Edit::Untag { ids: ids.clone(), tag, now: clock::now() }));
        }
    })
}

/// The tag that is written in the form, if any.
fn tag_in(form: &Element) -> Option<String> {
    let field = form.query_selector("input").ok().flatten()?;
    let tag = field.dyn_into::<HtmlInputElement>().ok()?.value();
    (!tag.trim().is_empty()).then_some(tag)
}
