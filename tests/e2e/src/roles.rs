//! What is on the page as a screen reader is told of it: found by role and name, then clicked or
//! tapped where it stands, or come to with Tab.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::reader::{Look, PATIENCE, Reader};

/// What a reader acts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The mouse.
    Mouse,
    /// A finger.
    Finger,
    /// The keyboard alone.
    Keys,
}

impl Hand {
    /// All of them.
    pub const ALL: [Hand; 3] = [Hand::Mouse, Hand::Finger, Hand::Keys];

    /// What points in the article, as WebDriver calls it.
    const fn pointer(self) -> &'static str {
        match self {
            Hand::Mouse | Hand::Keys => "mouse",
            Hand::Finger => "touch",
        }
    }
}

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const UP: &str = "\u{e013}";
const DOWN: &str = "\u{e015}";

const DESK: Look = Look { width: 1440, height: 900, dark: false };

impl Reader {
    /// Opens a new browser at the page, to use it with this hand, and waits for the sample to be read.
    pub fn comes_with(hand: Hand) -> Self {
        let reader = Self::arrives(DESK);
        if hand == Hand::Finger {
            reader.takes_a_phone();
        }
        reader.finds("button", "Partly quoted: Ruth Penhallow");
        reader
    }

    /// Waits for the first element of this role that is called so, or whose name begins so, brings it into
    /// view, and clicks or taps on its middle, or presses Enter there. Panics where there is none.
    pub fn uses(&self, hand: Hand, role: &str, name: &str) {
        if hand == Hand::Keys {
            self.goes_to(role, name);
            return self.presses(ENTER);
        }
        self.presses_on(hand, self.middle(role, name));
    }

