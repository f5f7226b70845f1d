//! What is strange costs nothing: each works, or says what was done.

use galley_e2e::{Look, Reader};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// An article of our own, with a line of a page's furniture, an emoji of many characters, control
/// characters and marks that turn the direction of the text.
const ARTICLE: &str = "Ferry to stay in winter\n\n\
    The ferry 👩‍👩‍👧 to Holm will run all winter, the council decided on 3 May.\n\n\
    Subscribe to our newsletter\n\n\
    “We cannot leave 340 people without a doctor,” said Marta Lindqvist.\n\n\
    Lindqvist promised a new \u{202e}timetable\u{202c}.\u{7}\u{8}";

#[test]
fn a_selection_over_paragraphs_and_folded_lines_is_one_mark_that_lasts() {
    let reader = reads();
    selects(&reader, ("all winter", 0), ("said", 4));
    reader.clicks("Highlight");
    let quote = "return document.querySelector('.card.is-note .note-quote').innerText";
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
        "return document.querySelector('main .m-mine').textContent === '👩‍👩‍👧'",
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
    let kept = "return document.querySelector('textarea')?.value.length";
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
    assert_eq!(reader.asks(NOTE_EACH_WORD, &[]), 10_000);
    reader.reloads();
    reader
        .sees("all of them", "return document.querySelectorAll('.card.is-note').length === 10000");
    reader.asks("document.querySelectorAll('.card-head')[5000].click()", &[]);
    reader.types("!");
    reader.sees("that it is saved", SAVED);
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
    reader.asks("document.querySelector('main p mark').click()", &[]);
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

const SAVED: &str = "return document.querySelector('[role=status]').innerText === 'Saved'";

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
    return field.value.length;
";

/// Puts a note on each word of the last article, as stored records.
const NOTE_EACH_WORD: &str = r#"
    const key = Object.keys(localStorage)
        .find(key => key.endsWith('/text') && localStorage[key].includes('Many notes'));
    const { text } = JSON.parse(localStorage[key]).data;
    const sum = record => {
        let sum = 0xcbf29ce484222325n;
        for (const byte of new TextEncoder().encode(record)) {
            sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
        }
        return sum.toString(16).padStart(16, '0');
    };
    const words = [...text.matchAll(/said|it/g)];
    words.forEach((word, index) => {
        const id = '00000000-0000-4000-8000-' + String(index).padStart(12, '0');
        const span = [word.index, word.index + word[0].length];
        const anchor = { span, exact: word[0], prefix: '', suffix: '' };
        const body = { note: 'Note ' + index };
        const data = JSON.stringify({ id, anchor, body, created: 1, modified: 1 });
        localStorage[key.replace(/text$/, 'annotation/' + id)] =
            `{"v":1,"kind":"annotation","sum":"${sum('annotation\n' + data)}","data":${data}}`;
    });
    return words.length;
"#;

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
