//! Correcting and annotating, as a mouse, a finger and the keyboard alone have it; each thing found by role and
//! name.

use std::thread;
use std::time::Duration;

use galley_e2e::{Hand, Reader};

const ENTER: &str = "\u{e007}";
const DOWN: &str = "\u{e015}";
const SHIFT: &str = "\u{e008}";

/// What is saved, is said to be.
const SAVED: &str = "return document.querySelector('[role=status]')?.innerText === 'Saved'";

/// Goes to a mark and opens what can be said of it.
fn opens(reader: &Reader, hand: Hand, words: &str, name: &str) {
    reader.opens_mark(hand, words, name);
    reader.finds("combobox", if name.contains("uote:") { "Speaker" } else { "Kind" });
}

#[test]
fn a_finding_is_accepted_taken_back_and_rejected_and_each_step_is_undone_by_name() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "Plymouth", "Place: Plymouth");
        reader.uses(hand, "button", "Accept");
        reader.finds("button", "Place: Plymouth, confirmed by you");
        // A second tap that follows at once, in the same place, is taken for one that slipped.
        thread::sleep(Duration::from_millis(700));
        reader.uses(hand, "button", "Take back");
        reader.uses(hand, "button", "Reject");
        reader.misses("button", "Place: Plymouth");
        reader.uses(hand, "button", "Undo: Reject");
        reader.finds("button", "Place: Plymouth");
        reader.uses(hand, "button", "Redo: Reject");
        reader.misses("button", "Place: Plymouth");
        reader.leaves();
    }
}

#[test]
fn a_kind_is_changed_in_one_step() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "Cornwall Harbours", "Organization: Cornwall Harbours Trust");
        reader.picks(hand, "Kind", "Event");
        reader.finds("button", "Event: Cornwall Harbours Trust, corrected by you");
        reader.leaves();
    }
}

#[test]
fn a_speaker_is_chosen_from_those_found_and_a_new_one_is_named() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "You can’t land", "Direct quote: Unattributed");
        reader.picks(hand, "Speaker", "Joan");
        reader.finds("button", "Direct quote: Joan Tregear, corrected by you");
        reader.picks(hand, "Speaker", "Somebody");
        reader.finds("textbox", "Name of the speaker");
        reader.types("Ada Lind");
        reader.uses(hand, "button", "Set");
        reader.finds("button", "Direct quote: Ada Lind, corrected by you");
        reader.leaves();
    }
}

#[test]
fn an_edge_goes_by_word_by_character_and_by_sentence() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "Exeter", "Place: Exeter");
        reader.uses(hand, "button", "Start and end");
        reader.uses(hand, "button", "Start one word back");
        reader.sees("a word more", &drawn("in Exeter"));
        reader.uses(hand, "button", "By characters");
        reader.uses(hand, "button", "Start one character on");
        reader.sees("a character less", &drawn("n Exeter"));
        reader.uses(hand, "button", "By sentences");
        reader.uses(hand, "button", "Start one sentence back");
        reader.sees("the whole sentence", &begins("He called the wall a"));
        reader.leaves();
    }
}

/// Writes into a field.
fn writes(reader: &Reader, hand: Hand, field: &str, words: &str) {
    match hand {
        Hand::Keys => reader.goes_to("textbox", field),
        _ => reader.uses(hand, "textbox", field),
    }
    reader.types(words);
}

/// Presses a key; a capital letter with Shift.
fn presses(reader: &Reader, key: &str) {
    let held = if key.chars().any(char::is_uppercase) { SHIFT } else { "" };
    reader.holds(held, key);
}

#[test]
fn edges_have_keys_for_each_step_and_both_ways() {
    let reader = Reader::comes_with(Hand::Keys);
    reader.comes_to_mark("Place: Exeter");
    for (key, words) in [
        ("b", "in Exeter"),
        ("B", "Exeter"),
        ("y", "n Exeter"),
        ("Y", "Exeter"),
        ("f", "Exeter to"),
        ("F", "Exeter"),
        ("I", "Exete"),
        ("g", "Exeter to review it."),
    ] {
        presses(&reader, key);
        reader.sees(key, &drawn(words));
    }
    presses(&reader, "r");
    reader.sees("the sentence", &begins("He called the wall a"));
    presses(&reader, "R");
    reader.finds("button", "Undo: Move edge of place");
    reader.leaves();
}

