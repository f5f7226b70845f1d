//! What a reader does with the keyboard alone, found by role and accessible name.

use galley_e2e::{Look, Reader};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// An article of our own.
const ARTICLE: &str = "Ferry to stay in winter\n\n\
    The ferry to Iceland will run all winter. The council decided so on 3 May.\n\n\
    “We cannot leave 340 people without a doctor,” said Marta Lindqvist, who heads the council. \
    The miller Jonas Ek agreed.\n\n\
    Lindqvist promised a new timetable.";

/// Keys as WebDriver names them.
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const CONTROL: &str = "\u{e009}";
const SHIFT: &str = "\u{e008}";
const CONTROL_SHIFT: &str = "\u{e009}\u{e008}";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";

const FIELD: (&str, &str) = ("combobox", "Command, person or article");
const QUOTE: (&str, &str) = ("button", "Direct quote: Marta Lindqvist");

/// What is saved, is said to be.
const SAVED: &str = "return document.querySelector('[role=status]')?.innerText === 'Saved'";

/// Takes files instead of the browser.
const TAKE_FILES: &str =
    "HTMLAnchorElement.prototype.click = function () { window.taken = this.download; };";

/// An article comes as everything here does: by keys.
fn reads() -> Reader {
    let reader = Reader::arrives_after(TAKE_FILES, DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.copies(ARTICLE);
    reader.holds(CONTROL, "v");
    reader.sees(
        "the names",
        "return [...document.querySelectorAll('main .stop')].some(it => it.ariaLabel.includes('Jonas Ek'))",
    );
    reader
}

/// Finds something in the palette, and chooses it.
fn finds(reader: &Reader, words: &str) {
    reader.holds(CONTROL, "k");
    reader.comes_to(FIELD.0, FIELD.1);
    reader.presses(words);
    reader.sees(
        "it in the list",
        "return document.querySelector('[role=option][aria-selected=true]')",
    );
    reader.presses(ENTER);
    reader.sees("no palette", "return !document.querySelector('dialog')");
}

#[test]
fn the_whole_loop_of_paste_correct_note_and_export_goes_without_a_mouse() {
    let reader = reads();
    reader.presses("q");
    reader.comes_to(QUOTE.0, QUOTE.1);
    reader.presses(ENTER);
    reader.comes_to("combobox", "Speaker");
    reader.presses("Jonas");
    reader.presses(ENTER);
    reader.sees(
        "the step",
        "return document.querySelector('[aria-label^=\"Undo: Change speaker\"]')",
    );
    reader.presses(ESCAPE);
    reader.comes_to("button", "Direct quote: Jonas Ek, corrected by you");
    reader.presses("n");
    reader.sees("the note", "return document.activeElement.matches('textarea')");
    reader.presses("ask the miller");
    reader.sees("that it is saved", SAVED);
    reader.presses(ESCAPE);
    finds(&reader, "web page");
    reader.sees("the file", "return window.taken === 'Ferry-to-stay-in-winter.html'");
    reader.reloads();
    reader.sees(
        "the note again",
        "return [...document.querySelectorAll('textarea')].some(it => it.value === 'ask the miller')",
    );
    reader.leaves();
}

#[test]
fn the_palette_acts_on_the_mark_it_was_opened_from_and_gives_the_keyboard_back() {
    let reader = reads();
    reader.presses("q");
    reader.comes_to(QUOTE.0, QUOTE.1);
    reader.holds(CONTROL, "k");
    reader.comes_to(FIELD.0, FIELD.1);
    reader.presses(ESCAPE);
    reader.comes_to(QUOTE.0, QUOTE.1);

    finds(&reader, "highlight");
    reader.sees("the mark", &drawn(".m-mine", "“We cannot leave 340 people without a doctor,”"));
    finds(&reader, "marta");
    reader.comes_to("button", "Person: Marta Lindqvist");
    finds(&reader, "voices");
    reader.sees("the pane", "return document.querySelector('[aria-label=Voices]')");
    finds(&reader, "all articles");
    reader.sees("the shelf", "return document.querySelector('.shelf-entry')");
    finds(&reader, "ferry");
    reader.sees("the article", "return document.querySelector('h1')?.innerText.includes('Ferry')");
    reader.leaves();
}

#[test]
fn the_list_of_the_palette_is_told_to_a_screen_reader_and_remembers_nothing() {
    let reader = reads();
    reader.holds(CONTROL, "k");
    reader.comes_to(FIELD.0, FIELD.1);
    let active = "const active = document.activeElement.getAttribute('aria-activedescendant');
        return document.getElementById(active)?.innerText";
    let first = reader.sees("what is offered", active);
    reader.presses(DOWN);
    reader.sees("the next", &format!("{active} !== {first}"));
    reader.presses("next quo");
    reader.sees("what was typed", &format!("{active}.includes('Next quote')"));
    reader.presses("xyz");
    reader.sees(
        "that there is none",
        "return [...document.querySelectorAll('[role=status]')].some(it => it.innerText.includes('Nothing is called that'))",
    );
    reader.presses(ESCAPE);
    reader.sees("no palette", "return !document.querySelector('dialog')");
    reader.holds(CONTROL, "k");
    reader.comes_to(FIELD.0, FIELD.1);
    reader.sees("an empty field", "return document.activeElement.value === ''");
    reader.leaves();
}

#[test]
fn a_key_is_changed_taken_refused_and_set_back_and_other_windows_follow() {
    let reader = reads();
    let first = reader.window();
    let second = reader.opens_a_window(DESK);
    reader.sees("the page", "return document.querySelector('.bar')");
    finds(&reader, "ferry to stay");
    reader.sees("the same article", "return document.querySelector('main mark')");
    reader.turns_to(&first);

    reader.presses(",");
    reader.tabs_to("DisclosureTriangle", "Change keys");
    reader.presses(ENTER);
    reader.tabs_to("button", "Key of “Next quote”: Q");
    reader.presses(ENTER);
    reader.holds(CONTROL, "c");
    reader.sees("why not", &told("Ctrl C cannot be had. It copies"));
    reader.presses("k");
    reader.sees("whose it is", &told("K is the key of “Previous mark”."));
    reader.presses(ENTER);
    reader.comes_to("button", "Key of “Next quote”: K");
    reader.presses(ESCAPE);
    reader.sees("no settings", "return !document.querySelector('dialog')");
    reader.presses("q");
    reader.presses("k");
    reader.comes_to(QUOTE.0, QUOTE.1);

    reader.turns_to(&second);
    reader.presses("k");
    reader.comes_to(QUOTE.0, QUOTE.1);
    reader.holds(SHIFT, "?");
    reader.sees(
        "the own key in the sheet",
        "return [...document.querySelectorAll('dialog dt')].some(it =>
            it.innerText === 'Next quote' && it.nextElementSibling.innerText === 'K')",
    );
    reader.presses(ESCAPE);

    reader.turns_to(&first);
    reader.presses(",");
    reader.tabs_to("DisclosureTriangle", "Change keys");
    reader.presses(ENTER);
    reader.tabs_to("button", "Set all keys back");
    reader.presses(ENTER);
    reader.presses(ESCAPE);
    reader.sees("no settings", "return !document.querySelector('dialog')");
    reader.presses("q");
    reader.comes_to("button", "Reported: Marta Lindqvist");
    reader.leaves();
}

