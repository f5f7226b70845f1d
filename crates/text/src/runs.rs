//! [`runs()`]: overlapping marks turned into pieces that can be drawn one after another.

use crate::{Span, order};

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
    let clipped: Vec<(Span, usize)> = marks
        .iter()
        .enumerate()
        .filter_map(|(index, mark)| Some((mark.intersection(within)?, index)))
        .collect();
    let outermost_first = order(clipped.iter().map(|&(clipped, index)| {
        let whole = marks[index];
        [clipped.start() as u64, whole.start() as u64, u64::MAX - whole.end() as u64]
    }));
    let opening: Vec<(Span, usize)> = outermost_first.into_iter().map(|at| clipped[at]).collect();
    let edges = edges(within, &opening);

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

/// Where a run begins or ends: every edge once, in order.
fn edges(within: Span, clipped: &[(Span, usize)]) -> Vec<usize> {
    let mut edges: Vec<usize> = clipped.iter().flat_map(|(m, _)| [m.start(), m.end()]).collect();
    edges.extend([within.start(), within.end()]);
    let sorted = order(edges.iter().map(|&edge| [edge as u64, 0, 0]));
    edges = sorted.into_iter().map(|at| edges[at]).collect();
    edges.dedup();
    edges
}