#[test]
fn two_people_are_made_one_and_one_is_made_two() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "Hannah Teague", "Person: Hannah Teague");
        reader.uses(hand, "button", "Same as");
        reader.picks(hand, "Same as", "Joan");
        reader.misses("button", "Person: Hannah Teague");
        reader.uses(hand, "button", "Undo: ");
        reader.finds("button", "Person: Hannah Teague");
        reader.closes(hand);
        opens(&reader, hand, "Councillor", "Title: Daniel Okafor");
        reader.uses(hand, "button", "Same as");
        reader.uses(hand, "button", "Someone else here");
        reader.finds("button", "Title: Councillor");
        reader.finds("button", "Person: Daniel Okafor");
        reader.misses("button", "Title: Daniel Okafor");
        reader.leaves();
    }
}

#[test]
fn words_are_noted_and_tagged_and_both_are_there_after_a_reload() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.takes_words(hand, "Not everyone was persuaded", 4);
        if hand == Hand::Keys {
            reader.presses("n");
        } else {
            reader.uses(hand, "button", "Note");
        }
        reader.types("ask the harbour master");
        writes(&reader, hand, "Tags of", "check");
        reader.presses(ENTER);
        reader.sees("that it is saved", SAVED);
        reader.closes(hand);
        reader.reloads();
        reader.finds("button", "Your note");
        reader.uses(hand, "button", "Notes");
        reader.finds("button", "check");
        assert_eq!(
            reader
                .names("button")
                .iter()
                .filter(|it| it.starts_with("Your note, check: “"))
                .count(),
            1
        );
        reader.leaves();
    }
}

#[test]
fn a_whole_quote_is_noted_without_selecting_its_words() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "You can’t land", "Direct quote: Unattributed");
        reader.uses(hand, "button", "Note");
        reader.finds("textbox", "Note on “");
        reader.sees("the field", "return document.activeElement.matches('.note-text')");
        reader.types("Ask him");
        reader.sees("that it is saved", SAVED);
        reader.reloads();
        reader.sees(
            "the note",
            "return document.querySelector('.note-shown')?.textContent === 'Ask him'",
        );
        reader.leaves();
    }
}

#[test]
fn a_name_is_noted_from_its_card() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "Lanyon Marine", "Organization: Lanyon Marine");
        reader.uses(hand, "button", "Note");
        reader.finds("textbox", "Note on “Lanyon Marine”");
        reader.sees("the field", "return document.activeElement.matches('.note-text')");
        reader.types("Whose yard is it?");
        reader.sees("that it is saved", SAVED);
        reader.leaves();
    }
}

#[test]
fn labels_and_keys_that_were_changed_are_undone_step_by_step() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.uses(hand, "button", "Settings");
        writes(&reader, hand, "Name of a new label", "Claim");
        reader.presses(ENTER);
        reader.uses(hand, "button", "Remove the label “Claim”");
        reader.misses("combobox", "Colour of “Claim”");
        reader.uses(hand, "button", "Undo: Remove label “Claim”");
        reader.finds("combobox", "Colour of “Claim”");
        reader.uses(hand, "button", "Undo: Add label “Claim”");
        reader.misses("combobox", "Colour of “Claim”");
        reader.uses(hand, "DisclosureTriangle", "Change keys");
        reader.uses(hand, "button", "No key for “Accept");
        reader.finds("button", "Key of “Accept");
        reader.uses(hand, "button", "Undo: Change the key of “Accept");
        reader.misses("button", "Undo: Change the key");
        reader.closes(hand);
        reader.misses("dialog", "");
        reader.uses(hand, "button", "Settings");
        reader.uses(hand, "button", "Redo: Change the key of “Accept");
        reader.finds("button", "Undo: Change the key of “Accept");
        reader.leaves();
    }
}

