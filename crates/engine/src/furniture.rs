//! [`furniture`]: lines of the page around an article, such as vote counters and share buttons.
//!
//! A block is folded only as a whole and only when its words are those of a known kind of line. A
//! line of prose is never folded for being short: losing content is worse than showing a button.

use galley_text::Block;

use crate::token::{Token, TokenKind};
use crate::{Confidence, Furniture, Rule};

/// Longest line that may be furniture, in bytes and in tokens.
const LONGEST: (usize, usize) = (120, 16);

/// Finds the `blocks` of `text` that belong to the page.
pub(crate) fn furniture(text: &str, blocks: &[Block], tokens: &[Token]) -> Vec<Furniture> {
    let mut rest = tokens;
    let mut out = Vec::new();
    for block in blocks {
        let inside;
        let count = rest.partition_point(|token| token.span.start() < block.span.end());
        (inside, rest) = rest.split_at(count);
        if let Some((rule, confidence)) = judge(block.span.of(text), inside) {
            let confidence = Confidence::new(confidence);
            out.push(Furniture { span: block.span, rule, confidence });
        }
    }
    out
}

fn judge(line: &str, tokens: &[Token]) -> Option<(Rule, f32)> {
    if !tokens.is_empty() && tokens.iter().all(|token| token.kind == TokenKind::Address) {
        return Some((Rule::FurnitureAddress, 0.95));
    }
    if line.len() > LONGEST.0 || tokens.len() > LONGEST.1 {
        return None;
    }
    let text = plain(line);
    if let Some((rule, _)) = WHOLE.iter().find(|(_, lines)| lines.contains(&text.as_str())) {
        return Some((*rule, 0.97));
    }
    if text.starts_with("follow ") && text.ends_with(" on") {
        return Some((Rule::FurnitureSharing, 0.95));
    }
    let is_prose = line.ends_with(['.', '!', '?', '”', '"']);
    let opens = |heads: &[&str]| heads.iter().any(|head| text.starts_with(head));
    let (rule, _) = OPENINGS.iter().find(|(_, heads)| opens(heads))?;
    (!is_prose || *rule == Rule::FurnitureRights).then_some((*rule, 0.88))
}

/// A line in small letters, each run of digits as "#", without marks at its edges.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '0'..='9' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            '’' => out.push('\''),
            _ if c.is_whitespace() => out.push(' '),
            _ => out.extend(c.to_lowercase()),
        }
    }
    let is_edge =
        |c: char| c.is_whitespace() || matches!(c, ':' | '.' | '!' | '>' | '»' | '|' | '…');
    out.trim_matches(is_edge).to_owned()
}

/// Lines that are furniture when they say this and nothing more.
const WHOLE: &[(Rule, &[&str])] = &[
    (
        Rule::FurnitureVotes,
        &[
            "# # votes",
            "# votes",
            "# vote",
            "article rating",
            "rate this article",
            "rate this story",
            "average rating",
            "# likes",
            "# shares",
            "# views",
        ],
    ),
    (
        Rule::FurnitureComments,
        &[
            "notify of",
            "inline feedbacks",
            "inline feedback",
            "view all comments",
            "see all comments",
            "view comments",
            "show comments",
            "hide comments",
            "leave a comment",
            "leave a reply",
            "post a comment",
            "add a comment",
            "write a comment",
            "# comments",
            "# comment",
            "comments (#)",
            "no comments",
            "no comments yet",
            "comments are closed",
            "oldest",
            "newest",
            "most voted",
            "load more comments",
            "be the first to comment",
            "join the conversation",
            "reply",
            "log in to comment",
            "sign in to comment",
        ],
    ),
    (
        Rule::FurnitureSharing,
        &[
            "share",
            "share this",
            "share this article",
            "share this story",
            "share this post",
            "share on facebook",
            "share on twitter",
            "share on whatsapp",
            "tweet",
            "tweet this",
            "email",
            "email this",
            "email this article",
            "print",
            "print this article",
            "copy link",
            "link copied",
            "facebook",
            "twitter",
            "whatsapp",
            "linkedin",
            "pinterest",
            "reddit",
            "telegram",
            "facebook twitter",
            "follow us",
            "follow",
            "like this",
            "subscribe",
            "subscribe now",
            "sign up",
            "sign up now",
            "get the newsletter",
            "save",
        ],
    ),
    (
        Rule::FurnitureRelated,
        &[
            "original source",
            "source",
            "related",
            "related articles",
            "related stories",
            "related news",
            "related topics",
            "related posts",
            "related content",
            "read more",
            "read next",
            "read also",
            "also read",
            "see also",
            "more",
            "more news",
            "most read",
            "most popular",
            "trending",
            "trending now",
            "recommended",
            "recommended for you",
            "you may also like",
            "you might also like",
            "continue reading",
            "editor's picks",
            "editors' picks",
            "don't miss",
            "up next",
            "latest news",
            "top stories",
        ],
    ),
    (Rule::FurnitureRights, &["all rights reserved"]),
    (
        Rule::FurnitureNavigation,
        &[
            "advertisement",
            "advertisements",
            "advertising",
            "ad",
            "sponsored",
            "sponsored content",
            "promoted",
            "skip to content",
            "skip to main content",
            "menu",
            "search",
            "home",
            "log in",
            "login",
            "sign in",
            "register",
            "my account",
            "back to top",
            "next article",
            "previous article",
            "next",
            "previous",
            "loading",
            "close",
            "privacy policy",
            "terms of use",
            "terms and conditions",
            "cookie policy",
            "contact us",
            "about us",
            "accept all cookies",
            "story continues below advertisement",
            "article continues below",
            "watch live",
            "listen to this article",
            "# min read",
            "# minute read",
            "# minutes read",
        ],
    ),
];

/// Lines that are furniture when they open so and end without a stop.
const OPENINGS: &[(Rule, &[&str])] = &[
    (
        Rule::FurnitureSharing,
        &[
            "follow us on",
            "follow our ",
            "like us on",
            "share on ",
            "share via ",
            "subscribe to our",
            "subscribe to the",
            "sign up for our",
            "sign up to our",
            "join us on",
            "join our whatsapp",
            "join our telegram",
            "download our app",
        ],
    ),
    (
        Rule::FurnitureRelated,
        &[
            "read more:",
            "read more at",
            "read also:",
            "also read:",
            "read next:",
            "related:",
            "related article:",
            "see also:",
            "recommended:",
            "more from ",
            "must read:",
            "original source:",
            "first published in:",
            "first published by:",
        ],
    ),
    (Rule::FurnitureRights, &["©", "(c) #", "copyright #", "copyright ©", "all rights reserved"]),
    (Rule::FurnitureComments, &["you must be logged in to"]),
];
