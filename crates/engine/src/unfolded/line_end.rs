//! [`joined`]: paragraphs put together where a line end stands inside a name.

use galley_text::{Block, Span};

use crate::lexicon::{Classes, classes, runs};

/// Most words of a name on either side of a line end.
const LONGEST: usize = 3;

/// `blocks` of `text`, those as one that a name runs across without a blank line between.
pub(super) fn joined(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match out.last_mut().filter(|last| is_name_parted(text, last.span, block.span)) {
            Some(last) => last.span = last.span.cover(block.span),
            None => out.push(block),
        }
    }
    out
}

/// Whether the block `above` ends inside a name that the one `below` begins with.
fn is_name_parted(text: &str, above: Span, below: Span) -> bool {
    let gap = Span::new(above.end(), below.start()).of(text);
    if gap.matches('\n').count().max(gap.matches('\r').count()) > 1
        || !above.of(text).ends_with(char::is_alphanumeric)
        || !below.of(text).starts_with(char::is_uppercase)
    {
        return false;
    }
    let mut tail: Vec<&str> = above.of(text).split_whitespace().rev().take(LONGEST + 1).collect();
    tail.reverse();
    let head: Vec<&str> = below.of(text).split_whitespace().take(LONGEST + 1).collect();
    is_capital(tail.last().copied()) && (is_person(&tail, &head) || is_listed(&tail, &head))
}

fn is_capital(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// Whether running text goes on behind the first `taken` words: a heading would have capitals there.
fn runs_on(head: &[&str], taken: usize) -> bool {
    let ends = |word: &&str| word.ends_with(|c: char| !c.is_alphanumeric());
    head.get(taken - 1).is_some_and(ends) || !is_capital(head.get(taken).copied())
}

/// "Emmanuel" before "Macron said".
fn is_person(tail: &[&str], head: &[&str]) -> bool {
    let [Some(given), Some(family)] = [tail.last(), head.first()] else { return false };
    let bare = family.trim_end_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
    let plain = Classes::COMMON.or(Classes::ANY_PLACE).or(Classes::CALENDAR).or(Classes::TITLE);
    let others = plain.or(Classes::PEOPLE).or(Classes::ANY_ORGANIZATION);
    let [given, family] = [given, bare].map(classes);
    let opens_another = family.meets(Classes::GIVEN) && !family.meets(Classes::FAMILY);
    given.meets(Classes::GIVEN)
        && !given.meets(plain)
        && !family.meets(others)
        && !opens_another
        && runs_on(head, 1)
}

/// "New" before "York on", where something stands before the name.
fn is_listed(tail: &[&str], head: &[&str]) -> bool {
    let listed = Classes::ANY_PLACE.or(Classes::ANY_ORGANIZATION);
    (1..tail.len()).any(|start| {
        let words = tail[start..].iter().chain(head).copied();
        let before = tail.len() - start;
        let name =
            runs(words).filter(|(taken, lists)| *taken > before && lists.meets(listed)).last();
        name.is_some_and(|(taken, _)| {
            is_capital(Some(tail[start])) && runs_on(head, taken - before)
        })
    })
}
