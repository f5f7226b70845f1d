//! [`light`]: what the reader points at, laid over what is drawn.
//!
//! A pointer crosses many marks in a second. Paragraphs that show nothing of it stay what they were,
//! so that only the others are drawn again.

use std::rc::Rc;

use galley_engine::{EntityId, Findings};
use galley_text::Span;

use super::drawing::{Look, Mark, Paragraph, Piece, Stance, Target, is_about};

/// What comes and goes with the pointer and the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Light {
    /// What the reader points at.
    pub(crate) focus: Option<Target>,
    /// Where that is to be seen; everywhere, if nothing is said.
    pub(crate) within: Option<Span>,
    /// The sentence that the keyboard is at.
    pub(crate) sentence: Option<Span>,
    /// Where the mark would stand whose edge is being dragged.
    pub(crate) dragged: Option<Span>,
}

/// The pieces with their marks lit, and with the place that the keyboard comes to first.
pub(crate) fn light(pieces: &[Piece], findings: &Findings, light: Light) -> Vec<Piece> {
    let lamp = Lamp { light, home: home(pieces, light), findings };
    let lit = |paragraph| lamp.lit(paragraph);
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Paragraph(paragraph) => Piece::Paragraph(lit(paragraph)),
        Piece::Furniture(lines, why) => Piece::Furniture(lines.iter().map(lit).collect(), why),
    });
    pieces.collect()
}

/// The mark that the keyboard comes to first, by its paragraph and what it stands for.
type Home = (Span, Target);

/// What is pointed at, where that is seen, else the first mark of all.
fn home(pieces: &[Piece], Light { focus, within, .. }: Light) -> Option<Home> {
    let paragraphs = || {
        pieces.iter().flat_map(|piece| match piece {
            Piece::Paragraph(paragraph) => std::slice::from_ref(paragraph),
            Piece::Furniture(lines, _) => lines,
        })
    };
    let seen = paragraphs().filter(|it| is_within(within, it));
    let pointed = seen.flat_map(|it| homes(it)).find(|(_, target)| Some(*target) == focus);
    pointed.or_else(|| paragraphs().flat_map(|it| homes(it)).next())
}

fn homes(paragraph: &Paragraph) -> impl Iterator<Item = Home> {
    let stops = paragraph.marks.iter().filter(|mark| mark.stop.is_some());
    stops.filter_map(|mark| Some((paragraph.span, mark.target?)))
}

fn is_within(within: Option<Span>, paragraph: &Paragraph) -> bool {
    within.is_none_or(|within| within.overlaps(paragraph.span))
}

/// The light, and what it falls on.
struct Lamp<'a> {
    light: Light,
    home: Option<Home>,
    findings: &'a Findings,
}

impl Lamp<'_> {
    fn lit(&self, paragraph: &Rc<Paragraph>) -> Rc<Paragraph> {
        let Light { sentence, dragged, within, .. } = self.light;
        let passing = [(sentence, Look::Sentence), (dragged, Look::Dragged)];
        let passing = passing.into_iter().filter_map(|(span, look)| {
            let span = span.filter(|span| span.overlaps(paragraph.span))?;
            Some(Mark { span, look, target: None, lit: false, stance: Stance::Sure, stop: None })
        });
        let passing: Vec<Mark> = passing.collect();
        let is_seen = is_within(within, paragraph);
        let home = self.home.filter(|(of, _)| *of == paragraph.span).map(|(_, target)| target);
        let falls_on = |mark: &Mark| is_seen && self.falls_on(mark);
        // Most of a large text is far from what the pointer is over, and its marks are not looked at.
        if passing.is_empty()
            && home.is_none()
            && !(is_seen && paragraph.marks.iter().any(falls_on))
        {
            return Rc::clone(paragraph);
        }
        let mut lit = Paragraph::clone(paragraph);
        for mark in &mut lit.marks {
            mark.lit = falls_on(mark);
            let is_home = mark.target == home;
            mark.stop.iter_mut().for_each(|stop| stop.is_home = is_home);
        }
        lit.marks.extend(passing);
        Rc::new(lit)
    }

    /// A quote that is pointed at lights all its parts, and somebody all mentions and words of theirs.
    fn falls_on(&self, mark: &Mark) -> bool {
        let Some((target, focus)) = mark.target.zip(self.light.focus) else { return false };
        let is_somebody = matches!(focus, Target::Entity(_) | Target::Mention(_));
        let is_lit = |id: EntityId| is_about(self.findings, focus, id);
        let is_somebodys = match (target, mark.look) {
            (Target::Mention(index), _) => {
                self.findings.mentions.get(index).and_then(|it| it.entity).is_some_and(is_lit)
            }
            (Target::Quote(index), Look::Direct | Look::Indirect) if is_somebody => {
                let quote = self.findings.quotes.get(index);
                quote.is_some_and(|it| it.speakers.iter().any(|it| is_lit(it.entity)))
            }
            _ => false,
        };
        focus == target || is_somebodys
    }
}
