//! Reading and correcting with the mouse at a desk and with a finger on a phone, everything found by
//! role and name. `correcting.rs` and `keyboard.rs` go on, the second without either.

use galley_e2e::{Hand, Look, Reader};
use serde_json::{Value, json};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// An article of our own.
const ARTICLE: &str = "Ferry to stay in winter\n\n\
    The ferry to Holm will run all winter. The council decided so on 3 May.\n\n\
    “We cannot leave 340 people without a doctor,” said Marta Lindqvist, who heads the council. \
    The miller Jonas Ek agreed.\n\n\
    Lindqvist promised a new timetable. “It will be ready in June,” she said.";

const HANDS: [Hand; 2] = [Hand::Mouse, Hand::Finger];
const QUOTE: &str = "Direct quote: Marta Lindqvist";

fn reads(hand: Hand) -> Reader {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes(ARTICLE);
    reader.finds("button", "Person: Jonas Ek");
    if hand == Hand::Finger {
        reader.takes_a_phone();
    }
    reader
}

/// Waits until the step that can be undone has this name.
fn undoes(reader: &Reader, name: &str) {
    reader.finds("button", &format!("Undo: {name}"));
}

#[test]
fn a_layer_is_switched_off_and_on_again() {
    for hand in Hand::ALL {
        let reader = reads(hand);
        reader.uses(hand, "button", "Quotes 3");
        reader.sees("no quotes", "return !document.querySelector('main .m-direct')");
        reader.uses(hand, "button", "Quotes 3");
        reader.finds("button", QUOTE);
        reader.leaves();
    }
}

#[test]
fn a_line_leads_from_the_card_of_a_quote_to_who_says_it() {
    let reader = reads(Hand::Mouse);
    reader.uses(Hand::Mouse, "button", QUOTE);
    reader.sees("the line from the name to the card", LEADS);
    reader.leaves();
}

#[test]
fn every_correction_of_a_quote_is_a_click_or_a_tap_away_and_one_step_back() {
    for hand in HANDS {
        let reader = reads(hand);
        reader.uses(hand, "button", QUOTE);
        reader.uses(hand, "button", "Accept");
        undoes(&reader, "Accept quote");
        reader.uses(hand, "button", "Undo: Accept quote");
        reader.uses(hand, "button", "Change");
        reader.uses(hand, "button", "By sentences");
        reader.uses(hand, "button", "End one sentence on");
        undoes(&reader, "Move edge of quote");
        reader.uses(hand, "button", "Undo: Move edge of quote");
        reader.uses(hand, "button", "Why");
        reader.sees("the reason", "return document.querySelector('.card-why')");
        reader.uses(hand, "button", "Reject");
        undoes(&reader, "Reject quote");
        reader.leaves();
    }
}

#[test]
fn every_correction_of_a_name_is_a_click_or_a_tap_away_and_one_step_back() {
    for hand in HANDS {
        let reader = reads(hand);
        reader.uses(hand, "button", "Person: Jonas Ek");
        reader.finds("dialog", "Person: Jonas Ek");
        reader.uses(hand, "button", "Accept");
        undoes(&reader, "Accept person");
        reader.uses(hand, "button", "Undo: Accept person");
        reader.uses(hand, "button", "Start and end");
        reader.uses(hand, "button", "Start one word back");
        undoes(&reader, "Move edge of person");
        reader.leaves();
    }
}

#[test]
fn each_pane_is_opened_by_its_name_and_told_as_a_table_or_a_list() {
    for hand in Hand::ALL {
        let reader = reads(hand);
        reader.uses(hand, "button", "Voices");
        reader.finds("complementary", "Voices");
        reader.uses(hand, "DisclosureTriangle", "As a table");
        reader.finds("table", "");
        reader.uses(hand, "button", "Notes");
        reader.finds("complementary", "Notes");
        reader.uses(hand, "button", "Names");
        reader.finds("complementary", "Names");
        reader.finds("heading", "People");
        reader.leaves();
    }
}

