//! [`Reader::goes_through_states`]: all that can be open on the page, one after the other.

use crate::Reader;

impl Reader {
    /// Brings the page with the sample into each of its states, each reached from the one before it, and has
    /// `each` look at it by its name.
    pub fn goes_through_states(&self, each: impl Fn(&str)) {
        for (name, script) in STATES {
            self.sees(name, &format!("{PRESS}{script}"));
            each(name);
        }
    }
}

/// Each with what brings it about.
const STATES: &[(&str, &str)] = &[
    ("the article", "return true"),
    ("a selection", SELECT),
    (
        "a mark of one's own",
        "document.querySelector('[role=toolbar] .is-label').click(); return true",
    ),
    ("its card", "document.querySelector('main .m-mine')?.click(); return true"),
    ("its edges", "document.querySelector('.card.is-lit summary')?.click(); return true"),
    ("a name", "document.querySelector('main p .m-person').click(); return true"),
    ("its edges", "document.querySelector('.popover .card-actions .link')?.click(); return true"),
    (
        "a confirmed name",
        "[...document.querySelectorAll('.popover .verdict')].find(it => it.innerText === 'Accept')?.click();
         return Boolean(document.querySelector('main .name-confirmed'))",
    ),
    (
        "words set apart",
        "document.querySelector('main .m-scare').click(); return Boolean(document.querySelector('.popover .verdict'))",
    ),
    ("a quote", "document.querySelectorAll('main p .m-direct')[1].click(); return true"),
    (
        "its controls",
        "document.querySelector('.card.is-lit .card-actions .link')?.click(); return true",
    ),
    ("Voices", "return press('Voices')"),
    ("Notes", "return press('Notes')"),
    ("Names", "return press('Names')"),
    ("the settings", "document.querySelector('[aria-label=Settings]').click(); return true"),
    (
        "a step in the settings",
        "document.querySelector('dialog input[name=measure]:not(:checked)')?.click();
         return Boolean(document.querySelector('.sheet-foot button'))",
    ),
    (
        "the keys in the settings",
        "const keys = document.querySelector('.key-settings'); keys.open = true; keys.scrollIntoView();
         document.querySelector('.key-button').click(); return document.querySelector('.key-told')?.innerText",
    ),
    (
        "the sheet of keys",
        "document.querySelector('dialog')?.close(); return open('?')",
    ),
    ("the palette", "document.querySelector('dialog')?.close(); return open('k', true)"),
    ("a lit sentence", "document.querySelector('dialog')?.close(); return open('s')"),
    ("a caret", "return open('c')"),
    ("the shelf", "document.querySelector('dialog')?.close(); return press('Articles')"),
];

/// Presses the button with these words, or a key that opens something.
const PRESS: &str = "
    const open = async (key, ctrlKey = false) => {
        await new Promise(done => setTimeout(done, 100));
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
        await new Promise(done => setTimeout(done, 100));
        return document.querySelector('dialog, .m-sentence, .caret');
    };
    const press = words => {
        const all = [...document.querySelectorAll('a, button')];
        const it = all.find(it => it.innerText.trim() === words && it.checkVisibility());
        it?.click();
        return Boolean(it);
    };
";

/// Selects a word that is no mark.
const SELECT: &str = "
    const nodes = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (!nodes.nextNode().data.includes('dispute'));
    const at = nodes.currentNode.data.indexOf('dispute');
    getSelection().setBaseAndExtent(nodes.currentNode, at, nodes.currentNode, at + 7);
    await new Promise(done => setTimeout(done, 300));
    return document.querySelector('[role=toolbar]');
";