#[test]
fn sentence_by_sentence_each_is_lit_read_out_and_marked_by_a_key() {
    let reader = reads();
    reader.presses("s");
    reader.sees("the title", &drawn(".m-sentence", "Ferry to stay in winter"));
    reader.sees("what Escape does", &says("Sentence by sentence. Escape leaves."));
    reader.presses("ss");
    reader.sees("a sentence", &drawn(".m-sentence", "The council decided so on 3 May."));
    reader.sees("that it is read out", &says("The council decided so on 3 May."));
    reader.holds(SHIFT, "S");
    reader
        .sees("the one before", &drawn(".m-sentence", "The ferry to Iceland will run all winter."));
    reader.presses("h");
    reader.sees("its mark", &drawn(".m-mine", "The ferry to Iceland will run all winter."));
    reader.holds(SHIFT, DOWN);
    reader.sees(
        "two sentences selected",
        "return getSelection().toString() === 'The ferry to Iceland will run all winter. The council decided so on 3 May.'",
    );
    reader.sees("that it is said", &says("The council decided so on 3 May. selected"));
    reader.presses(ESCAPE);
    reader.sees("no selection", "return getSelection().isCollapsed");
    reader.presses("s");
    reader.sees("a sentence", "return document.querySelector('.m-sentence')");
    reader.presses(ESCAPE);
    reader.sees("none", "return !document.querySelector('.m-sentence')");
    reader.sees("that it is over", &says("No longer sentence by sentence"));
    reader.leaves();
}