#[test]
fn the_pane_keeps_its_place_at_the_end_of_the_article() {
    let reader = reads(Hand::Mouse);
    reader.asks("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })", &[]);
    reader.sees(
        "the buttons of the pane, below the layers",
        "const button = document.querySelector('.turn'), box = button.getBoundingClientRect();
        return document.elementFromPoint(box.left + 5, box.top + 5) === button",
    );
    reader.leaves();
}

#[test]
fn the_sample_is_there_at_first_in_lines_of_60_to_75_characters_and_in_the_colours_that_are_chosen()
{
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        if hand != Hand::Finger {
            let long = reader.asks(LINE, &[]).as_f64().unwrap_or_default();
            assert!((60.0..=75.0).contains(&long), "{long} characters");
        }
        for theme in ["light", "sepia", "dark"] {
            if hand == Hand::Finger {
                reader.closes(hand);
                reader.uses(hand, "button", "Settings");
                reader.uses(
                    hand,
                    "radio",
                    &format!("{}{}", theme[..1].to_uppercase(), &theme[1..]),
                );
            } else {
                reader.uses(hand, "button", "Colours");
            }
            reader.sees(
                theme,
                &format!("return document.documentElement.dataset.theme === '{theme}'"),
            );
        }
        reader.leaves();
    }
}

#[test]
fn kinds_are_told_apart_by_their_lines_and_by_their_names() {
    let reader = Reader::comes_with(Hand::Mouse);
    let lines = reader.asks(LINES, &[]);
    let lines: Vec<&str> =
        lines.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(lines, ["solid", "double", "dashed", "dotted", "wavy"]);
    for kind in ["Person: ", "Organization: ", "Place: ", "Date: ", "Direct quote: ", "Reported: "]
    {
        reader.finds("button", kind);
    }
    reader.leaves();
}

#[test]
fn marks_that_overlap_at_any_depth_have_lines_of_their_own() {
    let reader = Reader::comes_with(Hand::Mouse);
    for words in ["who has run the ice house", "has run the ice house", "run the ice house"] {
        reader.drags_over(words);
        reader.clicks("Highlight");
        reader.misses("toolbar", "Mark the selection");
    }
    let depths = reader.sees("a mark over a mark", DEPTHS);
    let depths: Vec<f64> =
        depths.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert!(depths.windows(2).all(|two| two[0] + 1.5 <= two[1]), "lines under lines: {depths:?}");
    reader.leaves();
}

#[test]
fn pointing_at_somebody_lights_all_their_mentions_and_words() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        match hand {
            Hand::Mouse => reader.moves_over_words("Joan Tregear"),
            _ => reader.opens_mark(hand, "Joan Tregear", "Person: Joan Tregear"),
        }
        reader.sees("her names", "return [...document.querySelectorAll('.lit-name')].map(it => it.textContent).join() === 'Joan Tregear,she'");
        reader.sees("her words", "return [...document.querySelectorAll('.lit-quote')].some(it => it.textContent.includes('Ice, not sandbags'))");
        reader.leaves();
    }
}

#[test]
fn an_unnamed_source_is_called_so_and_words_set_apart_are_marked() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.opens_mark(hand, "‘temporary’", "Words set apart");
        reader.finds("dialog", "Words set apart");
        reader.closes(hand);
        reader.pastes("Ferry to stay\n\n“We cannot leave now,” officials said on Monday.");
        reader.finds("button", "Direct quote: officials");
        if hand == Hand::Finger {
            reader.uses(hand, "button", "Cards");
        }
        let cards = reader.names("button");
        assert!(cards.iter().any(|it| it.contains("direct quote · unnamed")), "{cards:?}");
        reader.leaves();
    }
}

#[test]
fn what_lies_under_the_pointer_is_offered_shortest_first() {
    for hand in HANDS {
        let reader = Reader::comes_with(hand);
        reader.opens_mark(hand, "Exeter", "");
        reader.finds("dialog", "Place: Exeter");
        let offered = reader.asks(OFFERED, &[]);
        assert_eq!(offered, json!(["Place: Exeter", "Reported: Daniel Okafor"]));
        reader.clicks("Reported: Daniel Okafor");
        reader.sees("its card", "return document.querySelector('.card.is-lit .card-speaker')?.innerText === 'Daniel Okafor'");
        reader.leaves();
    }
}

