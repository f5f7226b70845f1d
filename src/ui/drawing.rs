//! [`draw`]: which marks stand on which paragraph, as a pure function of what is known. What is
//! pointed at is no part of it: [`light`](super::light) lays that over what is drawn.
//!
//! Paragraphs are compared by what they show, so that Yew redraws only those that change.

use std::rc::Rc;

use galley_engine::{Confidence, EntityId, Findings, QuoteKind};
use galley_notebook::AnnotationId;
use galley_review::{Review, Standing, Trace};
use galley_text::{Block, BlockKind, Span, order};
use yew::AttrValue;

use super::label::Tint;
use super::labels::Labels;
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

impl Target {
    /// The name by which its place in the page is found.
    pub(crate) fn name(self) -> String {
        match self {
            Target::Quote(index) => format!("quote-{index}"),
            Target::Mention(index) => format!("mention-{index}"),
            Target::Scare(index) => format!("scare-{index}"),
            Target::Entity(EntityId(index)) => format!("entity-{index}"),
            Target::Annotation(id) => format!("annotation-{id}"),
        }
    }

    /// The target of that name.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        let (sort, id) = name.split_once('-')?;
        let index = || id.parse().ok();
        match sort {
            "quote" => index().map(Target::Quote),
            "mention" => index().map(Target::Mention),
            "scare" => index().map(Target::Scare),
            "entity" => id.parse().ok().map(|id| Target::Entity(EntityId(id))),
            "annotation" => id.parse().ok().map(Target::Annotation),
            _ => None,
        }
    }

    /// The selector of its place in the page.
    pub(crate) fn selector(self) -> String {
        format!("[data-stop=\"{}\"]", self.name())
    }
}

/// The reader's own mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Own {
    /// Its annotation.
    pub(crate) id: AnnotationId,
    /// Where it stands.
    pub(crate) span: Span,
    /// Whether it bears a note.
    pub(crate) noted: bool,
    /// Its label's.
    pub(crate) badge: Option<Badge>,
    /// What it is called.
    pub(crate) name: AttrValue,
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
    /// The article.
    pub(crate) text: &'a str,
    /// Its paragraphs.
    pub(crate) blocks: &'a [Block],
    /// What the engine found, as the reader has corrected it.
    pub(crate) review: &'a Review,
    /// What a screen reader says of it.
    pub(crate) labels: &'a Labels,
    /// The reader's own marks.
    pub(crate) own: &'a [Own],
    /// Which marks are wanted.
    pub(crate) layers: Layers,
}

/// A piece of the reading column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// A part of the article.
    Paragraph(Rc<Paragraph>),
    /// Neighbouring lines of the page around it, folded; with the reason for the first.
    Furniture(Vec<Rc<Paragraph>>, &'static str),
}

impl Piece {
    /// All it has, folded or not: one at least.
    pub(crate) fn paragraphs(&self) -> &[Rc<Paragraph>] {
        match self {
            Piece::Paragraph(paragraph) => std::slice::from_ref(paragraph),
            Piece::Furniture(lines, _) => lines,
        }
    }
}

/// A paragraph with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: BlockKind,
    /// Whether it is cut off for its length, and goes on in the next.
    pub(crate) is_cut: bool,
    /// The marks that touch it, not clipped to it.
    pub(crate) marks: Vec<Mark>,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where it stands.
    pub(crate) span: Span,
    /// How it looks.
    pub(crate) look: Look,
    /// What it stands for, if it is here to stay.
    pub(crate) target: Option<Target>,
    /// Whether the reader points at it.
    pub(crate) lit: bool,
    /// Whose word it is.
    pub(crate) stance: Stance,
    /// What can be gone to at its start, if anything.
    pub(crate) stop: Option<Stop>,
}

impl Mark {
    /// The classes that draw its part at `run`. Other marks may be drawn by the same element: a class
    /// that tells whose word it is, or what stands at its edges, tells of which sort of mark.
    pub(crate) fn classes(&self, run: Span) -> Vec<String> {
        let mut out = vec![self.look.class().to_owned()];
        out.extend(self.lit.then(|| self.look.lit_class().to_owned()));
        if let Some(word) = self.stance.word() {
            let sort = match self.look {
                Look::Direct | Look::Indirect => "quote",
                Look::Scare => "scare",
                _ => "name",
            };
            out.push(format!("{sort}-{word}"));
            let (starts, ends) = (self.span.start() == run.start(), self.span.end() == run.end());
            let (is_changed, is_asked) =
                (self.stance == Stance::Corrected, self.stance == Stance::Doubtful);
            out.extend((is_changed && starts).then(|| format!("starts-{word}")));
            out.extend(((is_changed || is_asked) && ends).then(|| format!("ends-{word}")));
        }
        let is_mine = matches!(self.look, Look::Own { .. });
        out.extend((is_mine && self.span.end() == run.end()).then(|| "ends-mine".to_owned()));
        out
    }
}

