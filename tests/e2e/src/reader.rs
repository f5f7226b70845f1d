//! [`Reader`]: somebody with a browser, a mouse and eyes.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::driver::Session;

/// How long anything on the page may take before it counts as missing.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Where the page, the driver and the browser are.
pub struct Place {
    page: String,
    driver: String,
    chrome: Option<String>,
}

impl Place {
    /// As `cargo xtask test` says in the environment.
    pub fn given() -> Self {
        let said = |name| {
            env::var(name).unwrap_or_else(|_| {
                panic!("{name} is not set: run this by `cargo xtask test`, which serves the page")
            })
        };
        Self {
            page: said("GALLEY_PAGE"),
            driver: said("GALLEY_WEBDRIVER"),
            chrome: env::var("GALLEY_CHROME").ok(),
        }
    }

    /// The scheme, host and port of the page.
    fn origin(&self) -> &str {
        let host = self.page.find("://").map_or(0, |at| at + 3);
        let end = self.page[host..].find('/').map_or(self.page.len(), |at| host + at);
        &self.page[..end]
    }
}

/// The size of the window in CSS pixels, and the colours that the reader prefers.
#[derive(Clone, Copy)]
pub struct Look {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
    /// Whether dark colours are preferred.
    pub dark: bool,
}

/// One of a browser's windows, by the driver's name for it.
pub struct Window(Value);

/// One browser, with storage of its own.
pub struct Reader {
    place: Place,
    session: Session,
}

impl Reader {
    /// Opens a new browser at the page.
    pub fn arrives(look: Look) -> Self {
        Self::arrives_after("", look)
    }

