//! [`tokens`]: a text cut into words, numbers and marks.
//!
//! Tokens are the atoms of every later phase. They stand on grapheme boundaries, in order, without
//! overlap, and cover everything that is not white space. A token knows nothing of its meaning.

use galley_text::Span;
use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::{abbreviation, money};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TokenKind {
    /// Letters, with inner apostrophes, hyphens and dots: "don't", "Jean-Pierre", "U.S.", "Dr.".
    Word,
    /// Digits, with inner separators and an ordinal's or a decade's letters: "1,000", "3rd", "1990s".
    Number,
    /// The ending "'s" of the word before.
    Possessive,
    /// A quotation mark or a free apostrophe.
    QuoteMark,
    /// Stops, commas, dashes, brackets. An ellipsis or a row of equal dashes is one token.
    Punctuation,
    /// Currency signs, emoji and the rest.
    Symbol,
    /// A web or mail address.
    Address,
}

/// One atom of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands; never empty.
    pub(crate) span: Span,
    /// What it is made of.
    pub(crate) kind: TokenKind,
}

/// Cuts `text` into tokens, in one pass.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(first) = char_at(text, at) {
        if first.is_whitespace() || first.is_control() {
            at += grapheme_len(text, at);
            continue;
        }
        at = push_token(text, at, first, &mut out);
    }
    out
}

/// Reads the token that starts at `at` and returns its end.
fn push_token(text: &str, at: usize, first: char, out: &mut Vec<Token>) -> usize {
    let mut push = |start, end, kind| out.push(Token { span: Span::new(start, end), kind });
    if let Some(end) = address(text, at) {
        push(at, end, TokenKind::Address);
        return end;
    }
    if first.is_numeric() {
        let (end, kind) = number(text, at);
        push(at, end, kind);
        return end;
    }
    if first.is_alphanumeric() {
        let word_end = word(text, at);
        let end = possessive_end(text, word_end);
        let stem = if end > word_end { word_end } else { stem_end(text, at, end) };
        push(at, stem, TokenKind::Word);
        if stem < end {
            push(stem, end, TokenKind::Possessive);
        }
        return end;
    }
    let kind = mark_kind(first);
    let mut end = at + grapheme_len(text, at);
    if matches!(first, '.' | '-') {
        while char_at(text, end) == Some(first) {
            end += grapheme_len(text, end);
        }
    }
    push(at, end, kind);
    end
}

/// Whether `c` can open or close a quotation.
pub(crate) fn is_quote_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '´'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    )
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn mark_kind(c: char) -> TokenKind {
    if is_quote_mark(c) {
        return TokenKind::QuoteMark;
    }
    let is_wide = matches!(c, '–' | '—' | '―' | '…' | '‐' | '‑' | '·' | '•' | '¿' | '¡')
        || matches!(c, '。' | '、' | '，' | '！' | '？' | '：' | '；' | '（' | '）');
    let is_sign = matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '%');
    if is_wide || (c.is_ascii_punctuation() && !is_sign) {
        return TokenKind::Punctuation;
    }
    TokenKind::Symbol
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The length of the grapheme at `at`. Two ASCII characters side by side need no tables.
fn grapheme_len(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let next = bytes.get(at + 1).copied().unwrap_or(b' ');
    if bytes[at].is_ascii() && next.is_ascii() {
        return if bytes[at] == b'\r' && next == b'\n' { 2 } else { 1 };
    }
    text[at..].graphemes(true).next().map_or(1, str::len)
}

/// The end of the letters and inner marks that start at `start`.
fn word(text: &str, start: usize) -> usize {
    let mut end = start;
    // Where the part after the last inner dot begins, to tell "U.S." from the end of a sentence.
    let mut part = start;
    while let Some(c) = char_at(text, end) {
        if c.is_alphanumeric() {
            if c.is_ascii_digit() && is_currency_prefix(&text[start..end]) {
                return end;
            }
            end += grapheme_len(text, end);
            continue;
        }
        let after = end + c.len_utf8();
        let joins = match char_at(text, after) {
            Some(next) if end > start && next.is_alphanumeric() => {
                is_apostrophe(c)
                    || (is_hyphen(c) && !parts_name(&text[start..end], &text[after..]))
                    || matches!(c, '&' | '_' | '@')
                    || (c == '.' && dot_joins(&text[part..end], next))
            }
            _ => false,
        };
        if !joins {
            break;
        }
        end = after;
        if c == '.' {
            part = end;
        }
    }
    if char_at(text, end) == Some('.')
        && grapheme_len(text, end) == 1
        && takes_final_dot(text, start, part, end)
    {
        end += 1;
    }
    end
}

