//! [`NotesView`]: all of the reader's marks, to be found again, gone to, and changed many at once.

mod bulk;
mod corrections;
mod files;
mod filter;
mod said;

use std::rc::Rc;

use galley_notebook::{Access, Action, Annotation, AnnotationId, Lookup, Notebook};
use galley_text::Span;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::bulk::{Bulk, bulk};
pub(super) use self::corrections::SaidView;
pub(super) use self::files::files;
pub(crate) use self::files::{FORMS, save};
use self::filter::{Bearing, Filter, tags};
use crate::same::Same;
use crate::ui::command::{Command, Gesture, Keymap};
use crate::ui::drawing::{Own, Target};
use crate::ui::label::{self, Label};
use crate::ui::plot::strip_to;
use crate::ui::prose::written;
use crate::ui::words::{self, count};

/// So many more marks are listed whenever the reader asks for more.
const AT_ONCE: usize = 200;

/// The most characters that are shown of a mark's words.
const LONGEST: usize = 160;

/// What the pane shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article with the reader's marks.
    pub(crate) notebook: Rc<Notebook>,
    /// Where they stand.
    pub(crate) own: Same<[Own]>,
    /// The reader's labels.
    pub(crate) labels: Rc<[Label]>,
    /// The keys as the reader has them.
    pub(crate) keymap: Rc<Keymap>,
    /// What the reader points at.
    pub(crate) focus: Option<Target>,
    /// Acts on the session.
    pub(crate) act: Callback<Action>,
    /// Tells the reader what was done.
    pub(crate) say: Callback<AttrValue>,
    /// Called with what the reader chooses.
    pub(crate) on_choose: Callback<Target>,
}

/// The pane.
#[component]
pub(crate) fn NotesView(props: &Props) -> Html {
    let filter = use_state_eq(Filter::default);
    let picked = use_state_eq(Vec::<AnnotationId>::new);
    let notebook = &props.notebook;
    let all = notebook.annotations();
    let most = use_state_eq(|| AT_ONCE);
    if all.is_empty() {
        return nothing(&props.labels, &props.keymap);
    }
    let shown = filter.wanted(all);
    let on_more = {
        let most = most.clone();
        Callback::from(move |_: MouseEvent| most.set(*most + AT_ONCE))
    };
    let ids: Vec<AnnotationId> = shown.iter().map(|it| it.id).collect();
    let (is_shown, is_picked) = (lookup(&ids), lookup(&picked));
    // What is not shown is not changed, and what is gone cannot be.
    let chosen: Vec<AnnotationId> =
        ids.iter().copied().filter(|id| is_picked.get(id.bits()).is_some()).collect();
    let on_pick = {
        let picked = picked.clone();
        Callback::from(move |id: AnnotationId| {
            let mut ids = (*picked).clone();
            match ids.iter().position(|it| *it == id) {
                Some(at) => drop(ids.remove(at)),
                None => ids.push(id),
            }
            picked.set(ids);
        })
    };
    let on_pick_all = {
        let (picked, ids) = (picked.setter(), ids.clone());
        let is_all = chosen.len() == ids.len();
        Callback::from(move |_: MouseEvent| {
            picked.set(if is_all { Vec::new() } else { ids.clone() });
        })
    };
    let wanted = |own: &&Own| filter.is_empty() || is_shown.get(own.id.bits()).is_some();
    let spans: Vec<Span> = props.own.iter().filter(wanted).map(|own| own.span).collect();
    let placed: Vec<Target> =
        props.own.iter().filter(wanted).map(|own| Target::Annotation(own.id)).collect();
    let on_place = props.on_choose.reform(move |place: usize| placed[place]);
    let writable = notebook.access() == Access::ReadWrite;
    let entries = shown
        .iter()
        .take(*most)
        .map(|it| entry(props, it, is_picked.get(it.id.bits()).is_some(), &on_pick));
    html! {
        <>
            { asked(&filter, all, &props.labels) }
            { strip_to(&spans, notebook.article().text().len(), on_place) }
            <p class="pane-told" role="status">
                { format!("{} of {}", shown.len(), count(all.len(), "mark", "marks")) }
            </p>
            if shown.is_empty() {
                <p>{ "No mark is like that. Ask for less, or for other words." }</p>
            } else if writable {
                { bulk(&Bulk {
                    chosen: &chosen,
                    shown: shown.len(),
                    labels: &props.labels,
                    act: &props.act,
                    say: &props.say,
                    on_pick_all,
                }) }
            }
            <ol class="notes">{ for entries }</ol>
            if let Some(rest) = shown.len().checked_sub(*most).filter(|rest| *rest > 0) {
                <button class="link" onclick={on_more}>
                    { format!("Show {} more", rest.min(AT_ONCE)) }
                </button>
            }
        </>
    }
}

fn lookup(ids: &[AnnotationId]) -> Lookup {
    Lookup::of(&ids.iter().map(|id| id.bits()).collect::<Vec<_>>())
}

