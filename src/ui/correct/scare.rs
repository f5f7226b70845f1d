//! [`ScareCard`]: why words in quotation marks are taken for no quote, and what the reader can say of them.

use galley_engine::QuoteKind;
use galley_notebook::Say;
use galley_text::Span;
use yew::prelude::*;

use super::Saying;
use super::edges::Edges;
use super::parts::{Fold, fold_button, keyed, sureness, verdict};
use super::quote::Props;
use crate::ui::command::{Command, Gesture};
use crate::ui::selection_bar::Marking;
use crate::ui::words;

/// The card.
#[component]
pub(crate) fn ScareCard(props: &Props) -> Html {
    let fold = use_state_eq(Fold::default);
    let Props { text, review, index, writable, keymap, .. } = props;
    let (Some(scare), Some(trace)) = (review.findings.scare.get(*index), review.scare.get(*index))
    else {
        return Html::default();
    };
    let on_say = {
        let (review, index, on_say) = (review.clone(), *index, props.on_say.clone());
        Callback::from(move |say: Say| {
            review
                .scare(index)
                .into_iter()
                .for_each(|it| on_say.emit(Saying::Of(vec![it], say.clone())));
        })
    };
    let span = scare.span;
    let on_quote = on_say.reform(|_: MouseEvent| quoted());
    let on_note = props.on_note.reform(move |_: MouseEvent| span);
    html! {
        <>
            <p class="popover-name">{ span.of(text).to_owned() }</p>
            <p class="card-cue">{ format!("{}, not a quote", words::SET_APART) }</p>
            <p class="card-sure">{ sureness(trace.standing, scare.confidence) }</p>
            <div class="card-actions">
                if *writable {
                    { verdict(keymap, trace.standing, &on_say, &props.on_say) }
                    { keyed(keymap, Command::Mark(Marking::Quote), "It is a quote", on_quote) }
                    { keyed(keymap, Command::With(Gesture::Note), "Note", on_note) }
                    { fold_button(&fold, Fold::Change, "Start and end") }
                }
                { fold_button(&fold, Fold::Why, "Why") }
            </div>
            if *fold == Fold::Change {
                <Edges
                    text={text.clone()}
                    review={review.clone()}
                    {span}
                    on_extent={on_say.reform(|it: Span| Say::Extent(it))}
                />
            }
            if *fold == Fold::Why {
                <p class="card-why">{ scare.rule.reason() }</p>
            }
        </>
    }
}

/// What is said of words set apart that are a quote.
pub(crate) fn quoted() -> Say {
    Say::Kind(QuoteKind::Direct.word().into())
}
