//! [`draw`]: which marks stand on which paragraph, as a pure function of what is known.
//!
//! Paragraphs are compared by what they show, so that Yew redraws only those that change.

use std::rc::Rc;

use galley_engine::{EntityId, Findings, QuoteKind};
use galley_notebook::AnnotationId;
use galley_text::{Block, BlockKind, Span, order};

use super::label::Tint;
use super::layer::{Layer, Layers};

/// What a mark, a card or a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// The quote at this index of the findings.
    Quote(usize),
    /// The mention at this index.
    Mention(usize),
    /// The words at this index of `Findings::scare`.
    Scare(usize),
    /// Somebody or something named in the article.
    Entity(EntityId),
    /// The reader's own.
    Annotation(AnnotationId),
}

/// The reader's own mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Own {
    /// Its annotation.
    pub(crate) id: AnnotationId,
    /// Where it stands.
    pub(crate) span: Span,
    /// Whether it bears a note.
    pub(crate) noted: bool,
    /// Its label's.
    pub(crate) badge: Option<Badge>,
}

/// What tells marks of one label from those of another: a colour, and a sign for who sees none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Badge {
    /// The colour.
    pub(crate) tint: Tint,
    /// The sign.
    pub(crate) sign: char,
}

/// All that the drawing depends on.
pub(crate) struct Scene<'a> {
    /// The article's paragraphs.
    pub(crate) blocks: &'a [Block],
    /// What the engine found, once it has read the article.
    pub(crate) findings: Option<&'a Findings>,
    /// The reader's own marks.
    pub(crate) own: &'a [Own],
    /// Which marks are wanted.
    pub(crate) layers: Layers,
    /// What the reader points at.
    pub(crate) focus: Option<Target>,
}

/// A piece of the reading column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A part of the article.
    Paragraph(Rc<Paragraph>),
    /// Neighbouring lines of the page around it, folded; with the reason for the first.
    Furniture(Vec<Rc<Paragraph>>, &'static str),
}

/// A paragraph with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: BlockKind,
    /// The marks that touch it, not clipped to it.
    pub(crate) marks: Vec<Mark>,
}

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where it stands.
    pub(crate) span: Span,
    /// How it looks.
    pub(crate) look: Look,
    /// Whether the reader points at it.
    pub(crate) lit: bool,
    /// Whether the engine is unsure of it.
    pub(crate) doubtful: bool,
}

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// A quote in quotation marks, at least in part.
    Direct,
    /// A quote without any.
    Indirect,
    /// The words that report a quote; seen when it is pointed at.
    Cue,
    /// The source of a quote; seen when it is pointed at.
    Source,
    /// Words set apart.
    Scare,
    /// A name, a date or an amount.
    Name(Layer),
    /// The reader's own.
    Own {
        /// Whether it bears a note.
        noted: bool,
        /// Its label's.
        badge: Option<Badge>,
    },
}

impl Look {
    /// What tells it from marks of other labels.
    pub(crate) const fn badge(self) -> Option<Badge> {
        match self {
            Look::Own { badge, .. } => badge,
            _ => None,
        }
    }

    /// The class that draws it.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Look::Direct => "m-direct",
            Look::Indirect => "m-indirect",
            Look::Cue => "m-cue",
            Look::Source => "m-source",
            Look::Scare => "m-scare",
            Look::Name(layer) => layer.class(),
            Look::Own { noted: false, .. } => "m-mine",
            Look::Own { noted: true, .. } => "m-mine m-noted",
        }
    }

    /// The class that shows it pointed at.
    pub(crate) const fn lit_class(self) -> &'static str {
        match self {
            Look::Direct | Look::Indirect => "lit-quote",
            Look::Own { .. } => "lit-mine",
            Look::Cue => "lit-cue",
            Look::Source | Look::Scare | Look::Name(_) => "lit-name",
        }
    }
}

/// Lays the marks out over the article's paragraphs.
pub(crate) fn draw(scene: &Scene) -> Vec<Piece> {
    let found = marks(scene);
    let by_place = order(found.iter().map(|it| [it.span.start() as u64, it.span.end() as u64, 0]));
    let marks: Vec<Mark> = by_place.into_iter().map(|index| found[index]).collect();
    let furniture = scene.findings.map_or(&[][..], |findings| &findings.furniture[..]);
    let mut ahead = &marks[..];
    let mut running: Vec<Mark> = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    for &Block { span, kind } in scene.blocks {
        running.retain(|mark| mark.span.end() > span.start());
        let here = ahead.partition_point(|mark| mark.span.start() < span.end());
        running.extend(ahead[..here].iter().filter(|mark| mark.span.end() > span.start()));
        ahead = &ahead[here..];
        let paragraph = Rc::new(Paragraph { span, kind, marks: running.clone() });
        let next = furniture.partition_point(|line| line.span.end() <= span.start());
        let folded = furniture.get(next).filter(|line| line.span.contains(span));
        match (folded, pieces.last_mut()) {
            (Some(_), Some(Piece::Furniture(lines, _))) => lines.push(paragraph),
            (Some(line), _) => {
                pieces.push(Piece::Furniture(vec![paragraph], line.rule.reason()));
            }
            (None, _) => pieces.push(Piece::Paragraph(paragraph)),
        }
    }
    pieces
}

