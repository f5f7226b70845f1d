//! [`Leader`]: a line from the card of the quote that is pointed at to whoever says it.

use galley_engine::{Findings, Mention, Quote};
use galley_text::Span;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::pointing::Ground;
use crate::same::Same;
use crate::shell::page_text::edges_of;
use crate::shell::reflow::on_reflow;
use crate::ui::drawing::Target;

/// Pixels from the top of a card to the middle of its first line.
const FIRST_LINE: f64 = 20.0;

/// Pixels before the card at which the line turns.
const TURN: f64 = 14.0;

/// From where to where.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The article.
    pub(super) text: Same<str>,
    /// Where it says who speaks.
    pub(super) source: Span,
    /// The quote.
    pub(super) quote: Target,
}

/// The line. It says nothing that the card does not say, so nobody hears of it.
#[component]
pub(super) fn Leader(props: &Props) -> Html {
    let node = use_node_ref();
    let ends = (node.clone(), props.text.clone(), props.source, props.quote);
    use_effect_with(ends, |(node, text, source, quote)| {
        let (node, text, source, quote) = (node.clone(), text.clone(), *source, *quote);
        let card = card_of(quote);
        // The cards find their places after this: the first change of size is told after that.
        on_reflow(card.as_deref(), move || {
            let Some(line) = node.cast::<Element>() else { return };
            let path = way(&text, source, quote).unwrap_or_default();
            // Every path is legal, none draws nothing.
            let _ = line.set_attribute("d", &path);
        })
    });
    html! {
        <svg class="leader" aria-hidden="true" focusable="false"><path ref={node} /></svg>
    }
}

/// The line of what is pointed at, where that is a quote that says who speaks.
pub(super) fn leader(ground: &Ground, focus: Option<Target>) -> Html {
    let findings = &ground.review.findings;
    let quote = focus.and_then(|target| match target {
        Target::Quote(index) => speaker(findings, findings.quotes.get(index)?).zip(Some(target)),
        _ => None,
    });
    match quote {
        Some((source, quote)) => {
            html! { <Leader text={ground.text.clone()} {source} {quote} /> }
        }
        None => Html::default(),
    }
}

/// Where it says who says a quote, else where whoever that is stands nearest to it.
fn speaker(findings: &Findings, quote: &Quote) -> Option<Span> {
    let words = quote.content.first()?;
    let is_speaker = |it: &&Mention| it.entity.is_some_and(|id| quote.is_said_by(id));
    let mentions = findings.mentions.iter().filter(is_speaker).map(|it| it.span);
    quote.source.or_else(|| mentions.min_by_key(|it| it.start().abs_diff(words.start())))
}

fn card_of(quote: Target) -> Option<HtmlElement> {
    let card = document().query_selector(&format!(".card[data-card={}]", quote.name())).ok()??;
    card.dyn_into().ok()
}

/// Where a card is to stand in its list: it may be on its way there.
fn top_of(card: &HtmlElement) -> Option<f64> {
    let top: i64 = card.style().get_property_value("top").ok()?.strip_suffix("px")?.parse().ok()?;
    Some(top as f64)
}

/// Along the foot of the speaker's line to the margin, and there up or down to the card.
fn way(text: &str, source: Span, quote: Target) -> Option<String> {
    let [_, end] = edges_of(text, source)?;
    let card = card_of(quote)?;
    let list = card.parent_element()?.get_bounding_client_rect();
    let window = window();
    let left = list.left() + window.scroll_x().ok()?;
    let top = list.top() + window.scroll_y().ok()? + top_of(&card)? + FIRST_LINE;
    let is_beside = left > end.left + TURN;
    // Whole pixels: nobody sees less, and fractions would make the program larger.
    let [x, y, turn, top, left] =
        [end.left, end.bottom + 3.0, left - TURN, top, left].map(|it| it.round() as i64);
    is_beside.then(|| format!("M{x} {y}H{turn}V{top}H{left}"))
}

#[cfg(test)]
mod tests {
    use galley_engine::{
        Confidence, EntityId, Form, Mention, MentionKind, QuoteKind, Rule, Speaker,
    };

    use super::*;

    fn findings(source: Option<Span>, speaker: Option<EntityId>) -> Findings {
        let mention = |start| Mention {
            span: Span::new(start, start + 3),
            kind: MentionKind::Person,
            form: Form::Name,
            entity: (start < 100).then_some(EntityId(0)),
            value: None,
            confidence: Confidence::new(0.9),
            rule: Rule::ALL[0],
        };
        let quote = Quote {
            content: vec![Span::new(40, 50)],
            cue: None,
            source,
            speakers: speaker
                .map(|entity| Speaker { entity, rule: Rule::ALL[0] })
                .into_iter()
                .collect(),
            inner: Vec::new(),
            kind: QuoteKind::Direct,
            confidence: Confidence::new(0.9),
            rule: Rule::ALL[0],
        };
        let mentions = [0, 52, 90, 120].map(mention).into();
        Findings { mentions, quotes: vec![quote], ..Findings::default() }
    }

    fn found(source: Option<Span>, entity: Option<EntityId>) -> Option<Span> {
        let findings = findings(source, entity);
        speaker(&findings, &findings.quotes[0])
    }

    #[test]
    fn the_line_goes_to_the_source_else_to_the_nearest_mention_of_the_speaker() {
        let source = Span::new(60, 63);
        assert_eq!(found(Some(source), Some(EntityId(0))), Some(source));
        assert_eq!(found(None, Some(EntityId(0))), Some(Span::new(52, 55)));
    }

    #[test]
    fn where_nobody_says_it_there_is_no_line() {
        assert_eq!(found(None, None), None);
    }
}
