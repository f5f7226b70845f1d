//! A session with a browser, as WebDriver has it (<https://www.w3.org/TR/webdriver2/>): every
//! command is JSON posted to a path, every answer a JSON `value`.

use serde_json::{Value, json};
use ureq::http::Response;
use ureq::{Agent, Body};

/// The browser's arguments; wasm-pack's tests read them from the same file.
const CHROME: &str = include_str!("../../../webdriver.json");

pub(crate) struct Session {
    agent: Agent,
    address: String,
}

impl Session {
    /// Starts a browser through the `driver` at an address, with the program `chrome` if named.
    pub(crate) fn start(driver: &str, chrome: Option<&str>) -> Self {
        let mut wanted: Value = serde_json::from_str(CHROME).expect("webdriver.json is JSON");
        wanted["timeouts"] = json!({ "pageLoad": 30_000, "script": 30_000 });
        wanted["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
        if let Some(chrome) = chrome {
            wanted["goog:chromeOptions"]["binary"] = chrome.into();
        }
        let agent: Agent = Agent::config_builder().http_status_as_error(false).build().into();
        let capabilities = json!({ "capabilities": { "alwaysMatch": wanted } });
        let value = post(&agent, &format!("{driver}/session"), &capabilities);
        let id = value["sessionId"].as_str().expect("the driver names its session");
        Self { address: format!("{driver}/session/{id}"), agent }
    }

    /// Sends a command and gives its value. Panics with the driver's words when it is refused.
    pub(crate) fn ask(&self, path: &str, body: &Value) -> Value {
        post(&self.agent, &format!("{}/{path}", self.address), body)
    }

    /// Asks for a value. Panics with the driver's words when it is refused.
    pub(crate) fn get(&self, path: &str) -> Value {
        let address = format!("{}/{path}", self.address);
        value(&address, self.agent.get(&address).call().expect("the driver answers"))
    }

    /// Runs the body of an asynchronous function in the page and gives what it returns.
    pub(crate) fn script(&self, body: &str, arguments: &[Value]) -> Value {
        let script = format!("return (async function () {{ {body} }}).apply(null, arguments)");
        self.ask("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// A command of Chrome's own protocol.
    pub(crate) fn chrome(&self, command: &str, parameters: &Value) -> Value {
        self.ask("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// What has been logged since the last call: `browser` is the console, `performance` the
    /// network.
    pub(crate) fn log(&self, kind: &str) -> Vec<Value> {
        match self.ask("se/log", &json!({ "type": kind })) {
            Value::Array(entries) => entries,
            _ => Vec::new(),
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A driver that has ended has ended its browser too.
        let _ = self.agent.delete(&self.address).call();
    }
}

fn post(agent: &Agent, address: &str, body: &Value) -> Value {
    value(address, agent.post(address).send_json(body).expect("the driver answers"))
}

fn value(address: &str, mut response: Response<Body>) -> Value {
    let mut answer: Value = response.body_mut().read_json().expect("the driver answers in JSON");
    let value = answer["value"].take();
    assert!(response.status().is_success(), "{address} was refused: {}", value["message"]);
    value
}