/// A place that the keyboard and screen readers go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stop {
    /// What it is called.
    pub(crate) label: AttrValue,
    /// Whether the keyboard comes here first.
    pub(crate) is_home: bool,
}

impl Stop {
    fn new(label: &AttrValue) -> Self {
        Self { label: label.clone(), is_home: false }
    }
}

/// Whose word a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stance {
    /// The engine's, or no matter of doubt.
    Sure,
    /// The engine's, which is not sure.
    Doubtful,
    /// The reader says the same.
    Confirmed,
    /// The reader has changed it.
    Corrected,
    /// The reader's alone.
    Own,
}

impl Stance {
    fn of(trace: &Trace, confidence: Confidence) -> Self {
        match trace.standing {
            Standing::Found if confidence.is_doubtful() => Stance::Doubtful,
            Standing::Found => Stance::Sure,
            Standing::Ruled(_) | Standing::Confirmed(_) => Stance::Confirmed,
            Standing::Corrected(_) => Stance::Corrected,
            Standing::Own(_) => Stance::Own,
        }
    }

    /// The word for it in the names of classes.
    const fn word(self) -> Option<&'static str> {
        match self {
            Stance::Sure => None,
            Stance::Doubtful => Some("doubtful"),
            Stance::Confirmed => Some("confirmed"),
            Stance::Corrected => Some("corrected"),
            Stance::Own => Some("own"),
        }
    }
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
    /// The sentence that the keyboard is at.
    Sentence,
    /// A mark as it would be, while its edge is dragged.
    Dragged,
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
    const fn class(self) -> &'static str {
        match self {
            Look::Direct => "m-direct",
            Look::Indirect => "m-indirect",
            Look::Cue => "m-cue",
            Look::Source => "m-source",
            Look::Scare => "m-scare",
            Look::Name(layer) => layer.class(),
            Look::Sentence => "m-sentence",
            Look::Dragged => "m-dragged",
            Look::Own { noted: false, .. } => "m-mine",
            Look::Own { noted: true, .. } => "m-mine m-noted",
        }
    }

    /// The class that shows it pointed at.
    const fn lit_class(self) -> &'static str {
        match self {
            Look::Direct | Look::Indirect => "lit-quote",
            Look::Own { .. } => "lit-mine",
            Look::Cue => "lit-cue",
            Look::Source | Look::Scare | Look::Name(_) | Look::Sentence | Look::Dragged => {
                "lit-name"
            }
        }
    }
}

/// A paragraph of more bytes than this is drawn as several, or each change in it would cost as much as one
/// in a whole article.
const MOST: usize = 8_192;

