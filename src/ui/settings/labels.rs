//! [`LabelsView`]: the reader's labels, to be named, coloured, given a key, added and removed.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Changed;
use crate::hooks::{Chord, LabelStep};
use crate::ui::command::Keymap;
use crate::ui::label::{Label, MOST, Tint, read, write};

/// What is edited.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The labels.
    pub(super) labels: Vec<Label>,
    /// The keys of commands.
    pub(super) keymap: Keymap,
    /// Tells the reader why something is not done.
    pub(super) say: Callback<AttrValue>,
    /// Called with the labels as they are stored, and with what was done.
    pub(super) on_change: Callback<Changed>,
}

/// The list, and below it room for a new one.
#[component]
pub(super) fn LabelsView(props: &Props) -> Html {
    let field = use_node_ref();
    let change = {
        let (labels, say) = (props.labels.clone(), props.say.clone());
        let on_change = props.on_change.clone();
        Callback::from(move |edit: Edit| {
            if let Some(taken) = edit.taken(&labels) {
                say.emit(format!("There is a label “{taken}” already.").into());
                return;
            }
            let mut labels = labels.clone();
            let (name, label) = (edit.step(&labels), edit.label_step(&labels));
            edit.apply(&mut labels);
            let labels = read(Some(&write(&labels)));
            on_change.emit(Changed { after: write(&labels).into(), name, label });
        })
    };
    let onsubmit = {
        let (field, change) = (field.clone(), change.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = field.cast::<HtmlInputElement>() {
                change.emit(Edit::Add(input.value()));
                input.set_value("");
            }
        })
    };
    let rows = props
        .labels
        .iter()
        .enumerate()
        .map(|(index, label)| row(index, label, &props.keymap, &change));
    html! {
        <fieldset class="choices labels">
            <legend>{ "Labels" }</legend>
            <p class="pane-told">
                { "A label is a tag with a colour. Select words and press its key to mark them with it." }
            </p>
            <ul>{ for rows }</ul>
            if props.labels.len() < MOST {
                <form class="label-new" {onsubmit}>
                    <input
                        ref={field}
                        class="field"
                        type="text"
                        maxlength="40"
                        aria-label="Name of a new label"
                        placeholder="New label"
                    />
                    <button class="button" type="submit">{ "Add" }</button>
                </form>
            }
        </fieldset>
    }
}

/// What is done to the labels.
enum Edit {
    Add(String),
    Name(usize, String),
    Tint(usize, Tint),
    Key(usize, Option<char>),
    Remove(usize),
}

impl Edit {
    /// What it is called among the steps.
    fn step(&self, labels: &[Label]) -> String {
        let (what, name) = match self {
            Edit::Add(name) => ("Add", name),
            Edit::Name(at, _) => ("Rename", &labels[*at].name),
            Edit::Tint(at, _) | Edit::Key(at, _) => ("Change", &labels[*at].name),
            Edit::Remove(at) => ("Remove", &labels[*at].name),
        };
        format!("{what} label “{name}”")
    }

    /// The name that it gives, as it is read again.
    fn given(&self) -> Option<String> {
        let (Edit::Add(name) | Edit::Name(_, name)) = self else { return None };
        let label = Label { name: name.clone(), tint: Tint::default(), key: None };
        Some(read(Some(&write(&[label]))).pop()?.name)
    }

    /// The name that it would give to a second label: of the two only one would be left.
    fn taken(&self, labels: &[Label]) -> Option<String> {
        let own = if let Edit::Name(at, _) = self { Some(*at) } else { None };
        let given = self.given()?;
        let mut others = labels.iter().enumerate().filter(|(at, _)| Some(*at) != own);
        others.any(|(_, label)| label.name == given).then_some(given)
    }

    /// What becomes of a label that marks may have.
    fn label_step(&self, labels: &[Label]) -> Option<LabelStep> {
        match self {
            Edit::Name(at, _) => {
                let (old, new) = (labels[*at].name.clone(), self.given()?);
                (new != old).then_some(LabelStep::Renamed(old, new))
            }
            Edit::Remove(at) => Some(LabelStep::Removed(labels[*at].name.clone())),
            Edit::Add(_) | Edit::Tint(..) | Edit::Key(..) => None,
        }
    }

    fn apply(self, labels: &mut Vec<Label>) {
        match self {
            Edit::Add(name) => {
                let tint = Tint::ALL[labels.len() % Tint::ALL.len()];
                let taken = |key: &char| labels.iter().any(|label| label.key == Some(*key));
                let key = ('1'..='9').find(|key| !taken(key));
                labels.push(Label { name, tint, key });
            }
            Edit::Name(at, name) if !name.trim().is_empty() => labels[at].name = name,
            Edit::Name(..) => {}
            Edit::Tint(at, tint) => labels[at].tint = tint,
            Edit::Key(at, key) => {
                // A key marks with one label only.
                labels.iter_mut().filter(|it| it.key == key).for_each(|it| it.key = None);
                labels[at].key = key;
            }
            Edit::Remove(at) => {
                labels.remove(at);
            }
        }
    }
}

fn row(index: usize, label: &Label, keymap: &Keymap, change: &Callback<Edit>) -> Html {
    let input = |event: &Event| event.target_dyn_into::<HtmlInputElement>();
    let now = label.name.clone();
    let on_name = change.reform(move |event: Event| {
        let field = input(&event);
        let given = field.as_ref().map(HtmlInputElement::value).unwrap_or_default();
        // Until the label has another name, the field shows the one that it has.
        field.iter().for_each(|it| it.set_value(&now));
        Edit::Name(index, given)
    });
    let on_key = change.reform(move |event: Event| {
        Edit::Key(index, input(&event).and_then(|it| it.value().trim().chars().next()))
    });
    let on_tint = change.reform(move |event: Event| {
        let word = event.target_dyn_into::<HtmlSelectElement>().map(|it| it.value());
        let tint = Tint::ALL.into_iter().find(|it| Some(it.word()) == word.as_deref());
        Edit::Tint(index, tint.unwrap_or_default())
    });
    let on_remove = change.reform(move |_: MouseEvent| Edit::Remove(index));
    let Label { name, tint, key } = label;
    let shared = key.and_then(Chord::writing).and_then(|key| keymap.holder(&key));
    let tints = Tint::ALL.iter().map(|it| {
        let class = classes!("is-tint", it.class());
        html! { <option {class} value={it.word()} selected={it == tint}>{ it.word() }</option> }
    });
    html! {
        <li class="label-row" key={name.clone()}>
            <span class={classes!("swatch", "m-mine", tint.class())} aria-hidden="true">
                { label.sign() }
            </span>
            <input
                class="field"
                type="text"
                maxlength="40"
                aria-label={format!("Name of the label “{name}”")}
                value={name.clone()}
                onchange={on_name}
            />
            <select
                class={classes!("field", "is-tint", tint.class())}
                aria-label={format!("Colour of “{name}”")}
                onchange={on_tint}
            >
                { for tints }
            </select>
            <input
                class="field is-key"
                type="text"
                maxlength="1"
                aria-label={format!("Key of “{name}”")}
                value={key.map(String::from).unwrap_or_default()}
                onchange={on_key}
            />
            <button class="link" aria-label={format!("Remove the label “{name}”")} onclick={on_remove}>
                { "Remove" }
            </button>
            if let Some(entry) = shared {
                <p class="key-told">
                    { format!("It is the key of “{}” too. Where there are words, the label counts.", entry.name) }
                </p>
            }
        </li>
    }
}
