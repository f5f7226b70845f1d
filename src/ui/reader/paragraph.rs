//! [`ParagraphView`]: one paragraph, drawn as runs. Redrawn only when what it shows changes.

use std::rc::Rc;

use galley_text::{BlockKind, Run, Span, runs};
use web_sys::Element;
use yew::prelude::*;

use super::depth::{depth_class, depths};
use crate::same::Same;
use crate::ui::drawing::{Mark, Paragraph, Stop, Target};
use crate::ui::words::at_turn;

/// What a paragraph is drawn from.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The article's whole text.
    pub(crate) text: Same<str>,
    /// The paragraph and its marks.
    pub(crate) paragraph: Rc<Paragraph>,
    /// What part it plays.
    pub(crate) part: Part,
}

/// The part that a paragraph plays in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The headline.
    Title,
    /// Who wrote it, or when.
    Byline,
    /// The article itself.
    Body,
}

/// The paragraph. Its text content is exactly the article's, so that a selection in it can be
/// turned into a span; `data-start` is its first byte.
#[component]
pub(crate) fn ParagraphView(props: &Props) -> Html {
    let Paragraph { span, kind, is_cut, marks } = &*props.paragraph;
    let spans: Vec<Span> = marks.iter().map(|mark| mark.span).collect();
    let (runs, depths) = (runs(*span, &spans), depths(marks));
    let content = runs.iter().map(|run| view(run, marks, &depths, &props.text));
    let byline = (props.part == Part::Byline).then_some("is-byline");
    let class = classes!("paragraph", class(*kind), byline, is_cut.then_some("is-cut"));
    let start = span.start().to_string();
    let (node, key) = use_whole();
    if props.part == Part::Title {
        return html! {
            <h1 ref={node} {key} class="article-title" data-start={start} dir="auto">{ for content }</h1>
        };
    }
    if *kind == BlockKind::Heading {
        return html! { <h2 ref={node} {key} {class} data-start={start} dir="auto">{ for content }</h2> };
    }
    html! { <p ref={node} {key} {class} data-start={start} dir="auto">{ for content }</p> }
}

/// The paragraph's element, and a key that changes where a browser's translation has put other nodes in the
/// place of ours: such an element cannot be brought up to date, only made anew.
#[hook]
fn use_whole() -> (NodeRef, usize) {
    let node = use_node_ref();
    let made = use_mut_ref(|| 0_usize);
    let element = node.cast::<Element>();
    if element.is_some_and(|it| it.query_selector("font").is_ok_and(|font| font.is_some())) {
        *made.borrow_mut() += 1;
    }
    let key = *made.borrow();
    (node, key)
}

const fn class(kind: BlockKind) -> Option<&'static str> {
    match kind {
        BlockKind::Paragraph => None,
        BlockKind::Heading => Some("is-heading"),
        BlockKind::ListItem => Some("is-list-item"),
        BlockKind::Quotation => Some("is-quotation"),
    }
}

fn view(run: &Run, marks: &[Mark], depths: &[usize], text: &str) -> Html {
    let words = words(run.span.of(text));
    if run.marks.is_empty() {
        return words;
    }
    let begins = run.marks.iter().map(|&index| &marks[index]);
    let begins = begins.filter(|mark| mark.span.start() == run.span.start());
    let stops = begins.filter_map(|mark| Some(stop(mark.target?, mark.stop.as_ref()?)));
    let at = |depth: usize| {
        let here = run.marks.iter().filter(move |&&index| depths[index] == depth);
        here.map(|&index| &marks[index]).collect::<Vec<_>>()
    };
    let deepest = run.marks.iter().map(|&index| depths[index]).max().unwrap_or_default();
    let inside = (1..=deepest).rev().map(|depth| (depth, at(depth)));
    let inside = inside.filter(|(_, marks)| !marks.is_empty());
    let inside = inside.fold(words, |inside, (depth, marks)| one(run, depth, &marks, inside));
    html! { <>{ for stops }{ one(run, 0, &at(0), inside) }</> }
}

/// The words. What turns the direction of those after it stands by itself, where it turns nothing, and the
/// style sheet draws a sign for it.
fn words(mut words: &str) -> Html {
    let plain = |words: &str| html! { { AttrValue::from(words.to_owned()) } };
    let mut pieces = Vec::new();
    while let Some([before, turn, after]) = at_turn(words) {
        pieces.push(plain(before));
        pieces.push(html! { <bdi class="turn-sign">{ plain(turn) }</bdi> });
        words = after;
    }
    let last = plain(words);
    if pieces.is_empty() {
        return last;
    }
    pieces.push(last);
    pieces.into_iter().collect()
}

/// The marks of one depth, which hide nothing of each other, on one run.
fn one(run: &Run, depth: usize, marks: &[&Mark], inside: Html) -> Html {
    let mut class: Classes = marks.iter().flat_map(|mark| mark.classes(run.span)).collect();
    class.extend(depth_class(depth));
    let badge = marks.iter().find_map(|mark| mark.look.badge());
    class.extend(badge.map(|badge| badge.tint.class()));
    let sign = badge.map(|badge| badge.sign.to_string());
    // Screen readers are told of the mark by its stop, and of a `mark` they would be told again.
    html! { <mark role="presentation" {class} data-sign={sign}>{ inside }</mark> }
}

/// A place that the keyboard and screen readers go to, before the words of its mark, which stay
/// text. It holds nothing, so that the paragraph holds the article's text and no more.
fn stop(target: Target, stop: &Stop) -> Html {
    html! {
        <span
            class="stop"
            role="button"
            tabindex={if stop.is_home { "0" } else { "-1" }}
            aria-label={&stop.label}
            data-stop={target.name()}
        />
    }
}
