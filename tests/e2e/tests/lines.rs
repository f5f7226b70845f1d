//! What the promised lines of reading and correcting ask for beside the gestures of the other files, with a mouse, a
//! finger and the keyboard alone: the ways through panes, palette and keys, and how whose word a mark is shows.

use std::thread;
use std::time::Duration;

use galley_e2e::{Hand, Reader};
use serde_json::Value;

const CONTROL: &str = "\u{e009}";
const SHIFT: &str = "\u{e008}";
const DOWN: &str = "\u{e015}";
const ENTER: &str = "\u{e007}";

/// The first button whose name is like that.
fn called(reader: &Reader, what: &str, is_it: impl Fn(&str) -> bool) -> String {
    let names = reader.names("button");
    let name = names.iter().find(|name| is_it(name));
    name.unwrap_or_else(|| panic!("no button of {what} among {names:#?}")).clone()
}

/// Opens the palette and chooses what these words find.
fn commands(reader: &Reader, hand: Hand, words: &str, option: &str) {
    match hand {
        Hand::Keys => reader.holds(CONTROL, "k"),
        _ => reader.uses(hand, "button", "Commands"),
    }
    reader.comes_to("combobox", "Command, person or article");
    reader.types(words);
    reader.finds("option", option);
    match hand {
        Hand::Keys => reader.presses(ENTER),
        _ => reader.uses(hand, "option", option),
    }
}

#[test]
fn the_card_of_a_quote_tells_speaker_cue_and_kind_and_leads_to_its_words() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        if hand == Hand::Finger {
            reader.uses(hand, "button", "Cards");
        }
        let is_it = |it: &str| it.starts_with("Ines Cardoso") && it.contains("said · direct quote");
        let card = called(&reader, "a card", is_it);
        reader.uses(hand, "button", &card);
        reader.finds("combobox", "Speaker");
        reader.sees("words, lit and in view", &lit(""));
        reader.sees("that they are the card’s", "return [...document.querySelectorAll('.lit-quote')].map(it => it.textContent).join(' ').includes('the night of the great storm')");
        reader.leaves();
    }
}

#[test]
fn a_name_is_listed_with_its_other_names_and_leads_to_each_of_its_places() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.uses(hand, "button", "Names");
        let is_it = |it: &str| it.starts_with("Daniel Okafor") && it.contains("mentions");
        reader.uses(hand, "button", &called(&reader, "the name", is_it));
        let others = reader.names("StaticText").into_iter().find(|it| it.starts_with("Also "));
        assert!(others.as_ref().is_some_and(|it| it.contains("Okafor")), "{others:?}");
        let is_it = |it: &str| it.contains("Okafor said that he would be watching");
        reader.uses(hand, "button", &called(&reader, "a place", is_it));
        reader.sees("that it is here", "return document.querySelector('.place[aria-current]')");
        reader.sees("the name, lit and in view", &lit("Okafor"));
        reader.leaves();
    }
}

#[test]
fn dates_and_amounts_are_listed_with_what_they_come_to() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.uses(hand, "button", "Names");
        for (words, told) in [
            ("1 September", "Date: 2026-09-01"),
            ("£18.4 million", "Amount of money: GBP 18400000"),
        ] {
            let is_it = |it: &str| it.starts_with(words) && it.contains("mention");
            reader.uses(hand, "button", &called(&reader, words, is_it));
            reader.finds("StaticText", told);
        }
        reader.leaves();
    }
}

#[test]
fn a_strip_leads_to_who_speaks_there() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.uses(hand, "button", "Voices");
        match hand {
            // One stop to a speaker; the table has one to each place.
            Hand::Keys => {
                let is_it = |it: &str| it.starts_with("Joan Tregear") && it.contains('%');
                reader.uses(hand, "button", &called(&reader, "a speaker", is_it));
            }
            _ => reader
                .hits(hand, ".plot-row[aria-label^=\"Joan Tregear\"] rect.plot-hit ~ .plot-hit"),
        }
        reader.sees("words of hers, lit and in view", &lit(""));
        let hers = "return /trade|grandchildren|sandbags/.test([...document.querySelectorAll('.lit-quote')].map(it => it.textContent).join(' '))";
        reader.sees("that they are hers", hers);
        reader.leaves();
    }
}

#[test]
fn words_set_apart_are_accepted_taken_back_and_rejected() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.opens_mark(hand, "‘temporary’", "Words set apart");
        reader.uses(hand, "button", "Accept");
        reader.finds("button", "Words set apart, confirmed by you");
        // A second tap that follows at once, in the same place, is taken for one that slipped.
        thread::sleep(Duration::from_millis(700));
        reader.uses(hand, "button", "Take back");
        reader.misses("button", "Words set apart, confirmed");
        thread::sleep(Duration::from_millis(700));
        reader.uses(hand, "button", "Reject");
        reader.misses("button", "Words set apart");
        reader.uses(hand, "button", "Undo: Reject");
        reader.finds("button", "Words set apart");
        reader.leaves();
    }
}

