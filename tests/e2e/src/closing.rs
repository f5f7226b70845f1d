//! [`Reader::closes`] and [`Reader::writes_anew`]: what a keyboard does with Escape and with Ctrl+A, and each other
//! hand by what is there to be pressed.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::reader::{PATIENCE, Reader};
use crate::roles::Hand;

const ESCAPE: &str = "\u{e00c}";
const CONTROL: &str = "\u{e009}";
const BACKSPACE: &str = "\u{e003}";

impl Reader {
    /// Closes what is open: a dialog or a sheet by its button, what floats or is chosen by a press on plain words
    /// beside it; with keys alone by Escape. Panics where a hand has no way to.
    pub fn closes(&self, hand: Hand) {
        if hand == Hand::Keys {
            return self.presses(ESCAPE);
        }
        let started = Instant::now();
        while let Some(place) = self.way_out() {
            assert!(started.elapsed() < PATIENCE, "there is no way to close it with the {hand:?}");
            self.presses_on(hand, place);
            thread::sleep(Duration::from_millis(250));
        }
    }

    /// Where to press next for what is open to close; nowhere once nothing is.
    fn way_out(&self) -> Option<[f64; 2]> {
        let place = self.sees("a button or plain words to press", WAY_OUT);
        Some([place["x"].as_f64()?, place["y"].as_f64()?])
    }

    /// Writes something else into a field: with keys alone by Ctrl+A, else from behind its last
    /// character.
    pub fn writes_anew(&self, hand: Hand, field: &str, words: &str) {
        let role = if self.has("searchbox", field) { "searchbox" } else { "textbox" };
        if hand == Hand::Keys {
            self.goes_to(role, field);
            // What the keyboard is at already, Tab has not selected anew.
            self.holds(CONTROL, "a");
            return self.presses(&format!("{BACKSPACE}{words}"));
        }
        // Into view first: only then is there an end to press on.
        self.uses(hand, role, field);
        let end = self.waits_for(role, field, |field| {
            let end = self.asks_of(field, END, &[]);
            Some([end["x"].as_f64()?, end["y"].as_f64()?, end["length"].as_f64()?])
        });
        self.presses_on(hand, [end[0], end[1]]);
        thread::sleep(Duration::from_millis(250));
        self.presses(&BACKSPACE.repeat(end[2] as usize));
        let is_empty =
            |field: &Value| self.asks_of(field, "function () { return !this.value }", &[]);
        self.waits_for(role, field, |field| is_empty(field).as_bool().filter(|it| *it));
        self.presses(words);
    }
}

/// The button of what is open; else, where something floats, is chosen or is selected, words in view that nothing
/// is drawn on. `{}` where nothing is open.
const WAY_OUT: &str = "
    const seen = selector => [...document.querySelectorAll(selector)]
        .find(it => it.checkVisibility({ visibilityProperty: true }));
    const middle = box => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    const head = seen('dialog[open] .sheet-head button') ?? (!seen('dialog[open]') && seen('.margin .sheet-head button, .pane .sheet-head button'));
    if (head) return middle(head.getBoundingClientRect());
    if (!seen('.popover, .card.is-lit, .handle') && getSelection().isCollapsed) return {};
    const nodes = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
        const { parentElement: parent, data } = nodes.currentNode;
        if (!parent.matches('p') || !/\\w{4}/.test(data)) continue;
        const range = document.createRange();
        range.selectNodeContents(nodes.currentNode);
        for (const box of range.getClientRects()) {
            const { x, y } = middle(box);
            if (box.width > 20 && document.elementFromPoint(x, y) === parent) return { x, y };
        }
    }
    return false;
";

/// Where the last character of a field ends, and how many there are.
const END: &str = "function () {
    const { right, top, height } = this.getBoundingClientRect();
    return { x: right - 8, y: top + height / 2, length: this.value.length };
}";
