//! What an article's text gives away about its title, author, date and publisher. Guesses only: each
//! may be wrong or missing, and the reader edits them.

use galley_text::{Block, BlockKind};

use crate::{ArticleId, Details, Header, Millis};

/// A title and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// The first block is the headline.
    Headline(String),
    /// There is no headline; these are the first words.
    FirstWords(String),
}

impl Title {
    /// The words alone.
    fn into_words(self) -> String {
        match self {
            Title::Headline(words) | Title::FirstWords(words) => words,
        }
    }
}

/// The header of an article that nothing but its text is known of.
pub(crate) fn header(
    id: ArticleId,
    text: &str,
    blocks: &[Block],
    address: Option<String>,
    now: Millis,
) -> Header {
    let details = Details {
        title: title(text, blocks).into_words(),
        byline: byline(text, blocks),
        outlet: outlet(text, blocks, address.as_deref()),
        published: published(text, blocks),
        address,
    };
    let words = text.split_whitespace().count();
    Header { id, details, words, added: now, modified: now, discarded: None }
}

/// Longest headline, byline and date line, in characters.
const HEADLINE: usize = 160;
const BYLINE: usize = 80;
const DATE_LINE: usize = 60;

/// How many blocks may stand between the top of a page and its first paragraph.
const TOP: usize = 8;

/// How many words stand for a missing headline.
const FIRST_WORDS: usize = 8;

/// The first block where it is a heading or reads as one; else the first words.
pub(crate) fn title(text: &str, blocks: &[Block]) -> Title {
    let Some(first) = blocks.first() else {
        return Title::FirstWords(String::new());
    };
    let line = one_line(first.span.of(text));
    let reads_as_headline = blocks.len() > 1
        && line.chars().count() <= HEADLINE
        && !line.ends_with(['.', ',', ';', ':', '…']);
    if first.kind == BlockKind::Heading || reads_as_headline {
        return Title::Headline(line);
    }
    let words: Vec<&str> = line.split(' ').collect();
    if words.len() <= FIRST_WORDS {
        return Title::FirstWords(line);
    }
    Title::FirstWords(format!("{}…", words[..FIRST_WORDS].join(" ")))
}

/// The name after a "By" on a short line of its own near the top.
fn byline(text: &str, blocks: &[Block]) -> Option<String> {
    top(text, blocks).find_map(|line| {
        let name = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY "))?.trim();
        let named = name.chars().next().is_some_and(char::is_uppercase);
        let short = line.chars().count() <= BYLINE && !line.ends_with('.');
        (named && short).then(|| name.to_owned())
    })
}

/// A short line near the top that holds a month or a slash or dash date, and a year.
fn published(text: &str, blocks: &[Block]) -> Option<String> {
    top(text, blocks)
        .find(|line| line.chars().count() <= DATE_LINE && !line.ends_with('.') && is_dated(line))
        .map(|line| {
            let bare = ["Published on ", "Published: ", "Published ", "Updated: ", "Updated "]
                .iter()
                .find_map(|label| line.strip_prefix(label));
            bare.unwrap_or(&line).trim().to_owned()
        })
}

/// The host of the address; else the agency in a dateline such as "OSLO (Reuters) - ".
fn outlet(text: &str, blocks: &[Block], address: Option<&str>) -> Option<String> {
    if let Some((_, rest)) = address.and_then(|address| address.split_once("://")) {
        let host = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
        return Some(host.strip_prefix("www.").unwrap_or(host).to_owned());
    }
    top(text, blocks).find_map(|line| {
        let (place, rest) = line.split_once(" (")?;
        let (agency, rest) = rest.split_once(')')?;
        let is_dateline = place.len() <= BYLINE
            && place.chars().next().is_some_and(char::is_uppercase)
            && [" - ", " – ", " — "].iter().any(|dash| rest.starts_with(dash));
        (is_dateline && agency.len() <= BYLINE).then(|| agency.to_owned())
    })
}

fn top(text: &str, blocks: &[Block]) -> impl Iterator<Item = String> {
    blocks.iter().take(TOP).map(move |block| one_line(block.span.of(text)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_dated(line: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = line.to_ascii_lowercase();
    let mut words =
        lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let has_year =
        words.clone().any(|word| word.len() == 4 && matches!(word.parse(), Ok(1900..=2100)));
    let numbers = words.clone().filter(|word| word.parse::<u32>().is_ok()).count();
    let has_month = words.any(|word| MONTHS.iter().any(|month| word.starts_with(month)));
    has_year && (has_month || numbers >= 3)
}
