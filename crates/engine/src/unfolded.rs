//! [`Unfolded`]: a text as it is read, without the line ends inside its paragraphs and the hyphens
//! that part words there.
//!
//! What is found in it is brought back to the text as it was given. Most texts have nothing to
//! unfold and are read where they lie.

mod line_end;
mod seam;

use std::borrow::Cow;

use galley_text::{Block, BlockKind, Span, blocks};

use crate::Findings;
use seam::{Seam, seams};

/// A text with its paragraphs, both as they are read.
pub(crate) struct Unfolded<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) blocks: Vec<Block>,
    cuts: Vec<Cut>,
}

/// A place of the read text where something was left out.
struct Cut {
    at: usize,
    /// Bytes left out up to here.
    lost: usize,
}

impl<'t> Unfolded<'t> {
    /// Unfolds `text`, whose paragraphs inside `quotations`, which are in order, are set as such. Costs time linear in its
    /// length.
    pub(crate) fn read(text: &'t str, quotations: &[Span]) -> Self {
        let mut blocks = line_end::joined(text, blocks(text));
        for block in &mut blocks {
            let at = quotations.partition_point(|one| one.end() < block.span.end());
            if quotations.get(at).is_some_and(|one| one.contains(block.span)) {
                block.kind = BlockKind::Quotation;
            }
        }
        let seams = blocks.iter().flat_map(|block| seams(text, block.span)).collect::<Vec<Seam>>();
        if seams.is_empty() {
            return Self { text: text.into(), blocks, cuts: Vec::new() };
        }
        let mut out = Self { text: String::new().into(), blocks: Vec::new(), cuts: Vec::new() };
        let mut kept = 0;
        let mut lost = 0;
        let read = out.text.to_mut();
        for Seam { span, stitch } in seams {
            read.push_str(&text[kept..span.start()]);
            read.push_str(stitch);
            (kept, lost) = (span.end(), lost + span.len() - stitch.len());
            out.cuts.push(Cut { at: read.len(), lost });
        }
        read.push_str(&text[kept..]);
        let given = &out.cuts;
        let block = |block: &Block| Block { span: taken(given, block.span), ..*block };
        out.blocks = blocks.iter().map(block).collect();
        out
    }

    /// Brings what was found in the read text back to the one that was given.
    pub(crate) fn bring_back(&self, findings: &mut Findings) {
        if self.cuts.is_empty() {
            return;
        }
        each_span(findings, &mut |span| {
            *span = Span::new(self.given(span.start(), 0), self.given(span.end(), 1));
        });
    }

    /// The offset in the given text of one in the read text. What was left out right there, `short` of
    /// it, lies behind it.
    fn given(&self, at: usize, short: usize) -> usize {
        let before = self.cuts.partition_point(|cut| cut.at + short <= at);
        at + before.checked_sub(1).map_or(0, |last| self.cuts[last].lost)
    }
}

/// The span in the read text of a `block` of the given one. No cut lies at an edge of a block.
fn taken(cuts: &[Cut], block: Span) -> Span {
    let at = |offset: usize| {
        let before = cuts.partition_point(|cut| cut.at + cut.lost <= offset);
        offset - before.checked_sub(1).map_or(0, |last| cuts[last].lost)
    };
    Span::new(at(block.start()), at(block.end()))
}

/// Hands over every span of `findings`. Lists in a chain would make a larger program.
fn each_span(findings: &mut Findings, take: &mut dyn FnMut(&mut Span)) {
    findings.mentions.iter_mut().for_each(|it| take(&mut it.span));
    for quote in &mut findings.quotes {
        quote.content.iter_mut().for_each(&mut *take);
        quote.cue.iter_mut().chain(&mut quote.source).for_each(&mut *take);
        for inner in &mut quote.inner {
            inner.content.iter_mut().for_each(&mut *take);
            take(&mut inner.cue);
            take(&mut inner.source);
        }
    }
    findings.scare.iter_mut().for_each(|it| take(&mut it.span));
    findings.furniture.iter_mut().for_each(|it| take(&mut it.span));
    findings.sentences.iter_mut().for_each(take);
}

#[cfg(test)]
mod tests;
