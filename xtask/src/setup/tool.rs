//! The pinned tools: found in the cache or on the PATH, else downloaded, else compiled.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::{archive, on_path, step};
use crate::{cache, process, versions};

/// A program in one exact version.
pub(super) struct Tool {
    /// Its folder in the cache is `<name>-<version>`; for a crate, the crate's name.
    name: &'static str,
    program: &'static str,
    version: &'static str,
    why: &'static str,
    from: From,
}

/// Where it comes from when nobody has built it for this machine.
enum From {
    Crates,
    Npm,
}

const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: versions::WASM_BINDGEN,
    why: "it writes the JavaScript side of the wasm",
    from: From::Crates,
};
const TRUNK: Tool = Tool {
    name: "trunk",
    program: "trunk",
    version: versions::TRUNK,
    why: "it builds the page",
    from: From::Crates,
};
const WASM_OPT: Tool = Tool {
    name: "binaryen",
    program: "wasm-opt",
    version: versions::WASM_OPT,
    why: "it makes the wasm smaller",
    from: From::Npm,
};
const WASM_PACK: Tool = Tool {
    name: "wasm-pack",
    program: "wasm-pack",
    version: versions::WASM_PACK,
    why: "it runs the tests that live in a browser",
    from: From::Crates,
};

pub(super) const FOR_THE_PAGE: [Tool; 3] = [WASM_BINDGEN, WASM_OPT, TRUNK];
pub(super) const FOR_THE_TESTS: [Tool; 4] = [WASM_BINDGEN, WASM_OPT, TRUNK, WASM_PACK];

impl Tool {
    /// The folder of the program, where it is there or can be downloaded.
    pub(super) fn find_or_download(&self) -> Result<Option<PathBuf>> {
        let home = cache::tool(self.name, self.version)?;
        let ours = home.join("bin");
        if self.is_right(&ours.join(self.file())) {
            return Ok(Some(ours));
        }
        if let Some(theirs) = on_path(self.program) {
            if self.is_right(&theirs) {
                return Ok(theirs.parent().map(Path::to_owned));
            }
            let version = version_of(&theirs).unwrap_or_else(|_| "of no known version".to_owned());
            println!(
                "Found {} ({version}), which is not {}; using our own.",
                theirs.display(),
                self.version
            );
        }
        let Some((path, strip)) = self.release() else { return Ok(None) };
        let folder = if strip == 1 && self.has_bin_inside() { home.clone() } else { ours.clone() };
        if !archive::unpack(&path, strip, &folder)? || !self.is_right(&ours.join(self.file())) {
            return Ok(None);
        }
        println!("Downloaded {} {}: {}.", self.program, self.version, self.why);
        Ok(Some(ours))
    }

    /// Compiles it, or takes it from npm.
    pub(super) fn install(&self) -> Result<PathBuf> {
        let home = cache::tool(self.name, self.version)?;
        fs::create_dir_all(&home)?;
        step(&format!("{} {}", self.program, self.version), self.why, || match self.from {
            From::Crates => process::run(
                process::command("cargo")
                    .args(["install", "--quiet", "--locked", self.name, "--version", self.version])
                    .arg("--root")
                    .arg(&home),
            ),
            From::Npm => process::run(
                process::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
                    .args(["install", "--global", "--silent", "--no-audit", "--no-fund"])
                    .arg("--prefix")
                    .arg(&home)
                    .arg(format!("{}@{}.0.0", self.name, self.version)),
            ),
        })?;
        // On Windows npm puts its programs at the top.
        let folders = [home.join("bin"), home];
        match folders.into_iter().find(|folder| self.is_right(&folder.join(self.file()))) {
            Some(folder) => Ok(folder),
            None => bail!("{} {} was installed but does not run", self.program, self.version),
        }
    }

    pub(super) fn needs_npm(&self) -> bool {
        matches!(self.from, From::Npm)
    }

    fn file(&self) -> String {
        format!("{}{}", self.program, env::consts::EXE_SUFFIX)
    }

    fn has_bin_inside(&self) -> bool {
        matches!(self.from, From::Npm)
    }

    fn is_right(&self, program: &Path) -> bool {
        program.is_file()
            && version_of(program)
                .is_ok_and(|said| said.split_whitespace().any(|word| word == self.version))
    }

    /// The path of its release archive for this machine and how many folders stand above its files.
    fn release(&self) -> Option<(String, usize)> {
        let version = self.version;
        let (cpu, system) = (env::consts::ARCH, env::consts::OS);
        if !matches!(
            (cpu, system),
            ("x86_64", "linux" | "macos" | "windows") | ("aarch64", "linux" | "macos")
        ) {
            return None;
        }
        let triple = |linux: &str| match system {
            "linux" => format!("{cpu}-unknown-linux-{linux}"),
            "macos" => format!("{cpu}-apple-darwin"),
            _ => format!("{cpu}-pc-windows-msvc"),
        };
        let path = match self.program {
            "trunk" if system != "windows" => {
                return Some((
                    format!(
                        "trunk-rs/trunk/releases/download/v{version}/trunk-{}.tar.gz",
                        triple("gnu")
                    ),
                    0,
                ));
            }
            "wasm-bindgen" => format!(
                "wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{}.tar.gz",
                triple(if cpu == "aarch64" { "gnu" } else { "musl" })
            ),
            "wasm-pack" => format!(
                "wasm-bindgen/wasm-pack/releases/download/v{version}/wasm-pack-v{version}-{}.tar.gz",
                triple("musl")
            ),
            "wasm-opt" => {
                let cpu = if system == "macos" && cpu == "aarch64" { "arm64" } else { cpu };
                format!(
                    "WebAssembly/binaryen/releases/download/version_{version}/binaryen-version_{version}-{cpu}-{system}.tar.gz"
                )
            }
            _ => return None,
        };
        Some((path, 1))
    }
}

/// What the program says of itself, on one line.
fn version_of(program: &Path) -> Result<String> {
    let said = process::output(process::command(program).arg("--version"))?;
    Ok(said.lines().next().unwrap_or_default().to_owned())
}
