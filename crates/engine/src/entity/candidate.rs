//! [`candidates`]: where a name may stand, by capitals alone.

use std::ops::Range;

use super::Found;
use super::reach::Reach;
use crate::article::Article;
use crate::lexicon::{Classes, classes, cue, is_common};
use crate::token::TokenKind;

/// A run of tokens that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its tokens; never empty.
    pub(super) tokens: Range<usize>,
    /// Whether a title stands right before it.
    pub(super) titled: bool,
    /// Whether it opens its sentence, where every word has a capital.
    pub(super) opens: bool,
    /// Whether every word around it has a capital too.
    pub(super) in_headline: bool,
}

/// Lists whose names are whole.
const LISTED: Classes = Classes::ANY_ORGANIZATION.or(Classes::ANY_PLACE).or(Classes::PEOPLE);

/// Most tokens of a name; what follows is a new one.
const LONGEST: usize = 12;

/// Cuts the capitalised runs of `article` into candidates, in order, without overlap.
pub(super) fn candidates(article: &Article, taken: &[Found]) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut taken = taken.iter().peekable();
    for sentence in article.sentences.iter().filter(|one| !article.is_furniture(one)) {
        let reach = Reach::new(article, sentence.tokens.clone());
        let in_headline = is_headline(article, sentence.tokens.clone());
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while taken.next_if(|found| found.end <= at).is_some() {}
            let (free, next) = match taken.peek() {
                Some(found) if found.from <= at => (at, found.end),
                Some(found) => (found.from.min(sentence.tokens.end), at + 1),
                None => (sentence.tokens.end, at + 1),
            };
            if at >= free || !is_capitalised(&reach, at) {
                at = next;
                continue;
            }
            let end = run_end(&reach, at, free.min(at + LONGEST));
            if in_headline {
                out.push(Candidate { tokens: at..end, titled: false, opens: false, in_headline });
            } else {
                let opens = opens_sentence(&reach, at);
                cut(&reach, at..end, opens, &mut out);
            }
            at = end;
        }
    }
    out
}

/// Whether nearly all longer words of a sentence have a capital.
pub(crate) fn is_headline(article: &Article, tokens: Range<usize>) -> bool {
    let words: Vec<&str> = tokens.clone().map(|at| article.word(at)).collect();
    let long = words.iter().filter(|word| word.len() > 3 && word.starts_with(char::is_alphabetic));
    let (all, high) = long.fold((0, 0), |(all, high), word| {
        (all + 1, high + usize::from(word.starts_with(char::is_uppercase)))
    });
    let shouted = words.iter().filter(|word| word.len() > 4 && is_shouted(word)).count();
    let ends = words.last().is_some_and(|word| matches!(*word, "." | "”" | "\""));
    (all >= 4 && high * 5 >= all * 4 && !ends) || (all >= 3 && shouted * 5 >= all * 4)
}

/// Whether a sentence or a quotation opens at `at`.
fn opens_sentence(reach: &Reach, at: usize) -> bool {
    let before = reach.before(at);
    before.is_empty() || matches!(before, "“" | "\"" | "‘" | ":" | "•" | "-" | "–" | "—" | "*")
}

fn is_shouted(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

fn is_capitalised(reach: &Reach, at: usize) -> bool {
    let word = reach.word(at);
    reach.is(at, TokenKind::Word)
        && (word.starts_with(char::is_uppercase) || word.chars().skip(1).any(char::is_uppercase))
        && !(word == "I" || word.starts_with("I'") || word.starts_with("I’"))
}

/// One past the last token of the capitalised run at `at`.
fn run_end(reach: &Reach, at: usize, free: usize) -> usize {
    let mut end = at + 1;
    while end < free {
        let next = link(reach, at, end);
        if next >= free || !is_capitalised(reach, next) {
            break;
        }
        end = next + 1;
    }
    end
}

/// Where the run from `start` may go on after the small words at `end`: `end` itself where there
/// are none.
fn link(reach: &Reach, start: usize, end: usize) -> usize {
    let word = reach.word(end);
    let head = reach.before(end);
    let is_headed = (start..end).any(|at| cue::heads_organization(reach.word(at)));
    match word {
        "&" => end + 1,
        "of" | "for"
            if cue::heads_organization(head) || (word == "of" && cue::heads_place(head)) =>
        {
            end + 1 + usize::from(reach.word(end + 1) == "the")
        }
        "and"
            if is_headed
                && (start..end).any(|at| matches!(reach.word(at), "of" | "for" | "on")) =>
        {
            let next = reach.word(end + 1);
            let is_part = is_common(next) && !cue::heads_organization(next);
            if is_part { end + 1 } else { end }
        }
        "and" if ends_as_organization(reach, end + 1) && end == start + 1 => {
            let is_plain = is_common(head);
            if is_plain { end + 1 } else { end }
        }
        "'s" | "’s" if cue::owns_organization(head) => end + 1,
        _ if cue::is_particle(word) && !cue::is_title(head) => {
            end + 1 + usize::from(cue::is_particle(reach.word(end + 1)))
        }
        _ => end,
    }
}

/// Whether the capitals at `at` end in "Administration" or the like.
fn ends_as_organization(reach: &Reach, at: usize) -> bool {
    (at..at + 4)
        .take_while(|at| is_capitalised(reach, *at))
        .any(|at| cue::ends_organization(reach.word(at)))
}

/// Cuts a run at titles and nationalities and drops the plain word that opens a sentence.
fn cut(reach: &Reach, run: Range<usize>, opens: bool, out: &mut Vec<Candidate>) {
    let text = |range: Range<usize>| range.map(|at| reach.word(at)).collect::<Vec<_>>().join(" ");
    let first = run.start;
    let mut push = |tokens: Range<usize>, titled| {
        if !tokens.is_empty() {
            let opens = opens && tokens.start == first;
            out.push(Candidate { tokens, titled, opens, in_headline: false });
        }
    };
    let whole = text(run.clone());
    if classes(&whole).meets(LISTED) {
        return push(run, false);
    }
    let mut start = run.start;
    if opens && is_plain_opener(reach, start, run.len()) {
        start += 1;
    }
    let last = reach.word(run.end.saturating_sub(1));
    let is_organization = cue::ends_organization(last) || cue::ends_facility(last);
    let title = (start..run.end).rev().find(|at| cue::is_title(reach.word(*at)));
    let Some(title) = title.filter(|_| !is_organization) else {
        return split_people(reach, start..run.end, is_organization, &mut push);
    };
    let mut before = title;
    while before > start
        && (cue::is_title(reach.word(before - 1))
            || cue::is_title_qualifier(reach.word(before - 1)))
    {
        before -= 1;
    }
    split_people(reach, start..before, false, &mut push);
    push(title + 1..run.end, true);
}

/// Sets a nationality or country apart from the name after it: "Russian" and "Gazprom".
fn split_people(
    reach: &Reach,
    tokens: Range<usize>,
    is_organization: bool,
    push: &mut impl FnMut(Range<usize>, bool),
) {
    let first = reach.word(tokens.start);
    let splits = tokens.len() > 1 && !is_organization && classes(first).meets(Classes::PEOPLE);
    if splits {
        push(tokens.start..tokens.start + 1, false);
        return push(tokens.start + 1..tokens.end, false);
    }
    push(tokens, false);
}

/// Whether the word that opens a sentence has its capital from there alone.
fn is_plain_opener(reach: &Reach, at: usize, length: usize) -> bool {
    let word = reach.word(at);
    let goes_on = length > 1 && (cue::heads_organization(word) || cue::is_title_qualifier(word));
    is_common(word) && !goes_on && !cue::is_title(word)
}
