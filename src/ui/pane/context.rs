//! [`Context`]: a place in the text with the words around it.

use galley_text::Span;

/// The most characters that are shown on each side.
const REACH: usize = 44;

/// A place with what stands before and after it in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Context<'t> {
    /// What stands before it, cut between two words.
    pub(crate) before: &'t str,
    /// Its own words.
    pub(crate) words: &'t str,
    /// What stands after it, cut between two words.
    pub(crate) after: &'t str,
    /// Whether the line begins further ahead.
    pub(crate) goes_before: bool,
    /// Whether the line goes on.
    pub(crate) goes_after: bool,
}

impl<'t> Context<'t> {
    /// The surroundings of `span`. Looks at no more of `text` than it shows.
    pub(crate) fn of(text: &'t str, span: Span) -> Self {
        let ahead = text.get(..span.start()).unwrap_or_default();
        let behind = text.get(span.end()..).unwrap_or_default();
        let (before, goes_before) = end_of(ahead);
        let (after, goes_after) = start_of(behind);
        Self { before, words: span.of(text), after, goes_before, goes_after }
    }
}

/// The last words of the last line of `text`, and whether the line holds more.
fn end_of(text: &str) -> (&str, bool) {
    let reach = text.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    let line = text[reach..].rfind('\n').map(|at| reach + at + 1);
    match line {
        Some(start) => (&text[start..], false),
        None if reach == 0 => (text, false),
        None => {
            let word = text[reach..].find(' ').map_or(reach, |at| reach + at + 1);
            (&text[word..], true)
        }
    }
}

/// The first words of the first line of `text`, and whether the line holds more.
fn start_of(text: &str) -> (&str, bool) {
    let reach = text.char_indices().nth(REACH).map_or(text.len(), |(at, _)| at);
    match text[..reach].find('\n') {
        Some(end) => (&text[..end], false),
        None if reach == text.len() => (text, false),
        None => (&text[..text[..reach].rfind(' ').unwrap_or(reach)], true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str, words: &str) -> Span {
        let start = text.find(words).expect("words of the text");
        Span::new(start, start + words.len())
    }

    #[test]
    fn a_short_line_is_shown_whole_and_its_neighbours_are_not() {
        let text = "Before.\nThe mayor met Ada there.\nAfter.";
        let context = Context::of(text, span(text, "Ada"));
        assert_eq!(
            (context.before, context.words, context.after),
            ("The mayor met ", "Ada", " there.")
        );
        assert!(!context.goes_before && !context.goes_after);
    }

    #[test]
    fn a_long_line_is_cut_between_words() {
        let text = "word ".repeat(40) + "Ada " + &"more ".repeat(40);
        let context = Context::of(&text, span(&text, "Ada"));
        assert!(context.goes_before && context.goes_after);
        assert!(context.before.starts_with("word ") && context.after.ends_with(" more"));
        assert!(context.before.chars().count() <= REACH && context.after.chars().count() <= REACH);
    }

    #[test]
    fn a_line_without_spaces_and_of_wide_characters_is_cut_all_the_same() {
        let text = "漢".repeat(90) + "Ada" + &"字".repeat(90);
        let context = Context::of(&text, span(&text, "Ada"));
        assert_eq!(context.before.chars().count(), REACH);
        assert_eq!(context.after.chars().count(), REACH);
    }

    #[test]
    fn a_span_of_another_text_is_nothing() {
        let context = Context::of("short", Span::new(9, 12));
        assert_eq!((context.before, context.words, context.after), ("", "", ""));
    }
}
