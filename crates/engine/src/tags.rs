//! [`Tags`]: what the encoder says of an article, token by token.
//!
//! Each block is read once for both heads: names, and the parts of quotes, which a model may do
//! without. It refuses to say what follows from a tag; [`crate::entity`] and [`crate::quote`] do.

use std::ops::Range;

use crate::article::Article;
use crate::entity::NAME_TAGS;
use crate::model::{Model, Reading, TABLES, Token};
use crate::sight::Sight;

/// What the heads say of each token of an article.
pub(crate) struct Tags {
    /// Outside, then begin and inside of person, organization, place, nationality, other, facility.
    pub(crate) names: Reading,
    /// Outside, then begin and inside of source, cue, content; none from a model of names alone.
    pub(crate) quotes: Option<Reading>,
}

/// A tagged run of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) tokens: Range<usize>,
    /// Which of the head's classes it is.
    pub(crate) class: usize,
    /// By how much the next best reading of its weakest token is worse, in units of the model's.
    pub(crate) margin: i32,
}

/// Reads `article` with `model`. `also` is what another tagger says for each tag of a name, token by
/// token. None where the model has no head of names, which [`crate::Reader`] refuses.
pub(crate) fn read(
    model: &Model,
    article: &Article,
    sights: &[Sight],
    also: &[[i32; NAME_TAGS]],
) -> Option<Tags> {
    let (name, quote) = (model.head("name")?, model.head("quote"));
    let vocabulary = &article.vocabulary;
    let rows: Vec<u32> =
        vocabulary.spellings().iter().map(|spelling| word(model, &spelling.lower)).collect();
    let tokens: Vec<Token> = (sights.iter().enumerate())
        .map(|(at, sight)| token(rows[vocabulary.number(at)], sight))
        .collect();
    let mut encoder = model.encoder();
    let mut one = Reading::default();
    let mut tags = Tags { names: Reading::default(), quotes: quote.map(|_| Reading::default()) };
    for block in blocks(article) {
        encoder.encode(&tokens[block.clone()]);
        encoder.read_with(name, also[block].as_flattened(), &mut one);
        extend(&mut tags.names, &one);
        if let (Some(quote), Some(all)) = (quote, &mut tags.quotes) {
            encoder.read(quote, &mut one);
            extend(all, &one);
        }
    }
    Some(tags)
}

fn extend(all: &mut Reading, one: &Reading) {
    all.tags.extend_from_slice(&one.tags);
    all.margins.extend_from_slice(&one.margins);
}

fn token(word: u32, sight: &Sight) -> Token {
    let mut tables = [0; TABLES];
    for (table, id) in tables.iter_mut().zip(sight.ids) {
        *table = u32::from(id);
    }
    Token { word, tables, flags: u128::from(sight.flags) }
}

/// The row of a word, or of what is known of it: the last part of a compound, an abbreviation
/// without its dot.
fn word(model: &Model, word: &str) -> u32 {
    let plain;
    let word = if word.contains('’') {
        plain = word.replace('’', "'");
        plain.as_str()
    } else {
        word
    };
    let last = word.rsplit_once('-').map(|(_, last)| last);
    let undotted = word.strip_suffix('.');
    let spellings = [Some(word), last, undotted];
    let rows = spellings.into_iter().flatten().map(|spelling| model.word(spelling));
    rows.into_iter().find(|row| *row > 0).unwrap_or(0)
}

/// The tokens of each block.
fn blocks(article: &Article) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut block = usize::MAX;
    for sentence in &article.sentences {
        match out.last_mut() {
            Some(last) if sentence.block == block => last.end = sentence.tokens.end,
            _ => out.push(sentence.tokens.clone()),
        }
        block = sentence.block;
    }
    out
}

/// The runs of `tokens` in a reading of the whole article: a begin and the insides of its class
/// after it. An inside without a begin begins a run.
pub(crate) fn runs(reading: &Reading, tokens: Range<usize>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut open = None;
    for at in tokens {
        let (tag, margin) = (usize::from(reading.tags[at]), reading.margins[at]);
        let class = tag.checked_sub(1).map(|tag| tag / 2);
        let goes_on = tag > 0 && tag % 2 == 0 && class == open;
        match (class, out.last_mut()) {
            (Some(_), Some(run)) if goes_on => {
                run.tokens.end = at + 1;
                run.margin = run.margin.min(margin);
            }
            (Some(class), _) => out.push(Run { tokens: at..at + 1, class, margin }),
            (None, _) => {}
        }
        open = class;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Run, runs};
    use crate::model::Reading;

    #[test]
    fn runs_end_with_their_class_and_keep_their_weakest_margin() {
        let reading =
            Reading { tags: vec![0, 1, 2, 2, 1, 4, 0, 2], margins: vec![9, 8, 3, 5, 7, 6, 9, 4] };
        let run = |tokens, class, margin| Run { tokens, class, margin };
        assert_eq!(
            runs(&reading, 0..8),
            [run(1..4, 0, 3), run(4..5, 0, 7), run(5..6, 1, 6), run(7..8, 0, 4)]
        );
    }
}
