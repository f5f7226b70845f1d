//! [`joined`]: a person's name with what friends call them inside it is one name: "Richard “Tex” Coe",
//! "William (Bill) Smith".
//!
//! It refuses to join across a comma, and what stands in brackets between two full names: "Ana Ruiz
//! (Spain)".

use std::ops::Range;

use crate::article::Article;
use crate::lexicon::Classes;
use crate::tags::Run;
use crate::token::TokenKind;

/// The class of persons among those of names.
const PERSON: usize = 0;

/// The most words of a nickname: "The Greek".
const LONGEST: usize = 3;

/// `runs`, which are in order, with those joined that a nickname parts, and without a quotation mark at
/// an end.
pub(super) fn joined(article: &Article, runs: impl Iterator<Item = Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    // Where the name ends that the one before has become.
    let mut end = 0;
    let mut rest = runs.peekable();
    while let Some(mut run) = rest.next() {
        if run.tokens.end <= end {
            continue;
        }
        run.tokens.start = run.tokens.start.max(end);
        if let Some(family) = (run.class == PERSON).then(|| family(article, &run.tokens)).flatten()
        {
            let mut margin = None;
            while let Some(next) = rest.next_if(|next| next.tokens.start <= family) {
                let is_it = next.class == PERSON && next.tokens.contains(&family);
                end = next.tokens.end;
                margin = is_it.then_some(next.margin);
            }
            if let Some(margin) = margin {
                run.tokens.end = end;
                run.margin = run.margin.min(margin);
            }
        }
        trim(article, &mut run.tokens);
        out.extend((!run.tokens.is_empty()).then_some(run));
    }
    out
}

/// Where the family name stands behind a nickname that opens in or behind the name at `tokens`.
fn family(article: &Article, tokens: &Range<usize>) -> Option<usize> {
    let open = (tokens.start + 1..=tokens.end).find(|at| is_open(article, *at))?;
    let in_brackets = article.word(open) == "(";
    let close = (open + 2..open + 2 + LONGEST).find(|at| is_close(article, *at, in_brackets))?;
    let is_name = |at: usize| at < article.tokens.len() && article.spelling(at).is_capital;
    let is_nick = (open + 1..close).all(is_name);
    // In brackets there are countries and parties, too: behind a given name alone it is a nickname.
    let is_given = !in_brackets
        || open == tokens.start + 1 && article.spelling(tokens.start).classes.meets(Classes::GIVEN);
    (is_nick && is_given && is_name(close + 1)).then_some(close + 1)
}

fn is_open(article: &Article, at: usize) -> bool {
    is_mark(article, at) || article.word(at) == "("
}

fn is_close(article: &Article, at: usize, in_brackets: bool) -> bool {
    if in_brackets { article.word(at) == ")" } else { is_mark(article, at) }
}

fn is_mark(article: &Article, at: usize) -> bool {
    article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::QuoteMark)
}

/// Takes a quotation mark off an end where its partner is not in the name.
fn trim(article: &Article, tokens: &mut Range<usize>) {
    let marks = tokens.clone().filter(|at| is_mark(article, *at)).count();
    if marks % 2 == 1 {
        if is_mark(article, tokens.start) {
            tokens.start += 1;
        } else if is_mark(article, tokens.end - 1) {
            tokens.end -= 1;
        }
    }
}
