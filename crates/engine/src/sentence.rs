//! [`sentences`]: tokens grouped into sentences.
//!
//! A sentence never crosses a block. Its end is a stop with the quotation marks and brackets that
//! close after it. It does not try to split where a stop is missing.

use std::ops::Range;

use galley_text::{Block, Span};

use crate::lexicon::{abbreviation, speech};
use crate::token::{Token, TokenKind, is_quote_mark};

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// From its first token to its last.
    pub(crate) span: Span,
    /// Its tokens, as indices; never empty.
    pub(crate) tokens: Range<usize>,
    /// The index of the block it stands in.
    pub(crate) block: usize,
}

/// Groups the `tokens` of `text` by `blocks`, then by stops. Every token is in one sentence.
pub(crate) fn sentences(text: &str, blocks: &[Block], tokens: &[Token]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut first = 0;
    for (block, at) in blocks.iter().enumerate() {
        let inside = tokens[first..].partition_point(|token| token.span.start() < at.span.end());
        let last = first + inside;
        let mut start = first;
        for end in first + 1..=last {
            if end < last && !ends_sentence(text, &tokens[start..last], end - start) {
                continue;
            }
            let span = tokens[start].span.cover(tokens[end - 1].span);
            out.push(Sentence { span, tokens: start..end, block });
            start = end;
        }
        first = last;
    }
    out
}

/// Most closing marks that may stand between a stop and the end of its sentence.
const CLOSERS: usize = 4;

/// Whether a sentence ends before token `at` of `tokens`; there are tokens on both sides.
fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let next = tokens[at];
    if !is_spaced(tokens, at) && !opens_after_lost_space(text, tokens, at) {
        return false;
    }
    let Some(stop) = stop_before(text, tokens, at) else { return false };
    let next_text = next.span.of(text);
    if next_text.starts_with(char::is_lowercase) && next.kind == TokenKind::Word {
        return false;
    }
    let is_closed = stop + 1 < at;
    match tokens[stop].span.of(text) {
        "?" | "!" => !(is_closed && is_reported(text, &tokens[at..])),
        "…" => !next_text.starts_with(char::is_lowercase),
        "." => !is_number_sign(text, tokens, stop, next),
        dots if dots.starts_with("..") => true,
        word => is_closed || abbreviation_ends(text, word, &tokens[at..]),
    }
}

/// The token that stops the sentence before `at`, looking past closing marks.
fn stop_before(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    for index in (at.saturating_sub(CLOSERS + 1)..at).rev() {
        let word = tokens[index].span.of(text);
        if is_stop(word) {
            return Some(index);
        }
        if !is_closer(word) || is_spaced(tokens, index) {
            return None;
        }
    }
    None
}

fn is_stop(token: &str) -> bool {
    token.ends_with(['.', '…']) || matches!(token, "?" | "!" | "。" | "？" | "！")
}

fn is_closer(token: &str) -> bool {
    matches!(token, ")" | "]") || token.chars().all(is_quote_mark)
}

/// Whether white space stands before token `at`.
fn is_spaced(tokens: &[Token], at: usize) -> bool {
    at == 0 || tokens[at - 1].span.end() < tokens[at].span.start()
}

/// "…the end.Then": a capital right after a stop that follows a word in small letters.
fn opens_after_lost_space(text: &str, tokens: &[Token], at: usize) -> bool {
    at >= 2
        && tokens[at - 1].span.of(text) == "."
        && tokens[at].kind == TokenKind::Word
        && tokens[at].span.of(text).starts_with(char::is_uppercase)
        && tokens[at - 2].span.of(text).ends_with(char::is_lowercase)
}

/// "No. 5" is one sentence.
fn is_number_sign(text: &str, tokens: &[Token], stop: usize, next: Token) -> bool {
    let sign = stop.checked_sub(1).map_or("", |index| tokens[index].span.of(text));
    next.kind == TokenKind::Number && matches!(sign, "No" | "Nos" | "Art" | "Sec" | "pp" | "Vol")
}

