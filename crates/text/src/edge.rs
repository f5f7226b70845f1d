//! [`Edge`]: moves one edge of a span at a time, by characters, words or sentences.

use crate::Span;

/// Which edge of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// Which way an edge goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning of the text.
    Back,
    /// Towards its end.
    On,
}

/// How far an edge goes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// To the next edge of a grapheme.
    Character,
    /// To the next edge of a word, or past one sign that is no part of a word.
    Word,
}

impl Span {
    /// This span with one edge a stride away. The edge leaves no white space inside, cuts no
    /// grapheme and never passes the other one: where it would, the span stays as it is.
    #[must_use]
    pub fn with_edge_moved(self, text: &str, edge: Edge, way: Way, stride: Stride) -> Span {
        let from = match edge {
            Edge::Start => self.start(),
            Edge::End => self.end(),
        };
        let to = match way {
            Way::Back => back(text, from, edge, stride),
            Way::On => on(text, from, edge, stride),
        };
        let (start, end) = match edge {
            Edge::Start => (to, self.end()),
            Edge::End => (self.start(), to),
        };
        if start < end { self.or_within(text, start, end) } else { self }
    }

    /// This span with one edge at the stop that is nearest to `at`, under the same rules; where it
    /// would pass the other edge, it stays a stride before that.
    #[must_use]
    pub fn with_edge_at(self, text: &str, edge: Edge, at: usize, stride: Stride) -> Span {
        let at = nearest(text, at, stride);
        let (start, end) = match edge {
            Edge::Start => (at.min(back(text, self.end(), edge, stride)), self.end()),
            Edge::End => (self.start(), at.max(on(text, self.start(), edge, stride))),
        };
        self.or_within(text, start, end)
    }

    /// This span with one edge at the next edge of its kind among `sentences`, which are in order;
    /// the same span where there is none, or where it would pass the other edge.
    #[must_use]
    pub fn with_edge_at_sentence(self, sentences: &[Span], edge: Edge, way: Way) -> Span {
        let stops = sentences.iter().map(|sentence| match edge {
            Edge::Start => sentence.start(),
            Edge::End => sentence.end(),
        });
        let from = if edge == Edge::Start { self.start() } else { self.end() };
        let to = match way {
            Way::Back => stops.rev().find(|stop| *stop < from),
            Way::On => stops.clone().find(|stop| *stop > from),
        };
        match (to, edge) {
            (Some(start), Edge::Start) if start < self.end() => Span::new(start, self.end()),
            (Some(end), Edge::End) if end > self.start() => Span::new(self.start(), end),
            _ => self,
        }
    }

    /// What lies between two stops, without white space at its edges; this span where that is nothing.
    fn or_within(self, text: &str, start: usize, end: usize) -> Span {
        let moved = Span::new(start, end).trimmed(text);
        if moved.is_empty() { self } else { moved.on_graphemes(text) }
    }
}

/// The stop that is nearest to `at`.
fn nearest(text: &str, at: usize, stride: Stride) -> usize {
    let at = Span::new(at, at).on_graphemes(text).start();
    if stride == Stride::Character {
        return at;
    }
    let (before, after) = (start_of_word(text, at), end_of_word(text, at));
    if at - before <= after - at { before } else { after }
}

/// The stop after `from`. A start skips white space behind it, an end the white space before it.
pub(crate) fn on(text: &str, from: usize, edge: Edge, stride: Stride) -> usize {
    let blank = |at: usize| text[at..].len() - text[at..].trim_start().len();
    let from = if edge == Edge::End { from + blank(from) } else { from };
    let Some(first) = text[from..].chars().next() else { return from };
    let end = if stride == Stride::Word && first.is_alphanumeric() {
        end_of_word(text, from)
    } else {
        from + first.len_utf8()
    };
    let end = Span::new(from, end).on_graphemes(text).end();
    if edge == Edge::Start { end + blank(end) } else { end }
}

/// The stop before `from`.
pub(crate) fn back(text: &str, from: usize, edge: Edge, stride: Stride) -> usize {
    let blank = |at: usize| text[..at].trim_end().len();
    let from = if edge == Edge::Start { blank(from) } else { from };
    let Some(last) = text[..from].chars().next_back() else { return from };
    let start = if stride == Stride::Word && goes_on(text, from - last.len_utf8(), last) {
        start_of_word(text, from)
    } else {
        from - last.len_utf8()
    };
    let start = Span::new(start, from).on_graphemes(text).start();
    if edge == Edge::End { blank(start) } else { start }
}

/// Where the word begins that goes on until `at`.
fn start_of_word(text: &str, at: usize) -> usize {
    let ahead = text[..at].char_indices().rev().find(|(at, c)| !goes_on(text, *at, *c));
    ahead.map_or(0, |(at, c)| at + c.len_utf8())
}

/// Where the word ends that goes on from `at`.
fn end_of_word(text: &str, at: usize) -> usize {
    let rest = text[at..].char_indices().find(|(length, c)| !goes_on(text, at + length, *c));
    rest.map_or(text.len(), |(length, _)| at + length)
}

/// Whether a word goes on with `c`, which stands at `at`: with letters, digits, what stands over or under them,
/// an apostrophe between letters and a point or a comma between digits, as Unicode has it (UAX 29).
fn goes_on(text: &str, at: usize, c: char) -> bool {
    c.is_alphanumeric() || joins(text, at, c) || Span::new(at, at).on_graphemes(text).start() < at
}

fn joins(text: &str, at: usize, c: char) -> bool {
    let is_between = |wanted: fn(char) -> bool| {
        let before = text[..at].chars().next_back();
        let after = text[at + c.len_utf8()..].chars().next();
        before.is_some_and(wanted) && after.is_some_and(wanted)
    };
    match c {
        '’' | '\'' => is_between(char::is_alphabetic),
        '.' | ',' => is_between(char::is_numeric),
        _ => false,
    }
}