    /// Opens a new browser, where `script` runs before anything of the page does.
    pub fn arrives_after(script: &str, look: Look) -> Self {
        let place = Place::given();
        let session = Session::start(&place.driver, place.chrome.as_deref());
        session.chrome("Performance.enable", &json!({}));
        session.chrome("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        let reader = Self { place, session };
        reader.looks(look);
        reader.session.ask("url", &json!({ "url": reader.place.page }));
        reader
    }

    /// Changes the window.
    pub fn looks(&self, look: Look) {
        let size = json!({
            "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.session.chrome("Emulation.setDeviceMetricsOverride", &size);
        let scheme = if look.dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.session.chrome("Emulation.setEmulatedMedia", &media);
    }

    /// Goes on where the system chooses the colours of all pages: of a few, light or dark.
    pub fn takes_colours_of_the_system(&self, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({ "features": [
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-color-scheme", "value": scheme },
        ] });
        self.session.chrome("Emulation.setEmulatedMedia", &media);
    }

    /// Sees what would be printed.
    pub fn takes_paper(&self) {
        self.session.chrome("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    /// Loads the page again.
    pub fn reloads(&self) {
        self.session.ask("refresh", &json!({}));
    }

    /// The window that is looked at.
    pub fn window(&self) -> Window {
        Window(self.session.get("window"))
    }

    /// Opens the page in another window of the same browser, and looks at that.
    pub fn opens_a_window(&self, look: Look) -> Window {
        let window = self.session.ask("window/new", &json!({ "type": "window" }));
        let window = Window(window["handle"].clone());
        self.turns_to(&window);
        self.looks(look);
        self.session.ask("url", &json!({ "url": self.place.page }));
        window
    }

    /// Looks at another window of the browser.
    pub fn turns_to(&self, window: &Window) {
        self.session.ask("window", &json!({ "handle": window.0 }));
        self.session.chrome("Page.bringToFront", &json!({}));
    }

    /// Waits until `script`, the body of a function in the page, returns something true, and gives
    /// that. Panics with `what` after ten seconds.
    pub fn sees(&self, what: &str, script: &str) -> Value {
        let started = Instant::now();
        loop {
            let value = self.asks(script, &[]);
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return value;
            }
            assert!(started.elapsed() < PATIENCE, "not to be seen: {what}");
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// Pastes plain text, as the clipboard event brings it.
    pub fn pastes(&self, text: &str) {
        self.asks(PASTE, &["text/plain".into(), text.into()]);
    }

    /// Pastes markup.
    pub fn pastes_markup(&self, markup: &str) {
        self.asks(PASTE, &["text/html".into(), markup.into()]);
    }

    /// Goes on with a finger on a screen that takes no mouse.
    pub fn takes_a_phone(&self) {
        self.takes_a_phone_of(390, 844);
    }

    /// The same with a screen of this width and height.
    pub fn takes_a_phone_of(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.session.chrome("Emulation.setDeviceMetricsOverride", &size);
        self.session.chrome("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true }));
    }

    /// Drags the mouse from the beginning of `words` in the article to their end.
    pub fn drags_over(&self, words: &str) {
        let ends = self.asks(ENDS_OF_WORDS, &[words.into()]);
        self.points("mouse", &[to(&ends["start"]), down(), to(&ends["end"]), up()]);
    }

    /// Drags the handle of this class by `pointer`, `mouse` or `touch`, to the end of `words`.
    pub fn drags_to(&self, pointer: &str, handle: &str, words: &str) {
        let steps = self.way(handle, words);
        self.points(pointer, &steps);
    }

    /// The same with the mouse, and Escape before it is let go.
    pub fn drags_in_vain(&self, handle: &str, words: &str) {
        let steps = self.way(handle, words);
        self.points("mouse", &steps[..steps.len() - 1]);
        self.presses("\u{e00c}");
        self.points("mouse", &[up()]);
    }

    fn way(&self, handle: &str, words: &str) -> [Value; 5] {
        let end = self.asks(ENDS_OF_WORDS, &[words.into()])["end"].clone();
        let way = self.asks(WAY_OF_HANDLE, &[handle.into(), end]);
        [to(&way["from"]), down(), to(&way["to"]), to(&way["to"]), up()]
    }

    /// Taps or clicks at the beginning of `words` in the article.
    pub fn points_at(&self, pointer: &str, words: &str) {
        let start = self.asks(ENDS_OF_WORDS, &[words.into()])["start"].clone();
        let inside = json!({ "x": start["x"].as_i64().map(|x| x + 3), "y": start["y"] });
        self.points(pointer, &[to(&inside), down(), up()]);
    }

    /// Moves the mouse over `words` in the article.
    pub fn moves_over_words(&self, words: &str) {
        self.moves_to(&self.asks(ENDS_OF_WORDS, &[words.into()])["start"]);
    }

    /// Taps on the first such element.
    pub fn taps(&self, selector: &str) {
        let middle = self.asks(MIDDLE, &[selector.into()]);
        self.points("touch", &[to(&middle), down(), up()]);
    }

    /// Moves the mouse at once to a point of the screen.
    pub fn moves_to(&self, point: &Value) {
        let there =
            json!({ "type": "pointerMove", "x": point["x"], "y": point["y"], "duration": 0 });
        self.points("mouse", &[there]);
    }

    /// How long the page's own thread has worked so far, in milliseconds: on scripts, on style and layout,
    /// and on all that it does.
    pub fn work(&self) -> [f64; 3] {
        let told = self.session.chrome("Performance.getMetrics", &json!({}));
        let metrics = told["metrics"].as_array().into_iter().flatten();
        let all: Vec<_> = metrics.map(|it| (&it["name"], it["value"].as_f64())).collect();
        let of = |names: &[&str]| {
            let named = all.iter().filter(|(name, _)| names.iter().any(|it| *name == it));
            named.filter_map(|(_, seconds)| *seconds).sum::<f64>() * 1000.0
        };
        let layout = ["RecalcStyleDuration", "LayoutDuration"];
        [of(&["ScriptDuration"]), of(&layout), of(&["TaskDuration"])]
    }

    fn points(&self, pointer: &str, steps: &[Value]) {
        let actions = json!({ "actions": [{
            "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer },
            "actions": steps,
        }] });
        self.session.ask("actions", &actions);
    }

    /// Clicks the button with this label.
    pub fn clicks(&self, label: &str) {
        let find = "return [...document.querySelectorAll('button')]
            .find(it => it.innerText.trim() === arguments[0] && it.checkVisibility())";
        let started = Instant::now();
        let button = loop {
            let button = self.asks(find, &[label.into()]);
            if let Some(id) = button.as_object().and_then(|it| it.values().next()?.as_str()) {
                break id.to_owned();
            }
            if started.elapsed() > PATIENCE {
                self.pictures("no-button");
                panic!(
                    "no button to be seen: {label}; target/pictures/no-button.png shows the page"
                );
            }
            thread::sleep(Duration::from_millis(50));
        };
        self.session.ask(&format!("element/{button}/click"), &json!({}));
    }

    /// Types where the cursor is.
    pub fn types(&self, text: &str) {
        self.sees("a field to type in", "return document.activeElement.matches('input, textarea')");
        self.presses(text);
    }

    /// Presses these keys one by one.
    pub fn presses(&self, keys: &str) {
        self.holds("", keys);
    }

    /// Presses `key` while these keys are held.
    pub fn holds(&self, held: &str, key: &str) {
        let press =
            |what: &'static str| move |key: char| json!({ "type": what, "value": key.to_string() });
        let down = held.chars().map(press("keyDown"));
        let pressed = key.chars().flat_map(|key| [press("keyDown")(key), press("keyUp")(key)]);
        let keys: Vec<Value> =
            down.chain(pressed).chain(held.chars().map(press("keyUp"))).collect();
        let actions = json!({ "actions": [{ "type": "key", "id": "keys", "actions": keys }] });
        self.session.ask("actions", &actions);
    }

    /// Goes on with Tab until the keyboard is at the element with this role and name, as a screen
    /// reader is told. Panics where it is not reached.
    pub fn tabs_to(&self, role: &str, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            let here = self.is_at();
            if here == (role.to_owned(), name.to_owned()) {
                return;
            }
            passed.push(here);
            self.presses("\u{e004}");
        }
        panic!("the keyboard does not come to the {role} “{name}”: {passed:#?}");
    }

    /// Waits until the keyboard is at the element with this role and name.
    pub fn comes_to(&self, role: &str, name: &str) {
        let started = Instant::now();
        while self.is_at() != (role.to_owned(), name.to_owned()) {
            let is_late = started.elapsed() > PATIENCE;
            assert!(!is_late, "the keyboard is at {:?}, not at the {role} “{name}”", self.is_at());
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// The role and the name of what the keyboard is at, as a screen reader is told.
    pub fn is_at(&self) -> (String, String) {
        let nodes = self.tree();
        let is_focused = |node: &&Value| {
            let properties = node["properties"].as_array().into_iter().flatten();
            properties.into_iter().any(|it| it["name"] == "focused" && it["value"]["value"] == true)
        };
        // The page itself has the focus as well, and comes first.
        let node = nodes.iter().rfind(is_focused).cloned().unwrap_or_default();
        let told = |what: &str| node[what]["value"].as_str().unwrap_or_default().to_owned();
        (told("role"), told("name"))
    }

    /// A command of Chrome's own protocol.
    pub(crate) fn chrome(&self, command: &str, parameters: &Value) -> Value {
        self.session.chrome(command, parameters)
    }

    /// What is there for a screen reader.
    pub(crate) fn tree(&self) -> Vec<Value> {
        let tree = self.session.chrome("Accessibility.getFullAXTree", &json!({}));
        tree["nodes"].as_array().cloned().unwrap_or_default()
    }

    /// What the body of a function returns in the page.
    pub fn asks(&self, script: &str, arguments: &[Value]) -> Value {
        self.session.script(script, arguments)
    }

    /// Role and name of all that a screen reader is told of inside the article, in its order. Lines, which only
    /// repeat the text that they are of, are left out.
    pub fn hears(&self) -> Vec<(String, String)> {
        let nodes = self.tree();
        let ids: HashMap<&str, &Value> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let is_article = |node: &&Value| node["role"]["value"] == "article";
        let mut ahead: Vec<&Value> = nodes.iter().filter(is_article).take(1).collect();
        let mut heard = Vec::new();
        while let Some(node) = ahead.pop() {
            let inside = node["childIds"].as_array().into_iter().flatten().rev();
            ahead.extend(inside.filter_map(|id| ids.get(id.as_str()?)));
            let told = |what: &str| node[what]["value"].as_str().unwrap_or_default().to_owned();
            if node["ignored"] == false && !["article", "InlineTextBox"].contains(&&*told("role")) {
                heard.push((told("role"), told("name")));
            }
        }
        heard
    }

    /// Saves what is to be seen under `target/pictures/`.
    pub fn pictures(&self, name: &str) {
        self.saves(&format!("{name}.png"), &json!({ "format": "png" }));
    }

    /// The same, small enough to be kept.
    pub fn sketches(&self, name: &str) {
        self.saves(&format!("{name}.webp"), &json!({ "format": "webp", "quality": 45 }));
    }

    fn saves(&self, file: &str, form: &Value) {
        let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/pictures"));
        let picture = self.session.chrome("Page.captureScreenshot", form);
        let picture = picture["data"].as_str().expect("a picture");
        let picture = BASE64_STANDARD.decode(picture).expect("a picture in base64");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        fs::write(folder.join(file), picture).expect("the picture is saved");
    }

    /// Closes the browser. Panics if the console had an error, or if anything was asked of any
    /// other server than the page's own.
    pub fn leaves(self) {
        let complaints = self.complaints();
        assert!(complaints.is_empty(), "the console says: {complaints:#?}");
        let strangers = self.requests_elsewhere();
        assert!(strangers.is_empty(), "asked of others: {strangers:#?}");
    }

    /// Errors in the console since the last call.
    pub fn complaints(&self) -> Vec<String> {
        let entries = self.session.log("browser").into_iter();
        let severe = entries.filter(|entry| entry["level"] == "SEVERE");
        severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Addresses of other servers that the browser has asked since the last call.
    pub fn requests_elsewhere(&self) -> Vec<String> {
        let own = [&format!("{}/", self.place.origin()), "data:", "blob:"];
        let entries = self.session.log("performance").into_iter();
        let messages = entries.filter_map(|entry| {
            serde_json::from_str::<Value>(entry["message"].as_str().unwrap_or_default()).ok()
        });
        messages
            .filter(|it| it["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|it| it["message"]["params"]["request"]["url"].as_str().map(str::to_owned))
            .filter(|address| !own.iter().any(|own| address.starts_with(*own)))
            .collect()
    }
}

fn to(place: &Value) -> Value {
    json!({ "type": "pointerMove", "x": place["x"], "y": place["y"], "duration": 50 })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

/// The middle of an element on the screen.
const MIDDLE: &str = "
    const box = document.querySelector(arguments[0]).getBoundingClientRect();
    return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };
";

/// Where a handle is taken hold of, and where that is brought for its edge to come to a point of the
/// screen: it stands below or above the line.
const WAY_OF_HANDLE: &str = "
    const handle = document.querySelector(arguments[0]);
    const box = handle.getBoundingClientRect();
    const line = parseFloat(handle.style.getPropertyValue('--line')) / 2;
    const edge = handle.matches('.is-first') ? box.bottom + line : box.top - line;
    const from = { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };
    const to = { x: arguments[1].x, y: Math.round(from.y + arguments[1].y - edge) };
    return { from, to };
";

/// Pastes text of a type into the page.
const PASTE: &str = "
    const data = new DataTransfer();
    data.setData(arguments[0], arguments[1]);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
";

/// Where words of the article begin and end on the screen, scrolled into view.
const ENDS_OF_WORDS: &str = "
    await document.fonts.ready;
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(arguments[0]);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + arguments[0].length);
        walker.currentNode.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        const lines = [...range.getClientRects()];
        const middle = line => Math.round((line.top + line.bottom) / 2);
        return {
            start: { x: Math.ceil(lines[0].left), y: middle(lines[0]) },
            end: { x: Math.floor(lines.at(-1).right), y: middle(lines.at(-1)) },
        };
    }
    throw new Error('these words are not in the article: ' + arguments[0]);
";
