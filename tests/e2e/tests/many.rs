//! What is done to many places and marks at once, and what is handed over as a file and taken in again: with a
//! mouse, a finger and the keyboard alone, each thing found by role and name.

use galley_e2e::{Hand, Reader};

#[test]
fn all_the_same_places_are_shown_before_and_those_left_out_stay_as_they_are() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.opens_mark(hand, "Daniel Okafor", "Person: Daniel Okafor");
        reader.picks(hand, "Where", "Also");
        reader.finds("checkbox", "");
        let places = reader.names("checkbox");
        assert!(places.len() > 1 && places.iter().all(|it| it.contains("Okafor")), "{places:?}");
        match hand {
            Hand::Keys => {
                reader.goes_to("checkbox", &places[0]);
                reader.presses(" ");
            }
            _ => reader.uses(hand, "checkbox", &places[0]),
        }
        reader.sees(
            "one left out",
            "return document.querySelector('.same-places input:not(:checked)')",
        );
        reader.picks(hand, "Kind", "Organization");
        // The place itself, and all others but the one.
        reader.sees(
            "what was done to how many",
            &said(&format!("Kind changed in {} places", places.len())),
        );
        reader.sees("all but the one as an organization", &corrected("Organization", places.len()));
        reader.leaves();
    }
}

/// Whether so many marks are of this kind because the reader said so.
fn corrected(kind: &str, count: usize) -> String {
    format!(
        "const names = [...document.querySelectorAll('main .stop')].map(it => it.ariaLabel);
         return names.filter(it => it.startsWith('{kind}: ') && it.endsWith('corrected by you')).length === {count}"
    )
}

/// Whether the page says so.
fn said(words: &str) -> String {
    format!("return document.querySelector('.toast')?.innerText === '{words}'")
}

/// Highlights words; with keys, the sentence that so many more steps lead to.
fn highlights(reader: &Reader, hand: Hand, words: &str, sentences: usize) {
    reader.takes_words(hand, words, sentences);
    if hand == Hand::Keys {
        return reader.presses("h");
    }
    reader.uses(hand, "button", "Highlight");
    reader.misses("toolbar", "Mark the selection");
}

/// Whether the pane says that so many are shown.
fn shown(count: &str) -> String {
    format!(
        "return [...document.querySelectorAll('.pane-told')].some(it => it.innerText === '{count}')"
    )
}

#[test]
fn marks_are_asked_for_and_removed_many_at_once_and_come_back_in_one_step() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        highlights(&reader, hand, "Not everyone was persuaded", 4);
        highlights(&reader, hand, "The vote follows a report", 1);
        reader.closes(hand);
        reader.uses(hand, "button", "Notes");
        reader.sees("both", &shown("2 of 2 marks"));
        reader.uses(hand, "button", "With a note");
        reader.sees("none", &shown("0 of 2 marks"));
        reader.uses(hand, "button", "With a note");
        reader.uses(hand, "button", "Without a note");
        reader.sees("both", &shown("2 of 2 marks"));
        reader.uses(hand, "button", "Pick all");
        reader.uses(hand, "button", "Remove");
        reader.sees("what was done to how many", &said("Removed: 2 marks"));
        reader.misses("button", "Your highlight");
        reader.uses(hand, "button", "Undo: Remove 2 marks");
        reader.sees("both", &shown("2 of 2 marks"));
        reader.leaves();
    }
}

#[test]
fn marks_are_asked_for_by_label_and_by_words() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        highlights(&reader, hand, "Not everyone was persuaded", 4);
        reader.takes_words(hand, "The vote follows a report", 1);
        match hand {
            Hand::Keys => reader.presses("1"),
            _ => reader.uses(hand, "button", "Mark as Important"),
        }
        reader.finds("button", "Your highlight, Important: “");
        reader.closes(hand);
        reader.uses(hand, "button", "Notes");
        reader.sees("both", &shown("2 of 2 marks"));
        // Cards have buttons for the labels too, without a count.
        let label = |it: &&String| it.starts_with("Important") && it.ends_with('1');
        let chip = reader.names("button").iter().find(label).cloned().expect("the label, counted");
        reader.uses(hand, "button", &chip);
        reader.sees("the one with the label", &shown("1 of 2 marks"));
        reader.uses(hand, "button", "Show all");
        reader.writes_anew(hand, "Words to look for", "IMPORTANT");
        reader.sees("the one with the words", &shown("1 of 2 marks"));
        reader.writes_anew(hand, "Words to look for", "no such words");
        reader.sees("none", &shown("0 of 2 marks"));
        reader.finds("StaticText", "No mark is like that.");
        reader.leaves();
    }
}

