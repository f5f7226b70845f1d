//! What a reader does with the hand: edges dragged with a mouse and with a finger.

use galley_e2e::{Look, Reader};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// An article of our own.
const ARTICLE: &str = "Ferry to stay in winter\n\n\
    The ferry to Holm will run all winter, the council decided on 3 May.\n\n\
    “We cannot leave 340 people without a doctor,” said Marta Lindqvist, who heads the council.\n\n\
    Lindqvist promised a new timetable.";

#[test]
fn an_edge_is_dragged_with_the_mouse_to_whole_words_and_undone_by_name() {
    let reader = reads();
    reader.points_at("mouse", "Marta Lindqvist");
    reader.sees("the handles", HANDLES);
    reader.drags_to("mouse", ".handle.is-last", ", who");
    reader.sees("the longer name", &undo("Move edge of person"));
    reader.sees("its words", &drawn(".name-corrected", "Marta Lindqvist, who"));
    reader.leaves();
}

#[test]
fn escape_leaves_the_edge_where_it_was_and_the_card_open() {
    let reader = reads();
    reader.points_at("mouse", "Marta Lindqvist");
    reader.sees("the handles", HANDLES);
    reader.drags_in_vain(".handle.is-last", "who heads");
    reader.sees("the name as it was", &named("Marta Lindqvist"));
    reader.sees(
        "that there is nothing to undo",
        "return !document.querySelector('[aria-label^=\"Undo:\"]')",
    );
    reader.sees("the card", "return document.querySelector('.popover')");
    reader.leaves();
}

#[test]
fn an_edge_is_dragged_with_a_finger_that_has_room_for_it() {
    let reader = reads();
    reader.takes_a_phone();
    reader.points_at("touch", "Marta Lindqvist");
    reader.sees("the handles", HANDLES);
    let least = "return Math.min(...[...document.querySelectorAll('.handle')].map(it => it.offsetWidth)) >= 44";
    reader.sees("targets of 44 pixels", least);
    reader.drags_to("touch", ".handle.is-first", "doctor");
    reader.sees("the longer name", &undo("Move edge of person"));
    reader.leaves();
}

#[test]
fn the_edges_of_a_mark_of_ones_own_are_dragged_too_and_go_with_its_layer() {
    let reader = reads();
    reader.drags_over("a new timetable");
    reader.clicks("Highlight");
    reader.points_at("mouse", "a new timetable");
    reader.sees("the handles", HANDLES);
    reader.drags_to("mouse", ".handle.is-last", "a new");
    reader.sees("the shorter mark", &undo("Move edge of mark"));
    reader.sees("its words", &drawn(".m-mine", "a new"));
    reader.asks("document.querySelector('.layer:has(.m-mine)').click()", &[]);
    reader.sees("no handles", "return !document.querySelector('.handle')");
    reader.leaves();
}

#[test]
fn what_a_finger_selects_is_marked_from_a_bar_that_hides_neither_it_nor_a_sheet() {
    let reader = reads();
    reader.takes_a_phone();
    reader.points_at("touch", "cannot leave");
    reader.sees("the sheet of cards", SHEET);
    for (words, top) in [("all winter", 250), ("doctor", 800)] {
        reader.selects(words, top);
        reader.sees("the bar", "return document.querySelector('[role=toolbar]')");
        reader.sees("it at the window's edge, beside the words and no sheet", BAR_IS_ALONE);
        reader.taps("[role=toolbar] .is-label");
        reader.sees("the mark", &drawn(".m-mine", words));
        reader.sees("no bar", "return !document.querySelector('[role=toolbar]')");
        reader
            .sees("the sheet again", "return document.querySelector('.margin').checkVisibility()");
        reader.taps("[aria-label^='Undo:']");
        reader.sees("no mark", "return !document.querySelector('main .m-mine')");
    }
    reader.leaves();
}

#[test]
fn a_finger_opens_the_palette_and_finds_targets_of_44_pixels() {
    let reader = reads();
    reader.takes_a_phone();
    reader.selects("all winter", 250);
    reader.sees("the bar", "return document.querySelector('[role=toolbar]')");
    reader.taps("[aria-label=Commands]");
    reader.sees("the palette", "return document.querySelector('[role=option]')");
    let least = "return Math.min(...[...document.querySelectorAll('.bar .button, dialog button, [role=option]')]
        .filter(it => it.checkVisibility()).map(it => it.offsetHeight)) >= 44 && document.body.scrollWidth <= innerWidth";
    reader.sees("targets of 44 pixels, and none beside the window", least);
    reader.taps("[role=option]");
    reader.sees("the mark", &drawn(".m-mine", "all winter"));
    reader.leaves();
}

const SHEET: &str =
    "return document.querySelector('.margin').checkVisibility({ visibilityProperty: true })";

const BAR_IS_ALONE: &str = "
    const bar = document.querySelector('[role=toolbar]').getBoundingClientRect();
    const words = getSelection().getRangeAt(0).getBoundingClientRect();
    const apart = bar.bottom <= words.top || bar.top >= words.bottom;
    const wide = bar.width === innerWidth;
    const alone = !document.querySelector('.margin').checkVisibility({ visibilityProperty: true });
    const least = Math.min(...[...document.querySelectorAll('[role=toolbar] button')].map(it => it.offsetHeight));
    return apart && wide && alone && least >= 44;
";

fn reads() -> Reader {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes(ARTICLE);
    reader.sees("the names", &named("Marta Lindqvist"));
    reader
}

const HANDLES: &str = "return document.querySelector('.handle')?.checkVisibility()";

/// Whether the words of some person are these, as a screen reader is told.
fn named(words: &str) -> String {
    format!(
        "return [...document.querySelectorAll('main .stop')].some(it => it.ariaLabel.includes('{words}'))"
    )
}

/// Whether marks of this class are drawn on these words alone.
fn drawn(class: &str, words: &str) -> String {
    let marks = format!("[...document.querySelectorAll('main mark{class}')]");
    format!("return {marks}.map(it => it.textContent).join('') === '{words}'")
}

/// Whether this is what would be undone.
fn undo(name: &str) -> String {
    format!("return document.querySelector('[aria-label=\"Undo: {name}\"]')")
}
