//! [`Correction`]: what the reader says about something that a machine found, or missed.
//!
//! What was found is not stored: a correction names it by place, kind and words, so that it holds
//! again for the next reading of the same text. This module refuses to know what was found.

use galley_text::Span;
use serde::{Deserialize, Serialize};

use crate::{Anchor, CorrectionId, Millis};

/// One correction: which finding it is about, and what the reader says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The finding, as the machine had it when the reader first spoke of it.
    pub about: About,
    /// Whether the finding holds.
    pub ruling: Ruling,
    /// What of it the reader has settled. The machine goes on to decide all else.
    #[serde(default, skip_serializing_if = "Amendment::is_empty")]
    pub amends: Amendment,
    /// When it was made.
    pub created: Millis,
    /// When it last changed.
    pub modified: Millis,
}

/// A finding, by what it is and where it stands. What the reader alone found is named likewise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What it is.
    pub what: What,
    /// Its kind, in the machine's word: `person`, `direct`.
    pub kind: String,
    /// Where it stands, from its first piece to its last.
    pub anchor: Anchor,
}

/// What is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// A name, a date or an amount.
    Mention,
    /// What somebody said; of the kind [`SET_APART`], words in quotation marks that nobody said.
    Quote,
}

/// The kind of words in quotation marks that are no quote.
pub const SET_APART: &str = "scare";

/// Whether a finding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// It does, with what is amended.
    Accepted,
    /// It does not.
    Rejected,
}

/// What the reader has settled of a finding; `None` is left to the machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Amendment {
    /// Its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Where it stands, from its first piece to its last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Anchor>,
    /// Its pieces, in order, where the reader has moved an edge between two; none where `extent` says it all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Anchor>,
    /// Who says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Speaker>,
    /// The words that report it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cue: Option<Cue>,
}

impl Amendment {
    /// Whether nothing is settled.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Who says a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// Somebody, by name.
    Named(String),
    /// The article names nobody.
    Nobody,
}

/// The words that report a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cue {
    /// They stand here.
    At(Anchor),
    /// There are none.
    Nowhere,
}

/// A finding as the reader sees it when they speak of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub what: What,
    /// Its kind, in the machine's word.
    pub kind: String,
    /// Where it stands, from its first piece to its last.
    pub span: Span,
    /// Who is shown to say it. Of quotes.
    pub speaker: Option<String>,
    /// The words that are shown to report it. Of quotes.
    pub cue: Option<Span>,
}

/// What the reader says of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Say {
    /// It is right as it is shown.
    Accept,
    /// It is no such thing.
    Reject,
    /// It is the reader's own find.
    Mark,
    /// It is of this kind.
    Kind(String),
    /// It stands here, without white space at its edges.
    Extent(Span),
    /// It stands in these pieces, in order and apart. Of quotes.
    Pieces(Vec<Span>),
    /// This is who says it.
    Speaker(Speaker),
    /// This is what reports it.
    Cue(Option<Span>),
}

impl Correction {
    /// A correction that says nothing yet but that the finding holds.
    pub(crate) fn of(finding: &Finding, text: &str, id: CorrectionId, now: Millis) -> Self {
        let anchor = Anchor::new(text, finding.span);
        let about = About { what: finding.what, kind: finding.kind.clone(), anchor };
        let (ruling, amends) = (Ruling::Accepted, Amendment::default());
        Self { id, about, ruling, amends, created: now, modified: now }
    }

    /// Takes in what the reader says; `None` where that cannot be said of the finding.
    pub(crate) fn say(&mut self, finding: &Finding, say: &Say, text: &str) -> Option<()> {
        (finding.what == self.about.what).then_some(())?;
        let quote = self.about.what == What::Quote;
        self.ruling = Ruling::Accepted;
        match say {
            Say::Accept | Say::Mark => self.settle(finding, text),
            Say::Reject => self.ruling = Ruling::Rejected,
            Say::Kind(kind) => self.amends.kind = Some(worded(kind)?),
            Say::Extent(span) => {
                self.amends.extent = Some(place(text, *span)?);
                self.amends.pieces = Vec::new();
            }
            Say::Pieces(spans) => {
                quote.then_some(())?;
                let pieces = spans.iter().map(|span| place(text, *span));
                self.amends.pieces = pieces.collect::<Option<_>>()?;
                let [first, .., last] = &self.amends.pieces[..] else { return None };
                let is_in_order = self
                    .amends
                    .pieces
                    .is_sorted_by(|one, next| one.span.end() <= next.span.start());
                is_in_order.then_some(())?;
                self.amends.extent = Some(place(text, first.span.cover(last.span))?);
            }
            Say::Speaker(speaker) => {
                self.amends.speaker = Some(match speaker {
                    Speaker::Named(name) => Speaker::Named(worded(name)?),
                    Speaker::Nobody => Speaker::Nobody,
                });
                quote.then_some(())?;
            }
            Say::Cue(span) => {
                let cue = span.map(|span| place(text, span).map(Cue::At).ok_or(()));
                self.amends.cue = Some(cue.unwrap_or(Ok(Cue::Nowhere)).ok()?);
                quote.then_some(())?;
            }
        }
        Some(())
    }

    /// Settles all of the finding as it is shown: a later reading that decides otherwise is
    /// overruled, and not passed off as accepted.
    fn settle(&mut self, finding: &Finding, text: &str) {
        let amends = &mut self.amends;
        amends.kind.get_or_insert_with(|| finding.kind.clone());
        if finding.what == What::Quote && finding.kind != SET_APART {
            amends.speaker.get_or_insert_with(|| {
                finding.speaker.clone().map_or(Speaker::Nobody, Speaker::Named)
            });
            amends.cue.get_or_insert_with(|| {
                let cue = finding.cue.and_then(|cue| place(text, cue));
                cue.map_or(Cue::Nowhere, Cue::At)
            });
        }
    }
}

fn worded(words: &str) -> Option<String> {
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

/// The words there, whole and without white space at their edges.
pub(crate) fn place(text: &str, span: Span) -> Option<Anchor> {
    let span = span.on_graphemes(text).trimmed(text);
    (!span.is_empty()).then(|| Anchor::new(text, span))
}