#[test]
fn what_is_found_what_is_confirmed_and_what_is_the_readers_own_look_and_are_called_otherwise() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.opens_mark(hand, "Plymouth", "Place: Plymouth");
        reader.uses(hand, "button", "Accept");
        reader.finds("button", "Place: Plymouth, confirmed by you");
        reader.closes(hand);
        reader.takes_words(hand, "Not everyone was persuaded.", 4);
        match hand {
            Hand::Keys => commands(&reader, hand, "mark as a place", "Mark as a place"),
            _ => reader.picks(hand, "Mark as", "Place"),
        }
        reader.finds("button", "Place: ");
        let names = reader.names("button");
        let own = names.iter().find(|it| it.ends_with(", marked by you"));
        assert!(own.is_some_and(|it| it.starts_with("Place: ")), "{names:#?}");
        reader.finds("button", "Place: Exeter");
        reader.closes(hand);
        for forced in [false, true] {
            if forced {
                reader.takes_colours_of_the_system(false);
            }
            let looks = reader.sees("each of them", LOOKS);
            let looks: Vec<&str> =
                looks.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let [found, confirmed, own] = looks[..] else { panic!("three of them: {looks:?}") };
            assert!(found != confirmed && found != own && confirmed != own, "{looks:#?}");
        }
        reader.leaves();
    }
}

#[test]
fn keys_that_are_pressed_alone_are_switched_off_and_on_again() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.presses("q");
        reader.comes_to("button", "Partly quoted: Ruth Penhallow");
        for (chosen, other) in
            [("Does nothing", "Is a shortcut"), ("Is a shortcut", "Does nothing")]
        {
            reader.uses(hand, "button", "Settings");
            match hand {
                Hand::Keys => {
                    reader.goes_to("radio", other);
                    reader.presses(DOWN);
                }
                _ => reader.uses(hand, "radio", chosen),
            }
            reader.sees(chosen, &format!("return document.querySelector('input[name=letters]:checked')?.closest('label').innerText === '{chosen}'"));
            reader.closes(hand);
            reader.misses("dialog", "");
            let before = reader.is_at();
            reader.presses("q");
            if chosen == "Does nothing" {
                thread::sleep(Duration::from_millis(300));
                assert_eq!(reader.is_at(), before, "where the keyboard was");
                // What needs no letter alone goes on.
                commands(&reader, hand, "change colours", "Change colours");
                reader.misses("dialog", "");
            } else {
                reader.sees("a quote", "return document.activeElement.matches('main .stop')");
            }
        }
        reader.leaves();
    }
}

#[test]
fn all_keys_are_listed_in_a_sheet_that_each_hand_opens_and_closes() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        match hand {
            Hand::Keys => reader.holds(SHIFT, "?"),
            _ => commands(&reader, hand, "all keys", "All keys"),
        }
        reader.finds("dialog", "Keys");
        for command in ["Next quote", "Accept what was found", "Write a note", "All keys"] {
            reader.finds("term", command);
        }
        reader.closes(hand);
        reader.misses("dialog", "");
        reader.leaves();
    }
}

#[test]
fn the_palette_goes_to_people_and_carries_out_commands() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        commands(&reader, hand, "tregear", "Go to Joan Tregear");
        reader.comes_to("button", "Person: Joan Tregear");
        commands(&reader, hand, "places on", "Places on or off");
        reader.misses("button", "Place: ");
        reader.leaves();
    }
}

/// Whether something that is lit has these words and stands in the window.
fn lit(words: &str) -> String {
    format!(
        "return [...document.querySelectorAll('main :is(.lit-quote, .lit-name)')].some(it => {{
            const {{ top, bottom }} = it.getBoundingClientRect();
            return it.textContent.includes('{words}') && bottom > 0 && top < innerHeight;
        }})"
    )
}

/// The form of a place that was found, of one that was confirmed, and of the reader's own.
const LOOKS: &str = "
    const form = it => {
        const style = getComputedStyle(it);
        return [style.textDecorationThickness, style.textDecorationStyle, style.outlineStyle].join(' ');
    };
    const places = ['.m-place:not(.name-confirmed, .name-own)', '.m-place.name-confirmed', '.m-place.name-own']
        .map(it => document.querySelector(`main p ${it}`));
    return places.every(Boolean) && places.map(form);
";