#[test]
fn what_is_said_of_a_name_counts_in_every_article_and_is_listed() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        opens(&reader, hand, "Lanyon Marine", "Organization: Lanyon Marine");
        reader.picks(hand, "Where", "In");
        reader.uses(hand, "button", "Reject");
        reader.misses("button", "Organization: Lanyon Marine");
        reader.pastes("Ferry to stay\n\nThe yard Lanyon Marine will mend it, said Marta Lindqvist, who heads the council.");
        reader.finds("button", "Person: Marta Lindqvist");
        reader.misses("button", "Organization: Lanyon Marine");
        reader.uses(hand, "button", "Settings");
        reader.finds("combobox", "Rule for “Lanyon Marine”");
        reader.uses(hand, "button", "Remove the rule for “Lanyon Marine”");
        reader.misses("combobox", "Rule for");
        reader.leaves();
    }
}

#[test]
fn a_label_is_made_and_its_key_marks_words() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.uses(hand, "button", "Settings");
        writes(&reader, hand, "Name of a new label", "Claim");
        reader.presses(ENTER);
        reader.finds("combobox", "Colour of “Claim”");
        reader.closes(hand);
        reader.misses("dialog", "");
        reader.takes_words(hand, "Not everyone was persuaded", 4);
        if hand == Hand::Keys {
            reader.presses("4");
            reader.finds("button", "Your highlight, Claim: “");
        } else {
            reader.uses(hand, "button", "Mark as Claim");
            reader.finds("button", "Your highlight, Claim: “Not everyone was persuaded");
        }
        reader.sees(
            "the label’s sign",
            "return document.querySelector('main .m-mine[data-sign=\"4\"]')",
        );
        reader.closes(hand);
        reader.uses(hand, "button", "Notes");
        reader.finds("button", "Claim");
        reader.leaves();
    }
}

#[test]
fn an_article_goes_to_the_trash_and_comes_back() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.uses(hand, "button", "Articles");
        reader.uses(hand, "button", "Remove “Harbour Wall");
        reader.uses(hand, "DisclosureTriangle", "Trash");
        reader.uses(hand, "button", "Put back “Harbour Wall");
        reader.finds("button", "Remove “Harbour Wall");
        reader.uses(hand, "button", "Undo: Put back “Harbour Wall");
        reader.misses("button", "Remove “Harbour Wall");
        reader.uses(hand, "button", "Redo: Put back “Harbour Wall");
        reader.finds("button", "Remove “Harbour Wall");
        reader.leaves();
    }
}

#[test]
fn a_screen_reader_is_told_less_where_the_reader_wants_it_quiet() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.uses(hand, "button", "Settings");
        if hand == Hand::Keys {
            reader.goes_to("radio", "What was done");
            reader.presses(DOWN);
        } else {
            reader.uses(hand, "radio", "Only what went wrong");
        }
        reader.sees("it set", "return document.querySelector('input[name=verbosity]:checked').closest('label').innerText.includes('wrong')");
        if hand == Hand::Keys {
            reader.goes_to("radio", "Its kind, its name, how sure that is");
            reader.presses(DOWN);
            reader.presses(DOWN);
        } else {
            reader.uses(hand, "radio", "Its name alone");
        }
        reader.closes(hand);
        reader.finds("button", "Ruth Penhallow");
        reader.misses("button", "Person: ");
        reader.sees(
            "that what is done is not read out",
            "return document.querySelector('[aria-live=off]')",
        );
        reader.sees(
            "that the caret's words are",
            "return document.querySelector('[aria-live=polite].visually-hidden')",
        );
        reader.leaves();
    }
}

/// Whether the reader's correction is drawn on these words alone.
fn drawn(words: &str) -> String {
    format!("return {CORRECTED} === '{words}'")
}

/// Whether it begins with these words.
fn begins(words: &str) -> String {
    format!("return {CORRECTED}.startsWith('{words}')")
}

const CORRECTED: &str = "[...document.querySelectorAll('main .m-place.name-corrected, main .m-place.name-confirmed')].map(it => it.textContent).join('')";
