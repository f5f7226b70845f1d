//! What the page calls things: the same words in cards, lists and announcements.

use crate::shell::storage::Failure;
use galley_engine::{
    Confidence, Entity, EntityId, Findings, Form, Mention, MentionKind, Quote, QuoteKind,
};
use galley_review::Standing;
use galley_text::Span;

/// Who is behind a quote, as far as the article says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Speaker<'a> {
    /// Somebody named.
    Named(&'a Entity),
    /// An unnamed source: "officials".
    Unnamed(&'a str),
    /// Unattributed: the article does not say.
    Nobody,
}

impl<'a> Speaker<'a> {
    /// What they are called.
    pub(crate) fn name(&self) -> &'a str {
        match self {
            Speaker::Named(entity) => &entity.name,
            Speaker::Unnamed(source) => source,
            Speaker::Nobody => UNATTRIBUTED,
        }
    }
}

/// Those who say `quote` in the article `text`; at least one.
pub(crate) fn speakers<'a>(
    findings: &'a Findings,
    quote: &Quote,
    text: &'a str,
) -> Vec<Speaker<'a>> {
    let known = quote.speakers.iter().filter_map(|it| entity(findings, it.entity));
    let mut speakers: Vec<Speaker> = known.map(Speaker::Named).collect();
    if speakers.is_empty() {
        speakers.push(quote.source.map_or(Speaker::Nobody, |it| Speaker::Unnamed(it.of(text))));
    }
    speakers
}

/// The entity with that id.
pub(crate) fn entity(findings: &Findings, id: EntityId) -> Option<&Entity> {
    findings.entities.get(id.0 as usize)
}

/// Which entities have a name: those that the article calls by one, and those that only the reader names.
pub(crate) fn named(findings: &Findings) -> Vec<bool> {
    let mut named = vec![true; findings.entities.len()];
    for is_name in [false, true] {
        let mentions = findings.mentions.iter().filter(|it| (it.form == Form::Name) == is_name);
        for mention in mentions {
            if let Some(known) = mention.entity.and_then(|id| named.get_mut(id.0 as usize)) {
                *known = is_name;
            }
        }
    }
    named
}

/// What stands before the first character of `words` that turns the direction of those after it, whatever they
/// are; that character; and what stands after it.
pub(crate) fn at_turn(words: &str) -> Option<[&str; 3]> {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let (at, turn) = words.char_indices().find(|&(_, it)| turns(it))?;
    let (before, rest) = words.split_at(at);
    let (turn, after) = rest.split_at(turn.len_utf8());
    Some([before, turn, after])
}

/// Words of an article without the characters that turn their direction, so that they are read in their
/// own order outside of it.
pub(crate) fn straight(mut words: &str) -> String {
    let mut straight = String::new();
    while let Some([before, _, after]) = at_turn(words) {
        straight.push_str(before);
        words = after;
    }
    straight + words
}

/// The first `most` characters of `words`, where there are more.
pub(crate) fn shortened(words: &str, most: usize) -> String {
    let Some((at, _)) = words.char_indices().nth(most) else { return straight(words) };
    straight(&words[..at]) + "…"
}

/// The first words of `words`: whole ones, within `most` characters, unless the first has more.
pub(crate) fn beginning(words: &str, most: usize) -> String {
    let Some((end, _)) = words.char_indices().nth(most) else { return straight(words) };
    let whole = words[..end].rsplit_once(char::is_whitespace).map_or(&words[..end], |it| it.0);
    straight(whole.trim_end()) + "…"
}

/// Words for which the article gives neither a name nor a source.
pub(crate) const UNATTRIBUTED: &str = "Unattributed";
/// Whoever speaks and has no name: "officials".
pub(crate) const UNNAMED: &str = "unnamed";
/// Words in quotation marks that are no quote.
pub(crate) const SET_APART: &str = "Words set apart";

/// What was handed over is no article.
pub(crate) const NO_TEXT: &str = "There is no text in that";
/// No mark of the sort that was asked for is there to go to.
pub(crate) const NONE_SHOWN: &str = "None of these is shown in the article";
/// An edge is at the article's or at the mark's other edge.
pub(crate) const NO_FURTHER: &str = "The edge goes no further";
/// Words are selected that are not the article's.
pub(crate) const TRANSLATED: &str =
    "The browser shows other words than the article’s. Switch its translation off to mark them.";

/// What went wrong, which is read out to who wants nothing else to be.
pub(crate) const WENT_WRONG: [&str; 4] = [NO_TEXT, NONE_SHOWN, NO_FURTHER, TRANSLATED];

/// The words in quotation marks, unless they bring their own.
pub(crate) fn in_marks(words: &str) -> String {
    if words.starts_with(['“', '"', '‘', '«', '„']) {
        words.to_owned()
    } else {
        format!("“{words}”")
    }
}

/// A kind of quote.
pub(crate) const fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct quote",
        QuoteKind::Mixed => "partly quoted",
        QuoteKind::Indirect => "reported",
    }
}

