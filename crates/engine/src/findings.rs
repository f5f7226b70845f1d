//! What the engine gives back. Every span lies in the analysed text, on grapheme boundaries.

use galley_text::Span;
use serde::{Deserialize, Serialize};

use crate::Rule;

/// Everything found in one article. Lists are in order of their first span.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// Names, dates and amounts, and the pronouns and descriptions that stand for an entity.
    pub mentions: Vec<Mention>,
    /// Whom and what the mentions name; `EntityId(n)` is the entity at index `n`.
    pub entities: Vec<Entity>,
    /// What somebody said, wrote or thought.
    pub quotes: Vec<Quote>,
    /// Words in quotation marks that nobody is reported to have said.
    pub scare: Vec<Scare>,
    /// Lines that belong to the page and not to the article.
    pub furniture: Vec<Furniture>,
}

/// How sure the engine is, from 0 to 1: of findings at 0.9, nine in ten should be right.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Confidence(f32);

impl Confidence {
    /// Below this a finding is shown as a question.
    pub const DOUBT: Confidence = Confidence(0.6);

    /// Brings `value` into 0 to 1; not a number becomes 0.
    pub const fn new(value: f32) -> Self {
        if value > 1.0 {
            Self(1.0)
        } else if value >= 0.0 {
            Self(value)
        } else {
            Self(0.0)
        }
    }

    /// The value, from 0 to 1.
    pub const fn value(self) -> f32 {
        self.0
    }

    /// Whether it is to be shown as a question.
    pub fn is_doubtful(self) -> bool {
        self < Self::DOUBT
    }
}

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the field's own")]
pub enum MentionKind {
    Person,
    Organization,
    Place,
    Facility,
    Nationality,
    Date,
    Time,
    Duration,
    Money,
    Percent,
    Quantity,
    Event,
    Law,
    Title,
    Product,
    Work,
    Misc,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A proper name: "Vladimir Putin".
    Name,
    /// A pronoun: "she".
    Pronoun,
    /// A description: "the president".
    Nominal,
    /// A date or an amount.
    Numeric,
}

/// A place in the text that names something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: MentionKind,
    /// How it refers.
    pub form: Form,
    /// Whom or what it stands for. Dates and amounts have none.
    pub entity: Option<EntityId>,
    /// The normalised value of a date or an amount, where it is known.
    pub value: Option<String>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub rule: Rule,
}

/// The index of an [`Entity`] in its [`Findings`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntityId(pub u32);

/// Somebody or something that the article names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Its index.
    pub id: EntityId,
    /// The fullest name in the article.
    pub name: String,
    /// What it is.
    pub kind: MentionKind,
}

/// How much of a quote stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// A part of it.
    Mixed,
    /// None of it.
    Indirect,
}

/// Words that the article gives as somebody's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quote {
    /// What was said, with its quotation marks; several pieces where the article interrupts it.
    /// At least one piece, in order, without overlap.
    pub content: Vec<Span>,
    /// The words that report it: "said", "according to".
    pub cue: Option<Span>,
    /// Who is said to have said it, as the text has it.
    pub source: Option<Span>,
    /// Whom the source stands for.
    pub speaker: Option<EntityId>,
    /// How much of it stands in quotation marks.
    pub kind: QuoteKind,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub rule: Rule,
}

/// Words in quotation marks that are not speech.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scare {
    /// Where they stand, marks included.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub rule: Rule,
}

/// A line of the page around the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub rule: Rule,
}
