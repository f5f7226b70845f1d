//! Reading and correcting with the mouse at a desk and with a finger on a phone, everything found by
//! role and name. `keyboard.rs` does the same without either.

use galley_e2e::{Hand, Look, Reader};

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
    for hand in HANDS {
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
        undoes(&reader, "Change extent of quote");
        reader.uses(hand, "button", "Undo: Change extent of quote");
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
        reader.finds("dialog", "About this mark");
        reader.uses(hand, "button", "Accept");
        undoes(&reader, "Accept person");
        reader.uses(hand, "button", "Undo: Accept person");
        reader.uses(hand, "button", "Edges");
        reader.uses(hand, "button", "Start one word back");
        undoes(&reader, "Change extent of person");
        reader.leaves();
    }
}

#[test]
fn each_pane_is_opened_by_its_name_and_told_as_a_table_or_a_list() {
    let reader = reads(Hand::Mouse);
    reader.uses(Hand::Mouse, "button", "Voices");
    reader.uses(Hand::Mouse, "DisclosureTriangle", "As a table");
    reader.finds("table", "");
    reader.uses(Hand::Mouse, "button", "Notes");
    reader.sees("the notes", "return document.querySelector('.pane').innerText.includes('Notes')");
    reader.uses(Hand::Mouse, "button", "Names");
    reader.finds("heading", "People");
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