/// The words that report a quote, in the middle of a line wherever they stand in the article.
pub(crate) fn cue(cue: Span, text: &str) -> String {
    let words = straight(cue.of(text));
    let mut signs = words.chars();
    match (signs.next(), signs.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(words.chars().skip(1)).collect()
        }
        _ => words,
    }
}

/// A kind of quote, before the name of whoever says it.
pub(crate) const fn quote_label(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Direct quote",
        QuoteKind::Mixed => "Partly quoted",
        QuoteKind::Indirect => "Reported",
    }
}

/// How sure the engine is, for people: "Fairly sure (82%)".
pub(crate) fn sureness(confidence: Confidence) -> String {
    let words = match confidence.value() {
        value if value >= 0.9 => "Sure",
        value if value >= 0.75 => "Fairly sure",
        _ if !confidence.is_doubtful() => "Rather sure",
        _ => "Not sure",
    };
    format!("{words} ({}%)", (confidence.value() * 100.0).round() as u8)
}

/// Whose word a finding is, once the reader has spoken of it.
pub(crate) const fn standing(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Found => None,
        Standing::Ruled(_) => Some("by your rule"),
        Standing::Confirmed(_) => Some("confirmed by you"),
        Standing::Corrected(_) => Some("corrected by you"),
        Standing::Own(_) => Some("marked by you"),
    }
}

/// Who says a quote, for a list or a label.
pub(crate) fn speaker_name(findings: &Findings, quote: &Quote, text: &str) -> String {
    let names = names(findings, &quote.speakers);
    if names.is_empty() { straight(speakers(findings, quote, text)[0].name()) } else { names }
}

/// The names of all those who are known to say something.
pub(crate) fn names(findings: &Findings, speakers: &[galley_engine::Speaker]) -> String {
    let names = speakers.iter().filter_map(|it| Some(&*entity(findings, it.entity)?.name));
    straight(&names.collect::<Vec<_>>().join(" and "))
}

/// Whom or what a mention names, in full; else its own words.
pub(crate) fn mention_name(findings: &Findings, mention: &Mention, text: &str) -> String {
    let entity = mention.entity.and_then(|id| entity(findings, id));
    straight(entity.map_or(mention.span.of(text), |entity| &entity.name))
}

/// A kind of mention.
pub(crate) const fn mention_kind(kind: MentionKind) -> &'static str {
    use MentionKind as K;
    match kind {
        K::Person => "Person",
        K::Organization => "Organization",
        K::Place => "Place",
        K::Facility => "Building or facility",
        K::Nationality => "Nationality",
        K::Date => "Date",
        K::Time => "Time",
        K::Duration => "Duration",
        K::Money => "Amount of money",
        K::Percent => "Percentage",
        K::Quantity => "Quantity",
        K::Event => "Event",
        K::Law => "Law",
        K::Title => "Title",
        K::Product => "Product",
        K::Work => "Work",
        K::Misc => "Other name",
    }
}

/// One thing of that kind: "a person".
pub(crate) fn one_of_kind(kind: MentionKind) -> String {
    let words = mention_kind(kind).to_lowercase();
    match words.chars().next() {
        _ if kind == MentionKind::Misc => "another name".into(),
        Some('a' | 'e' | 'i' | 'o') => format!("an {words}"),
        _ => format!("a {words}"),
    }
}

/// `1 note`, `2 notes`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Why something could not be kept, to stand after "Not saved:".
pub(crate) const fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Forbidden => "this browser gives the page no storage",
        Failure::Full => "the browser’s storage is full",
        Failure::Unknown => "the browser’s storage does not answer",
    }
}

#[cfg(test)]
mod tests {
    use galley_notebook::kind_in_words;

    use super::*;

    #[test]
    fn a_step_calls_a_kind_as_the_page_does() {
        for kind in MentionKind::ALL {
            assert_eq!(kind_in_words(kind.word()), mention_kind(kind).to_lowercase());
        }
        let said = |words: &'static str| cue(Span::new(0, words.len()), words);
        assert_eq!(
            [said("According to"), said("SAYS"), said("told")],
            ["according to", "SAYS", "told"]
        );
        for kind in QuoteKind::ALL {
            assert_eq!(kind_in_words(kind.word()), quote_kind(kind));
        }
    }

    #[test]
    fn what_turns_the_direction_of_writing_is_left_out_of_words_and_nothing_else() {
        let turning =
            "a\u{202a}b\u{202b}c\u{202c}d\u{202d}e\u{202e}f\u{2066}g\u{2067}h\u{2068}i\u{2069}";
        assert_eq!(straight(turning), "abcdefghi");
        let harmless = "עברית\u{200e} and\u{200f} “é”\u{61c}\u{2065}\u{206a}";
        assert_eq!(straight(harmless), harmless);
        assert_eq!(at_turn("a\u{2067}b"), Some(["a", "\u{2067}", "b"]));
    }
}
