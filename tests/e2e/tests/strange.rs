//! What is strange costs nothing: each works, or says what was done.

use galley_e2e::{Look, Reader};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// An article of our own, with a line of a page's furniture, an emoji of many characters, control
/// characters and marks that turn the direction of the text.
const ARTICLE: &str = "Ferry to stay in winter\n\n\
    The ferry 👩‍👩‍👧 to Holm will run all winter, the council decided on 3 May.\n\n\
    Subscribe to our newsletter\n\n\
    “We cannot leave 340 people without a doctor,” said Marta Lindqvist.\n\n\
    The cafe\u{301} under 🇳🇴🇸🇪 opens again.\n\n\
    Lindqvist promised a new \u{202e}timetable\u{202c}.\u{7}\u{8}";

#[test]
fn a_selection_over_paragraphs_and_folded_lines_is_one_mark_that_lasts() {
    let reader = reads();
    selects(&reader, ("all winter", 0), ("said", 4));
    reader.clicks("Highlight");
    let quote = "return document.querySelector('.card.is-note .note-quote')?.innerText";
    let words = reader.sees("the mark", quote);
    let words = words.as_str().unwrap_or_default();
    assert!(words.starts_with("all winter") && words.ends_with("doctor,” said"), "{words}");
    reader.sees("that it is saved", SAVED);
    reader.reloads();
    assert_eq!(reader.sees("the mark again", quote), words);
    reader.leaves();
}

#[test]
fn a_selection_inside_an_emoji_takes_all_of_it() {
    let reader = reads();
    selects(&reader, ("👩‍👩‍👧", 2), ("👩‍👩‍👧", 4));
    reader.clicks("Highlight");
    reader.sees(
        "the whole emoji",
        "return document.querySelector('main .m-mine')?.textContent === '👩‍👩‍👧'",
    );
    reader.leaves();
}

#[test]
fn a_selection_that_cuts_a_flag_or_an_accent_takes_all_of_it_backwards_too() {
    let reader = reads();
    for (words, from, to, whole) in
        [("🇳🇴", 0, 2, "🇳🇴"), ("🇸🇪", 4, 2, "🇸🇪"), ("cafe\u{301}", 4, 0, "cafe\u{301}")]
    {
        selects(&reader, (words, from), (words, to));
        reader.clicks("Highlight");
        let marked = "return [...document.querySelectorAll('main .m-mine')].some(it => it.textContent === arguments[0])";
        assert_eq!(reader.asks(marked, &[whole.into()]), true, "{words} from {from} to {to}");
    }
    reader.leaves();
}

#[test]
fn all_of_the_page_is_selected_and_lines_that_were_folded_are_marked() {
    let reader = reads();
    reader.holds("\u{e009}", "a");
    reader.clicks("Highlight");
    reader.sees("all of it marked", "return document.querySelector('h1 .m-mine, main .m-mine')");
    reader.holds("\u{e009}", "z");
    reader.sees("it as it was", "return !document.querySelector('main .m-mine')");
    reader.asks("document.querySelector('details.furniture').open = true", &[]);
    selects(&reader, ("newsletter", 0), ("newsletter", 10));
    reader.clicks("Highlight");
    reader.sees(
        "the mark",
        "return document.querySelector('details .m-mine')?.textContent === 'newsletter'",
    );
    reader.leaves();
}

#[test]
fn a_note_of_100_kb_with_control_characters_is_kept_as_it_is() {
    let reader = reads();
    reader.drags_over("all winter");
    reader.clicks("Note");
    let written = reader.sees("a field", LONG_NOTE);
    reader.sees("that it is saved", SAVED);
    reader.reloads();
    let kept = "return document.querySelector('textarea')?.value";
    assert_eq!(written.as_str().map(|it| it.chars().count()), Some(100_000));
    assert_eq!(reader.sees("the note again", kept), written);
    reader.leaves();
}

