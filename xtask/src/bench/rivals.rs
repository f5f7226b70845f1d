//! [`race`]: the engine in Chromium beside compromise and wink-nlp, in one page and one run, and
//! how soon the page has marked an article that it keeps.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::article;
use crate::process;
use crate::serve::Kept;
use crate::setup::{self, Need};
use crate::site;
use crate::test::browser::Walk;

/// Installs the rivals from npm, pinned in `xtask/rivals/package.json`, and times all of them.
pub(super) fn race() -> Result<()> {
    let tools = setup::set_up(Need::Tests)?;
    site::build_if_older()?;
    let root = process::root();
    let (made, own) = (root.join("target/bench"), root.join("xtask/rivals"));
    let site = made.join("site");
    let speed = site.join("speed");
    if site.is_dir() {
        fs::remove_dir_all(&site)?;
    }
    copy(&root.join("dist"), &site)?;
    copy(&own, &made.join("rivals"))?;
    copy(&own, &speed)?;
    let quiet = ["install", "--silent", "--no-audit", "--no-fund", "--prefix"];
    process::run(process::command("npm").args(quiet).arg(made.join("rivals")))?;
    let mut esbuild = process::command(made.join("rivals/node_modules/.bin/esbuild"));
    esbuild.args(["compromise.js", "wink.js"].map(|name| made.join("rivals").join(name)));
    esbuild.args(["--bundle", "--minify", "--log-level=warning", "--allow-overwrite"]);
    process::run(esbuild.arg(format!("--outdir={}", speed.display())))?;
    let article = Some(article::written()?);
    let walk = Walk { tests: &["speed"], folder: site, kept: Kept::AnHour, article, axe: None };
    walk.run(tools.browser()?, |_| {})
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
