//! [`set_aside`]: titles of works are nobody's speech: "she wrote “The Long Way to the Sea” in 1990".
//!
//! A title has capitals throughout, and a word beside it that works are told with. What a colon or a
//! comma leads to is speech, whatever its capitals.

use galley_text::Span;

use crate::article::Article;
use crate::token::TokenKind;
use crate::{Confidence, Quote, Rule, Scare};

/// Verbs whose object is a work.
const VERBS: &[&str] = &[
    "authored",
    "composed",
    "co-wrote",
    "directed",
    "directs",
    "edited",
    "filmed",
    "painted",
    "penned",
    "performed",
    "performs",
    "produced",
    "published",
    "recorded",
    "released",
    "sang",
    "sings",
    "starred",
    "stars",
    "wrote",
];

/// What works are called.
const NOUNS: &[&str] = &[
    "album",
    "anthem",
    "ballad",
    "book",
    "comedy",
    "documentary",
    "drama",
    "episode",
    "essay",
    "exhibition",
    "film",
    "hit",
    "memoir",
    "movie",
    "musical",
    "novel",
    "opera",
    "painting",
    "play",
    "podcast",
    "poem",
    "series",
    "show",
    "single",
    "sitcom",
    "song",
    "sonnet",
    "thriller",
    "track",
    "trilogy",
];

/// How sure a title is.
const SURE: f32 = 0.8;

/// Moves what is the title of a work from `quotes` to `scare`, which are in order.
pub(crate) fn set_aside(article: &Article, quotes: &mut Vec<Quote>, scare: &mut Vec<Scare>) {
    let mut titles: Vec<Span> = Vec::new();
    quotes.retain(|quote| {
        let title = title(article, quote);
        titles.extend(title);
        title.is_none()
    });
    if titles.is_empty() {
        return;
    }
    titles.dedup();
    let work = |span| Scare { span, confidence: Confidence::new(SURE), rule: Rule::ScareWork };
    let mut rest = std::mem::take(scare).into_iter().peekable();
    for title in titles {
        while let Some(one) = rest.next_if(|one| one.span < title) {
            scare.push(one);
        }
        rest.next_if(|one| one.span == title);
        scare.push(work(title));
    }
    scare.extend(rest);
}

/// The title, marks included, that is all that `quote` has in quotation marks.
fn title(article: &Article, quote: &Quote) -> Option<Span> {
    let [content] = quote.content[..] else { return None };
    let tokens = article.tokens_in(content);
    let is_mark = |at: &usize| article.tokens[*at].kind == TokenKind::QuoteMark;
    let open = tokens.clone().take(1).find(is_mark)?;
    let close = tokens.skip(1).rfind(is_mark)?;
    let is_title = has_capitals(article, open + 1, close) && is_told(article, open, close);
    is_title.then(|| article.span_of(open..close + 1))
}

/// Whether the words from `start` to `end` are written as titles are, all longer ones with a capital.
fn has_capitals(article: &Article, start: usize, end: usize) -> bool {
    let words = (start..end).filter(|at| article.tokens[*at].kind == TokenKind::Word);
    let words = words.map(|at| article.word(at)).take(LONGEST + 1);
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let (mut all, mut long) = (0, 0);
    for word in words {
        all += 1;
        if word.len() > 4 && !is_capital(&word) {
            return false;
        }
        long += usize::from(is_capital(&word));
    }
    (2..=LONGEST).contains(&all) && 2 * long > all
}

/// The most words of a title.
const LONGEST: usize = 16;

/// Whether a word that works are told with stands right before `open`, a small word aside, or right
/// behind `close`.
fn is_told(article: &Article, open: usize, close: usize) -> bool {
    let word = |at: usize| article.word(at).to_lowercase();
    let Some(last) = open.checked_sub(1) else { return false };
    let is_small = matches!(
        &*word(last),
        "in" | "of" | "for" | "as" | "on" | "called" | "titled" | "entitled"
    );
    let before = word(if is_small { last.saturating_sub(1) } else { last });
    let is_verb = VERBS.contains(&&*before);
    let is_noun = |word: &str| NOUNS.contains(&word);
    let is_maker = is_small && matches!(&*before, "author" | "writer" | "director" | "star");
    is_verb || is_maker || is_noun(&before) || is_noun(&word(close + 1))
}