#[test]
fn ten_thousand_notes_are_read_shown_and_written_on() {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    let paragraph = ["said it"; 40].join(" ");
    reader.pastes(&format!("Many notes\n\n{}", vec![paragraph; 125].join("\n\n")));
    reader.sees("the title", "return document.querySelector('h1')?.innerText === 'Many notes'");
    reader.sees("that it is saved", SAVED);
    assert_eq!(reader.marks_each("Many notes", 1), 10_000);
    reader.reloads();
    reader.sees("all of them", "return document.querySelectorAll('main .m-mine').length === 10000");
    // Only the cards near the view are drawn. Each mark leads to its own.
    reader.sees("cards", "return document.querySelectorAll('.card').length > 0");
    reader.asks("document.querySelectorAll('main .m-mine')[5000].click()", &[]);
    reader.sees("its card", "return document.activeElement.value === 'Note 5000'");
    reader.types("!");
    reader.sees("that it is saved", SAVED);

    reader.clicks("Notes");
    reader.sees(
        "how many there are",
        "return document.querySelector('.pane').innerText.includes('10000 of 10000 marks')",
    );
    // What a screen reader is told of ten thousand marks is more than the driver takes at once.
    reader.asks("document.querySelector('.pane [type=search]').focus()", &[]);
    reader.types("Note 5000!");
    reader.sees(
        "the one",
        "return document.querySelector('.pane').innerText.includes('1 of 10000 marks')",
    );
    reader.presses(&"\u{e003}".repeat(10));
    reader.sees(
        "all again",
        "return document.querySelector('.pane').innerText.includes('10000 of 10000 marks')",
    );
    reader.clicks("Pick all");
    reader.asks("document.querySelector('.bulk .is-grave').click()", &[]);
    reader.sees("none left", "return document.querySelectorAll('main .m-mine').length === 0");
    reader.sees("no list of what lay there", "return !document.querySelector('.chooser')");
    reader.holds("\u{e009}", "z");
    reader.sees("all back", "return document.querySelectorAll('main .m-mine').length === 10000");
    reader.sees("that it is saved", SAVED);
    reader.reloads();
    reader.sees("all of them", "return document.querySelectorAll('main .m-mine').length === 10000");
    reader.leaves();
}

#[test]
fn what_is_huge_is_read_only_once_the_reader_says_so_and_its_reading_can_be_stopped() {
    let reader = reads();
    let paragraph = ["Nothing was said there that day."; 20].join(" ");
    let huge = format!("A Whole Shelf\n\n{}", vec![paragraph; 3_200].join("\n\n"));
    reader.pastes(&huge);
    reader.comes_to("button", "Leave it");
    assert_eq!(reader.asks(DIALOG, &[]), "Read something this large?");
    reader.presses("\u{e00c}");
    reader.sees(
        "the article as it was",
        "return document.querySelector('h1')?.innerText.startsWith('Ferry')",
    );

    reader.pastes(&huge);
    reader.comes_to("button", "Leave it");
    reader.tabs_to("button", "Read it");
    reader.presses("\u{e007}");
    reader.sees("the title", "return document.querySelector('h1')?.innerText === 'A Whole Shelf'");
    reader.clicks("Stop");
    reader.sees(
        "what was done",
        "return document.querySelector('.banner')?.innerText.includes('You stopped the reading')",
    );
    let is_kept = "return document.querySelectorAll('main .paragraph').length === 3200";
    reader.sees("the whole article", is_kept);
    reader.clicks("Read again");
    reader.clicks("Stop");
    reader.leaves();
}

#[test]
fn a_paragraph_of_a_megabyte_is_shown_whole_and_marked() {
    let reader = reads();
    let paragraph = "It went on and on that day. ".repeat(36_000);
    reader.pastes(&format!("One Long Paragraph\n\n{paragraph}The end of it."));
    reader.sees(
        "the title",
        "return document.querySelector('h1')?.innerText === 'One Long Paragraph'",
    );
    // It is drawn in goes.
    reader.sees(
        "its end",
        "return document.querySelector('main').textContent.includes('The end of it.')",
    );
    selects(&reader, ("The end of it.", 0), ("The end of it.", 14));
    reader.sees("what can be done with it", "return document.querySelector('.selection button')");
    reader.presses("h");
    reader.sees(
        "the mark",
        "return document.querySelector('main .m-mine')?.textContent === 'The end of it.'",
    );
    let words = "return [...document.querySelectorAll('main .paragraph')].map(it => it.textContent).join('')";
    assert_eq!(reader.asks(words, &[]), format!("{paragraph}The end of it."));
    reader.leaves();
}

