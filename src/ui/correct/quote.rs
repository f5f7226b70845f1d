//! [`QuoteControls`]: what the reader can say of a quote.

use std::rc::Rc;

use galley_engine::{Findings, Inner, Quote, QuoteKind};
use galley_notebook::{Say, Speaker};
use galley_review::{Standing, Trace, speakers};
use galley_text::Span;
use yew::prelude::*;

use super::Saying;
use super::edges::{Edges, room};
use super::parts::{Fold, choice, fold_button, keyed, sureness, verdict};
use super::speaker::{SpeakerChoice, people};
use crate::hooks::Reviewed;
use crate::same::Same;
use crate::ui::command::{Command, Gesture, Keymap};
use crate::ui::words;

/// Of which quote, or which words set apart.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// What is found in it.
    pub(crate) review: Reviewed,
    /// Which of its quotes, or of its words set apart.
    pub(crate) index: usize,
    /// Whether anything may be said.
    pub(crate) writable: bool,
    /// The keys as the reader has them.
    pub(crate) keymap: Rc<Keymap>,
    /// Called with what is said.
    pub(crate) on_say: Callback<Saying>,
    /// Called with words that a note is to be written on.
    pub(crate) on_note: Callback<Span>,
}

/// The controls.
#[component]
pub(crate) fn QuoteControls(props: &Props) -> Html {
    let fold = use_state_eq(Fold::default);
    let Props { review, index, writable, keymap, .. } = props;
    let (Some(quote), Some(trace)) =
        (review.findings.quotes.get(*index), review.quotes.get(*index))
    else {
        return Html::default();
    };
    let on_say = say_of(props);
    // What stands between its pieces nobody said, so a note is written on the first.
    let words = quote.content.first().copied();
    let on_note = props.on_note.clone();
    let on_note =
        Callback::from(move |_: MouseEvent| words.iter().for_each(|it| on_note.emit(*it)));
    html! {
        <div class="controls">
            <p class="card-sure">{ sureness(trace.standing, quote.confidence) }</p>
            if *writable {
                if let Some(question) = question(props, quote, trace) {
                    <p class="control-help">{ question }</p>
                }
                { speaker(props, quote, &on_say) }
                <div class="card-actions">
                    { verdict(keymap, trace.standing, &on_say, &props.on_say) }
                    { keyed(keymap, Command::With(Gesture::Note), "Note", on_note) }
                    { fold_button(&fold, Fold::Change, "Change") }
                    { fold_button(&fold, Fold::Why, "Why") }
                </div>
                if *fold == Fold::Change {
                    { change(props, quote, &on_say) }
                }
            } else {
                { fold_button(&fold, Fold::Why, "Why") }
            }
            if *fold == Fold::Why {
                <p class="card-why">{ quote.rule.reason() }</p>
                { for quote.speakers.iter().filter_map(|it| why(&review.findings, it)) }
                { for quote.inner.iter().map(|it| why_inside(&review.findings, it)) }
            }
        </div>
    }
}

/// Why it is taken to report what others said, and why those.
fn why_inside(findings: &Findings, inner: &Inner) -> Html {
    html! {
        <>
            <p class="card-why">{ inner.rule.reason() }{ " " }{ words::sureness(inner.confidence) }</p>
            { for inner.speakers.iter().filter_map(|it| why(findings, it)) }
        </>
    }
}

/// Why it is somebody's.
fn why(findings: &Findings, speaker: &galley_engine::Speaker) -> Option<Html> {
    let name = &words::entity(findings, speaker.entity)?.name;
    let reason = speaker.rule.reason();
    Some(html! { <p class="card-why"><strong>{ name.clone() }</strong>{ ": " }{ reason }</p> })
}

fn say_of(props: &Props) -> Callback<Say> {
    let (review, index, on_say) = (props.review.clone(), props.index, props.on_say.clone());
    Callback::from(move |say| {
        if let Some(finding) = review.quote(index) {
            on_say.emit(Saying::Of(vec![finding], say));
        }
    })
}

/// What the card asks of the reader, where it is not known for sure who speaks.
fn question(props: &Props, quote: &Quote, trace: &Trace) -> Option<&'static str> {
    let findings = &props.review.findings;
    let is_named = words::named(findings);
    let is_known = |it: &galley_engine::Speaker| is_named.get(it.entity.0 as usize) == Some(&true);
    if trace.standing != Standing::Found {
        return None;
    }
    match &quote.speakers[..] {
        [] if quote.source.is_none() => Some("Who says this? If you know, choose or add a name."),
        speakers if !speakers.iter().any(is_known) => Some(WHO),
        _ if quote.confidence.is_doubtful() => {
            Some("Is this who says it? Accept it, or choose somebody else.")
        }
        _ => None,
    }
}

const WHO: &str = "The article gives no name. If you know who it is, choose or add one.";

fn speaker(props: &Props, quote: &Quote, on_say: &Callback<Say>) -> Html {
    let findings = &props.review.findings;
    let speaker = speakers(findings, quote).map(AttrValue::from);
    let source = quote.source.filter(|_| speaker.is_none());
    let source = source.map(|source| AttrValue::from(source.of(&props.text).to_owned()));
    let on_speaker = on_say.reform(|speaker: Speaker| Say::Speaker(speaker));
    html! { <SpeakerChoice people={people(findings)} {speaker} {source} {on_speaker} /> }
}

/// The edges of one piece of the quote.
fn edges(props: &Props, quote: &Quote, at: usize, on_say: &Callback<Say>) -> Html {
    let (content, span) = (quote.content.clone(), quote.content[at]);
    let on_extent = on_say.reform(move |span: Span| with_piece(&content, at, span));
    let Props { text, review, .. } = props;
    if quote.content.len() == 1 {
        return html! { <Edges text={text.clone()} review={review.clone()} {span} {on_extent} /> };
    }
    let (name, within) = (format!("Part {}", at + 1), room(&quote.content, at));
    html! {
        <Edges text={text.clone()} review={review.clone()} {span} {name} {within} {on_extent} />
    }
}

/// That one of a quote's pieces stands there.
pub(crate) fn with_piece(content: &[Span], at: usize, span: Span) -> Say {
    let mut pieces = content.to_vec();
    match &mut pieces[..] {
        [_] => Say::Extent(span),
        all => {
            all[at] = span;
            Say::Pieces(pieces)
        }
    }
}

fn change(props: &Props, quote: &Quote, on_say: &Callback<Say>) -> Html {
    let kinds = QuoteKind::ALL
        .iter()
        .map(|&kind| (kind.word().into(), AttrValue::Static(words::quote_kind(kind))));
    let on_kind = on_say.reform(Say::Kind);
    let no_cue = on_say.reform(|_: MouseEvent| Say::Cue(None));
    let cue = quote.cue.map(|cue| cue.of(&props.text).to_owned());
    html! {
        <div class="change">
            { choice("Kind", kinds, quote.kind.word(), &on_kind) }
            { for (0..quote.content.len()).map(|at| edges(props, quote, at, on_say)) }
            <p class="control">
                <span class="control-label">{ "Cue" }</span>
                if let Some(cue) = cue {
                    <span class="control-words">{ format!("“{cue}”") }</span>
                    <button class="link" aria-label="Remove the cue" onclick={no_cue}>{ "Remove" }</button>
                } else {
                    <span class="control-words">{ "None" }</span>
                }
            </p>
            <p class="control-help">
                { "Or select words of the article: they can become the quote or its cue." }
            </p>
        </div>
    }
}
