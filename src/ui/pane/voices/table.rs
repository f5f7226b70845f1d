//! [`table`]: the voices as a table, for who cannot see the plot and for exact numbers.

use galley_engine::Findings;
use yew::prelude::*;

use super::tally::{Saying, Standing, Tally, Voice, percent};
use crate::ui::drawing::Target;
use crate::ui::words;

/// The most characters of a quote that its button is called by.
const LONGEST: usize = 60;

/// The table, folded.
pub(super) fn table(
    text: &str,
    findings: &Findings,
    tally: &Tally,
    on_choose: &Callback<Target>,
) -> Html {
    let rows = tally.voices.iter().map(|voice| row(text, findings, tally, voice, on_choose));
    html! {
        <details class="plot-table">
            <summary>{ "As a table" }</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ "Speaker" }</th>
                        <th scope="col">{ "Words" }</th>
                        <th scope="col">{ "Share" }</th>
                        <th scope="col">{ "Where" }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </details>
    }
}

fn row(
    text: &str,
    findings: &Findings,
    tally: &Tally,
    voice: &Voice,
    on_choose: &Callback<Target>,
) -> Html {
    let target = voice.target();
    let onclick = on_choose.reform(move |_: MouseEvent| target);
    let places = voice.sayings.iter().map(|it| place(text, findings, it, on_choose));
    html! {
        <tr>
            <th scope="row">
                <button class="link" dir="auto" {onclick}>{ voice.name.clone() }</button>
                if voice.standing == Standing::Unnamed {
                    <span class="table-told">{ words::UNNAMED }</span>
                }
            </th>
            <td>{ voice.words }</td>
            <td>{ format!("{}%", percent(voice.words, tally.words)) }</td>
            <td>{ for places }</td>
        </tr>
    }
}

/// How far into the article a quote stands, to go there.
fn place(text: &str, findings: &Findings, saying: &Saying, on_choose: &Callback<Target>) -> Html {
    let target = Target::Quote(saying.quote);
    let onclick = on_choose.reform(move |_: MouseEvent| target);
    let place = format!("{}%", percent(saying.span.start(), text.len()));
    let first = findings.quotes.get(saying.quote).and_then(|quote| quote.content.first());
    let words = first.map_or("", |piece| piece.of(text));
    let words = words::straight(&words.chars().take(LONGEST).collect::<String>());
    let label = format!("At {place}: {words}");
    html! {
        <>
            <button class="link" aria-label={label.clone()} title={label} {onclick}>{ place }</button>
            { " " }
        </>
    }
}
