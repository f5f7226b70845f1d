//! [`Anchor`]: how an annotation remembers where it stands.

use galley_text::{Span, order};
use serde::{Deserialize, Serialize};

/// A place in a text: its position, its words, and the words around it. The form that is stored;
/// [`Anchor::resolve`] finds the place again in a text that may have changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The position in the text it was made in.
    pub span: Span,
    /// The words themselves.
    pub exact: String,
    /// Up to [`Anchor::CONTEXT`] characters before them.
    pub prefix: String,
    /// Up to [`Anchor::CONTEXT`] characters after them.
    pub suffix: String,
}

/// Where an anchor leads in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolution {
    /// The same words in the same surroundings at the same position.
    Exact(Span),
    /// The same words at another position, with the share of the remembered characters that agree.
    Moved(Span, f32),
    /// Nowhere, or not surely enough anywhere. For the reader to place.
    Orphan,
}

impl Resolution {
    /// The place, where there is one.
    pub fn span(self) -> Option<Span> {
        match self {
            Resolution::Exact(span) | Resolution::Moved(span, _) => Some(span),
            Resolution::Orphan => None,
        }
    }
}

/// Of the remembered characters, the share that must agree before an anchor moves.
const FLOOR: f32 = 0.5;

/// Of the remembered context, the share by which a place must beat the runner-up.
const MARGIN: f32 = 0.25;

/// Words that stand in more places than this are too common to be found by their context; the
/// bound also keeps the search linear.
const MOST_PLACES: usize = 256;

impl Anchor {
    /// Length of `prefix` and `suffix` in characters.
    pub const CONTEXT: usize = 32;

    /// Remembers `span` of `text`, grown to whole graphemes. The context, too, begins and ends with
    /// a whole one.
    pub fn new(text: &str, span: Span) -> Self {
        let span = span.on_graphemes(text);
        let (before, after) = (&text[..span.start()], &text[span.end()..]);
        let first = before.char_indices().rev().nth(Self::CONTEXT - 1).map_or(0, |(at, _)| at);
        let last = after.char_indices().nth(Self::CONTEXT).map_or(after.len(), |(at, _)| at);
        let last = span.end() + last;
        // Nothing grows to the grapheme that it falls into, which is then left out.
        let first = Span::new(first, first).on_graphemes(text).end().min(span.start());
        let last = Span::new(last, last).on_graphemes(text).start().max(span.end());
        Self {
            span,
            exact: span.of(text).into(),
            prefix: text[first..span.start()].into(),
            suffix: text[span.end()..last].into(),
        }
    }

    /// Finds the place in `text`: by position, else by words and context. It never jumps in
    /// silence: a place that does not clear the floor, or not the runner-up by a margin, is an
    /// [`Resolution::Orphan`]. Costs time linear in `text`.
    pub fn resolve(&self, text: &str) -> Resolution {
        let here = self.span;
        let in_place = here.of(text) == self.exact
            && here.fits(text)
            && text[..here.start()].ends_with(&self.prefix)
            && text[here.end()..].starts_with(&self.suffix);
        if in_place {
            return Resolution::Exact(here);
        }
        self.find(text).unwrap_or(Resolution::Orphan)
    }

    fn find(&self, text: &str) -> Option<Resolution> {
        let places: Vec<(usize, Span)> = occurrences(text, &self.exact)
            .take(MOST_PLACES + 1)
            .map(|span| (self.agreement(text, span), span))
            .collect();
        if places.len() > MOST_PLACES {
            return None;
        }
        let best_first =
            order(places.iter().map(|(agreeing, _)| [u64::MAX - *agreeing as u64, 0, 0]));
        let (agreeing, span) = places[*best_first.first()?];

        let words = self.exact.chars().count() as f32;
        let context = (self.prefix.chars().count() + self.suffix.chars().count()) as f32;
        let score = (words + agreeing as f32) / (words + context);
        let lead = best_first.get(1).map(|&second| (agreeing - places[second].0) as f32);
        let clear = lead.is_none_or(|lead| lead > 0.0 && lead >= MARGIN * context);
        (score >= FLOOR && clear).then_some(Resolution::Moved(span, score))
    }

    /// How many characters of context agree with `text` around `span`, counted outwards.
    fn agreement(&self, text: &str, span: Span) -> usize {
        let before = text[..span.start()].chars().rev().zip(self.prefix.chars().rev());
        let after = text[span.end()..].chars().zip(self.suffix.chars());
        before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count()
    }
}

/// Every place of `words`, overlapping ones too; none for no words.
fn occurrences(text: &str, words: &str) -> impl Iterator<Item = Span> {
    let step = words.chars().next().map(char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(words)?;
        from = start + step?;
        Some(Span::new(start, start + words.len()))
    })
}