#[test]
fn what_was_said_is_asked_for_by_what_became_of_it_and_taken_back() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        for (words, verdict) in [("Exeter", "Reject"), ("Plymouth", "Accept")] {
            reader.opens_mark(hand, words, &format!("Place: {words}"));
            reader.uses(hand, "button", verdict);
            reader.closes(hand);
        }
        reader.uses(hand, "button", "Notes");
        reader.finds("button", "Take back “Plymouth”");
        reader.uses(hand, "button", "Rejected");
        reader.misses("button", "Take back “Plymouth”");
        reader.uses(hand, "button", "Take back “Exeter”");
        reader.finds("button", "Place: Exeter");
        reader.leaves();
    }
}

#[test]
fn words_set_apart_are_made_a_quote_which_is_undone_by_name() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.opens_mark(hand, "‘temporary’", "Words set apart");
        reader.uses(hand, "button", "It is a quote");
        reader.finds("button", "Direct quote: Unattributed, marked by you");
        reader.uses(hand, "button", "Undo: Take words set apart for a quote");
        reader.finds("button", "Words set apart");
        reader.leaves();
    }
}

#[test]
fn a_label_that_gets_another_name_takes_its_marks_along() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        highlights(&reader, hand, "Not everyone was persuaded", 4);
        if hand == Hand::Keys {
            reader.presses("1");
        } else {
            reader.opens_mark(hand, "Not everyone was persuaded", "Your highlight");
            reader.uses(hand, "button", "Important");
        }
        reader.sees("the label", "return document.querySelector('main .m-mine[data-sign=\"1\"]')");
        reader.closes(hand);
        reader.uses(hand, "button", "Settings");
        let field = "Name of the label “Important”";
        reader.writes_anew(hand, field, "Claim\u{e007}");
        let told = "“Important” is called “Claim” now, on 1 mark in 1 article";
        reader.sees("what was done to how many", &said(told));
        reader.sees("the mark", "return document.querySelector('main .m-mine[data-sign=\"1\"]')");
        reader.uses(hand, "button", "Undo: Rename label “Important”");
        reader.finds("textbox", field);
        reader.sees("the mark", "return document.querySelector('main .m-mine[data-sign=\"1\"]')");
        reader.leaves();
    }
}

/// Takes files instead of the browser: the name and what is in it.
const TAKE_FILES: &str = "
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { window.content = blob; return make(blob); };
    HTMLAnchorElement.prototype.click = function () { window.taken = this.download; };
";

#[test]
fn voices_are_saved_as_a_drawing_and_their_table_leads_to_each_place() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.asks(TAKE_FILES, &[]);
        reader.uses(hand, "button", "Voices");
        reader.uses(hand, "button", "Save as SVG");
        reader.sees("the file", "return window.taken === 'voices.svg'");
        let drawing = reader.asks("return await window.content.text()", &[]);
        let drawing = drawing.as_str().unwrap_or_default();
        assert!(drawing.starts_with("<svg") && drawing.contains("Ruth Penhallow"), "{drawing}");
        reader.uses(hand, "DisclosureTriangle", "As a table");
        let places = reader.names("button");
        let place = places.iter().find(|it| it.starts_with("At ") && it.contains("Three times"));
        reader.uses(hand, "button", place.expect("a place in the table"));
        reader.sees(
            "the quote, lit and in view",
            "const it = document.querySelector('main .lit-quote');
             return it?.innerText.startsWith('“Three times') && it.getBoundingClientRect().top < innerHeight",
        );
        reader.leaves();
    }
}

#[test]
fn rules_are_saved_as_a_file_and_come_back_out_of_it() {
    for hand in Hand::ALL {
        let reader = Reader::comes_with(hand);
        reader.asks(TAKE_FILES, &[]);
        reader.opens_mark(hand, "Exeter", "Place: Exeter");
        reader.picks(hand, "Where", "In");
        reader.uses(hand, "button", "Accept");
        reader.finds("button", "Place: Exeter, by your rule");
        reader.uses(hand, "button", "Settings");
        reader.uses(hand, "button", "Save as a file");
        reader.sees("the file", "return window.taken === 'galley-rules.json'");
        reader.uses(hand, "button", "Remove the rule for “Exeter”");
        reader.misses("combobox", "Rule for “Exeter”");
        reader.asks(OPEN_FILE, &[]);
        reader.finds("combobox", "Rule for “Exeter”");
        reader.leaves();
    }
}

/// Gives the file that was saved to the field for a file, as the system's window does, into which no driver
/// points.
const OPEN_FILE: &str = "
    const files = new DataTransfer();
    files.items.add(new File([window.content], window.taken));
    const field = document.querySelector('dialog input[type=file]');
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
";
