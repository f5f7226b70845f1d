//! The pinned tools: found in the cache or on the PATH, else downloaded, else compiled.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

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
    release: Release,
}

/// Where it comes from when nobody has built it for this machine.
enum From {
    Crates,
    Npm,
}

/// npm by the name of its file.
pub(super) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Its archive on GitHub.
struct Release {
    /// With `{version}` and `{host}` to be filled in.
    path: &'static str,
    /// What stands for this machine in the path.
    host: fn(cpu: &str, system: &str) -> String,
    /// How many folders stand above the archive's files.
    strip: usize,
    /// The folder of the tool's home that its files go to.
    into: &'static str,
}

const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: versions::WASM_BINDGEN,
    why: "it writes the JavaScript side of the wasm",
    from: From::Crates,
    release: Release {
        path: "wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{host}.tar.gz",
        host: |cpu, system| triple(cpu, system, if cpu == "aarch64" { "gnu" } else { "musl" }),
        strip: 1,
        into: "bin",
    },
};
const TRUNK: Tool = Tool {
    name: "trunk",
    program: "trunk",
    version: versions::TRUNK,
    why: "it builds the page",
    from: From::Crates,
    release: Release {
        path: if cfg!(windows) {
            "trunk-rs/trunk/releases/download/v{version}/trunk-{host}.zip"
        } else {
            "trunk-rs/trunk/releases/download/v{version}/trunk-{host}.tar.gz"
        },
        host: |cpu, system| triple(cpu, system, "gnu"),
        strip: 0,
        into: "bin",
    },
};
const WASM_OPT: Tool = Tool {
    name: "binaryen",
    program: "wasm-opt",
    version: versions::WASM_OPT,
    why: "it makes the wasm smaller",
    from: From::Npm,
    release: Release {
        path: "WebAssembly/binaryen/releases/download/version_{version}/binaryen-version_{version}-{host}.tar.gz",
        host: |cpu, system| match (cpu, system) {
            ("aarch64", "macos") => "arm64-macos".to_owned(),
            _ => format!("{cpu}-{system}"),
        },
        strip: 1,
        into: "",
    },
};
const WASM_PACK: Tool = Tool {
    name: "wasm-pack",
    program: "wasm-pack",
    version: versions::WASM_PACK,
    why: "it runs the tests that live in a browser",
    from: From::Crates,
    release: Release {
        path: "wasm-bindgen/wasm-pack/releases/download/v{version}/wasm-pack-v{version}-{host}.tar.gz",
        host: |cpu, system| triple(cpu, system, "musl"),
        strip: 1,
        into: "bin",
    },
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
        Ok(self.download(&home)?.then_some(ours))
    }

    /// Whether the network had an archive for this machine, whose program runs.
    fn download(&self, home: &Path) -> Result<bool> {
        let started = Instant::now();
        println!("Looking for an archive of {} {}: {}.", self.program, self.version, self.why);
        let Release { path, host, strip, into } = self.release;
        let path = path.replace("{version}", self.version);
        let path = path.replace("{host}", &host(env::consts::ARCH, env::consts::OS));
        let is_there = archive::unpack(&path, strip, &home.join(into))?
            && self.is_right(&home.join("bin").join(self.file()));
        let outcome = match (is_there, &self.from) {
            (true, _) => "downloaded",
            (false, From::Crates) => "none that runs here; it will be compiled",
            (false, From::Npm) => "none that runs here; it will come from npm",
        };
        println!("  {}: {outcome} ({} s).", self.program, started.elapsed().as_secs());
        Ok(is_there)
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
                process::command(NPM)
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

    fn is_right(&self, program: &Path) -> bool {
        program.is_file()
            && version_of(program)
                .is_ok_and(|said| said.split_whitespace().any(|word| word == self.version))
    }
}

/// The machine as Rust calls it.
fn triple(cpu: &str, system: &str, libc: &str) -> String {
    match system {
        "linux" => format!("{cpu}-unknown-linux-{libc}"),
        "macos" => format!("{cpu}-apple-darwin"),
        _ => format!("{cpu}-pc-{system}-msvc"),
    }
}

/// What the program says of itself, on one line.
fn version_of(program: &Path) -> Result<String> {
    let said = process::output(process::command(program).arg("--version"))?;
    Ok(said.lines().next().unwrap_or_default().to_owned())
}