    /// Clicks or taps on a point of the window.
    pub(crate) fn presses_on(&self, hand: Hand, [x, y]: [f64; 2]) {
        let press = |kind: &str| {
            self.chrome(
                "Input.dispatchMouseEvent",
                &json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 }),
            );
        };
        let touch = |kind: &str, points: Value| {
            self.chrome(
                "Input.dispatchTouchEvent",
                &json!({ "type": kind, "touchPoints": points }),
            );
        };
        match hand {
            Hand::Mouse => {
                self.chrome(
                    "Input.dispatchMouseEvent",
                    &json!({ "type": "mouseMoved", "x": x, "y": y }),
                );
                ["mousePressed", "mouseReleased"].into_iter().for_each(press);
            }
            Hand::Finger => {
                touch("touchStart", json!([{ "x": x, "y": y }]));
                touch("touchEnd", json!([]));
            }
            Hand::Keys => {}
        }
    }

    /// Goes on with Tab until the keyboard is at the first such element.
    pub fn goes_to(&self, role: &str, name: &str) {
        let element = self.waits_for(role, name, |element| Some(element.clone()));
        for _ in 0..250 {
            if self.asks_of(
                &element,
                "function () { return document.activeElement === this; }",
                &[],
            ) == true
            {
                return;
            }
            self.presses(TAB);
        }
        panic!("the keyboard does not come to the {role} “{name}”");
    }

    /// Chooses among what a list offers. Its window is the browser's own, and no driver points into that.
    pub fn picks(&self, hand: Hand, list: &str, option: &str) {
        if hand == Hand::Keys {
            self.goes_to("combobox", list);
            let away = self.asks(AWAY, &[option.into()]).as_i64().expect("what the list offers");
            let arrow = if away < 0 { UP } else { DOWN };
            (0..away.abs()).for_each(|_| self.presses(arrow));
            return self.presses(ENTER);
        }
        self.waits_for("combobox", list, |list| {
            let is_offered = self.asks_of(list, PICK, &[option.into()]);
            is_offered.as_bool().filter(|it| *it)
        });
    }

    /// Points at the mark on these words, or goes from mark to mark by keyboard until it is called so, and
    /// opens it.
    pub fn opens_mark(&self, hand: Hand, words: &str, name: &str) {
        if hand != Hand::Keys {
            return self.points_at(hand.pointer(), words);
        }
        self.comes_to_mark(name);
        self.presses(ENTER);
    }

    /// Goes from mark to mark by keyboard until it is called so.
    pub fn comes_to_mark(&self, name: &str) {
        for _ in 0..150 {
            self.presses("j");
            thread::sleep(Duration::from_millis(60));
            if self.is_at().1.starts_with(name) {
                return;
            }
        }
        panic!("the keyboard does not come to the mark “{name}”");
    }

    /// Has plain text in the clipboard, as it is when something was copied elsewhere.
    pub fn copies(&self, text: &str) {
        let permissions = json!(["clipboardReadWrite", "clipboardSanitizedWrite"]);
        self.chrome("Browser.grantPermissions", &json!({ "permissions": permissions }));
        self.asks("await navigator.clipboard.writeText(arguments[0])", &[text.into()]);
    }

    /// Clicks or taps on the middle of the first such element, of which no screen reader is told.
    pub fn hits(&self, hand: Hand, selector: &str) {
        let middle = self.sees(
            selector,
            &format!(
                "const it = document.querySelector('{selector}');
             if (!it) return null;
             it.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const {{ left, top, width, height }} = it.getBoundingClientRect();
             return width > 0 && [left + width / 2, top + height / 2]"
            ),
        );
        let at = |index: usize| middle[index].as_f64().unwrap_or_default();
        self.presses_on(hand, [at(0), at(1)]);
    }

    /// Selects words of the article as this hand does; with keys alone, the sentence that so many more steps
    /// lead to is lit.
    pub fn takes_words(&self, hand: Hand, words: &str, sentences: usize) {
        match hand {
            Hand::Mouse => self.drags_over(words),
            Hand::Finger => self.selects(words, 300),
            Hand::Keys => return (0..sentences).for_each(|_| self.presses("s")),
        }
        self.finds("toolbar", "Mark the selection");
    }

    /// Selects words that are scrolled to a height of the window, as the system's handles do: an emulated
    /// finger cannot be held down for that.
    pub fn selects(&self, words: &str, top: u32) {
        self.asks(SELECT, &[words.into(), top.into()]);
    }

    /// Waits until there is no element of this role whose name begins so.
    pub fn misses(&self, role: &str, name: &str) {
        let started = Instant::now();
        while self.has(role, name) {
            assert!(started.elapsed() < PATIENCE, "there still is a {role} “{name}”");
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits until there is an element of this role whose name begins so.
    pub fn finds(&self, role: &str, name: &str) {
        self.waits_for(role, name, |_| Some(()));
    }

    /// Whether there is an element of this role whose name begins so.
    pub(crate) fn has(&self, role: &str, name: &str) -> bool {
        self.element(role, name).is_some()
    }

    /// The names of all elements of this role, in their order.
    pub fn names(&self, role: &str) -> Vec<String> {
        let nodes = self.tree();
        let of_role = nodes.iter().filter(|node| node["role"]["value"] == role);
        of_role.filter_map(|node| Some(node["name"]["value"].as_str()?.to_owned())).collect()
    }

    /// What `ask` gives of the element, once it is there and that is something.
    pub(crate) fn waits_for<T>(
        &self,
        role: &str,
        name: &str,
        ask: impl Fn(&Value) -> Option<T>,
    ) -> T {
        let started = Instant::now();
        loop {
            if let Some(answer) = self.element(role, name).and_then(|element| ask(&element)) {
                return answer;
            }
            if started.elapsed() > PATIENCE {
                self.pictures("not-found");
                panic!("no {role} “{name}” among {:?}", self.names(role));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn middle(&self, role: &str, name: &str) -> [f64; 2] {
        self.waits_for(role, name, |element| {
            let middle = self.asks_of(element, MIDDLE, &[]);
            Some([middle[0].as_f64()?, middle[1].as_f64()?])
        })
    }

    /// What a function gives whose `this` is the element.
    pub(crate) fn asks_of(&self, element: &Value, function: &str, given: &[Value]) -> Value {
        let given: Vec<Value> = given.iter().map(|it| json!({ "value": it })).collect();
        let call = json!({
            "objectId": element,
            "functionDeclaration": function,
            "arguments": given,
            "returnByValue": true,
        });
        self.chrome("Runtime.callFunctionOn", &call)["result"]["value"].clone()
    }

    /// The first element that is called so, else the first whose name begins so.
    fn element(&self, role: &str, name: &str) -> Option<Value> {
        let nodes = self.tree();
        let of_role =
            nodes.iter().filter(|it| it["role"]["value"] == role && it["ignored"] == false);
        let named: Vec<(&Value, &str)> =
            of_role.filter_map(|it| Some((it, it["name"]["value"].as_str()?))).collect();
        let exact = named.iter().find(|(_, told)| *told == name);
        let found = exact.or_else(|| named.iter().find(|(_, told)| told.starts_with(name)))?;
        let node = json!({ "backendNodeId": found.0["backendDOMNodeId"] });
        Some(self.chrome("DOM.resolveNode", &node)["object"]["objectId"].clone())
    }
}

/// The middle of an element in the window, once it is there and nothing lies over it.
const MIDDLE: &str = "function () {
    const element = this.nodeType === 1 ? this : this.parentElement;
    const place = () => element.getClientRects()[0];
    const before = place();
    if (!before) return null;
    if (before.top < 80 || before.bottom > innerHeight - 80) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = place();
    const [x, y] = [left + width / 2, top + height / 2];
    const there = document.elementFromPoint(x, y);
    return there && (element.contains(there) || there.contains(element)) ? [x, y] : null;
}";

/// How many options further down the list that the keyboard is at the wanted one stands.
const AWAY: &str = "
    const list = document.activeElement;
    const option = [...list.options].find(it => it.text.startsWith(arguments[0]));
    return option && option.index - list.selectedIndex;
";

const PICK: &str = "function (words) {
    const option = [...this.options].find(it => it.text.startsWith(words));
    if (!option) return false;
    this.value = option.value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
}";

const SELECT: &str = "
    const nodes = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
        const at = nodes.currentNode.data.indexOf(arguments[0]);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(nodes.currentNode, at);
        range.setEnd(nodes.currentNode, at + arguments[0].length);
        document.body.style.minHeight = '400vh';
        window.scrollBy({ top: range.getBoundingClientRect().top - arguments[1], behavior: 'instant' });
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return;
    }
";