/// Whether what follows a hyphen says something of the name before it and is no part of it:
/// "Kenya-based", "US-led".
fn parts_name(before: &str, after: &str) -> bool {
    const TAILS: &[&str] = &[
        "backed",
        "based",
        "born",
        "built",
        "controlled",
        "flagged",
        "funded",
        "held",
        "led",
        "like",
        "linked",
        "listed",
        "made",
        "occupied",
        "origin",
        "owned",
        "ruled",
        "run",
        "style",
        "supported",
        "trained",
        "wide",
    ];
    let opens = |tail: &str| {
        let rest = after.strip_prefix(tail);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    before.starts_with(char::is_uppercase) && TAILS.iter().any(|tail| opens(tail))
}

/// Whether a dot between `before` and `next` stands inside a word: "U.S", "example.org", but not
/// where a space was lost ("said.He").
fn dot_joins(before: &str, next: char) -> bool {
    let is_initial = before.chars().count() == 1;
    (is_initial && next.is_alphabetic())
        || (before == "Ph" && next == 'D')
        || (next.is_lowercase() && before.chars().all(char::is_lowercase))
}

/// Whether the dot at `end` belongs to the word: abbreviations, initials and "U.S.".
fn takes_final_dot(text: &str, start: usize, part: usize, end: usize) -> bool {
    let is_dotted = part > start && text[part..end].chars().count() == 1;
    if is_dotted || abbreviation::is_known(&text[start..end]) {
        // A row of dots is an ellipsis.
        return char_at(text, end + 1) != Some('.');
    }
    let mut chars = text[start..end].chars();
    let is_letter = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
    // In "40°C. A quarter" it is a unit.
    let is_initial = is_letter && !text[..start].ends_with('°');
    let mut rest = text[end + 1..].chars();
    let spaced = rest.next().is_some_and(|c| c == ' ' || c == '\u{a0}');
    is_initial && spaced && rest.next().is_some_and(char::is_uppercase)
}

/// Letters that stand right before an amount: "Rs500", "N7.2 billion".
fn is_currency_prefix(letters: &str) -> bool {
    letters.len() <= 4 && money::CURRENCY_LETTERS.contains(&letters)
}

/// The end of a possessive ending that follows a word with a final dot ("U.S.'s"), or `end`.
fn possessive_end(text: &str, end: usize) -> usize {
    let mut rest = text[end..].chars();
    let ending = text[..end].ends_with('.').then(|| rest.next()).flatten();
    match ending {
        Some(c) if is_apostrophe(c) && rest.next() == Some('s') => {
            let after = end + c.len_utf8() + 1;
            let is_whole = grapheme_len(text, after - 1) == 1;
            let goes_on = rest.next().is_some_and(char::is_alphanumeric);
            if is_whole && !goes_on { after } else { end }
        }
        _ => end,
    }
}

/// Where a possessive's word ends: before "'s", or at `end`.
fn stem_end(text: &str, start: usize, end: usize) -> usize {
    let word = &text[start..end];
    let Some(head) = word.strip_suffix(['s', 'S']) else { return end };
    match head.chars().next_back() {
        Some(c) if is_apostrophe(c) && head.len() > c.len_utf8() => end - 1 - c.len_utf8(),
        _ => end,
    }
}

/// The end of the digits that start at `start`, and what they are.
fn number(text: &str, start: usize) -> (usize, TokenKind) {
    let mut end = start;
    while let Some(c) = char_at(text, end) {
        if c.is_numeric() {
            end += grapheme_len(text, end);
            continue;
        }
        let next = char_at(text, end + c.len_utf8());
        let joins = matches!(c, '.' | ',' | ':') && next.is_some_and(|n| n.is_ascii_digit());
        if !joins {
            break;
        }
        end += 1;
    }
    let letters_end = letters(text, end);
    match &text[end..letters_end] {
        "" => (end, TokenKind::Number),
        "st" | "nd" | "rd" | "th" | "s" => (letters_end, TokenKind::Number),
        "AM" | "PM" | "M" | "B" | "BN" | "K" | "KM" | "KG" | "MW" | "GW" | "GB" | "TB" => {
            (end, TokenKind::Number)
        }
        tail if tail.chars().any(char::is_uppercase) => (letters_end, TokenKind::Word),
        _ => (end, TokenKind::Number),
    }
}

/// The end of the letters and digits at `at`.
fn letters(text: &str, at: usize) -> usize {
    let mut end = at;
    while char_at(text, end).is_some_and(char::is_alphanumeric) {
        end += grapheme_len(text, end);
    }
    end
}

/// The end of the web address at `at`, without the sentence's own marks after it.
fn address(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    if !["http://", "https://", "www."].iter().any(|head| rest.starts_with(head)) {
        return None;
    }
    let stop = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '”');
    let run = &rest[..rest.find(stop).unwrap_or(rest.len())];
    let trimmed = run.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’']);
    Some(Span::new(at, at + trimmed.len()).on_graphemes(text).end())
}

