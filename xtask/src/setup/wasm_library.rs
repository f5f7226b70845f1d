//! Rust's standard library for the browser.
//!
//! rustup brings it. Where rustup's server cannot be reached, Debian's own rustc and the sources
//! that come with it do: the library is compiled once and the pair becomes the rustup toolchain
//! `galley-wasm`. (A library only serves the exact rustc that built it.)

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::debian::is_root;
use super::{is_on_path, step};
use crate::{cache, process};

/// Debian's packages of rustc, cargo and the library's sources.
pub(super) const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];
pub(super) const WHY: &str = "Rust's library for the browser is built from Debian's sources, \
                              because rustup's server cannot be reached";
const TARGET: &str = "wasm32-unknown-unknown";
const TOOLCHAIN: &str = "galley-wasm";
const SERVER: &str = "rustup";
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";

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
    if works(Some(TOOLCHAIN))? {
        return Ok(Some(TOOLCHAIN));
    }
    step(&format!("the {TARGET} library for Debian's rustc"), "the page is built for it", || {
        let built = compile()?;
        let sysroot =
            PathBuf::from(process::output(Command::new(RUSTC).args(["--print", "sysroot"]))?);
        let rustlib = sysroot.join("lib/rustlib");
        let library = rustlib.join(TARGET).join("lib");
        let (ours, theirs) = linkers(&rustlib)?;
        if !is_root()? {
            bail!(
                "putting it beside Debian's rustc needs root. Run these, then this again:\n  \
                 sudo mkdir -p {library} {bin}\n  sudo cp {built}/* {library}/\n  \
                 sudo ln -sf {theirs} {ours}",
                library = library.display(),
                bin = ours.parent().unwrap_or(Path::new("/")).display(),
                built = built.display(),
                theirs = theirs.display(),
                ours = ours.display(),
            );
        }
        replace(&built, &library)?;
        link(&theirs, &ours)?;
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

/// Compiles the library in an empty crate and gives the folder that holds it, and nothing else.
fn compile() -> Result<PathBuf> {
    let folder = cache::folder()?.join("wasm-library");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    // Without bitcode in it a later link with `lto = true` fails.
    process::run(
        Command::new(CARGO)
            .current_dir(&folder)
            .env_remove("RUSTUP_TOOLCHAIN")
            .env("RUSTC", RUSTC)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .env("__CARGO_DEFAULT_LIB_METADATA", "std")
            .args(["build", "--quiet", "--release", "--target", TARGET])
            .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test"),
    )?;
    let library = folder.join("library");
    fs::create_dir_all(&library)?;
    for entry in fs::read_dir(folder.join("target").join(TARGET).join("release/deps"))? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_library = name.ends_with(".rlib") || name.ends_with(".rmeta");
        if is_library && !name.starts_with("libempty-") {
            fs::copy(&file, library.join(&name))?;
        }
    }
    Ok(library)
}

/// Where Debian's rustc looks for the linker of wasm, and where rustup keeps one.
fn linkers(rustlib: &Path) -> Result<(PathBuf, PathBuf)> {
    let said = process::output(Command::new(RUSTC).arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).context("no host")?;
    let theirs = process::output(process::command("rustc").args(["--print", "sysroot"]))?;
    let theirs = Path::new(&theirs).join("lib/rustlib").join(host).join("bin/rust-lld");
    if !theirs.is_file() {
        bail!("rustup's toolchain has no {}", theirs.display());
    }
    Ok((rustlib.join(host).join("bin/rust-lld"), theirs))
}

fn replace(built: &Path, library: &Path) -> Result<()> {
    if library.exists() {
        fs::remove_dir_all(library)?;
    }
    fs::create_dir_all(library)?;
    for entry in fs::read_dir(built)? {
        let entry = entry?;
        fs::copy(entry.path(), library.join(entry.file_name()))?;
    }
    Ok(())
}

fn link(original: &Path, link: &Path) -> Result<()> {
    if let Some(folder) = link.parent() {
        fs::create_dir_all(folder)?;
    }
    if link.symlink_metadata().is_ok() {
        fs::remove_file(link)?;
    }
    process::run(Command::new("ln").arg("-s").arg(original).arg(link))
}