/// Whether "Smith asked." or the like follows, so that a question or cry inside quotation marks
/// did not end the sentence around it.
fn is_reported(text: &str, after: &[Token]) -> bool {
    after
        .iter()
        .take(5)
        .take_while(|token| matches!(token.kind, TokenKind::Word | TokenKind::Possessive))
        .any(|token| speech::is_reporting(token.span.of(text)))
}

/// Whether the abbreviation `word` is the last of its sentence: a word follows that opens
/// sentences and no names.
fn abbreviation_ends(text: &str, word: &str, after: &[Token]) -> bool {
    let stem = word.trim_end_matches('.');
    let is_initial = stem.chars().count() == 1;
    if abbreviation::comes_before_a_name(stem) || is_initial {
        return false;
    }
    let opener = after.iter().find(|token| token.kind != TokenKind::QuoteMark);
    let is_quote = after.first().is_some_and(|token| token.kind == TokenKind::QuoteMark);
    is_quote || opener.is_some_and(|token| OPENERS.contains(&token.span.of(text)))
}

/// Capitalised words that open sentences and are no names.
const OPENERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "As",
    "Asked",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Despite",
    "During",
    "Each",
    "Even",
    "Every",
    "Few",
    "Finally",
    "First",
    "Following",
    "For",
    "From",
    "Given",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Last",
    "Like",
    "Many",
    "Meanwhile",
    "More",
    "Most",
    "Much",
    "My",
    "Neither",
    "No",
    "None",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Our",
    "Over",
    "She",
    "Since",
    "So",
    "Some",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "With",
    "Within",
    "Without",
    "Yet",
    "You",
];

#[cfg(test)]
mod tests {
    use crate::article::Article;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::read(text);
        let found: Vec<&str> =
            article.sentences.iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, expected);
        let covered: Vec<usize> =
            article.sentences.iter().flat_map(|sentence| sentence.tokens.clone()).collect();
        assert_eq!(covered, (0..article.tokens.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_stop_ends_a_sentence() {
        check("It rained. We left! Why? No.", &["It rained.", "We left!", "Why?", "No."]);
    }

    #[test]
    fn titles_initials_and_decimals_do_not() {
        check("Mr. Okoro met Dr. J. B. Lund.", &["Mr. Okoro met Dr. J. B. Lund."]);
        check("Prices rose 3.5 per cent.", &["Prices rose 3.5 per cent."]);
        check("See No. 5 of the list.", &["See No. 5 of the list."]);
    }

    #[test]
    fn an_abbreviation_ends_one_only_before_an_opener() {
        check("He left the U.S. The talks went on.", &["He left the U.S.", "The talks went on."]);
        check("The U.S. Navy sailed.", &["The U.S. Navy sailed."]);
        check("It met at 5 p.m. on Friday.", &["It met at 5 p.m. on Friday."]);
    }

    #[test]
    fn a_quotation_mark_after_the_stop_belongs_to_it() {
        check("“We left.” They stayed.", &["“We left.”", "They stayed."]);
        check("\"We left.\" \"They stayed.\"", &["\"We left.\"", "\"They stayed.\""]);
        check("He left. “We stay,” she said.", &["He left.", "“We stay,” she said."]);
    }

    #[test]
    fn a_question_inside_a_reported_sentence_does_not_end_it() {
        check("“Why now?” Lund asked.", &["“Why now?” Lund asked."]);
        check("“Why now?” asked Lund.", &["“Why now?” asked Lund."]);
    }

    #[test]
    fn an_ellipsis_ends_one_only_before_a_capital() {
        check("It was… late.", &["It was… late."]);
        check("It was... Late again.", &["It was...", "Late again."]);
    }

    #[test]
    fn a_block_ends_one_and_a_lost_space_is_seen() {
        check("A headline\n\nThe text", &["A headline", "The text"]);
        check("It was the end.Then it rained.", &["It was the end.", "Then it rained."]);
    }
}