#[cfg(test)]
mod tests {
    use galley_text::Span;
    use proptest::prelude::*;

    use super::{TokenKind, tokens};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).iter().map(|token| token.span.of(text)).collect();
        assert_eq!(found.join(" | "), expected);
    }

    #[test]
    fn words_keep_their_inner_marks() {
        check("don't Jean-Pierre O’Brien AT&T", "don't | Jean-Pierre | O’Brien | AT&T");
        check("U.S. troops, Ph.D. work", "U.S. | troops | , | Ph.D. | work");
        check("George W. Bush and Mr. Lund.", "George | W. | Bush | and | Mr. | Lund | .");
        check("40°C. A quarter", "40 | ° | C | . | A | quarter");
    }

    #[test]
    fn a_name_is_parted_from_what_a_hyphen_says_of_it() {
        check("Kenya-based US-led well-based", "Kenya | - | based | US | - | led | well-based");
        check("Kenya-basedness", "Kenya-basedness");
    }

    #[test]
    fn a_possessive_ending_is_its_own_token() {
        check("Lund's U.S.'s Peru’s boys'", "Lund | 's | U.S. | 's | Peru | ’s | boys | '");
        assert_eq!(tokens("Lund's")[1].kind, TokenKind::Possessive);
    }

    #[test]
    fn a_lost_space_after_a_stop_does_not_join_words() {
        check("he said.Then example.org", "he | said | . | Then | example.org");
    }

    #[test]
    fn numbers_keep_separators_and_ordinals() {
        check("1,000 3.5 10:30 3rd 1990s 5.", "1,000 | 3.5 | 10:30 | 3rd | 1990s | 5 | .");
        check("42-year-old 5pm 5PM 3G 10km", "42 | - | year-old | 5 | pm | 5 | PM | 3G | 10 | km");
        check("$5 US$5 N7.2 Rs500", "$ | 5 | US | $ | 5 | N | 7.2 | Rs | 500");
    }

    #[test]
    fn marks_stand_alone_and_dots_together() {
        check("“Well...” — no", "“ | Well | ... | ” | — | no");
        check("see https://example.org/a.b?c=1).", "see | https://example.org/a.b?c=1 | ) | .");
    }

    #[test]
    fn a_dot_with_a_mark_above_is_no_part_of_a_word() {
        check("a.a.\u{301}", "a.a | .\u{301}");
    }

    proptest! {
        #[test]
        fn tokens_cover_all_but_white_space_on_graphemes(
            text in "([a-zA-Z0-9]|[.'’“”\"$,-]|[ \n]|\\PC|\u{301}|\u{200d}|🇳🇬){0,60}",
        ) {
            let found = tokens(&text);
            let mut end = 0;
            for token in &found {
                prop_assert!(token.span.start() >= end && !token.span.is_empty());
                prop_assert_eq!(token.span.on_graphemes(&text), token.span);
                let gap = Span::new(end, token.span.start()).of(&text);
                prop_assert!(gap.chars().next().is_none_or(|c| c.is_whitespace() || c.is_control()));
                end = token.span.end();
            }
        }
    }
}
