//! [`persons`], [`places`]: names that were read as one and are more, or less: persons side by side, as
//! when a paste has lost its line ends ("Regards, Anna Wexmoor Anna, please call"), the word that
//! opens what follows a signature ("Anna Wexmoor Please call"), a town and its region.
//!
//! It refuses to part names of three words or fewer, unless a word comes twice or somebody is
//! called by the last of them.

use std::ops::Range;

use crate::article::Article;
use crate::lexicon::{Classes, classes, cue};
use crate::token::TokenKind;

/// A run of more words is nobody's name; fewer signs are then enough to part it.
const LONGEST: usize = 5;

/// How far before a word it is looked for once more, so that a run of a thousand words costs no more a word.
const NEAR: usize = 12;

/// The persons among `tokens`.
pub(super) fn persons(article: &Article, tokens: Range<usize>) -> Vec<Range<usize>> {
    let tokens = untitled(article, &tokens)..signed(article, &tokens);
    let mut out = Vec::new();
    let mut start = tokens.start;
    for at in tokens.start + 1..tokens.end {
        // The straight marks of a nickname are the same.
        let is_word = article.tokens[at].kind == TokenKind::Word;
        let near = start.max(at.saturating_sub(NEAR))..at;
        let is_again = is_word && near.into_iter().any(|it| article.word(it) == article.word(at));
        let is_begun = tokens.len() > 3 && begins_another(article, start, at, tokens.len());
        let is_called = at + 1 == tokens.end && is_called(article, start, at);
        if is_again || is_begun || is_called {
            out.push(start..at);
            start = at;
        }
    }
    out.push(start..tokens.end);
    out
}

/// The places among `tokens`: a town and the region behind its comma are two, where the lists know the
/// region by its name and not by an abbreviation ("Washington, D.C.").
pub(super) fn places(article: &Article, tokens: Range<usize>) -> Vec<Range<usize>> {
    let is_region = |at: usize| {
        let name = article.span_of(at..tokens.end).of(article.text);
        classes(name).meets(Classes::COUNTRY.or(Classes::REGION)) && !name.contains('.')
    };
    match tokens.clone().find(|at| article.word(*at) == ",") {
        Some(comma) if comma > tokens.start && is_region(comma + 1) => {
            vec![tokens.start..comma, comma + 1..tokens.end]
        }
        _ => vec![tokens],
    }
}

/// What opens a message, or what stands below the name of who sends it.
const MESSAGE: &[&str] = &[
    "attached",
    "attendees",
    "cell",
    "dear",
    "email",
    "fax",
    "fyi",
    "hello",
    "hi",
    "office",
    "phone",
    "please",
    "ps",
    "see",
    "tel",
    "thank",
    "thanks",
];

/// Where a person's name of `tokens` begins: behind titles, which are no part of it. A word that is a
/// given name too ("Prince") stays.
fn untitled(article: &Article, tokens: &Range<usize>) -> usize {
    let titles = Classes::TITLE.or(Classes::TITLE_QUALIFIER);
    let is_title = |at: &usize| {
        let list = classes(article.word(*at));
        list.meets(titles) && !list.meets(Classes::GIVEN)
    };
    let last = tokens.end - 1;
    (tokens.start..last).find(|at| !is_title(at)).unwrap_or(last)
}

/// Where a person's name of `tokens` ends: before a word of a message, or letters of honour.
fn signed(article: &Article, tokens: &Range<usize>) -> usize {
    let is_message = |at: &usize| {
        let word = article.word(*at).replace('.', "").to_lowercase();
        MESSAGE.binary_search(&word.as_str()).is_ok() || cue::is_letters(article.word(*at))
    };
    tokens.clone().skip(1).find(is_message).unwrap_or(tokens.end)
}

/// Lists of names of persons.
const NAMES: Classes = Classes::GIVEN.or(Classes::FAMILY);

/// Whether a full name ends before `at` and another begins there, in a run of `length` words.
fn begins_another(article: &Article, start: usize, at: usize, length: usize) -> bool {
    let is = |at: usize, list: Classes| classes(article.word(at)).meets(list);
    at >= start + 2
        && is(start, Classes::GIVEN)
        && is(at, Classes::GIVEN)
        && !is(at - 1, Classes::PARTICLE)
        && ends_name(article, at - 1)
        && (length > LONGEST || (!is(at, Classes::FAMILY) && is(at + 1, Classes::FAMILY)))
}

