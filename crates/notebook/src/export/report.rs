//! [`Report`]: what was found in an article, in plain words.

use galley_text::Span;

/// What a machine found. Every span lies in the article's text; kinds are words such as `person`,
/// `direct` or `furniture`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Places to be marked in the text. They may overlap and nest.
    pub marks: Vec<Mark>,
    /// Who said what, in order.
    pub quotes: Vec<Said>,
    /// Whom and what the article names.
    pub names: Vec<Named>,
}

/// A place in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// Of what kind.
    pub kind: String,
    /// What it is, for the reader who points at it.
    pub label: String,
}

/// A quote.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// What was said, in pieces.
    pub content: Vec<Span>,
    /// The words that report it.
    pub cue: Option<Span>,
    /// Who said it, as the text has it.
    pub source: Option<Span>,
    /// Who said it, by full name.
    pub speaker: Option<String>,
    /// Of what kind.
    pub kind: String,
}

/// Somebody or something named.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The fullest name.
    pub name: String,
    /// Of what kind.
    pub kind: String,
    /// In how many places.
    pub count: usize,
}

impl Said {
    /// What was said on one line, its pieces joined by an ellipsis.
    pub(super) fn words(&self, text: &str) -> String {
        let pieces: Vec<String> =
            self.content.iter().map(|piece| one_line(piece.of(text))).collect();
        pieces.join(" … ")
    }

    /// The speaker's name, else the words of the source.
    pub(super) fn who(&self, text: &str) -> Option<String> {
        self.speaker.clone().or_else(|| Some(one_line(self.source?.of(text))))
    }
}

/// `text` with its white space drawn together.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
