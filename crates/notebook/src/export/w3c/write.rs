//! [`write()`]: annotations and findings to JSON-LD.

use galley_text::Offsets;

use super::shape::{Collection, Item, Page, Selector, Target, Targets, TextualBody};
use crate::export::{Mark, Report, Said};
use crate::{Anchor, Annotation, Article, Motivation, Notebook};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The annotations of `notebook` in order of their positions, then the quotes and the marks of
/// `report`, as an indented JSON document. A quote in pieces has several targets.
pub fn write(notebook: &Notebook, report: &Report) -> String {
    let source = Source::new(notebook.article());
    let quotes = report.quotes.iter().enumerate().map(|(at, said)| source.quote(at + 1, said));
    let marks = report.marks.iter().enumerate().map(|(at, mark)| source.mark(at + 1, mark));
    let items: Vec<Item> = notebook
        .annotations()
        .iter()
        .map(|it| source.item(it))
        .chain(quotes)
        .chain(marks)
        .collect();
    let source = source.address;
    let collection = Collection {
        context: CONTEXT,
        id: format!("{source}#annotations"),
        kind: "AnnotationCollection",
        label: &notebook.header().details.title,
        total: items.len(),
        first: Page {
            id: format!("{source}#annotations-1"),
            kind: "AnnotationPage",
            start_index: 0,
            items,
        },
    };
    serde_json::to_string_pretty(&collection).expect("annotations are plain JSON")
}

/// The article that the targets point into.
struct Source<'a> {
    address: String,
    text: &'a str,
    offsets: Offsets<'a>,
}

impl<'a> Source<'a> {
    fn new(article: &'a Article) -> Self {
        let text = article.text();
        Self { address: format!("urn:uuid:{}", article.id()), text, offsets: Offsets::new(text) }
    }

    fn item(&self, annotation: &Annotation) -> Item {
        let note = Some(&annotation.body.note).filter(|note| !note.is_empty());
        let comment = note.map(|note| textual(Motivation::Commenting, note));
        let tags = annotation.body.tags.iter().map(|tag| textual(Motivation::Tagging, tag));
        Item {
            id: format!("urn:uuid:{}", annotation.id),
            kind: "Annotation".into(),
            motivation: Some(annotation.motivation()),
            created: Some(annotation.created.iso8601()),
            modified: Some(annotation.modified.iso8601()),
            body: comment.into_iter().chain(tags).collect(),
            target: Targets::One(self.target(annotation.anchor.clone())),
        }
    }

    fn quote(&self, number: usize, said: &Said) -> Item {
        let speaker = said.who(self.text).map(|who| textual(Motivation::Identifying, &who));
        let pieces = said.content.iter().map(|&piece| Anchor::new(self.text, piece));
        self.finding(
            &format!("quote-{number}"),
            [textual(Motivation::Classifying, &format!("{} quote", said.kind))]
                .into_iter()
                .chain(speaker),
            pieces.map(|anchor| self.target(anchor)).collect(),
        )
    }

    fn mark(&self, number: usize, mark: &Mark) -> Item {
        let bodies = [
            textual(Motivation::Classifying, &mark.kind),
            textual(Motivation::Identifying, &mark.label),
        ];
        let target = self.target(Anchor::new(self.text, mark.span));
        self.finding(&format!("mark-{number}"), bodies, vec![target])
    }

    fn finding(
        &self,
        name: &str,
        bodies: impl IntoIterator<Item = TextualBody>,
        targets: Vec<Target>,
    ) -> Item {
        Item {
            id: format!("{}#{name}", self.address),
            kind: "Annotation".into(),
            motivation: Some(Motivation::Classifying),
            created: None,
            modified: None,
            body: bodies.into_iter().collect(),
            target: Targets::Many(targets),
        }
    }

    fn target(&self, anchor: Anchor) -> Target {
        let Anchor { span, exact, prefix, suffix } = anchor;
        let [start, end] = [span.start(), span.end()].map(|byte| self.offsets.code_point(byte).0);
        Target {
            source: self.address.clone(),
            selector: vec![
                Selector::TextQuoteSelector { exact, prefix, suffix },
                Selector::TextPositionSelector { start, end },
            ],
        }
    }
}

fn textual(purpose: Motivation, value: &str) -> TextualBody {
    TextualBody {
        kind: "TextualBody".into(),
        purpose: Some(purpose),
        format: Some("text/plain".into()),
        value: value.into(),
    }
}
