//! What needs no browser.

use anyhow::Result;

use super::count::Count;
use crate::process;
use crate::setup::{TARGET, Tools};

/// Workspaces of their own, which `--all` does not reach.
const APART: [&str; 4] = [
    "fuzz/Cargo.toml",
    "training/encoder/Cargo.toml",
    "training/pronouns/Cargo.toml",
    "training/tagger/Cargo.toml",
];

pub(super) fn formatting() -> Result<()> {
    process::run(process::command("cargo").args(["fmt", "--all", "--check"]))?;
    for manifest in APART {
        process::run(process::command("cargo").args([
            "fmt",
            "--check",
            "--manifest-path",
            manifest,
        ]))?;
    }
    Ok(())
}

/// Everything as this machine compiles it, and the browser's tests as the browser does.
pub(super) fn lints(tools: &Tools) -> Result<()> {
    clippy(&["--workspace", "--all-targets"])?;
    clippy(&["--package", "galley-engine", "--features", "training"])?;
    if tools.has_own_toolchain() {
        println!("The browser's tests are not linted: clippy's toolchain cannot build for it.");
        return Ok(());
    }
    clippy(&["--target", TARGET, "--tests"])
}

fn clippy(what: &[&str]) -> Result<()> {
    let mut cargo = process::command("cargo");
    process::run(cargo.args(["clippy", "--quiet"]).args(what).args(["--", "-D", "warnings"]))
}

/// Laws draw other cases at every run, but where a submission is judged: what passed a moment ago
/// passes there again.
pub(super) fn tests(count: &mut Count) -> Result<()> {
    let mut cargo = process::command("cargo");
    cargo.args(["test", "--quiet", "--workspace", "--no-fail-fast"]);
    if process::judged() {
        cargo.env("PROPTEST_RNG_SEED", "1");
    }
    process::run_reading(&mut cargo, |line| count.read(line))
}
