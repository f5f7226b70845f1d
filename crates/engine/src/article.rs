//! [`Article`]: one text with its blocks, tokens and sentences, as every later phase reads it.

use std::ops::Range;

use galley_text::{Block, Span};

use crate::Furniture;
use crate::furniture::furniture;
use crate::sentence::{Sentence, sentences};
use crate::token::{Token, tokens};
use crate::vocabulary::{Spelling, Vocabulary};

/// The finished product of the first phases. Offsets are bytes of `text`; indices are of its lists.
pub(crate) struct Article<'t> {
    /// What was handed in.
    pub(crate) text: &'t str,
    /// Its paragraphs, in order.
    pub(crate) blocks: Vec<Block>,
    /// Its tokens, in order.
    pub(crate) tokens: Vec<Token>,
    /// Its different words.
    pub(crate) vocabulary: Vocabulary<'t>,
    /// Its sentences, in order; together they hold every token.
    pub(crate) sentences: Vec<Sentence>,
    /// The blocks that belong to the page around it, in order.
    pub(crate) furniture: Vec<Furniture>,
}

impl<'t> Article<'t> {
    /// Cuts `text` up as it stands.
    #[cfg(any(test, feature = "training"))]
    pub(crate) fn read(text: &'t str) -> Self {
        Self::of(text, galley_text::blocks(text))
    }

    /// Cuts `text` up, whose paragraphs are told.
    pub(crate) fn of(text: &'t str, blocks: Vec<Block>) -> Self {
        let tokens = tokens(text);
        let sentences = sentences(text, &blocks, &tokens);
        let furniture = furniture(text, &blocks, &tokens);
        let vocabulary = Vocabulary::read(text, &tokens);
        Self { text, blocks, tokens, vocabulary, sentences, furniture }
    }

    /// Whether `sentence` belongs to the page around the article.
    pub(crate) fn is_furniture(&self, sentence: &Sentence) -> bool {
        let block = self.blocks[sentence.block].span;
        self.furniture.binary_search_by_key(&block, |line| line.span).is_ok()
    }

    /// The tokens of each paragraph that is part of the article.
    pub(crate) fn prose(&self) -> Vec<Range<usize>> {
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut block = usize::MAX;
        for sentence in self.sentences.iter().filter(|one| !self.is_furniture(one)) {
            match out.last_mut() {
                Some(last) if sentence.block == block => last.end = sentence.tokens.end,
                _ => out.push(sentence.tokens.clone()),
            }
            block = sentence.block;
        }
        out
    }

    /// The text of token `index`; empty past the end.
    pub(crate) fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// What the spelling of token `index` tells.
    pub(crate) fn spelling(&self, index: usize) -> &Spelling<'t> {
        self.vocabulary.spelling(index)
    }

    /// The tokens that overlap `span`.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.end() <= span.start());
        let end = self.tokens.partition_point(|token| token.span.start() < span.end());
        start..end.max(start)
    }

    /// The span from the first to the last of `tokens`; empty where there are none.
    pub(crate) fn span_of(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens).unwrap_or(&[]) {
            [] => Span::new(0, 0),
            [first, .., last] => first.span.cover(last.span),
            [only] => only.span,
        }
    }

    /// The index of the sentence that token `index` is in.
    pub(crate) fn sentence_of(&self, index: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= index)
    }
}
