//! [`Pieces`]: which of many spans lie over one, without a look at all of them.

use galley_text::Span;

/// Spans, each with the number of what it belongs to.
pub(super) struct Pieces {
    /// In order.
    pieces: Vec<(Span, usize)>,
    /// How far any piece up to each reaches.
    reaches: Vec<usize>,
}

impl Pieces {
    /// The contents of `quotes`, numbered as these are.
    pub(super) fn contents<'a>(quotes: impl IntoIterator<Item = &'a crate::Quote>) -> Self {
        let numbered = quotes.into_iter().enumerate();
        numbered
            .flat_map(|(at, quote)| quote.content.iter().map(move |piece| (*piece, at)))
            .collect()
    }

    /// The numbers of those that overlap `span`, one for each piece, the last piece first.
    pub(super) fn over(&self, span: Span) -> impl Iterator<Item = usize> {
        let before = self.pieces.partition_point(|(piece, _)| piece.start() < span.end());
        let near = (0..before).rev().take_while(move |at| self.reaches[*at] > span.start());
        near.filter(move |at| self.pieces[*at].0.overlaps(span)).map(|at| self.pieces[at].1)
    }

    /// The least number of those that overlap `span`.
    pub(super) fn first_over(&self, span: Span) -> Option<usize> {
        self.over(span).min()
    }
}

impl FromIterator<(Span, usize)> for Pieces {
    fn from_iter<T: IntoIterator<Item = (Span, usize)>>(pieces: T) -> Self {
        let mut pieces: Vec<(Span, usize)> = pieces.into_iter().collect();
        pieces.sort_unstable();
        let reach = |reach: &mut usize, (piece, _): &(Span, usize)| {
            *reach = piece.end().max(*reach);
            Some(*reach)
        };
        let reaches = pieces.iter().scan(0, reach).collect();
        Self { pieces, reaches }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn those_over_a_span_are_all_that_overlap_it(
            ends in prop::collection::vec((0usize..40, 0usize..12), 0..12),
            from in 0usize..40,
            length in 0usize..12,
        ) {
            let spans: Vec<Span> = ends.iter().map(|(at, long)| Span::new(*at, at + long)).collect();
            let span = Span::new(from, from + length);
            let numbered = spans.iter().copied().zip(0..);
            let mut over: Vec<usize> = numbered.clone().collect::<Pieces>().over(span).collect();
            over.sort_unstable();
            let all: Vec<usize> =
                numbered.filter(|(piece, _)| piece.overlaps(span)).map(|(_, at)| at).collect();
            prop_assert_eq!(over, all);
        }
    }
}