#[test]
fn ones_own_mark_is_called_by_its_words_where_others_lie_under_it() {
    let reader = Reader::comes_with(Hand::Mouse);
    reader.drags_over("Exeter");
    reader.clicks("Highlight");
    reader.misses("toolbar", "Mark the selection");
    // Its handles would lie under the pointer.
    reader.closes(Hand::Mouse);
    reader.misses("button", "Drag the start");
    reader.points_at("mouse", "Exeter");
    reader.finds("dialog", "Your highlight: “Exeter”");
    let expected = ["Your highlight: “Exeter”", "Place: Exeter", "Reported: Daniel Okafor"];
    assert_eq!(reader.asks(OFFERED, &[]), json!(expected));
    reader.leaves();
}

#[test]
fn a_sheet_never_hides_the_words_that_it_tells_of() {
    let reader = Reader::comes_with(Hand::Finger);
    for words in ["spring tides", "With a tape"] {
        reader.points_at("touch", words);
        reader.sees("the words above the sheet", ABOVE_THE_SHEET);
        reader.uses(Hand::Finger, "button", "Cards");
    }
    reader.leaves();
}

#[test]
fn a_sheet_says_what_it_shows_and_has_a_button_that_closes_it() {
    let reader = Reader::comes_with(Hand::Finger);
    for sheet in ["Cards", "Names", "Voices", "Notes"] {
        reader.uses(Hand::Finger, "button", sheet);
        reader.finds("heading", sheet);
        reader.uses(Hand::Finger, "button", &format!("Close {sheet}"));
        reader.misses("heading", sheet);
        if sheet != "Cards" {
            reader.comes_to("button", sheet);
        }
    }
    reader.leaves();
}

/// Whether the line begins where the name of who speaks ends, and ends at the card.
const LEADS: &str = "
    const path = document.querySelector('.leader path')?.getAttribute('d');
    const card = document.querySelector('.card.is-lit')?.getBoundingClientRect();
    if (!path || !card) return false;
    const [x, y, , top, left] = path.match(/-?\\d+/g).map(Number);
    const near = (a, b, by) => Math.abs(a - b) <= by;
    const ends = [...document.querySelectorAll('main .m-source')].flatMap(it => [...it.getClientRects()]);
    return ends.some(it => near(x, it.right + scrollX, 3) && near(y, it.bottom + scrollY, 8))
        && near(left, card.left + scrollX, 2) && top > card.top + scrollY && top < card.bottom + scrollY;
";

/// Characters to a line of the longest paragraph.
const LINE: &str = "
    const paragraph = [...document.querySelectorAll('.paragraph')].sort((a, b) => b.textContent.length - a.textContent.length)[0];
    const lines = Math.round(paragraph.getBoundingClientRect().height / parseFloat(getComputedStyle(paragraph).lineHeight));
    return paragraph.textContent.length / (lines - 0.5);
";

/// The lines under names of each kind.
const LINES: &str = "
    return ['person', 'organization', 'place', 'number', 'other'].map(kind =>
        getComputedStyle(document.querySelector(`.paragraph .m-${kind}`)).textDecorationStyle);
";

/// How far under its words the line of each mark stands, where all overlap.
const DEPTHS: &str = "
    const deep = document.querySelector('main .m-mine.is-deep .m-mine.is-deep') ?? document.querySelector('main .m-mine.is-deep');
    if (!deep) return null;
    const lines = [];
    for (let it = deep; it.matches('mark'); it = it.parentElement) {
        if (it.matches('.m-mine')) lines.unshift(parseFloat(getComputedStyle(it).textUnderlineOffset));
    }
    return lines;
";

const ABOVE_THE_SHEET: &str = "
    const sheet = document.querySelector('.margin').getBoundingClientRect();
    const words = [...document.querySelectorAll('.lit-quote')].map(it => it.getBoundingClientRect());
    return sheet.width === innerWidth && words.length && words.every(it => it.bottom <= sheet.top && it.top > 90);
";

/// What is offered where several lie.
const OFFERED: &str = "
    return [...document.querySelectorAll('[aria-label=\"What lies here\"] button')].map(it => it.innerText);
";
