//! What the engine gives back. Every span lies in the analysed text, on grapheme boundaries.

use galley_text::Span;
use serde::{Deserialize, Serialize, Serializer};

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
    /// Where each sentence stands, in order. None crosses a paragraph, and together they hold every word.
    pub sentences: Vec<Span>,
    /// By what all this was found.
    pub means: Means,
}

/// By what an article is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Means {
    /// Rules and what comes with the engine.
    #[default]
    Rules,
    /// The language model too.
    Model,
}

/// How sure the engine is, from 0 to 1: of findings at 0.9, nine in ten should be right.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Deserialize)]
#[serde(transparent)]
pub struct Confidence(f32);

/// Where a person reads it, to two decimals: 0.1 and 0.8 make 0.90000004 in binary.
impl Serialize for Confidence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_read = serializer.is_human_readable();
        serializer.serialize_f32(if is_read { (self.0 * 100.0).round() / 100.0 } else { self.0 })
    }
}

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

impl MentionKind {
    /// Every kind, in the order in which a reader chooses.
    pub const ALL: [MentionKind; 17] = {
        use MentionKind as K;
        [
            K::Person,
            K::Organization,
            K::Place,
            K::Facility,
            K::Nationality,
            K::Event,
            K::Law,
            K::Work,
            K::Product,
            K::Title,
            K::Misc,
            K::Date,
            K::Time,
            K::Duration,
            K::Money,
            K::Percent,
            K::Quantity,
        ]
    };

    /// The kind's word, which is how it is written in JSON.
    pub const fn word(self) -> &'static str {
        use MentionKind as K;
        match self {
            K::Person => "person",
            K::Organization => "organization",
            K::Place => "place",
            K::Facility => "facility",
            K::Nationality => "nationality",
            K::Date => "date",
            K::Time => "time",
            K::Duration => "duration",
            K::Money => "money",
            K::Percent => "percent",
            K::Quantity => "quantity",
            K::Event => "event",
            K::Law => "law",
            K::Title => "title",
            K::Product => "product",
            K::Work => "work",
            K::Misc => "misc",
        }
    }

    /// The kind of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it is a date, a time or an amount, which names nobody and nothing.
    pub const fn is_numeric(self) -> bool {
        use MentionKind as K;
        matches!(self, K::Date | K::Time | K::Duration | K::Money | K::Percent | K::Quantity)
    }
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A proper name: "Vladimir Putin".
    Name,
    /// A pronoun: "she".
    Pronoun,
    /// A description: "the president", "last week".
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

/// Puts mentions in the order of the text. One sort for all: each closure would bring its own code.
pub(crate) fn in_order(mentions: &mut [Mention]) {
    mentions.sort_by_key(|mention| mention.span);
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

impl QuoteKind {
    /// Every kind, in the order in which a reader chooses.
    pub const ALL: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];

    /// The kind's word, which is how it is written in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Mixed => "mixed",
            QuoteKind::Indirect => "indirect",
        }
    }

    /// The kind of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
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
    /// Whom the source stands for; none where that is not told.
    pub speakers: Vec<Speaker>,
    /// What its own words report of others, in order.
    pub inner: Vec<Inner>,
    /// How much of it stands in quotation marks.
    pub kind: QuoteKind,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub rule: Rule,
}

impl Quote {
    /// Whether it is given to `entity`.
    pub fn is_said_by(&self, entity: EntityId) -> bool {
        self.speakers.iter().any(|speaker| speaker.entity == entity)
    }
}

/// What somebody says that somebody else said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inner {
    /// What that was.
    pub content: Vec<Span>,
    /// The words that report it.
    pub cue: Span,
    /// Who is said to have said it, as the text has it.
    pub source: Span,
    /// Whom the source stands for; at least one, and none of them says the quote around it.
    pub speakers: Vec<Speaker>,
    /// How sure: never more than the quote around it.
    pub confidence: Confidence,
    /// Why.
    pub rule: Rule,
}

/// Somebody to whom a quote is given.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// Who.
    pub entity: EntityId,
    /// Why they, and nobody else.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_confidence_is_written_to_two_decimals() {
        let written = |value: f32| serde_json::to_string(&Confidence::new(value)).unwrap();
        assert_eq!(written(0.8 + 0.1), "0.9");
        assert_eq!(written(0.722), "0.72");
        assert_eq!(written(2.0), "1.0");
    }

    #[test]
    fn a_kind_is_written_by_its_word_and_found_by_it() {
        for kind in MentionKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.word());
            assert_eq!(MentionKind::from_word(kind.word()), Some(kind));
        }
        for kind in QuoteKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.word());
            assert_eq!(QuoteKind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(MentionKind::from_word("nobody"), None);
    }
}
