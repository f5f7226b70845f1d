//! Installs what is missing, and says what, why and how long it took.
//!
//! Everything lives in the per-user cache or comes from the system's own package manager; what is
//! there already costs a look and no word. [`Tools`] is the result: commands that find it all.

mod archive;
mod browser;
mod debian;
mod debian_rust;
mod tool;
mod wasm_library;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

pub(crate) use browser::Browser;
use debian::Packages;
pub(crate) use wasm_library::TARGET;

use crate::process;

/// What the tools are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Building the page.
    Page,
    /// Building it and running every test.
    Tests,
}

/// Where the tools are.
pub(crate) struct Tools {
    /// The folders of the pinned tools.
    folders: Vec<PathBuf>,
    /// The rustup toolchain that can build for the browser, where it is not the default one.
    toolchain: Option<&'static str>,
    /// The browser and its driver, when the tests need them.
    browser: Option<Browser>,
}

impl Tools {
    /// A command that builds for the browser.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = process::command(program);
        command.env("PATH", self.path());
        if let Some(toolchain) = self.toolchain {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        command
    }

    /// Whether another toolchain than the default one builds for the browser. It has no clippy.
    pub(crate) fn has_own_toolchain(&self) -> bool {
        self.toolchain.is_some()
    }

    /// The browser and its driver.
    pub(crate) fn browser(&self) -> Result<&Browser> {
        self.browser.as_ref().context("the browser was not asked for")
    }

    /// The PATH on which the pinned tools come before any other.
    fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned().chain(env::split_paths(&inherited));
        // A folder with the separator in its name cannot be on a PATH.
        env::join_paths(folders).unwrap_or(inherited)
    }

    /// What to type to use the tools by hand.
    fn by_hand(&self) -> String {
        let folders = env::join_paths(&self.folders).unwrap_or_default();
        let mut text = format!("export PATH=\"{}:$PATH\"\n", folders.to_string_lossy());
        if let Some(toolchain) = self.toolchain {
            text += &format!("export RUSTUP_TOOLCHAIN={toolchain}\n");
        }
        text
    }
}

/// `cargo xtask setup`: everything, for every command.
pub(crate) fn run() -> Result<()> {
    let tools = set_up(Need::Tests)?;
    println!("Everything is there. To use the tools by hand:\n{}", tools.by_hand());
    Ok(())
}

/// Installs what `need` lacks.
pub(crate) fn set_up(need: Need) -> Result<Tools> {
    let started = Instant::now();
    let mut packages = Packages::default();
    let mut toolchain = wasm_library::find_or_add()?;
    if toolchain.is_none() && !debian_rust::is_there() {
        packages.want(debian_rust::PACKAGES, debian_rust::WHY);
    }
    if need == Need::Tests && Browser::find().is_none() {
        ensure!(is_on_path("apt-get"), browser::HOW);
        packages.want(browser::PACKAGES, browser::WHY);
    }
    if need == Need::Tests && !is_on_path("c++") && !cfg!(windows) {
        packages.want(&["g++"], "the fuzzer's own library is C++");
    }
    let tools: &[tool::Tool] = match need {
        Need::Page => &tool::FOR_THE_PAGE,
        Need::Tests => &tool::FOR_THE_TESTS,
    };
    let mut missing = Vec::new();
    let mut folders = Vec::new();
    for tool in tools {
        match tool.find_or_download()? {
            Some(folder) => folders.push(folder),
            None => missing.push(tool),
        }
    }
    if missing.iter().any(|tool| tool.needs_npm()) && !is_on_path(tool::NPM) {
        packages.want(&["nodejs", "npm"], "wasm-opt comes as an npm package");
    }
    packages.install()?;
    if toolchain.is_none() {
        toolchain = Some(wasm_library::build_from_sources()?);
    }
    for tool in missing {
        folders.push(tool.install()?);
    }
    let browser = match need {
        Need::Page => None,
        Need::Tests => Some(Browser::find().context(browser::HOW)?),
    };
    if started.elapsed().as_secs() > 2 {
        println!("Set up in {} s.", started.elapsed().as_secs());
    }
    Ok(Tools { folders, toolchain: toolchain.flatten(), browser })
}

/// Says what is installed and why, does it, and says how long it took.
fn step<T>(what: &str, why: &str, install: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("Installing {what}: {why}.");
    let started = Instant::now();
    let done = install().with_context(|| format!("could not install {what}"))?;
    println!("  {what}: done in {} s.", started.elapsed().as_secs());
    Ok(done)
}

/// The first program of that name on the user's PATH; a name without an ending gets the system's.
fn on_path(program: &str) -> Option<PathBuf> {
    let ending = if program.contains('.') { "" } else { env::consts::EXE_SUFFIX };
    let file = format!("{program}{ending}");
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|program| program.is_file())
}

fn is_on_path(program: &str) -> bool {
    on_path(program).is_some()
}
