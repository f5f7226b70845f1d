//! [`Reader::goes_through_states`]: all that can be open on the page, one after the other.

use crate::Reader;

impl Reader {
    /// Brings the page with the sample into each of its states, each reached from the one before it, and has
    /// `each` look at it by its name. Panics where a state is not reached.
    pub fn goes_through_states(&self, each: impl Fn(&str)) {
        for (name, act, seen) in STATES {
            self.sees(&format!("a way to {name}"), &format!("{HELP}{act}"));
            self.sees(name, &format!("{HELP}return {seen}"));
            each(name);
        }
    }
}

/// Each with what brings it about, done once it can be, and what is to be seen then.
const STATES: &[(&str, &str, &str)] = &[
    ("the article", "return true", "one('main mark')"),
    ("a selection", "return select('dispute')", "one('[role=toolbar]')"),
    ("a mark of one's own", "return click('[role=toolbar] .is-label')", "one('main .m-mine')"),
    ("its card", "return click('main .m-mine')", "one('.card.is-lit .note-text')"),
    (
        "its start and end",
        "return click('.card.is-lit summary')",
        "one('.card.is-lit details[open] .edges')",
    ),
    ("a name", "return deepest('Port Ellery')", "one('.popover .verdict')"),
    ("its edges", "return press('Start and end')", "one('.popover .edges')"),
    ("why it is one", "return press('Why')", "one('.popover .card-why')"),
    ("its other places", "return pick('Where', 'article')", "one('.same-places input')"),
    ("a name everywhere", "return pick('Where', 'everywhere')", "one('.popover .control-help')"),
    ("a rule", "return press('Accept')", "one('main .name-confirmed')"),
    ("what lies at a place", "return deepest('1 September')", "one('.chooser')"),
    ("words set apart", "return click('main .m-scare')", "one('.popover .verdict')"),
    ("a quote", "return click('main p .m-direct')", "one('.card.is-lit .controls')"),
    ("its parts", "return press('Change')", "one('.card.is-lit .change [aria-label=\"Part 2\"]')"),
    ("why it is a quote", "return press('Why')", "one('.card.is-lit .card-why')"),
    ("somebody else", "return pick('Speaker', ' else')", "one('.asking input')"),
    ("a corrected quote", "return pick('Speaker', ' nobody')", "one('main .quote-corrected')"),
    ("a rejected quote", "return press('Reject')", "one('[aria-label^=\"Undo: Reject quote\"]')"),
    (
        "lines of the page",
        "return click('details.furniture summary')",
        "one('details.furniture[open]')",
    ),
    ("Voices", "return press('Voices')", "one('.plot')"),
    ("voices as a table", "return click('.plot-table summary')", "one('.plot-table[open] td')"),
    ("Names", "return press('Names')", "one('.name')"),
    ("a name with its places", "return click('.name')", "one('.name[aria-expanded=true]')"),
    ("Notes", "return press('Notes')", "one('.notes li')"),
    ("picked marks", "return press('Pick all')", "one('.notes input:checked')"),
    (
        "no mark of that kind",
        "return write('.pane [type=search]', 'zebra')",
        "told('No mark is like that')",
    ),
    ("all marks again", "return write('.pane [type=search]', '')", "one('.notes li')"),
    ("the settings", "return click('[aria-label=Settings]')", "one('dialog .rule-row')"),
    (
        "a step in the settings",
        "return click('dialog input[name=measure]:not(:checked)')",
        "one('.sheet-foot button')",
    ),
    (
        "the keys in the settings",
        "const keys = document.querySelector('.key-settings'); keys.open = true; return click('.key-button')",
        "one('.key-told')?.innerText",
    ),
    ("the sheet of keys", "return open('?')", "one('dialog .key-list')"),
    ("the palette", "return open('k', true)", "one('dialog [role=combobox]')"),
    (
        "nothing called so",
        "return write('dialog [role=combobox]', 'zebra')",
        "told('Nothing is called')",
    ),
    ("a lit sentence", "return open('s')", "one('.m-sentence')"),
    ("a caret", "return open('c')", "one('.caret')"),
    ("the shelf", "return press('Galley')", "one('.shelf-entry')"),
    (
        "an empty shelf",
        "return click('.shelf-entry .button')",
        "one('.shelf-empty') && one('.trash')",
    ),
    ("the trash", "return click('.trash summary')", "one('.trash[open] .is-grave')"),
    ("no findings", "return paste('Nothing\\n\\nAnd nothing is said of it.')", "told('Nothing')"),
    (
        "writing from right to left",
        "return paste('הנמל נסגר\\n\\n״לא נחכה״, אמרה רות לוי.')",
        "told('הנמל נסגר')",
    ),
    (
        "characters that turn the direction",
        "return paste('Alpha turns\\n\\nThe \\u202emayor said “we will go,” said Anna Berg.')",
        "told('turn the direction')",
    ),
    (
        "a question before what is huge",
        "return paste('word '.repeat(500000))",
        "one('dialog#huge, dialog .is-main')",
    ),
];

/// What states are reached with, and seen by.
const HELP: &str = "
    const pause = () => new Promise(done => setTimeout(done, 100));
    const all = selector => [...document.querySelectorAll(selector)].filter(it => it.checkVisibility());
    const one = selector => all(selector)[0];
    const told = words => document.body.innerText.includes(words);
    const act = (it, what) => { if (it) what(it); return Boolean(it); };
    const click = selector => act(document.querySelector(selector), it => it.click());
    const press = words => act(
        all('.card.is-lit button, .popover button, a, button').find(it => it.innerText.trim() === words),
        it => it.click(),
    );
    const deepest = words => act(all('main mark').filter(it => it.textContent === words).at(-1), it => it.click());
    const change = (it, value, kind) => {
        it.value = value;
        it.dispatchEvent(new Event(kind, { bubbles: true }));
    };
    const pick = (list, value) => act(
        document.querySelector(`:is(.card.is-lit, .popover) select[aria-label=${list}]`),
        it => change(it, value, 'change'),
    );
    const write = (field, words) => act(one(field), it => change(it, words, 'input'));
    const open = async (key, ctrlKey = false) => {
        document.querySelector('dialog[open]')?.close();
        await pause();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
        return true;
    };
    const paste = async words => {
        document.querySelector('dialog[open]')?.close();
        await pause();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', words);
        return document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true })) || true;
    };
    const select = async words => {
        const nodes = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        while (nodes.nextNode() && !nodes.currentNode.data.includes(words));
        const at = nodes.currentNode.data.indexOf(words);
        getSelection().setBaseAndExtent(nodes.currentNode, at, nodes.currentNode, at + words.length);
        await pause();
        return true;
    };
";
