//! [`SaidView`]: what the reader said of findings in this article, by what became of them. Each can be gone to
//! and taken back.

use std::rc::Rc;

use galley_engine::{MentionKind, QuoteKind};
use galley_notebook::{About, Identity, Notebook, Reach, SET_APART, What, Who};
use galley_review::{Standing, extent};
use galley_text::Span;
use yew::prelude::*;

use super::LONGEST;
use super::chip;
use super::said::{Asked, Of, Said, State, all};
use crate::hooks::Reviewed;
use crate::same::Same;
use crate::shell::page_text;
use crate::ui::correct::Saying;
use crate::ui::drawing::Target;
use crate::ui::layer::Layer;
use crate::ui::words;

/// More of one state than this wait behind a button.
const AT_ONCE: usize = 30;

/// What is listed.
#[derive(Properties, PartialEq)]
pub(in crate::ui::pane) struct Props {
    /// The article.
    pub(in crate::ui::pane) text: Same<str>,
    /// The same with the reader's marks.
    pub(in crate::ui::pane) notebook: Rc<Notebook>,
    /// What is found, as the reader has corrected it.
    pub(in crate::ui::pane) review: Reviewed,
    /// Called with what the reader chooses.
    pub(in crate::ui::pane) on_choose: Callback<Target>,
    /// Called with what the reader says, where that may be said.
    pub(in crate::ui::pane) on_say: Option<Callback<Saying>>,
}

/// The list; nothing where nothing was said.
#[component]
pub(in crate::ui::pane) fn SaidView(props: &Props) -> Html {
    let asked = use_state_eq(Asked::default);
    let whole = use_state_eq(|| None::<State>);
    let said = use_memo((props.notebook.clone(), props.review.clone()), |(notebook, review)| {
        all(notebook, review)
    });
    if said.is_empty() {
        return Html::default();
    }
    let sections = State::ALL.iter().map(|&state| {
        let wanted = said.iter().filter(|it| it.state == state && asked.wants(it));
        section(props, state, &wanted.collect::<Vec<_>>(), &whole)
    });
    html! {
        <section class="pane-kind" aria-label="What you said here">
            <h3 class="pane-title">{ "What you said here" }</h3>
            { chips(&said, &asked) }
            { for sections }
        </section>
    }
}

/// Which states and kinds there are to ask for.
fn chips(said: &[Said], asked: &UseStateHandle<Asked>) -> Html {
    let count = |wanted: Asked| said.iter().filter(|it| wanted.wants(it)).count();
    let now = **asked;
    let one = |label: &'static str, alone: Asked, pressed: bool, next: Asked| {
        let (count, asked) = (count(alone), asked.clone());
        let onclick = Callback::from(move |_: MouseEvent| asked.set(next));
        (count > 0 || pressed).then(|| chip(html! { { label } }, count, pressed, onclick))
    };
    let states = State::ALL.iter().filter_map(|&it| {
        let (pressed, state) = (now.state == Some(it), Some(it));
        let next = Asked { state: state.filter(|_| !pressed), ..now };
        one(it.label(), Asked { state, layer: None }, pressed, next)
    });
    let layers = Layer::ALL.iter().filter_map(|&it| {
        let (pressed, layer) = (now.layer == Some(it), Some(it));
        let next = Asked { layer: layer.filter(|_| !pressed), ..now };
        one(it.label(), Asked { layer, state: None }, pressed, next)
    });
    html! { <div class="chips" role="group" aria-label="Show only">{ for states }{ for layers }</div> }
}

/// What is of one state: the first few, and the rest where the reader wants all of it.
fn section(
    props: &Props,
    state: State,
    said: &[&Said],
    whole: &UseStateHandle<Option<State>>,
) -> Html {
    if said.is_empty() {
        return Html::default();
    }
    let most = if **whole == Some(state) { said.len() } else { AT_ONCE };
    let rest = said.len().saturating_sub(most);
    let on_whole = {
        let whole = whole.clone();
        Callback::from(move |_: MouseEvent| whole.set(Some(state)))
    };
    html! {
        <section aria-label={state.label()}>
            <h4 class="pane-title">{ state.label() }</h4>
            <p class="pane-told">{ state.told() }</p>
            <ul>{ for said.iter().take(most).map(|it| row(props, it)) }</ul>
            if rest > 0 {
                <button class="link" onclick={on_whole}>{ format!("Show {rest} more") }</button>
            }
        </section>
    }
}

/// What a row tells and does.
struct Row {
    words: String,
    told: String,
    /// Where it stands, if it still does, and what is drawn there.
    place: Option<Span>,
    target: Option<Target>,
    take_back: Option<Saying>,
}

