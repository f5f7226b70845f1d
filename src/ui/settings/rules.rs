//! [`rules`]: the reader's house rules, to be changed, removed, and handed on as a file.

use std::rc::Rc;

use galley_engine::MentionKind;
use galley_notebook::{Action, HouseRule, Library, Marking, RuleEdit, Step};
use yew::prelude::*;

use crate::shell::paste::{self, Incoming};
use crate::shell::{clock, download};
use crate::ui::parts::Choice;
use crate::ui::words;

/// The value of the choice that is no kind.
const NEVER: &str = "never";

/// What is shown.
pub(super) struct Rules<'a> {
    /// The rules.
    pub(super) house: &'a Library,
    /// What undoing would take back.
    pub(super) undoes: Option<&'a Step>,
    /// What redoing would do again.
    pub(super) redoes: Option<&'a Step>,
    /// Acts on the session.
    pub(super) act: &'a Callback<Action>,
    /// Called with a file of rules.
    pub(super) on_incoming: &'a Callback<Incoming>,
}

/// The list; where it is empty, how to come by a rule.
pub(super) fn rules(props: &Rules) -> Html {
    let all = props.house.rules();
    let rows = all.iter().map(|rule| row(rule, props.act));
    let on_save = {
        let house = props.house.clone();
        Callback::from(move |_: MouseEvent| download::rules(&house))
    };
    let on_file = {
        let on_incoming = props.on_incoming.clone();
        Callback::from(move |event: Event| paste::read_chosen(&event, on_incoming.clone()))
    };
    let told = if all.is_empty() {
        "None yet. Click a name in an article, choose “In every article” under “Where”, and say what it \
         is, or reject it: Galley remembers."
    } else {
        "They count in every article. What you say in an article overrules them there."
    };
    html! {
        <fieldset class="choices labels">
            <legend>{ "Your rules" }</legend>
            <p class="pane-told">{ told }</p>
            <ul>{ for rows }</ul>
            <div class="rule-actions">
                if !all.is_empty() {
                    <button class="link" onclick={on_save}>{ "Save as a file" }</button>
                }
                <label class="link">
                    { "Open a file of rules" }
                    <input
                        class="visually-hidden"
                        type="file"
                        accept=".json,application/json"
                        onchange={on_file}
                    />
                </label>
                { travel("Undo", props.undoes, props.act.reform(|_| Action::Undo)) }
                { travel("Redo", props.redoes, props.act.reform(|_| Action::Redo)) }
            </div>
        </fieldset>
    }
}

/// The page's own buttons lie behind the dialog.
fn travel(verb: &str, step: Option<&Step>, onclick: Callback<MouseEvent>) -> Option<Html> {
    let step = step.filter(|step| matches!(step, Step::Rule(_)))?;
    let label = format!("{verb}: {}", step.label());
    Some(html! { <button class="link" {onclick}>{ label }</button> })
}

fn row(rule: &Rc<HouseRule>, act: &Callback<Action>) -> Html {
    let HouseRule { id, words, marking, .. } = &**rule;
    let (id, chosen) = (*id, words.clone());
    let on_choice = act.reform(move |word: String| {
        let marking = if word == NEVER { Marking::Never } else { Marking::Always(word) };
        let (words, instead, now) = (chosen.clone(), Vec::new(), clock::now());
        Action::Rule(RuleEdit::Make { id, words, marking, instead, now })
    });
    let on_remove = act.reform(move |_: MouseEvent| Action::Rule(RuleEdit::Remove(id)));
    let always = |kind| format!("Always {}", words::one_of_kind(kind)).into();
    let kinds = MentionKind::ALL.iter().map(|&kind| (kind.word().into(), always(kind)));
    let options: Vec<_> = kinds.chain([(NEVER.into(), "Never marked".into())]).collect();
    let now = match marking {
        Marking::Always(word) => word.clone().into(),
        Marking::Never => AttrValue::Static(NEVER),
    };
    html! {
        <li class="rule-row" key={id.to_string()}>
            <span class="said-words" dir="auto">{ words.clone() }</span>
            <Choice
                label={format!("Rule for “{words}”")}
                {options}
                chosen={now}
                {on_choice}
            />
            <button
                class="link"
                aria-label={format!("Remove the rule for “{words}”")}
                onclick={on_remove}
            >
                { "Remove" }
            </button>
        </li>
    }
}