/// Whether a full name may end with the word at `at`.
fn ends_name(article: &Article, at: usize) -> bool {
    let (word, list) = (article.word(at), classes(article.word(at)));
    let is_numeral = word.chars().all(char::is_uppercase);
    list.meets(Classes::FAMILY) || (!list.meets(Classes::GIVEN) && !is_numeral)
}

/// Whether somebody is called by the last word of a run, after somebody else has signed: "Anna
/// Wexmoor Ginny, please call".
fn is_called(article: &Article, start: usize, at: usize) -> bool {
    let is = |at: usize, list: Classes| classes(article.word(at)).meets(list);
    let goes_on_anew = article.word(at + 1) == ","
        && article.word(at + 2).starts_with(char::is_uppercase)
        && is(at + 2, Classes::COMMON)
        && !is(at + 2, NAMES);
    let opens_sentence = article.sentences[article.sentence_of(start)].tokens.start == start;
    goes_on_anew
        && is(start, Classes::GIVEN)
        && is(at, Classes::GIVEN)
        && !is(at, Classes::FAMILY)
        && (ends_name(article, at - 1) || (at == start + 1 && opens_sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names that `parting` makes of `run`, which was read as one name in `text`.
    fn parted(
        text: &str,
        run: &str,
        parting: fn(&Article, Range<usize>) -> Vec<Range<usize>>,
    ) -> Vec<String> {
        let article = Article::read(text);
        let start = text.find(run).expect("a run of the text");
        let tokens = article.tokens_in(galley_text::Span::new(start, start + run.len()));
        let names = parting(&article, tokens).into_iter();
        names.map(|name| article.span_of(name).of(text).to_owned()).collect()
    }

    #[test]
    fn who_signs_is_parted_from_who_is_called_next() {
        let text = "Call me. Anna Baker Rosalind, Please read this.";
        assert_eq!(parted(text, "Anna Baker Rosalind", persons), ["Anna Baker", "Rosalind"]);
        let text = "Call me. Henry Joan, Take a look.";
        assert_eq!(parted(text, "Henry Joan", persons), ["Henry", "Joan"]);
        let text = "Anna Baker Rosalind, 45, left.";
        assert_eq!(parted(text, "Anna Baker Rosalind", persons), ["Anna Baker Rosalind"]);
    }

    #[test]
    fn a_name_ends_before_the_message_that_follows_it() {
        assert_eq!(parted("Anna Baker Please call", "Anna Baker Please", persons), ["Anna Baker"]);
        assert_eq!(parted("Anna Baker P.S. Call", "Anna Baker P.S.", persons), ["Anna Baker"]);
        assert_eq!(parted("Philip Glass played", "Philip Glass", persons), ["Philip Glass"]);
    }

    #[test]
    fn a_title_is_no_part_of_a_name() {
        let named = "Deputy Mayor Anna Baker";
        assert_eq!(parted(named, named, persons), ["Anna Baker"]);
        assert_eq!(parted("the Mayor", "Mayor", persons), ["Mayor"]);
    }

    #[test]
    fn persons_of_a_list_without_commas_are_parted() {
        let list = "Lisa Baker Susan Miller";
        assert_eq!(parted(list, list, persons), ["Lisa Baker", "Susan Miller"]);
        let one = "Mohammed bin Rashid Al Maktoum";
        assert_eq!(parted(one, one, persons), [one]);
    }

    #[test]
    fn a_town_is_parted_from_its_region_unless_that_is_short() {
        assert_eq!(
            parted("in Alexandria, Egypt.", "Alexandria, Egypt", places),
            ["Alexandria", "Egypt"]
        );
        assert_eq!(
            parted("in Washington, D.C. on", "Washington, D.C.", places),
            ["Washington, D.C."]
        );
    }

    #[test]
    fn the_words_of_a_message_can_be_looked_up() {
        assert!(MESSAGE.is_sorted());
    }
}
