//! [`Lines`]: where a caret can stand in a text, and where it goes from there.

use crate::edge::{back, on};
use crate::{Edge, Span, Stride, Way};

/// How far a caret goes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Past one grapheme.
    Character,
    /// To the end of the next word, or to the beginning of the one before.
    Word,
    /// To the end of the sentence, or to its beginning; from there, on to the next or the one before.
    Sentence,
}

/// What of a text is shown, for a caret to stand in.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// The text.
    pub text: &'a str,
    /// The paragraphs that are shown, in order. A caret stands in one of them or at its edge.
    pub paragraphs: &'a [Span],
    /// The sentences, in order.
    pub sentences: &'a [Span],
}

impl Lines<'_> {
    /// The byte offset that is a step away from `at`; `at` itself where nothing more is shown that way.
    pub fn step(self, at: usize, way: Way, step: Step) -> usize {
        let at = Span::new(at, at).on_graphemes(self.text).start();
        let to = match (step, way) {
            (Step::Character, Way::On) => Span::new(at, at + 1).on_graphemes(self.text).end(),
            (Step::Character, Way::Back) => {
                Span::new(at.saturating_sub(1), at).on_graphemes(self.text).start()
            }
            (Step::Word, Way::On) => on(self.text, at, Edge::End, Stride::Word),
            (Step::Word, Way::Back) => back(self.text, at, Edge::Start, Stride::Word),
            (Step::Sentence, Way::On) => {
                let next = self.sentences.partition_point(|it| it.end() <= at);
                self.sentences.get(next).map_or(self.text.len(), |it| it.end())
            }
            (Step::Sentence, Way::Back) => {
                let after = self.sentences.partition_point(|it| it.start() < at);
                after.checked_sub(1).map_or(0, |before| self.sentences[before].start())
            }
        };
        self.shown(to, way).unwrap_or(at)
    }

    /// The first offset from `at` on this way that is in a paragraph, else the last on the other way.
    fn shown(self, at: usize, way: Way) -> Option<usize> {
        let next = self.paragraphs.partition_point(|it| it.end() < at);
        let (before, after) = self.paragraphs.split_at(next);
        let ahead = after.first().map(|it| it.start().max(at));
        let behind = before.last().map(|it| it.end());
        match way {
            Way::On => ahead.or(behind),
            Way::Back if ahead == Some(at) => ahead,
            Way::Back => behind.or(ahead),
        }
    }
}
