//! Builds the page: `dist/` is all that a host has to serve.

use std::time::Instant;

use anyhow::Result;

use crate::process;
use crate::setup::{self, Need, Tools};

/// `cargo xtask build`.
pub(crate) fn run() -> Result<()> {
    build(&setup::set_up(Need::Page)?)
}

/// Builds the release page into `dist/`.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    let started = Instant::now();
    // What trunk would download is on the PATH already. An empty NO_COLOR, which some shells set,
    // is no value that trunk understands.
    process::run(tools.command("trunk").env_remove("NO_COLOR").args([
        "--log",
        "warn",
        "build",
        "--release",
        "--offline",
    ]))?;
    println!("Built dist/ in {} s.", started.elapsed().as_secs());
    Ok(())
}