/// What a reader without marks can do.
fn nothing(labels: &[Label], keymap: &Keymap) -> Html {
    let gestures = [
        (Gesture::Highlight, " highlights them"),
        (Gesture::Note, " highlights them and lets you write"),
    ];
    let gestures = gestures.iter().filter_map(|(gesture, does)| {
        let key = keymap.shown(Command::With(*gesture))?;
        Some(html! { <li><kbd>{ key }</kbd>{ *does }</li> })
    });
    let keys = labels
        .iter()
        .filter_map(|it| Some((it.key?, it)))
        .filter(|_| keymap.has_letters())
        .take(3)
        .map(|(key, it)| {
            html! { <li><kbd>{ key }</kbd>{ format!(" marks it as “{}”", it.name) }</li> }
        });
    html! {
        <>
            <p class="pane-title" role="status">{ "No marks yet" }</p>
            <p class="pane-told">{ "Select words in the article. Buttons come up beside them; these keys do the same:" }</p>
            <ul class="pane-keys">
                { for gestures }
                { for keys }
            </ul>
            <p class="pane-told">{ "All your marks are listed here." }</p>
        </>
    }
}

/// The fields and buttons that say which marks are wanted.
fn asked(filter: &UseStateHandle<Filter>, all: &[Rc<Annotation>], labels: &[Label]) -> Html {
    let set = {
        let filter = filter.clone();
        move |change: &dyn Fn(&mut Filter)| {
            let mut next = (*filter).clone();
            change(&mut next);
            filter.set(next);
        }
    };
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            let field = event.target_dyn_into::<HtmlInputElement>();
            let words = field.map(|field| field.value()).unwrap_or_default();
            set(&|filter| filter.words.clone_from(&words));
        })
    };
    let noted = all.iter().filter(|it| !it.body.note.is_empty()).count();
    let bearing = |label: &'static str, count: usize, wanted: Bearing| {
        let (set, pressed) = (set.clone(), filter.bearing == wanted);
        let next = if pressed { Bearing::Any } else { wanted };
        let onclick = Callback::from(move |_: MouseEvent| set(&|filter| filter.bearing = next));
        chip(html! { { label } }, count, pressed, onclick)
    };
    let tags = tags(all.iter().map(|it| &**it));
    let tags = tags.iter().map(|&(tag, count)| {
        let (set, tag) = (set.clone(), tag.to_owned());
        let tint = label::of(labels, std::slice::from_ref(&tag)).map(|label| label.tint.class());
        let pressed = filter.tag.as_ref() == Some(&tag);
        let class = classes!("swatch-word", tint.map(|tint| classes!("m-mine", tint)));
        let words = html! { <span {class}>{ tag.clone() }</span> };
        let onclick = Callback::from(move |_: MouseEvent| {
            set(&|filter| filter.tag = (!pressed).then(|| tag.clone()));
        });
        chip(words, count, pressed, onclick)
    });
    let all_again = {
        let filter = filter.clone();
        Callback::from(move |_: MouseEvent| filter.set(Filter::default()))
    };
    html! {
        <div class="asked" role="search" aria-label="Marks">
            <input
                class="field"
                type="search"
                aria-label="Words to look for in your marks"
                placeholder="Look for words"
                value={filter.words.clone()}
                {oninput}
            />
            <div class="chips">
                { bearing("With a note", noted, Bearing::Note) }
                { bearing("Without a note", all.len() - noted, Bearing::NoNote) }
                { for tags }
                if !filter.is_empty() {
                    <button class="link" onclick={all_again}>{ "Show all" }</button>
                }
            </div>
        </div>
    }
}

fn chip(words: Html, count: usize, pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button class="chip" aria-pressed={pressed.to_string()} {onclick}>
            { words }
            <span class="name-count">{ count }</span>
        </button>
    }
}

fn entry(
    props: &Props,
    annotation: &Annotation,
    picked: bool,
    on_pick: &Callback<AnnotationId>,
) -> Html {
    let id = annotation.id;
    let target = Target::Annotation(id);
    let onclick = props.on_choose.reform(move |_: MouseEvent| target);
    let onchange = on_pick.reform(move |_: Event| id);
    let words = words::shortened(&annotation.anchor.exact, LONGEST);
    let label = label::of(&props.labels, &annotation.body.tags);
    let class = classes!("m-mine", label.map(|label| label.tint.class()));
    let is_whole = props.own.len() == props.notebook.annotations().len();
    let lost = !is_whole && props.own.iter().all(|own| own.id != id);
    let current = (props.focus == Some(target)).then_some("true");
    let body = &annotation.body;
    html! {
        <li key={id.to_string()} class="note">
            <label class="note-pick">
                <input
                    type="checkbox"
                    aria-label={format!("Pick “{words}”")}
                    checked={picked}
                    {onchange}
                />
            </label>
            <div>
                <button class="note-go" dir="auto" aria-current={current} {onclick}>
                    <span {class}>{ words }</span>
                </button>
                if lost {
                    <p class="card-cue">{ "These words are not in the text any more." }</p>
                }
                if !body.note.is_empty() {
                    { written(&body.note) }
                }
                if !body.tags.is_empty() {
                    <p class="note-tags">{ body.tags.join(" · ") }</p>
                }
            </div>
        </li>
    }
}
