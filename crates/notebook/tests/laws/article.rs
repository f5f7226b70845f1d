//! What becomes of a paste.

use galley_notebook::{Article, Draft, Header, Millis};
use galley_text::BlockKind;
use proptest::prelude::*;

use crate::sessions::article_id;

fn open(draft: Draft) -> (Article, Header) {
    Article::open(draft, article_id(1), Millis(5))
}

fn paragraphs(article: &Article) -> Vec<&str> {
    article.blocks().iter().map(|block| block.span.of(article.text())).collect()
}

#[derive(Clone, Debug)]
enum Node {
    Block(BlockKind),
    Words(String),
    Link(String),
}

fn nodes() -> impl Strategy<Value = Vec<Node>> {
    let kind = prop::sample::select(vec![BlockKind::Paragraph, BlockKind::Heading]);
    let words = "[a-c\u{a0}\n 🔥\u{301}]{0,6}";
    prop::collection::vec(
        prop_oneof![
            kind.prop_map(Node::Block),
            words.prop_map(Node::Words),
            words.prop_map(Node::Link),
        ],
        0..20,
    )
}

proptest! {
    #[test]
    fn html_gives_whole_trimmed_blocks_that_hold_every_letter(nodes in nodes()) {
        let mut draft = Draft::default();
        let mut letters = String::new();
        for node in nodes {
            match node {
                Node::Block(kind) => draft.block(kind),
                Node::Words(words) => {
                    letters.extend(words.chars().filter(|c| !c.is_whitespace()));
                    draft.words(&words);
                }
                Node::Link(words) => {
                    letters.extend(words.chars().filter(|c| !c.is_whitespace()));
                    let start = draft.here();
                    draft.words(&words);
                    draft.link(start, "https://example.org/");
                }
            }
        }
        let (article, _) = open(draft);
        let text = article.text();
        for block in article.blocks() {
            prop_assert!(block.span.fits(text) && !block.span.is_empty());
            prop_assert_eq!(block.span.trimmed(text), block.span);
        }
        for link in article.links() {
            prop_assert!(link.span.fits(text) && !link.span.is_empty());
            prop_assert_eq!(link.span.trimmed(text), link.span);
        }
        let kept: String = paragraphs(&article).concat();
        prop_assert_eq!(kept.split_whitespace().collect::<String>(), letters);
    }

    #[test]
    fn plain_text_keeps_every_character_but_carriage_returns(text in "(\\PC|\r\n|\r|\n){0,80}") {
        prop_assume!(!text.contains("http") && !text.starts_with('\u{feff}'));
        let (article, _) = open(Draft::plain(&text));
        prop_assert_eq!(article.text(), text.replace("\r\n", "\n").replace('\r', "\n"));
    }
}

const PAGE: &str = "https://www.example.org/news/1\n\
    Harbour closes for winter\n\
    By Ane Vik\n\
    Published 3 March 2024 at 10:15\n\
    TROMSØ (Nordlys) - The port will not open before April, its owner says.\n";

#[test]
fn the_top_of_a_page_gives_its_details() {
    let (article, header) = open(Draft::plain(PAGE));
    let details = header.details;
    assert_eq!(details.title, "Harbour closes for winter");
    assert_eq!(details.byline.as_deref(), Some("Ane Vik"));
    assert_eq!(details.published.as_deref(), Some("3 March 2024 at 10:15"));
    assert_eq!(details.outlet.as_deref(), Some("example.org"));
    assert_eq!(details.address.as_deref(), Some("https://www.example.org/news/1"));
    assert_eq!(article.blocks()[0].kind, BlockKind::Heading);
    assert!(article.text().starts_with("Harbour"));
}

#[test]
fn without_an_address_the_dateline_names_the_agency() {
    let (_, header) = open(Draft::plain(PAGE.split_once('\n').unwrap().1));
    assert_eq!(header.details.outlet.as_deref(), Some("Nordlys"));
}

#[test]
fn a_text_without_a_headline_is_called_by_its_first_words() {
    let text = "The port will not open before the end of April, its owner says.\nNobody minds.";
    let (article, header) = open(Draft::plain(text));
    assert_eq!(header.details.title, "The port will not open before the end…");
    assert_eq!(article.blocks()[0].kind, BlockKind::Paragraph);
    assert_eq!(header.details.byline, None);
    assert_eq!(header.words, 15);
}

#[test]
fn a_sentence_with_a_month_in_it_is_no_date_line() {
    let (_, header) = open(Draft::plain("Title\nIn March 2024 the port closed.\nMay I come in?"));
    assert_eq!(header.details.published, None);
}

#[test]
fn white_space_of_the_source_does_not_show() {
    let mut draft = Draft::default();
    draft.block(BlockKind::Heading);
    draft.words("\n  Harbour\n  closes ");
    draft.block(BlockKind::Paragraph);
    draft.words(" \u{a0} ");
    draft.block(BlockKind::Paragraph);
    draft.words("The ");
    let start = draft.here();
    draft.words(" port ");
    draft.link(start, "https://example.org/port");
    draft.link(start, "javascript:alert(1)");
    draft.words("is 5\u{a0}km away.\n");
    let (article, _) = open(draft);
    assert_eq!(paragraphs(&article), ["Harbour closes", "The port is 5\u{a0}km away."]);
    assert!(article.text().starts_with("Harbour closes\n\nThe port"));
    assert_eq!(article.links().len(), 1);
    assert_eq!(article.links()[0].span.of(article.text()), "port");
}

#[test]
fn nothing_pasted_is_nothing_to_read() {
    assert!(Draft::plain("\u{feff} \r\n").is_empty());
}