#[test]
fn a_caret_selects_by_characters_and_words_and_the_words_become_a_note() {
    let reader = reads();
    reader.presses("s");
    reader.presses("s");
    reader.sees("a sentence", &drawn(".m-sentence", "The ferry to Iceland will run all winter."));
    reader.presses("c");
    reader.sees("a caret", "return document.querySelector('.caret')?.checkVisibility()");
    reader.sees(
        "how to use and leave it",
        &says("Caret. Arrows move it, with Shift they select. Escape leaves."),
    );
    reader.holds(CONTROL, RIGHT);
    reader.presses(RIGHT);
    reader.sees("what it stands before", &says("f"));
    reader.holds(CONTROL_SHIFT, RIGHT);
    reader.holds(SHIFT, RIGHT);
    reader.holds(SHIFT, RIGHT);
    reader.holds(SHIFT, LEFT);
    reader.sees("what is selected", "return getSelection().toString() === 'ferry '");
    reader.holds(CONTROL_SHIFT, RIGHT);
    reader.sees("the bar", "return document.querySelector('[role=toolbar]')");
    reader.presses("n");
    reader.sees("the note", "return document.activeElement.matches('textarea')");
    reader.presses("which one");
    reader.sees("the mark", &drawn(".m-mine", "ferry to"));
    reader.presses(ESCAPE);
    reader.presses("c");
    reader.sees("a caret", "return document.querySelector('.caret')");
    reader.presses(ESCAPE);
    reader.sees("none", "return !document.querySelector('.caret')");
    reader.sees("that it is over", &says("No caret any more"));
    reader.leaves();
}

#[test]
fn each_kind_of_mark_is_gone_through_and_one_that_is_not_there_is_told() {
    let reader = reads();
    for (key, name) in [
        ("p", "Person: Marta Lindqvist"),
        ("d", "Date: winter"),
        ("d", "Date: 3 May"),
        ("q", QUOTE.1),
    ] {
        reader.presses(key);
        reader
            .sees(name, &format!("return document.activeElement.ariaLabel?.startsWith('{name}')"));
    }
    reader.presses("t");
    reader.sees("that there is none", &says("None of these is shown in the article"));
    reader.leaves();
}

/// Whether marks of this class are drawn on these words alone.
fn drawn(class: &str, words: &str) -> String {
    let marks = format!("[...document.querySelectorAll('main mark{class}')]");
    format!("return {marks}.map(it => it.textContent).join('') === '{words}'")
}

/// Whether a live region says this.
fn says(words: &str) -> String {
    format!(
        "return [...document.querySelectorAll('[aria-live=polite]')].some(it => it.textContent === '{words}')"
    )
}

/// Whether the settings say this of a key.
fn told(words: &str) -> String {
    format!(
        "return [...document.querySelectorAll('.key-told')].some(it => it.innerText.includes('{words}'))"
    )
}
