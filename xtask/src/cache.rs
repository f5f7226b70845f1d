//! The per-user cache, outside the checkout: a clean clone does not compile the tools again.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};

/// How long a server that could not be reached is left alone.
const FORGET: Duration = Duration::from_secs(24 * 60 * 60);

/// `~/.cache/galley` on Linux, `~/Library/Caches/galley` on macOS, `%LOCALAPPDATA%\galley` on
/// Windows; `XDG_CACHE_HOME` comes first everywhere.
pub(crate) fn folder() -> Result<PathBuf> {
    if let Some(cache) = var("XDG_CACHE_HOME") {
        return Ok(cache.join("galley"));
    }
    let base = if cfg!(windows) {
        var("LOCALAPPDATA")
    } else {
        let below = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
        var("HOME").map(|home| home.join(below))
    };
    Ok(base.context("no home folder to keep the tools in: set XDG_CACHE_HOME")?.join("galley"))
}

fn var(name: &str) -> Option<PathBuf> {
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Where one version of one tool lives.
pub(crate) fn tool(name: &str, version: &str) -> Result<PathBuf> {
    Ok(folder()?.join("tools").join(format!("{name}-{version}")))
}

/// Whether `server` was found out of reach within the last day.
pub(crate) fn is_out_of_reach(server: &str) -> bool {
    let Ok(note) = note(server) else { return false };
    let age = fs::metadata(note).and_then(|it| it.modified()).ok().and_then(|at| at.elapsed().ok());
    age.is_some_and(|age| age < FORGET)
}

/// Remembers that `server` is out of reach, so that nobody waits for it twice in a day.
pub(crate) fn remember_out_of_reach(server: &str) -> Result<()> {
    let note = note(server)?;
    fs::create_dir_all(folder()?.join("out-of-reach"))?;
    fs::write(note, "Remembered for a day; remove this file to try again.\n")?;
    Ok(())
}

fn note(server: &str) -> Result<PathBuf> {
    Ok(folder()?.join("out-of-reach").join(server))
}
