//! Builds the page: `dist/` is all that a host has to serve.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use anyhow::Result;

use crate::process;
use crate::setup::{self, Need, Tools};

/// What the page is made of.
const SOURCES: [&str; 7] =
    ["Cargo.lock", "Cargo.toml", "Trunk.toml", "crates", "index.html", "src", "static"];

/// `cargo xtask build`.
pub(crate) fn run() -> Result<()> {
    build(&setup::set_up(Need::Page)?)
}

/// Builds the release page into `dist/`, unless it is there and newer than all that it is made of.
pub(crate) fn build_if_older() -> Result<()> {
    let started = Instant::now();
    if !is_newest() {
        return run();
    }
    println!(
        "dist/ is as new as its sources: not built again ({} ms).",
        started.elapsed().as_millis()
    );
    Ok(())
}

/// Builds the release page into `dist/`.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    let (began, started) = (SystemTime::now(), Instant::now());
    // What trunk would download is on the PATH already. An empty NO_COLOR, which some shells set,
    // is no value that trunk understands.
    process::run(tools.command("trunk").env_remove("NO_COLOR").args([
        "--log",
        "warn",
        "build",
        "--release",
        "--offline",
    ]))?;
    let (page, stamp) = page_and_stamp();
    fs::create_dir_all(process::root().join("target"))?;
    fs::copy(page, &stamp)?;
    // What is saved while the page is built may not be in it.
    File::options().write(true).open(&stamp)?.set_modified(began)?;
    println!("Built dist/ in {} s.", started.elapsed().as_secs());
    Ok(())
}

/// Whether `dist/` is our last build, and no source has been saved since it began.
///
/// The page names its build, so a `dist/` that trunk has made by hand since is another one.
fn is_newest() -> bool {
    let (page, stamp) = page_and_stamp();
    let (Ok(page), Ok(built)) = (fs::read(page), fs::read(&stamp)) else { return false };
    let Some(built_at) = saved_at(&stamp) else { return false };
    let root = process::root();
    let sources = SOURCES.into_iter().chain(["xtask/src/policy.rs"]);
    page == built && sources.map(|name| root.join(name)).all(|it| is_older(&it, built_at))
}

/// The page, and the copy of it that our last build has left.
fn page_and_stamp() -> (PathBuf, PathBuf) {
    let root = process::root();
    (root.join("dist/index.html"), root.join("target/built-page.html"))
}

/// Whether a file, or a folder with all that is in it, was last saved before `moment`.
fn is_older(path: &Path, moment: SystemTime) -> bool {
    let is_itself = saved_at(path).is_some_and(|saved| saved < moment);
    let Ok(mut entries) = fs::read_dir(path) else { return is_itself };
    // A folder is saved anew when a file in it comes or goes.
    is_itself && entries.all(|entry| entry.is_ok_and(|it| is_older(&it.path(), moment)))
}

fn saved_at(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|it| it.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_as_new_as_the_newest_thing_in_it() {
        let folder = std::env::temp_dir().join(format!("galley-{}", std::process::id()));
        let inner = folder.join("a/b");
        fs::create_dir_all(&inner).unwrap();
        let after = SystemTime::now() + std::time::Duration::from_secs(60);
        assert!(is_older(&folder, after));
        let file = File::create(inner.join("late.rs")).unwrap();
        file.set_modified(after).unwrap();
        assert!(!is_older(&folder, after));
        fs::remove_dir_all(&folder).unwrap();
        assert!(!is_older(&folder, after), "what is not there cannot be vouched for");
    }
}
