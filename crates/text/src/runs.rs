//! [`runs()`]: overlapping marks turned into pieces that can be drawn one after another.

use std::cmp::Reverse;

use crate::Span;

/// A piece of text on which the same marks stand throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands; never empty.
    pub span: Span,
    /// Indices of the marks that cover it, outermost (earliest start, then longest) first.
    pub marks: Vec<usize>,
}

/// Cuts `within` at every edge of `marks`. The runs touch, are in order, and cover `within`
/// exactly; marks may overlap and nest to any depth, in any order. Empty marks draw nothing.
///
/// Costs `O(m log m + r d)` for `m` marks, `r` runs and depth `d`.
pub fn runs(within: Span, marks: &[Span]) -> Vec<Run> {
    let mut opening: Vec<(Span, usize)> = marks
        .iter()
        .enumerate()
        .filter_map(|(index, mark)| Some((mark.intersection(within)?, index)))
        .collect();
    opening.sort_by_key(|&(clipped, index)| {
        let whole = marks[index];
        (clipped.start(), whole.start(), Reverse(whole.end()), index)
    });

    let mut edges: Vec<usize> = opening.iter().flat_map(|(m, _)| [m.start(), m.end()]).collect();
    edges.extend([within.start(), within.end()]);
    edges.sort_unstable();
    edges.dedup();

    let mut active: Vec<(Span, usize)> = Vec::new();
    let mut next = 0;
    let mut out = Vec::with_capacity(edges.len());
    for edge in edges.windows(2) {
        let span = Span::new(edge[0], edge[1]);
        active.retain(|(mark, _)| mark.end() > span.start());
        while next < opening.len() && opening[next].0.start() == span.start() {
            active.push(opening[next]);
            next += 1;
        }
        out.push(Run { span, marks: active.iter().map(|&(_, index)| index).collect() });
    }
    out
}
