//! Rust's standard library for the browser.
//!
//! rustup brings it. Where rustup's server cannot be reached, Debian's own rustc and the sources
//! that come with it do: the library is compiled once and the pair becomes the rustup toolchain
//! `galley-wasm`. (A library only serves the exact rustc that built it.)

use std::fs;
use std::time::Duration;

use anyhow::{Result, bail};

use super::{debian_rust, is_on_path, step};
use crate::{cache, process};

/// The browser, as Rust calls it.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
const TOOLCHAIN: &str = "galley-wasm";
const SERVER: &str = "rustup";

/// The toolchain that builds for the browser (`Some(None)`: the default one), after rustup had
/// its chance to bring the library.
pub(super) fn find_or_add() -> Result<Option<Option<&'static str>>> {
    if works(None)? {
        return Ok(Some(None));
    }
    if !is_on_path("rustup") {
        bail!(
            "rustc cannot build for {TARGET}, and rustup is not there to mend that: https://rustup.rs"
        );
    }
    if works(Some(TOOLCHAIN))? {
        return Ok(Some(Some(TOOLCHAIN)));
    }
    if cache::is_out_of_reach(SERVER) {
        return Ok(None);
    }
    let added = step(&format!("the {TARGET} library"), "the page is built for it", || {
        let limit = Duration::from_secs(180);
        process::run_within(limit, process::command("rustup").args(["target", "add", TARGET]))
    });
    if added.is_ok() && works(None)? {
        return Ok(Some(None));
    }
    println!("  rustup could not bring it; not asking again for a day.");
    cache::remember_out_of_reach(SERVER)?;
    Ok(None)
}

/// Builds the library with Debian's rustc and links both as a toolchain.
pub(super) fn build_from_sources() -> Result<Option<&'static str>> {
    step(&format!("the {TARGET} library for Debian's rustc"), "the page is built for it", || {
        let sysroot = debian_rust::make()?;
        process::run(
            process::command("rustup").args(["toolchain", "link", TOOLCHAIN]).arg(&sysroot),
        )
    })?;
    if !works(Some(TOOLCHAIN))? {
        bail!("the toolchain {TOOLCHAIN} was made but does not build for {TARGET}");
    }
    println!("  Builds made with an older library are stale: remove their target folder.");
    Ok(Some(TOOLCHAIN))
}

/// Whether a program that says nothing can be compiled and linked for the browser.
fn works(toolchain: Option<&str>) -> Result<bool> {
    let folder = cache::folder()?.join("probe");
    fs::create_dir_all(&folder)?;
    let source = folder.join("probe.rs");
    fs::write(&source, "fn main() {}\n")?;
    let mut rustc = process::command("rustc");
    if let Some(toolchain) = toolchain {
        rustc.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    rustc.args(["--target", TARGET, "-o"]).arg(folder.join("probe.wasm")).arg(&source);
    Ok(process::output(&mut rustc).is_ok())
}
