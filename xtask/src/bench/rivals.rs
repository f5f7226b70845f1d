//! [`served`]: the page beside what its speed is compared with, and [`race`]: the engine in Chromium
//! beside compromise and wink-nlp, in one page and one run, and how soon the page has marked an article
//! that it keeps.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::article;
use crate::process;
use crate::serve::Kept;
use crate::setup::{self, Need, Tools};
use crate::site;
use crate::test::browser::Walk;

/// What is to be served, and the tools to look at it.
pub(super) struct Served {
    tools: Tools,
    folder: PathBuf,
}

impl Served {
    /// Runs tests of `tests/e2e` on it, about a thousand words of news.
    pub(super) fn walk(&self, tests: &[&str]) -> Result<()> {
        let (folder, article) = (self.folder.clone(), Some(article::written()?));
        let walk = Walk { tests, folder, kept: Kept::AnHour, article, axe: None };
        walk.run(self.tools.browser()?, |_| {})
    }
}

/// Times the engine and its rivals.
pub(super) fn race(rivals: &Served) -> Result<()> {
    rivals.walk(&["speed"])
}

/// Installs the rivals from npm, pinned in `xtask/rivals/package.json`, and puts them beside the page.
pub(super) fn served() -> Result<Served> {
    let tools = setup::set_up(Need::Tests)?;
    site::build_if_older()?;
    let root = process::root();
    let (made, own) = (root.join("target/bench"), root.join("xtask/rivals"));
    let folder = made.join("site");
    let speed = folder.join("speed");
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    copy(&root.join("dist"), &folder)?;
    copy(&own, &made.join("rivals"))?;
    copy(&own, &speed)?;
    let quiet = ["install", "--silent", "--no-audit", "--no-fund", "--prefix"];
    process::run(process::command("npm").args(quiet).arg(made.join("rivals")))?;
    let mut esbuild = process::command(made.join("rivals/node_modules/.bin/esbuild"));
    let bundled = ["compromise.js", "wink.js", "recogito.js"];
    esbuild.args(bundled.map(|name| made.join("rivals").join(name)));
    esbuild.args(["--bundle", "--minify", "--log-level=warning", "--allow-overwrite"]);
    process::run(esbuild.arg(format!("--outdir={}", speed.display())))?;
    Ok(Served { tools, folder })
}

/// A folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
