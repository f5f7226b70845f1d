//! A toolchain for the browser out of Debian's own rustc and the sources that come with it.
//!
//! It stands in the per-user cache and needs no root: a sysroot that borrows all of the system's
//! and holds, as its own, the library for wasm32 and the linker that rustup brought.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::wasm_library::TARGET;
use crate::{cache, process};

/// Debian's packages of rustc, cargo and the library's sources.
pub(super) const PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src"];
pub(super) const WHY: &str = "Rust's library for the browser is built from Debian's sources, \
                              because rustup's server cannot be reached";
const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
/// The least minor version of Rust 1, as the manifest's `rust-version` has it: Debian's ordinary
/// rustc is older.
const LEAST: u32 = 95;

/// Whether Debian's rustc, cargo and the sources are there, and new enough.
pub(super) fn is_there() -> bool {
    let minor = |program| {
        let said = process::output(Command::new(program).arg("--version")).ok()?;
        said.split_once(" 1.")?.1.split('.').next()?.parse::<u32>().ok()
    };
    let is_new = |program| minor(program).is_some_and(|minor| minor >= LEAST);
    is_new(RUSTC)
        && is_new(CARGO)
        && sysroot().is_ok_and(|it| it.join("lib/rustlib/src/rust/library/std").is_dir())
}

/// Makes the sysroot anew and gives its folder, which rustup can link as a toolchain.
pub(super) fn make() -> Result<PathBuf> {
    let home = empty("wasm-toolchain")?;
    let (bin, ours) = (home.join("bin"), home.join("lib/rustlib"));
    let theirs = sysroot()?.join("lib/rustlib");
    let host = host()?;
    compile(&ours.join(TARGET).join("lib"))?;
    link(&theirs.join(&host).join("lib"), &ours.join(&host).join("lib"))?;
    link(&linker(&host)?, &ours.join(&host).join("bin/rust-lld"))?;
    link(Path::new(CARGO), &bin.join("cargo"))?;
    // By itself rustc takes the sysroot that its own library lies in.
    let rustc = bin.join("rustc");
    fs::write(&rustc, format!("#!/bin/sh\nexec {RUSTC} --sysroot '{}' \"$@\"\n", home.display()))?;
    process::run(Command::new("chmod").arg("+x").arg(&rustc))?;
    Ok(home)
}

/// Compiles the library in an empty crate and puts it, and nothing else, into `folder`.
fn compile(folder: &Path) -> Result<()> {
    let empty = empty("wasm-library")?;
    fs::create_dir_all(empty.join("src"))?;
    fs::write(empty.join("src/lib.rs"), "")?;
    fs::write(
        empty.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n",
    )?;
    // Without bitcode in it a later link with `lto = true` fails.
    process::run(
        Command::new(CARGO)
            .current_dir(&empty)
            .env_remove("RUSTUP_TOOLCHAIN")
            .env("RUSTC", RUSTC)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Cembed-bitcode=yes")
            .env("CARGO_TARGET_DIR", empty.join("target"))
            .env("__CARGO_DEFAULT_LIB_METADATA", "std")
            .args(["build", "--quiet", "--release", "--target", TARGET])
            .arg("-Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test"),
    )?;
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(empty.join("target").join(TARGET).join("release/deps"))? {
        let file = entry?.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_library = name.ends_with(".rlib") || name.ends_with(".rmeta");
        if is_library && !name.starts_with("libempty-") {
            fs::copy(&file, folder.join(&name))?;
        }
    }
    fs::remove_dir_all(&empty)?;
    Ok(())
}

/// An empty folder of the cache.
fn empty(name: &str) -> Result<PathBuf> {
    let folder = cache::folder()?.join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Where Debian's rustc keeps its libraries.
fn sysroot() -> Result<PathBuf> {
    process::output(Command::new(RUSTC).args(["--print", "sysroot"])).map(PathBuf::from)
}

/// This machine, as Debian's rustc calls it.
fn host() -> Result<String> {
    let said = process::output(Command::new(RUSTC).arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).context("no host")?;
    Ok(host.to_owned())
}

/// The linker of wasm in rustup's toolchain: Debian has it in a package of another version.
fn linker(host: &str) -> Result<PathBuf> {
    let sysroot = process::output(process::command("rustc").args(["--print", "sysroot"]))?;
    let linker = Path::new(&sysroot).join("lib/rustlib").join(host).join("bin/rust-lld");
    ensure!(linker.is_file(), "rustup's toolchain has no {}", linker.display());
    Ok(linker)
}

fn link(original: &Path, link: &Path) -> Result<()> {
    if let Some(folder) = link.parent() {
        fs::create_dir_all(folder)?;
    }
    process::run(Command::new("ln").arg("-s").arg(original).arg(link))
}