fn row(props: &Props, said: &Said) -> Html {
    let Row { words, told, place, target, take_back } = told(props, said);
    let words = words::shortened(&words, LONGEST);
    let on_go = {
        let (text, on_choose) = (props.text.clone(), props.on_choose.clone());
        Callback::from(move |_: MouseEvent| match (target, place) {
            (Some(target), _) => on_choose.emit(target),
            (None, Some(place)) => {
                page_text::scroll_to(&text, place.start());
                page_text::select(&text, place);
            }
            (None, None) => {}
        })
    };
    let button = props.on_say.as_ref().zip(take_back).map(|(on_say, saying)| {
        let label =
            if matches!(saying, Saying::RemoveRule(_)) { "Remove rule" } else { "Take back" };
        let onclick = on_say.reform(move |_: MouseEvent| saying.clone());
        let name = format!("{label} “{words}”");
        html! { <button class="link" aria-label={name} {onclick}>{ label }</button> }
    });
    html! {
        <li class="note is-said">
            <div>
                if target.is_some() || place.is_some() {
                    <button class="note-go" dir="auto" onclick={on_go}>
                        <span class="said-words">{ words.clone() }</span>
                    </button>
                } else {
                    <p class="said-words" dir="auto">{ words.clone() }</p>
                    <p class="card-cue">{ "These words are not in the text any more." }</p>
                }
                <p class="card-cue">{ told }</p>
            </div>
            { button }
        </li>
    }
}

fn told(props: &Props, said: &Said) -> Row {
    let (text, review) = (&*props.text, &props.review);
    match &said.of {
        Of::Drawn(target, standing) => {
            let (span, kind) = drawn(props, *target).unwrap_or((Span::new(0, 0), String::new()));
            let take_back = match standing {
                Standing::Ruled(id) => Some(Saying::RemoveRule(*id)),
                standing => standing.correction().map(Saying::TakeBack),
            };
            let words = span.of(text).to_owned();
            Row { words, told: kind, place: Some(span), target: Some(*target), take_back }
        }
        Of::Gone(correction) => {
            let anchor = &correction.about.anchor;
            Row {
                words: anchor.exact.clone(),
                told: kind(&correction.about),
                place: anchor.resolve(text).span(),
                target: None,
                take_back: Some(Saying::TakeBack(correction.id)),
            }
        }
        Of::Who(identity) => {
            let place = identity.mention.resolve(text).span();
            let mut mentions = review.findings.mentions.iter();
            let target = place.and_then(|place| mentions.position(|it| it.span == place));
            let mention = target.map(|at| review.findings.mentions[at].kind);
            let is_person = mention.is_none_or(|kind| kind == MentionKind::Person);
            Row {
                words: identity.mention.exact.clone(),
                told: who(identity, is_person, !review.unidentified.contains(&identity.id)),
                place,
                target: target.map(Target::Mention),
                take_back: Some(Saying::Unidentify(identity.id)),
            }
        }
    }
}

/// Where it stands, and what it is.
fn drawn(props: &Props, target: Target) -> Option<(Span, String)> {
    let findings = &props.review.findings;
    Some(match target {
        Target::Quote(at) => {
            let quote = findings.quotes.get(at)?;
            let speaker = words::speaker_name(findings, quote, &props.text);
            (extent(quote), format!("{}: {speaker}", words::quote_label(quote.kind)))
        }
        Target::Mention(at) => {
            let mention = findings.mentions.get(at)?;
            (mention.span, words::mention_kind(mention.kind).to_owned())
        }
        Target::Scare(at) => (findings.scare.get(at)?.span, words::SET_APART.to_owned()),
        Target::Entity(_) | Target::Annotation(_) => return None,
    })
}

/// Who that is. `counts` says whether it changes anything now.
fn who(identity: &Identity, is_person: bool, counts: bool) -> String {
    let who = match &identity.who {
        Who::SameAs(other) => format!("The same as “{}”", other.exact),
        Who::SomeoneElse if is_person => "Someone else".into(),
        Who::SomeoneElse => "Something else".into(),
    };
    let reach = match identity.reach {
        Reach::One => ", in this place",
        Reach::Alias => ", wherever it stands so",
        Reach::All => "",
    };
    let idle = if counts { "" } else { "; it changes nothing now" };
    format!("{who}{reach}{idle}")
}

/// What it was taken for. A kind that this Galley does not know is named in its own word.
fn kind(about: &About) -> String {
    let known = match about.what {
        What::Mention => MentionKind::from_word(&about.kind).map(words::mention_kind),
        What::Quote if about.kind == SET_APART => Some(words::SET_APART),
        What::Quote => QuoteKind::from_word(&about.kind).map(words::quote_label),
    };
    known.map_or_else(|| about.kind.clone(), str::to_owned)
}