#[test]
fn a_browser_that_translates_the_article_breaks_nothing_and_is_told_of() {
    let reader = reads();
    reader.asks(TRANSLATE, &[]);
    selects(&reader, ("ALL WINTER", 0), ("ALL WINTER", 3));
    reader.sees(
        "what stands in the way",
        "return document.querySelector('.toast')?.innerText.includes('translation')",
    );
    reader.asks("getSelection().removeAllRanges()", &[]);
    for _ in 0..2 {
        reader.asks("document.querySelector('button.layer').click()", &[]);
        reader.asks("document.querySelector('.card-head')?.click()", &[]);
    }
    reader.presses("q");
    reader.presses("a");
    reader.finds("button", "Undo: Accept quote");
    reader.holds("\u{e009}", "z");
    reader.finds("button", "Redo: Accept quote");
    reader.presses("n");
    reader.sees("a field", "return document.activeElement.matches('textarea')");
    reader.types("Ask her.");
    reader.sees("that it is saved", SAVED);
    reader.asks("document.querySelector('main p mark').click()", &[]);
    reader.reloads();
    reader.sees(
        "the words and the note as they are without it",
        "return document.querySelector('.note-quote')?.innerText.includes('We cannot leave 340 people')
            && document.querySelector('textarea').value === 'Ask her.'",
    );
    reader.clicks("Articles");
    reader.sees("the shelf", "return document.querySelector('#opener')");
    reader.leaves();
}

fn reads() -> Reader {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes(ARTICLE);
    reader.sees(
        "the quote",
        "return [...document.querySelectorAll('main mark')].some(it => it.textContent.startsWith('“We'))",
    );
    reader
}

/// Selects from so many UTF-16 units into some words to so many into others.
fn selects(reader: &Reader, (from, start): (&str, u32), (to, end): (&str, u32)) {
    reader.asks(SELECT, &[from.into(), start.into(), to.into(), end.into()]);
}

const SAVED: &str = "return document.querySelector('[role=status]')?.innerText === 'Saved'";

/// What the open dialog is called.
const DIALOG: &str = "
    const dialog = document.querySelector('dialog[open]');
    return document.getElementById(dialog.getAttribute('aria-labelledby')).innerText;
";

const SELECT: &str = "
    const find = words => {
        const nodes = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        while (nodes.nextNode()) {
            const at = nodes.currentNode.data.indexOf(words);
            if (at >= 0) return [nodes.currentNode, at];
        }
        throw new Error('these words are not in the article: ' + words);
    };
    const [[first, from], [last, to]] = [find(arguments[0]), find(arguments[2])];
    getSelection().setBaseAndExtent(first, from + arguments[1], last, to + arguments[3]);
";

const LONG_NOTE: &str = "
    const field = document.querySelector('.card.is-lit textarea');
    if (!field) return false;
    field.value = 'Ask her \\u202e\\u0007again. '.repeat(6000).slice(0, 100000);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return field.value;
";

/// Puts other nodes in the place of the article's, as browsers do that translate.
const TRANSLATE: &str = "
    const nodes = document.createTreeWalker(document.querySelector('[translate=yes]'), NodeFilter.SHOW_TEXT);
    const all = [];
    while (nodes.nextNode()) all.push(nodes.currentNode);
    for (const node of all) {
        const font = document.createElement('font');
        font.append(document.createElement('font'));
        font.firstChild.textContent = node.data.toUpperCase();
        node.replaceWith(font);
    }
";
