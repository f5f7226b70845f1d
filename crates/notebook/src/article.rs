//! [`Article`]: a text, frozen as it was pasted.

use std::rc::Rc;

use galley_text::{Block, BlockKind, Span};
use serde::{Deserialize, Serialize};

use crate::{ArticleId, Draft, Header, Millis, guess};

/// Words that the page linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Where they stand.
    pub span: Span,
    /// Where they lead: an `http` or `https` address.
    pub address: String,
}

/// One article. Nothing in it ever changes, so positions stay good; cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    id: ArticleId,
    text: Rc<str>,
    blocks: Rc<[Block]>,
    links: Rc<[Link]>,
}

impl Article {
    /// Freezes a draft and guesses its header. A first line that reads as a headline becomes a
    /// heading.
    pub fn open(draft: Draft, id: ArticleId, now: Millis) -> (Article, Header) {
        let Draft { text, mut blocks, links, address, .. } = draft;
        if let (guess::Title::Headline(_), Some(first)) =
            (guess::title(&text, &blocks), blocks.first_mut())
        {
            first.kind = BlockKind::Heading;
        }
        let header = guess::header(id, &text, &blocks, address, now);
        (Article { id, text: text.into(), blocks: blocks.into(), links: links.into() }, header)
    }

    /// Puts an article together from stored parts. Blocks and links that do not fit the text are
    /// refused.
    pub(crate) fn from_parts(
        id: ArticleId,
        text: String,
        blocks: Vec<Block>,
        links: Vec<Link>,
    ) -> Option<Article> {
        let whole = |span: &Span| span.fits(&text) && !span.is_empty();
        let in_order = blocks.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start());
        let legal = in_order
            && blocks.iter().all(|block| whole(&block.span))
            && links.iter().all(|link| whole(&link.span));
        legal.then(|| Article { id, text: text.into(), blocks: blocks.into(), links: links.into() })
    }

    /// Its id.
    pub fn id(&self) -> ArticleId {
        self.id
    }

    /// The text, with line ends `\n`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as a shared pointer, for what outlives the borrow.
    pub fn shared_text(&self) -> Rc<str> {
        Rc::clone(&self.text)
    }

    /// Its paragraphs, headings, list items and quotations, in order, without overlap.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The links of a pasted page.
    pub fn links(&self) -> &[Link] {
        &self.links
    }
}
