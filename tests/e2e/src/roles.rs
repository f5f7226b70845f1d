//! What is on the page as a screen reader is told of it: found by role and name, then clicked or
//! tapped where it stands.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::reader::{PATIENCE, Reader};

/// What a reader acts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The mouse.
    Mouse,
    /// A finger.
    Finger,
}

impl Reader {
    /// Waits for the first element of this role whose name begins so, brings it into view, and clicks
    /// or taps on its middle. Panics where there is none.
    pub fn uses(&self, hand: Hand, role: &str, name: &str) {
        let [x, y] = self.middle(role, name);
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
        }
    }

    /// Waits until there is an element of this role whose name begins so.
    pub fn finds(&self, role: &str, name: &str) {
        self.middle(role, name);
    }

    /// The names of all elements of this role, in their order.
    pub fn names(&self, role: &str) -> Vec<String> {
        let nodes = self.tree();
        let of_role = nodes.iter().filter(|node| node["role"]["value"] == role);
        of_role.filter_map(|node| Some(node["name"]["value"].as_str()?.to_owned())).collect()
    }

    fn middle(&self, role: &str, name: &str) -> [f64; 2] {
        let started = Instant::now();
        loop {
            if let Some(middle) = self.place_of(role, name) {
                return middle;
            }
            if started.elapsed() > PATIENCE {
                self.pictures("not-found");
                panic!("no {role} “{name}” among {:?}", self.names(role));
            }
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn place_of(&self, role: &str, name: &str) -> Option<[f64; 2]> {
        let nodes = self.tree();
        let is_it = |node: &&Value| {
            let named = node["name"]["value"].as_str().is_some_and(|it| it.starts_with(name));
            node["role"]["value"] == role && named && node["ignored"] == false
        };
        let node = nodes.iter().find(is_it)?["backendDOMNodeId"].clone();
        let object = self.chrome("DOM.resolveNode", &json!({ "backendNodeId": node }));
        let middle = self.chrome(
            "Runtime.callFunctionOn",
            &json!({
                "objectId": object["object"]["objectId"],
                "functionDeclaration": MIDDLE,
                "returnByValue": true,
            }),
        );
        let middle = &middle["result"]["value"];
        Some([middle[0].as_f64()?, middle[1].as_f64()?])
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
