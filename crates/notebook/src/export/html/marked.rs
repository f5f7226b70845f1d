//! [`Marked`]: the article's text with its marks, links and notes as HTML.

use galley_text::{Span, runs};

use super::{escaped, link};
use crate::Notebook;
use crate::export::Report;

/// Everything that lies over the text, and the text.
pub(super) struct Marked<'n> {
    text: &'n str,
    /// The spans of the layers, index for index, in order.
    spans: Vec<Span>,
    /// The furthest end up to and with each span.
    reach: Vec<usize>,
    layers: Vec<Layer<'n>>,
}

/// One thing that lies over the text.
enum Layer<'n> {
    Mark {
        kind: &'n str,
        label: &'n str,
    },
    /// A piece of a quote, with the quote's number; the first piece can be linked to.
    Quote {
        number: usize,
        first: bool,
    },
    /// An annotation, with its number.
    Note(usize),
    Link(&'n str),
}

impl<'n> Marked<'n> {
    pub(super) fn new(notebook: &'n Notebook, report: &'n Report) -> Self {
        let article = notebook.article();
        let mut over: Vec<(Span, Layer)> = Vec::new();
        over.extend(article.links().iter().map(|link| (link.span, Layer::Link(&link.address))));
        for (at, said) in report.quotes.iter().enumerate() {
            let piece = |(n, &span)| (span, Layer::Quote { number: at + 1, first: n == 0 });
            over.extend(said.content.iter().enumerate().map(piece));
        }
        over.extend(
            report
                .marks
                .iter()
                .map(|mark| (mark.span, Layer::Mark { kind: &mark.kind, label: &mark.label })),
        );
        for (at, annotation) in notebook.annotations().iter().enumerate() {
            let place = annotation.anchor.resolve(article.text()).span();
            over.extend(place.map(|span| (span, Layer::Note(at + 1))));
        }
        over.sort_by_key(|(span, _)| *span);
        let (spans, layers): (Vec<Span>, Vec<Layer>) = over.into_iter().unzip();
        let furthest = |end: &mut usize, span: &Span| {
            *end = span.end().max(*end);
            Some(*end)
        };
        let reach = spans.iter().scan(0, furthest).collect();
        Self { text: article.text(), spans, reach, layers }
    }

    /// The HTML of one block's text. Only the layers that can touch the block are looked at.
    pub(super) fn write(&self, block: Span) -> String {
        let first = self.reach.partition_point(|&end| end <= block.start());
        let last = self.spans.partition_point(|span| span.start() < block.end());
        let near = self.spans.get(first..last).unwrap_or_default();
        let runs = runs(block, near).into_iter();
        runs.map(|run| {
            let over: Vec<usize> = run.marks.iter().map(|mark| first + mark).collect();
            self.run(run.span, &over)
        })
        .collect()
    }

    fn run(&self, span: Span, over: &[usize]) -> String {
        let mut inside = escaped(span.of(self.text));
        let classes: Vec<String> = over.iter().filter_map(|&at| self.class(at)).collect();
        if !classes.is_empty() {
            let labels: Vec<String> = over.iter().filter_map(|&at| self.label(at)).collect();
            let title = if labels.is_empty() {
                String::new()
            } else {
                format!(" title=\"{}\"", labels.join(" · "))
            };
            inside = format!("<mark class=\"{}\"{title}>{inside}</mark>", classes.join(" "));
        }
        for &at in over {
            if let Layer::Link(address) = self.layers[at] {
                inside = link(address, &inside);
                break;
            }
        }
        let targets: String = over.iter().filter_map(|&at| self.target(at, span)).collect();
        let numbers: String = over.iter().filter_map(|&at| self.number(at, span)).collect();
        format!("{targets}{inside}{numbers}")
    }

    fn class(&self, at: usize) -> Option<String> {
        match self.layers[at] {
            Layer::Mark { kind, .. } => Some(escaped(kind)),
            Layer::Quote { .. } => Some("quote".into()),
            Layer::Note(_) => Some("annotation".into()),
            Layer::Link(_) => None,
        }
    }

    fn label(&self, at: usize) -> Option<String> {
        match self.layers[at] {
            Layer::Mark { label, .. } => Some(escaped(label)),
            _ => None,
        }
    }

    /// Something to link to, before the first run of a quote or an annotation.
    fn target(&self, at: usize, run: Span) -> Option<String> {
        let name = match self.layers[at] {
            Layer::Quote { number, first: true } => format!("quote-{number}"),
            Layer::Note(number) => format!("note-{number}"),
            _ => return None,
        };
        let begins = self.spans[at].start() == run.start();
        begins.then(|| format!("<span id=\"{name}\"></span>"))
    }

    /// An annotation's number, after its last run.
    fn number(&self, at: usize, run: Span) -> Option<String> {
        let Layer::Note(number) = self.layers[at] else {
            return None;
        };
        let ends = self.spans[at].end() == run.end();
        ends.then(|| format!("<sup>{number}</sup>"))
    }
}
