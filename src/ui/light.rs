//! [`light`]: what the reader points at, laid over what is drawn.
//!
//! A pointer crosses many marks in a second. Paragraphs that show nothing of it stay what they were,
//! so that only the others are drawn again.

use std::rc::Rc;

use galley_engine::{EntityId, Findings};
use galley_text::Span;

use super::drawing::{Look, Mark, Paragraph, Piece, Stance, Target, is_about};
use super::section::Section;

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

/// The sections with their marks lit, and with the place that the keyboard comes to first.
pub(crate) fn light(sections: &[Section], findings: &Findings, light: Light) -> Vec<Section> {
    let lamp = Lamp { light, home: home(sections, light), findings };
    sections.iter().map(|section| lamp.section(section)).collect()
}

/// The mark that the keyboard comes to first, by its paragraph and what it stands for.
type Home = (Span, Target);

/// What is pointed at, where that is seen, else the first mark of all.
fn home(sections: &[Section], Light { focus, within, .. }: Light) -> Option<Home> {
    let homes = |it| Section::paragraphs(it).flat_map(homes);
    let seen = sections.iter().filter(|it| is_within(within, it.span));
    let pointed = seen.flat_map(homes).find(|(_, target)| Some(*target) == focus);
    pointed.or_else(|| sections.iter().flat_map(homes).next())
}

fn homes(paragraph: &Paragraph) -> impl Iterator<Item = Home> {
    let stops = paragraph.marks.iter().filter(|mark| mark.stop.is_some());
    stops.filter_map(|mark| Some((paragraph.span, mark.target?)))
}

fn is_within(within: Option<Span>, span: Span) -> bool {
    within.is_none_or(|within| within.overlaps(span))
}

/// The light, and what it falls on.
struct Lamp<'a> {
    light: Light,
    home: Option<Home>,
    findings: &'a Findings,
}

impl Lamp<'_> {
    /// Most of a large text is far from what the pointer is over, and its marks are not looked at.
    fn section(&self, section: &Section) -> Section {
        let Light { sentence, dragged, within, .. } = self.light;
        let home = self.home.map(|(paragraph, _)| paragraph);
        let mut lights = [sentence, dragged, home].into_iter().flatten();
        if !is_within(within, section.span) && !lights.any(|it| it.overlaps(section.span)) {
            return section.clone();
        }
        let pieces = section.pieces.iter().map(|piece| match piece {
            Piece::Paragraph(paragraph) => Piece::Paragraph(self.lit(paragraph)),
            Piece::Furniture(lines, why) => {
                Piece::Furniture(lines.iter().map(|it| self.lit(it)).collect(), why)
            }
        });
        Section { pieces: pieces.collect(), ..section.clone() }
    }

    fn lit(&self, paragraph: &Rc<Paragraph>) -> Rc<Paragraph> {
        let Light { sentence, dragged, within, .. } = self.light;
        let passing = [(sentence, Look::Sentence), (dragged, Look::Dragged)];
        let passing = passing.into_iter().filter_map(|(span, look)| {
            let span = span.filter(|span| span.overlaps(paragraph.span))?;
            Some(Mark { span, look, target: None, lit: false, stance: Stance::Sure, stop: None })
        });
        let passing: Vec<Mark> = passing.collect();
        let is_seen = is_within(within, paragraph.span);
        let home = self.home.filter(|(of, _)| *of == paragraph.span).map(|(_, target)| target);
        let falls_on = |mark: &Mark| is_seen && self.falls_on(mark);
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
