//! What the keyboard comes to: lists that are gone through by arrows, undo beside them, the place it keeps when a
//! button goes; edges of each piece of a quote; and names in their pane.

use galley_e2e::{Hand, Reader};

const ESCAPE: &str = "\u{e00c}";
const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";
const CONTROL: &str = "\u{e009}";

const QUOTE: &str = "Direct quote: Ruth Penhallow";

#[test]
fn a_list_is_gone_through_by_arrows_chosen_once_and_undone_where_the_keyboard_is() {
    let reader = Reader::comes_with(Hand::Keys);
    reader.opens_mark(Hand::Keys, "We have argued", QUOTE);
    reader.goes_to("combobox", "Speaker");
    reader.presses(&DOWN.repeat(3));
    reader.sees("what to press", "return document.body.innerText.includes('Enter chooses it')");
    reader.misses("button", "Undo: ");
    reader.presses(ESCAPE);
    reader.sees("the card still", "return document.activeElement.value === 'Ruth Penhallow'");
    reader.presses(&DOWN.repeat(2));
    reader.presses(ENTER);
    reader.finds("button", "Undo: Change speaker to ");
    reader.holds(CONTROL, "z");
    reader.misses("button", "Undo: ");
    reader.leaves();
}

#[test]
fn a_button_that_goes_leaves_the_keyboard_at_its_mark_or_the_next() {
    let reader = Reader::comes_with(Hand::Keys);
    reader.opens_mark(Hand::Keys, "We have argued", QUOTE);
    for button in ["Accept", "Take back", "Reject"] {
        reader.uses(Hand::Keys, "button", button);
        reader.sees(
            "the keyboard, in the article or at a card",
            "return document.activeElement.closest('main, .margin')",
        );
    }
    reader.finds("button", "Undo: Reject quote");
    reader.leaves();
}

#[test]
fn the_second_click_of_a_double_click_takes_nothing_back() {
    let reader = Reader::comes_with(Hand::Mouse);
    reader.opens_mark(Hand::Mouse, "We have argued", QUOTE);
    reader.finds("button", "Accept");
    reader.asks(DOUBLE, &[]);
    reader.finds("button", "Undo: Accept quote");
    reader.finds("button", "Take back");
    reader.leaves();
}

#[test]
fn each_piece_of_a_quote_has_edges_of_its_own_and_nobody_says_what_stands_between() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.opens_mark(hand, "We have argued", QUOTE);
        reader.uses(hand, "button", "Change");
        reader.uses(hand, "button", "End one word back");
        reader.finds("button", "Undo: Move edge of quote");
        let quoted = reader.asks(QUOTED, &[]);
        let quoted = quoted.as_str().expect("words");
        assert!(
            !quoted.contains("one,”") && !quoted.contains("told a packed"),
            "{hand:?}: {quoted}"
        );
        assert!(quoted.ends_with("“The sea will not wait for us to agree.”"), "{hand:?}: {quoted}");
        reader.leaves();
    }
    let reader = Reader::comes_with(Hand::Mouse);
    reader.opens_mark(Hand::Mouse, "We have argued", QUOTE);
    reader.sees("handles of both", "return document.querySelectorAll('.handle').length === 4");
    reader.drags_to("mouse", ".handle.is-last", "packed meeting");
    reader.sees(
        "that it grew to there",
        "return document.querySelector('[aria-label^=\"Undo: Move edge\"]')",
    );
    reader.drags_to("mouse", ".handle.is-last", "sea will not");
    let quoted = reader.asks(QUOTED, &[]);
    let twice = quoted.as_str().expect("words").matches("The sea").count();
    assert_eq!(twice, 1, "a piece has grown into the other: {quoted}");
    reader.leaves();
}

#[test]
fn a_name_in_the_pane_lights_where_it_is_pointed_at_and_gets_another_kind_everywhere() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        if hand == Hand::Finger {
            reader.uses(hand, "button", "Names");
        }
        if hand == Hand::Keys {
            reader.goes_to("button", "Port Ellery");
            reader.sees("its names, lit", "return document.querySelector('main .lit-name')");
        }
        reader.uses(hand, "button", "Port Ellery");
        reader.picks(hand, "Kind", "Organization");
        reader.finds("button", "Undo: Change 2 kinds to organization");
        reader.leaves();
    }
}

/// The words of what is lit as one quote, piece by piece.
const QUOTED: &str = "return [...document.querySelectorAll('main .m-direct.lit-quote')].map(it => it.textContent).join(' ')";

/// A double click as the mouse gives it.
const DOUBLE: &str = "
    const at = words => [...document.querySelectorAll('.card.is-lit button')].find(it => it.innerText === words);
    const click = (button, detail) => button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    click(at('Accept'), 1);
    await new Promise(done => setTimeout(done, 120));
    click(at('Take back'), 2);
";