/// Lays the marks out over the article's paragraphs.
pub(crate) fn draw(scene: &Scene) -> Vec<Piece> {
    let found = marks(scene);
    let by_place = order(found.iter().map(|it| [it.span.start() as u64, it.span.end() as u64, 0]));
    let marks: Vec<Mark> = by_place.into_iter().map(|index| found[index].clone()).collect();
    let furniture = &scene.review.findings.furniture;
    let mut ahead = &marks[..];
    let mut running: Vec<Mark> = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let parts = scene.blocks.iter().flat_map(|block| {
        let parts = block.parts(scene.text, MOST);
        parts.into_iter().map(|part| (part, part.span.end() < block.span.end()))
    });
    for (Block { span, kind }, is_cut) in parts {
        running.retain(|mark| mark.span.end() > span.start());
        let here = ahead.partition_point(|mark| mark.span.start() < span.end());
        running.extend(ahead[..here].iter().filter(|it| it.span.end() > span.start()).cloned());
        ahead = &ahead[here..];
        let paragraph = Rc::new(Paragraph { span, kind, is_cut, marks: running.clone() });
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
    if scene.layers.has(Layer::Quotes) {
        quotes(scene, &mut marks);
        scare(scene, &mut marks);
    }
    mentions(scene, &mut marks);
    if scene.layers.has(Layer::Mine) {
        marks.extend(scene.own.iter().map(|own| Mark {
            span: own.span,
            look: Look::Own { noted: own.noted, badge: own.badge },
            target: Some(Target::Annotation(own.id)),
            lit: false,
            stance: Stance::Sure,
            stop: Some(Stop::new(&own.name)),
        }));
    }
    marks
}

fn mentions(scene: &Scene, marks: &mut Vec<Mark>) {
    let (findings, review) = (&scene.review.findings, scene.review);
    let mentions = findings.mentions.iter().zip(&review.mentions).enumerate();
    marks.extend(mentions.filter_map(|(index, (mention, trace))| {
        let layer = Layer::of(mention.kind);
        let label = scene.labels.mentions.get(index);
        scene.layers.has(layer).then(|| Mark {
            span: mention.span,
            look: Look::Name(layer),
            target: Some(Target::Mention(index)),
            lit: false,
            stance: Stance::of(trace, mention.confidence),
            stop: label.map(Stop::new),
        })
    }));
}

/// Whether the target names that entity; a quote names its speakers.
pub(crate) fn is_about(findings: &Findings, target: Target, entity: EntityId) -> bool {
    match target {
        Target::Entity(id) => id == entity,
        Target::Mention(index) => {
            findings.mentions.get(index).is_some_and(|it| it.entity == Some(entity))
        }
        Target::Quote(index) => findings.quotes.get(index).is_some_and(|it| it.is_said_by(entity)),
        Target::Scare(_) | Target::Annotation(_) => false,
    }
}

fn quotes(scene: &Scene, marks: &mut Vec<Mark>) {
    let review = scene.review;
    for (index, (quote, trace)) in review.findings.quotes.iter().zip(&review.quotes).enumerate() {
        let look = if quote.kind == QuoteKind::Indirect { Look::Indirect } else { Look::Direct };
        let (target, lit) = (Some(Target::Quote(index)), false);
        let stance = Stance::of(trace, quote.confidence);
        let label = scene.labels.quotes.get(index);
        for (at, &span) in quote.content.iter().enumerate() {
            let stop = label.filter(|_| at == 0).map(Stop::new);
            marks.push(Mark { span, look, target, lit, stance, stop });
        }
        // Unseen until they are lit, but always there: what is pointed at changes how marks look and
        // never how the text is cut, or it would take the ground from under a selection.
        let part = |span, look| Mark { span, look, target, lit, stance: Stance::Sure, stop: None };
        marks.extend(quote.cue.map(|span| part(span, Look::Cue)));
        marks.extend(quote.source.map(|span| part(span, Look::Source)));
    }
}

fn scare(scene: &Scene, marks: &mut Vec<Mark>) {
    let review = scene.review;
    let all = review.findings.scare.iter().zip(&review.scare).enumerate();
    marks.extend(all.map(|(index, (scare, trace))| {
        let label = scene.labels.scare.get(index);
        Mark {
            span: scare.span,
            look: Look::Scare,
            target: Some(Target::Scare(index)),
            lit: false,
            stance: Stance::of(trace, scare.confidence),
            stop: label.map(Stop::new),
        }
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
pub(crate) fn under(
    findings: &Findings,
    own: &[Own],
    layers: Layers,
    offset: usize,
) -> Vec<Target> {
    let mut found: Vec<(usize, Target)> = Vec::new();
    let mut add = |span: Span, target| {
        if span.holds(offset) {
            found.push((span.len(), target));
        }
    };
    if layers.has(Layer::Mine) {
        own.iter().for_each(|own| add(own.span, Target::Annotation(own.id)));
    }
    for (index, mention) in findings.mentions.iter().enumerate() {
        if layers.has(Layer::of(mention.kind)) {
            add(mention.span, Target::Mention(index));
        }
    }
    if layers.has(Layer::Quotes) {
        for (index, quote) in findings.quotes.iter().enumerate() {
            let spans = quote.content.iter().chain(&quote.cue);
            spans.for_each(|&span| add(span, Target::Quote(index)));
        }
        for (index, scare) in findings.scare.iter().enumerate() {
            add(scare.span, Target::Scare(index));
        }
    }
    let shortest_first = order(found.iter().map(|&(length, _)| [length as u64, 0, 0]));
    shortest_first.into_iter().map(|index| found[index].1).collect()
}

/// What `target`, which points into one review, is in another of the same text; `None` where it is
/// there no more.
pub(crate) fn carried_over(target: Target, from: &Review, to: &Review) -> Option<Target> {
    let same = |traces: &[Trace], index: usize, others: &[Trace]| {
        let origin = traces.get(index)?.origin;
        others.iter().position(|other| other.origin == origin)
    };
    // Words set apart can become a quote, and that be taken back.
    let quoted = |traces: &[Trace], index| {
        let quote = same(traces, index, &to.quotes).map(Target::Quote);
        quote.or_else(|| same(traces, index, &to.scare).map(Target::Scare))
    };
    match target {
        Target::Quote(index) => quoted(&from.quotes, index),
        Target::Scare(index) => quoted(&from.scare, index),
        Target::Mention(index) => same(&from.mentions, index, &to.mentions).map(Target::Mention),
        Target::Entity(_) | Target::Annotation(_) => Some(target),
    }
}

#[cfg(test)]
#[path = "drawing_tests.rs"]
mod tests;
