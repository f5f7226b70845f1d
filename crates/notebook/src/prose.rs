//! [`prose()`]: a note's simple Markdown as passages of styled pieces, to be drawn. What is not
//! understood stays as it was written, so no note ever loses a character that means something.
//!
//! Understood: paragraphs, `- items`, `1. items`, `> quotations`, `**strong**`, `*emphasis*`,
//! `` `code` ``, `[words](https://address)` and bare web addresses. No nesting, no markup.

/// A line or several of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// What it is.
    pub kind: PassageKind,
    /// Its words, in order.
    pub pieces: Vec<Piece<'a>>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// Running text.
    Paragraph,
    /// Words of somebody else.
    Quotation,
    /// An entry of a list.
    Item,
    /// An entry of a numbered list.
    Numbered,
}

/// Words of one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words.
    pub words: &'a str,
    /// How they are set.
    pub style: Style<'a>,
}

/// How words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style<'a> {
    /// As they are.
    Plain,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// Literal.
    Code,
    /// As a link to a web address.
    Link(&'a str),
    /// As the end of a line.
    Break,
}

/// Reads `note`. Costs time linear in its length.
pub fn prose(note: &str) -> Vec<Passage<'_>> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut goes_on = false;
    for line in note.lines() {
        let line = line.trim();
        if line.is_empty() {
            goes_on = false;
            continue;
        }
        let (kind, words) = opening(line);
        let joins = matches!(kind, PassageKind::Paragraph | PassageKind::Quotation);
        match passages.last_mut().filter(|last| goes_on && joins && last.kind == kind) {
            Some(last) => {
                last.pieces.push(Piece { words: "\n", style: Style::Break });
                pieces(words, &mut last.pieces);
            }
            None => {
                let mut found = Vec::new();
                pieces(words, &mut found);
                passages.push(Passage { kind, pieces: found });
            }
        }
        goes_on = true;
    }
    passages
}

/// What a line is, and the words of it.
fn opening(line: &str) -> (PassageKind, &str) {
    if let Some(words) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        return (PassageKind::Item, words);
    }
    if let Some(words) = line.strip_prefix('>') {
        return (PassageKind::Quotation, words.trim_start());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].strip_prefix(". ") {
        Some(words) if (1..=3).contains(&digits) => (PassageKind::Numbered, words),
        _ => (PassageKind::Paragraph, line),
    }
}

/// The signs that words are set between.
const FENCES: [(&str, Style); 3] =
    [("**", Style::Strong), ("*", Style::Emphasis), ("`", Style::Code)];

/// Cuts a line into pieces.
fn pieces<'a>(line: &'a str, out: &mut Vec<Piece<'a>>) {
    let (mut plain, mut at) = (0, 0);
    // A sign that does not close once does not close further on either: it is not looked for again.
    let mut open = [true; FENCES.len()];
    while at < line.len() {
        match piece(line, at, &mut open) {
            Some((piece, end)) => {
                push_plain(&line[plain..at], out);
                out.push(piece);
                (plain, at) = (end, end);
            }
            None => at += line[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    push_plain(&line[plain..], out);
}

fn push_plain<'a>(words: &'a str, out: &mut Vec<Piece<'a>>) {
    if !words.is_empty() {
        out.push(Piece { words, style: Style::Plain });
    }
}

/// The piece that begins at `at`, unless that is plain, and where it ends.
fn piece<'a>(
    line: &'a str,
    at: usize,
    open: &mut [bool; FENCES.len()],
) -> Option<(Piece<'a>, usize)> {
    let rest = &line[at..];
    for (index, &(sign, style)) in FENCES.iter().enumerate() {
        let Some(inside) = rest.strip_prefix(sign).filter(|_| open[index]) else { continue };
        let Some(length) = inside.find(sign) else {
            open[index] = false;
            continue;
        };
        let words = &inside[..length];
        if words.is_empty() || words.starts_with(' ') || words.ends_with(' ') {
            continue;
        }
        return Some((Piece { words, style }, at + length + 2 * sign.len()));
    }
    link(rest).map(|(piece, length)| (piece, at + length))
}

/// The longest label and address of a link. They bound how far each `[` looks ahead.
const LONGEST_LINK: usize = 2_000;

/// The link that `rest` begins with, and its length.
fn link(rest: &str) -> Option<(Piece<'_>, usize)> {
    if rest.starts_with("http://") || rest.starts_with("https://") {
        let end = rest.find(|c: char| c.is_whitespace() || "<>\"”".contains(c));
        let address = without_stops(&rest[..end.unwrap_or(rest.len())]);
        return is_address(address)
            .then_some((Piece { words: address, style: Style::Link(address) }, address.len()));
    }
    let near = rest.strip_prefix('[')?;
    let words = &near[..near.bytes().take(LONGEST_LINK).position(|byte| byte == b']')?];
    let after = near[words.len() + 1..].strip_prefix('(')?;
    let address = &after[..closing(after)?];
    let whole = words.len() + address.len() + 4;
    let is_link = is_address(address) && !words.is_empty();
    is_link.then_some((Piece { words, style: Style::Link(address) }, whole))
}

/// Where the bracket closes that is open before `rest`: one that opens in the address closes there too.
fn closing(rest: &str) -> Option<usize> {
    let mut open = 0_usize;
    let closes = |byte: u8| match byte {
        b'(' => {
            open += 1;
            false
        }
        b')' if open > 0 => {
            open -= 1;
            false
        }
        b')' => true,
        _ => false,
    };
    rest.bytes().take(LONGEST_LINK).position(closes)
}

/// `address` without the sentence's own signs at its end. A bracket that opens in it is its own.
fn without_stops(mut address: &str) -> &str {
    let count = |sign: char| address.bytes().filter(|&byte| byte == sign as u8).count();
    let (opening, mut closing) = (count('('), count(')'));
    while let Some(last) = address.chars().next_back() {
        match last {
            '.' | ',' | ';' | ':' => {}
            ')' if closing > opening => closing -= 1,
            _ => break,
        }
        address = &address[..address.len() - 1];
    }
    address
}

/// Nothing but a web address is ever a link: a script is not.
fn is_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !address.contains(char::is_whitespace)
}
