//! What runs in Chrome.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use super::axe;
use super::count::Count;
use crate::process;
use crate::serve::{self, Kept};
use crate::setup::{Browser, Tools};

/// Where the page is served for the tests: it must work from any folder of a host.
const BELOW: &str = "/some/path/";

/// The package's own tests for the browser: `tests/*.rs`, by wasm-pack.
pub(super) fn crates(tools: &Tools, count: &mut Count) -> Result<()> {
    let browser = tools.browser()?;
    let mut wasm_pack = tools.command("wasm-pack");
    wasm_pack
        .args(["test", "--headless", "--chrome", "--chromedriver"])
        .arg(&browser.driver)
        .args(["--mode", "no-install"])
        // The runner's own 20 seconds are for all tests together, and too few on a busy machine.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(browser)?);
    process::run_reading(&mut wasm_pack, |line| count.read(line))
}

/// `webdriver.json` with our browser in it, which need not be the one that the driver would find.
fn capabilities(browser: &Browser) -> Result<PathBuf> {
    let (given, named) = ("webdriver.json", "target/webdriver.json");
    let mut json: Value = serde_json::from_slice(&fs::read(process::root().join(given))?)?;
    json["goog:chromeOptions"]["binary"] = browser.chrome.to_string_lossy().into();
    let file = process::root().join(named);
    fs::create_dir_all(process::root().join("target"))?;
    fs::write(&file, json.to_string())?;
    Ok(file)
}

/// A reader with the built page: `tests/e2e`.
pub(super) fn page(tools: &Tools, count: &mut Count) -> Result<()> {
    let mut walk = Walk::on_the_page(&[
        "page",
        "reading",
        "correcting",
        "many",
        "lines",
        "hands",
        "keyboard",
        "margins",
        "lists",
        "strange",
        "states",
        "looks",
        "pictures",
        "equal",
    ]);
    walk.axe = axe::script();
    walk.run(tools.browser()?, |line| count.read(line))
}

/// Tests of `tests/e2e`, and what they are run on.
pub(crate) struct Walk<'w> {
    /// Their names.
    pub(crate) tests: &'w [&'w str],
    /// What is served.
    pub(crate) folder: PathBuf,
    /// How long the browser keeps it.
    pub(crate) kept: Kept,
    /// The article that the tests are about, if they are about one.
    pub(crate) article: Option<PathBuf>,
    /// Where axe-core is, for those that use it.
    pub(crate) axe: Option<PathBuf>,
}

impl<'w> Walk<'w> {
    /// These tests on `dist/`.
    pub(crate) fn on_the_page(tests: &'w [&'w str]) -> Self {
        Self {
            tests,
            folder: process::root().join("dist"),
            kept: Kept::Never,
            article: None,
            axe: None,
        }
    }

    /// Runs them; each line of their output is shown and given on.
    pub(crate) fn run(self, browser: &Browser, each: impl FnMut(&str)) -> Result<()> {
        let page = serve::in_background(self.folder, BELOW, self.kept)?;
        let driver = Driver::start(browser)?;
        let mut cargo = process::command("cargo");
        cargo
            .args(["test", "--quiet", "--no-fail-fast", "--package", "galley-e2e"])
            .args(self.tests.iter().flat_map(|test| ["--test", test]))
            .env("GALLEY_PAGE", page)
            .env("GALLEY_WEBDRIVER", &driver.address)
            .env("GALLEY_CHROME", &browser.chrome);
        cargo.arg("--");
        match self.axe {
            Some(axe) => cargo.env("GALLEY_AXE", axe),
            // It was said that it is not to be had, and the run fails without it.
            None => cargo.args(["--skip", "axe_finds_nothing"]),
        };
        if let Some(article) = self.article {
            cargo.env("GALLEY_ARTICLE", article).arg("--nocapture");
        }
        process::run_reading(&mut cargo, each)
    }
}

/// A running chromedriver; ended when dropped.
struct Driver {
    child: Child,
    address: String,
}

impl Driver {
    /// Starts it on a free port, which it names once it is ready.
    fn start(browser: &Browser) -> Result<Self> {
        let mut child = process::command(&browser.driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {}", browser.driver.display()))?;
        let stdout = child.stdout.take().context("no standard output")?;
        let (sender, ports) = mpsc::channel();
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if let Some(port) = port(&line) {
                    // Nobody waits any more when the limit below has passed.
                    let _ = sender.send(port);
                }
            }
        });
        let mut driver = Self { child, address: String::new() };
        let port = ports.recv_timeout(Duration::from_secs(30)).context("chromedriver is silent")?;
        driver.address = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        process::end(&mut self.child);
    }
}

/// The port in "ChromeDriver was started successfully on port 40001."
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_the_line_that_says_the_driver_is_ready() {
        assert_eq!(port("ChromeDriver was started successfully on port 40001."), Some(40001));
        assert_eq!(port("Starting ChromeDriver 150.0 on port 0"), None);
    }
}
