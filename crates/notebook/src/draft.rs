//! [`Draft`]: what was pasted, on its way to becoming an article.

use galley_text::{Block, BlockKind, Span, blocks};

use crate::Link;

/// A pasted text with its blocks and links. Plain text comes in whole through [`Draft::plain`]; a
/// walk over pasted HTML fills an empty one with [`Draft::block`], [`Draft::words`] and
/// [`Draft::link`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    pub(crate) text: String,
    pub(crate) blocks: Vec<Block>,
    pub(crate) links: Vec<Link>,
    pub(crate) address: Option<String>,
    /// What the next block to be opened will be.
    kind: BlockKind,
    /// Whether words go on in the last block.
    open: bool,
}

impl Draft {
    /// Takes plain text as it is, with its line ends made `\n`. A first line that is a web address
    /// becomes the article's address.
    pub fn plain(pasted: &str) -> Self {
        let text = pasted.strip_prefix('\u{feff}').unwrap_or(pasted);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let (address, text) = split_address(&text);
        Self {
            text: text.into(),
            blocks: blocks(text),
            address: address.map(String::from),
            ..Self::default()
        }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Says where the article came from; anything but a web address is ignored.
    pub fn came_from(&mut self, address: &str) {
        if is_web_address(address) {
            self.address = Some(address.into());
        }
    }

    /// Where the next words will stand, for [`Draft::link`].
    pub fn here(&self) -> usize {
        self.text.len()
    }

    /// Ends the block: call it with the new kind where an element of that kind opens, with the
    /// outer kind where it closes, and with the same kind at a line break. Blocks without words
    /// leave no trace.
    pub fn block(&mut self, kind: BlockKind) {
        self.kind = kind;
        self.open = false;
    }

    /// Adds running text. White space is drawn together as a browser draws it, so that the line
    /// breaks of the source do not show; no-break spaces are kept.
    pub fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                c if !c.is_whitespace() => self.letter(c),
                _ if !self.open => {}
                '\u{a0}' => self.text.push(c),
                _ if self.text.ends_with(' ') => {}
                _ => self.text.push(' '),
            }
        }
    }

    /// Links the words since `start`, which [`Draft::here`] gave. Anything but a web address is
    /// ignored.
    pub fn link(&mut self, start: usize, address: &str) {
        let span = Span::new(start, self.text.len()).trimmed(&self.text);
        if is_web_address(address) && !span.is_empty() {
            self.links.push(Link { span, address: address.into() });
        }
    }

    fn letter(&mut self, c: char) {
        if !self.open {
            self.open_block();
        }
        self.text.push(c);
        if let Some(block) = self.blocks.last_mut() {
            block.span = Span::new(block.span.start(), self.text.len());
        }
    }

    fn open_block(&mut self) {
        if self.text.ends_with(' ') {
            self.text.pop();
        }
        if !self.blocks.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.blocks.push(Block { span: Span::new(start, start), kind: self.kind });
        self.open = true;
    }
}

/// A first line that is a web address, and the text after it.
fn split_address(text: &str) -> (Option<&str>, &str) {
    let text_start = text.trim_start();
    let (line, rest) = text_start.split_once('\n').unwrap_or((text_start, ""));
    if is_web_address(line.trim()) { (Some(line.trim()), rest) } else { (None, text) }
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}