fn marks(scene: &Scene) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    if let Some(findings) = scene.findings {
        if scene.layers.has(Layer::Quotes) {
            quotes(findings, scene.focus, &mut marks);
        }
        let lit = scene.focus.and_then(|focus| entity_of(findings, focus));
        marks.extend(findings.mentions.iter().enumerate().filter_map(|(index, mention)| {
            let layer = Layer::of(mention.kind);
            let pointed = scene.focus == Some(Target::Mention(index));
            scene.layers.has(layer).then(|| Mark {
                span: mention.span,
                look: Look::Name(layer),
                lit: pointed || (lit.is_some() && mention.entity == lit),
                doubtful: mention.confidence.is_doubtful(),
            })
        }));
    }
    if scene.layers.has(Layer::Mine) {
        marks.extend(scene.own.iter().map(|own| Mark {
            span: own.span,
            look: Look::Own { noted: own.noted, badge: own.badge },
            lit: scene.focus == Some(Target::Annotation(own.id)),
            doubtful: false,
        }));
    }
    marks
}

/// The entity that the target names, if any; a quote names its speaker.
pub(crate) fn entity_of(findings: &Findings, target: Target) -> Option<EntityId> {
    match target {
        Target::Entity(id) => Some(id),
        Target::Mention(index) => findings.mentions.get(index)?.entity,
        Target::Quote(index) => findings.quotes.get(index)?.speaker,
        Target::Scare(_) | Target::Annotation(_) => None,
    }
}

fn quotes(findings: &Findings, focus: Option<Target>, marks: &mut Vec<Mark>) {
    let lit_speaker = match focus {
        Some(Target::Entity(id)) => Some(id),
        _ => None,
    };
    for (index, quote) in findings.quotes.iter().enumerate() {
        let look = if quote.kind == QuoteKind::Indirect { Look::Indirect } else { Look::Direct };
        let pointed = focus == Some(Target::Quote(index));
        let lit = pointed || (lit_speaker.is_some() && quote.speaker == lit_speaker);
        let mark = |span, look| Mark { span, look, lit, doubtful: quote.confidence.is_doubtful() };
        marks.extend(quote.content.iter().map(|&span| mark(span, look)));
        // Unseen until they are lit, but always there: what is pointed at changes how marks look and
        // never how the text is cut, or it would take the ground from under a selection.
        let part = |span, look| Mark { lit: pointed, doubtful: false, ..mark(span, look) };
        marks.extend(quote.cue.map(|span| part(span, Look::Cue)));
        marks.extend(quote.source.map(|span| part(span, Look::Source)));
    }
    marks.extend(findings.scare.iter().enumerate().map(|(index, scare)| Mark {
        span: scare.span,
        look: Look::Scare,
        lit: focus == Some(Target::Scare(index)),
        doubtful: scare.confidence.is_doubtful(),
    }));
}

/// Where a target stands, in order: the first bytes of its places.
pub(crate) fn starts(findings: &Findings, own: &[Own], target: Target) -> Vec<usize> {
    let mentions = findings.mentions.iter();
    let spans: Vec<Span> = match target {
        Target::Quote(index) => {
            let quote = findings.quotes.get(index);
            quote.and_then(|quote| quote.content.first()).copied().into_iter().collect()
        }
        Target::Mention(index) => mentions.skip(index).take(1).map(|it| it.span).collect(),
        Target::Scare(index) => findings.scare.get(index).map(|it| it.span).into_iter().collect(),
        Target::Entity(id) => {
            mentions.filter(|it| it.entity == Some(id)).map(|it| it.span).collect()
        }
        Target::Annotation(id) => own.iter().filter(|it| it.id == id).map(|it| it.span).collect(),
    };
    spans.into_iter().map(Span::start).collect()
}

/// What stands at a byte offset of the text, the shortest first.
pub(crate) fn under(scene: &Scene, offset: usize) -> Vec<Target> {
    let mut found: Vec<(usize, Target)> = Vec::new();
    let mut add = |span: Span, target| {
        if span.holds(offset) {
            found.push((span.len(), target));
        }
    };
    if scene.layers.has(Layer::Mine) {
        scene.own.iter().for_each(|own| add(own.span, Target::Annotation(own.id)));
    }
    if let Some(findings) = scene.findings {
        for (index, mention) in findings.mentions.iter().enumerate() {
            if scene.layers.has(Layer::of(mention.kind)) {
                add(mention.span, Target::Mention(index));
            }
        }
        if scene.layers.has(Layer::Quotes) {
            for (index, quote) in findings.quotes.iter().enumerate() {
                let spans = quote.content.iter().chain(&quote.cue);
                spans.for_each(|&span| add(span, Target::Quote(index)));
            }
            for (index, scare) in findings.scare.iter().enumerate() {
                add(scare.span, Target::Scare(index));
            }
        }
    }
    let shortest_first = order(found.iter().map(|&(length, _)| [length as u64, 0, 0]));
    shortest_first.into_iter().map(|index| found[index].1).collect()
}

#[cfg(test)]
#[path = "drawing_tests.rs"]
mod tests;
