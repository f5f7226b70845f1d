//! A short run of every fuzz target, from the texts that the tests keep.
//!
//! `cargo fuzz` wants a nightly compiler for its sanitizers. The coverage that steers a fuzzer is
//! there in any compiler, and safe Rust has little for a sanitizer to find: the smoke run goes
//! without, and a panic is a find all the same.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::count::Count;
use crate::process;

/// Seconds for each target.
const SECONDS: u32 = 15;

/// What `cargo fuzz --sanitizer none` passes to the compiler.
const COVERAGE: &str = "--cfg fuzzing -Cdebug-assertions -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Files to start from.
const SEEDS: [&str; 3] =
    ["crates/engine/tests/golden", "crates/engine/tests/model", "crates/notebook/tests/stored"];

/// Runs every target of `fuzz/fuzz_targets`, one file each.
pub(super) fn smoke(count: &mut Count) -> Result<()> {
    let said = process::output(process::command("rustc").arg("-vV"))?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: ")).context("no host")?;
    let mut found = Vec::new();
    for entry in fs::read_dir(process::root().join("fuzz/fuzz_targets"))? {
        let file = entry?.path();
        let target = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match run(&target, host) {
            Ok(()) => count.passed += 1,
            Err(error) => {
                count.failed += 1;
                found.push(format!("{target}: {error:#}"));
            }
        }
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

fn run(target: &str, host: &str) -> Result<()> {
    let corpus = process::root().join("target/fuzz").join(target);
    let artifacts = process::root().join("fuzz/artifacts").join(target);
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&artifacts)?;
    let mut cargo = process::command("cargo");
    cargo
        .env("RUSTFLAGS", COVERAGE)
        .args(["run", "--quiet", "--release", "--manifest-path", "fuzz/Cargo.toml"])
        .args(["--target", host, "--bin", target, "--"])
        .args([format!("-max_total_time={SECONDS}"), "-verbosity=0".to_owned()])
        .args(["-max_len=4096", "-timeout=10"])
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(&corpus)
        .args(SEEDS.map(|seeds| process::root().join(seeds)).iter().filter(|it| it.is_dir()));
    if process::judged() {
        cargo.arg("-seed=1");
    }
    println!("{target}, {SECONDS} s");
    // The fuzzer says a great deal; a find brings it all up.
    process::output(&mut cargo).map(drop)
}
