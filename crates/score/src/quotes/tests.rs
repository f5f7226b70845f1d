use super::*;
use crate::Article;

const TEXT: &str =
    "Rain\n\n“We sail,” Lund said, “today.” Berg hopes to stay. The board said it was “ready”.";

const GOLD: &str = "quote direct @3
  source Lund
  cue said #1
  content “We sail,”
  content “today.”
  speaker nobody
quote indirect @3
  source Berg
  cue hopes
  content to stay
  speaker nobody
quote mixed @3
  source The board
  cue said #2
  content it was “ready”
  speaker nobody
";

fn reading(gold: &str) -> Reading {
    Article::read("rain", TEXT, gold).unwrap().gold
}

fn against(found: &str) -> Quotes {
    compare(TEXT, &reading(GOLD), &reading(found))
}

fn count(right: usize, found: usize, gold: usize) -> Count {
    Count { right, found, gold }
}

#[test]
fn the_same_quotes_are_all_right() {
    let quotes = against(GOLD);
    assert_eq!(quotes.source, count(3, 3, 3));
    assert_eq!(quotes.cue, count(3, 3, 3));
    // The pieces of a quote are runs of their own.
    assert_eq!(quotes.content, count(4, 4, 4));
    assert_eq!([quotes.recall, quotes.precision], [count(3, 3, 3), count(3, 3, 3)]);
    assert_eq!(quotes.direct, count(1, 1, 1));
    assert_eq!(quotes.right_source, count(3, 3, 3));
}

#[test]
fn a_content_hits_that_shares_half_of_the_words_of_both() {
    // Two of the three pieces' words and marks of Lund's; all of Berg's, and two words before it.
    let quotes = against(
        "quote direct @3\n  source Berg\n  content “We sail,”\n  speaker nobody\n\
         quote indirect @3\n  content Berg hopes to stay\n  speaker nobody\n",
    );
    assert_eq!(quotes.recall, count(2, 3, 3));
    assert_eq!(quotes.precision, count(2, 2, 2));
    assert_eq!(quotes.hits, [(0, 0), (1, 1)]);
    assert_eq!(quotes.content, count(1, 2, 4));
    // A source was to be found for both hits; neither has the right one.
    assert_eq!(quotes.right_source, count(0, 2, 2));
}

#[test]
fn a_found_quote_hits_only_what_is_half_of_it() {
    let both =
        "quote mixed @3\n  content to stay. The board said it was “ready”\n  speaker nobody\n";
    let gold = "quote indirect @3\n  content to stay. The board\n  speaker nobody\n\
                quote mixed @3\n  content said it was “ready” #1\n  speaker nobody\n";
    let quotes = compare(TEXT, &reading(gold), &reading(both));
    assert_eq!(quotes.hits, [(1, 0)]);
    assert_eq!(quotes.precision, count(1, 1, 1));
}

#[test]
fn the_kind_is_told_by_marks_at_both_ends_or_inside() {
    let kind = |words: &str| kind_of(words, &[Span::new(0, words.len())]);
    assert_eq!(kind("“We sail,”"), QuoteKind::Direct);
    assert_eq!(kind("\"We sail\"."), QuoteKind::Direct);
    assert_eq!(kind("it was “ready”"), QuoteKind::Mixed);
    assert_eq!(kind("it was ready"), QuoteKind::Indirect);
    let pieces = [Span::new(0, 14), Span::new(24, 36)];
    assert_eq!(kind_of("“We sail,” and then “today.”", &pieces), QuoteKind::Direct);
}
