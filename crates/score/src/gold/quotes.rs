//! Quotes with their sources, cues and speakers.

use galley_engine::QuoteKind;
use galley_text::Span;

use super::place::{self, Place};
use super::{Fault, Line};
use crate::Attribution;
use crate::quotes::kind_of;

/// Reads one quote: `rest` of its first line says its kind and the line of the text it stands on,
/// `inner` its parts. `names` are those of the entities.
pub(super) fn read(
    text: &str,
    rest: &str,
    head: Line,
    inner: &[Line],
    names: &[&str],
) -> Result<Attribution, Fault> {
    let (kind, places) = place::split(rest);
    let at_head = |what: String| (head.number, what);
    let [Place::Line(at, None)] = places[..] else {
        return Err(at_head("a quote names its kind and its line: “quote direct @7”".to_owned()));
    };
    let kind = match kind {
        "direct" => QuoteKind::Direct,
        "mixed" => QuoteKind::Mixed,
        "indirect" => QuoteKind::Indirect,
        other => return Err(at_head(format!("“{other}” is no kind of quote"))),
    };
    let mut quote = Attribution {
        source: Vec::new(),
        cue: Vec::new(),
        content: Vec::new(),
        kind,
        speakers: Vec::new(),
    };
    let mut is_told = false;
    for line in inner {
        let fault = |what: String| (line.number, what);
        let (part, words) = line.words.split_once(' ').unwrap_or((line.words, ""));
        let span = || span(text, at, words).map_err(fault);
        match part {
            "source" => quote.source.push(span()?),
            "cue" => quote.cue.push(span()?),
            "content" => quote.content.push(span()?),
            "speaker" => {
                is_told = true;
                quote.speakers = speakers(words, names).map_err(fault)?;
            }
            other => return Err(fault(format!("“{other}” is no part of a quote"))),
        }
    }
    quote.content.sort_unstable();
    if quote.content.is_empty() || !is_told {
        return Err(at_head("a quote has a content and a speaker, or “speaker nobody”".to_owned()));
    }
    match kind_of(text, &quote.content) {
        marked if marked == kind => Ok(quote),
        marked => Err(at_head(format!("by its quotation marks it is {marked:?}"))),
    }
}

/// The words of a part, on line `at` unless they say another.
fn span(text: &str, at: usize, words: &str) -> Result<Span, String> {
    let (words, places) = place::split(words);
    let (at, nth) = match places[..] {
        [] => (at, None),
        [Place::Nth(nth)] => (at, Some(nth)),
        [Place::Line(at, nth)] => (at, nth),
        _ => return Err("a part of a quote stands in one place".to_owned()),
    };
    let found = place::stretch(text, place::line(text, at)?, words, nth);
    found.map_err(|what| format!("on line {at}, {what}"))
}

/// The entities called so; any of several that stand between “or” is right.
fn speakers(words: &str, names: &[&str]) -> Result<Vec<usize>, String> {
    if words == "nobody" {
        return Ok(Vec::new());
    }
    let number = |name: &str| names.iter().position(|known| *known == name);
    if let Some(number) = number(words) {
        return Ok(vec![number]);
    }
    let one = |name| number(name).ok_or_else(|| format!("no entity is called “{name}”"));
    words.split(" or ").map(one).collect()
}
