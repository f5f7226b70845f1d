//! [`Reading`]: what stands in an article, as a person or the engine reads it.

use galley_engine::{Findings, Form, MentionKind, QuoteKind};
use galley_text::Span;

/// What was found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Names, amounts, pronouns and descriptions.
    pub mentions: Vec<Mention>,
    /// What somebody is said to have said, thought or intended.
    pub quotes: Vec<Attribution>,
}

/// A place that names something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: MentionKind,
    /// How it refers.
    pub form: Form,
    /// Which entity it stands for, by number.
    pub entity: Option<usize>,
}

impl Mention {
    /// Whether it is a name, a title, a date or an amount, and no pronoun or description of an
    /// entity. The labels have no separate form for titles and for dates told from another ("last week").
    pub fn is_named(&self) -> bool {
        use MentionKind::{Date, Time, Title};
        let is_kind = matches!(self.kind, Date | Time | Title);
        matches!(self.form, Form::Name | Form::Numeric) || is_kind
    }
}

/// A quote with what tells whose it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Who is said to have said it, as the text has it.
    pub source: Vec<Span>,
    /// The words that report it.
    pub cue: Vec<Span>,
    /// What was said.
    pub content: Vec<Span>,
    /// How much of it stands in quotation marks.
    pub kind: QuoteKind,
    /// Who is found to say it, one or several; in the labels those who may each be called its speaker. None
    /// where it is told to nobody.
    pub speakers: Vec<usize>,
}

impl From<&Findings> for Reading {
    fn from(findings: &Findings) -> Self {
        let mentions = findings.mentions.iter().map(|mention| Mention {
            span: mention.span,
            kind: mention.kind,
            form: mention.form,
            entity: mention.entity.map(|id| id.0 as usize),
        });
        let quotes = findings.quotes.iter().map(|quote| Attribution {
            source: quote.source.into_iter().collect(),
            cue: quote.cue.into_iter().collect(),
            content: quote.content.clone(),
            kind: quote.kind,
            speakers: quote.speakers.iter().map(|it| it.entity.0 as usize).collect(),
        });
        Self { mentions: mentions.collect(), quotes: quotes.collect() }
    }
}
