//! What needs no browser.

use anyhow::Result;

use super::count::Count;
use crate::process;

pub(super) fn formatting(_: &mut Count) -> Result<()> {
    process::run(process::command("cargo").args(["fmt", "--all", "--check"]))
}

pub(super) fn lints(_: &mut Count) -> Result<()> {
    process::run(process::command("cargo").args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

pub(super) fn tests(count: &mut Count) -> Result<()> {
    let mut cargo = process::command("cargo");
    cargo.args(["test", "--quiet", "--workspace", "--no-fail-fast"]);
    process::run_reading(&mut cargo, |line| count.read(line))
}
