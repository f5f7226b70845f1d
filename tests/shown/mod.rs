//! What is drawn of what is strange or very much: long notes, many marks, characters that turn the direction of
//! writing; and what the settings say of labels.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use galley_notebook::{Action, AnnotationId, ArticleId, Draft, Edit, Millis, Session, stored};
use galley_text::Span;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, Node, Range};

use crate::reader::{ARTICLE, Reader};

/// The sheets that say how high and in what order words stand.
const SHEETS: [&str; 5] = [
    include_str!("../../static/css/tokens.css"),
    include_str!("../../static/css/page.css"),
    include_str!("../../static/css/article.css"),
    include_str!("../../static/css/margin.css"),
    include_str!("../../static/css/pane.css"),
];

/// The page's style sheets, which the tests' page has not, for as long as this is kept.
struct Styled(Element);

impl Styled {
    fn now() -> Self {
        let style = document().create_element("style").unwrap();
        style.set_text_content(Some(&SHEETS.concat()));
        document().head().unwrap().append_child(&style).unwrap();
        Self(style)
    }
}

impl Drop for Styled {
    fn drop(&mut self) {
        self.0.remove();
    }
}

fn element(selector: &str) -> Element {
    document().query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
}

fn height(selector: &str) -> f64 {
    element(selector).get_bounding_client_rect().height()
}

/// Where each word of an element stands, from its head and its start, in the order of the text.
fn places(element: &Element) -> Vec<(i32, i32)> {
    let mut places = Vec::new();
    let mut ahead: Vec<Node> = vec![element.clone().into()];
    while let Some(node) = ahead.pop() {
        let children = node.child_nodes();
        ahead.extend((0..children.length()).rev().filter_map(|index| children.get(index)));
        if node.node_type() != Node::TEXT_NODE {
            continue;
        }
        let text = node.text_content().unwrap();
        let words = text.split_whitespace().filter(|it| it.chars().any(char::is_alphanumeric));
        for word in words {
            let from = word.as_ptr() as usize - text.as_ptr() as usize;
            let start = text[..from].encode_utf16().count() as u32;
            let range = Range::new().unwrap();
            range.set_start(&node, start).unwrap();
            range.set_end(&node, start + 1).unwrap();
            let place = range.get_bounding_client_rect();
            places.push((place.bottom() as i32, place.left() as i32));
        }
    }
    places
}

#[wasm_bindgen_test]
async fn characters_that_turn_the_direction_of_writing_are_signs_and_turn_nothing() {
    let styled = Styled::now();
    let reader = Reader::arrives().await;
    let turned = "The \u{202e}mayor said “we \u{2067}will go,” said Anna Berg.";
    reader.pastes(&format!("Ferry \u{202d}to \u{2066}stay\n\n{turned}")).await;
    reader.sees_text(".banner", "characters that turn the direction of writing").await;
    let paragraph = element("article p.paragraph");
    assert_eq!(paragraph.text_content().unwrap(), turned, "the text is as it was");
    let places = places(&paragraph);
    assert_eq!(places.len(), 9, "{places:?}");
    assert!(places.is_sorted_by_key(|(_, left)| *left), "in the text's own order: {places:?}");
    assert_eq!(reader.count("article .turn-sign"), 4);
    assert!(reader.page_title().starts_with("Ferry to stay"));
    assert!(reader.text_of(".card-words").ends_with("“we will go,”"));

    reader.selects("p.paragraph", 0, 3).await;
    reader.presses_button("Highlight").await;
    reader.clicks("article mark", "Anna").await;
    assert_eq!(reader.text_of("mark.m-mine"), "The");
    reader.pastes(ARTICLE).await;
    assert_eq!(reader.count(".banner") + reader.count(".turn-sign"), 0);
    drop(styled);
}

#[wasm_bindgen_test]
async fn a_long_note_takes_a_few_lines_until_it_is_chosen_and_is_kept_whole() {
    let styled = Styled::now();
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("Note").await;
    let note = "A line of a long note.\n".repeat(4_500);
    reader.writes(".note-text", &note).await;
    let view = window().inner_height().unwrap().as_f64().unwrap();
    assert!(height(".note-text") <= 0.41 * view, "{}", height(".note-text"));

    // A click of a script leaves the keyboard where it is.
    document().active_element().unwrap().unchecked_into::<HtmlElement>().blur().unwrap();
    reader.clicks(".card-head", "Maria Lund").await;
    reader.sees(".card.is-lit:not(.is-note)").await;
    let closed = height(".card.is-note");
    assert!((60.0..260.0).contains(&closed), "{closed}");
    let drawn = reader.text_of(".note-shown").len();
    assert!(drawn < 5_000, "{drawn} bytes are drawn");
    assert_eq!(reader.value_of(".note-text"), note);

    reader.presses_button("Notes").await;
    reader.sees(".note .written").await;
    assert!((60.0..200.0).contains(&height(".note .written")), "{}", height(".note .written"));
    drop(styled);
}

#[wasm_bindgen_test]
async fn of_very_many_marks_some_are_listed_and_all_are_found_and_picked() {
    let text = "word ".repeat(260);
    let (id, now) = (ArticleId::from_random(7), Millis(1));
    let opened = Session::default().update(Action::Open { draft: Draft::plain(&text), id, now });
    let session = (0..250).fold(opened.unwrap(), |session, at| {
        let (id, span) = (AnnotationId::from_random(at as u128), Span::new(5 * at, 5 * at + 4));
        session.update(Action::Edit(Edit::AddHighlight { id, span, now })).unwrap()
    });
    let backup = stored::write_backup(session.library(), &[]);
    let reader = Reader::arrives().await;
    reader.drops_file("galley-backup.json", &backup).await;
    reader.presses_button_that_begins("word").await;
    reader.sees("aside.pane").await;
    reader.presses_button("Notes").await;
    reader.counts(".note", 200).await;
    reader.presses_button("Pick all").await;
    reader.sees_text(".bulk", "250 marks picked").await;
    reader.presses_button("Show 50 more").await;
    reader.counts(".note", 250).await;
    reader.counts(".note input:checked", 250).await;
}

#[wasm_bindgen_test]
async fn a_label_is_not_called_as_another_is_and_one_that_goes_says_what_keeps_it() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.types_key("2", false).await;
    reader.sees("article mark.t-orange[data-sign='2']").await;
    reader.presses_button("Settings").await;
    let field = "input[aria-label='Name of the label “Important”']";
    reader.enters(field, " Check ").await;
    reader.sees_text(".sheet-foot", "There is a label “Check” already.").await;
    assert_eq!(reader.value_of(field), "Important");
    assert_eq!(reader.count(".label-row"), 3);
    reader.writes("input[aria-label='Name of a new label']", "Check").await;
    reader.presses_button("Add").await;
    assert_eq!(reader.count(".label-row"), 3);

    reader.presses_button("Remove the label “Check”").await;
    reader.sees_text(".sheet-foot", "Label removed: Check. 1 mark keeps it as a tag.").await;
    reader.presses_button("Remove the label “Disagree”").await;
    reader.sees_text(".sheet-foot", "Label removed: Disagree.").await;
    reader.presses_button("Done").await;
}
