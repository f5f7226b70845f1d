//! Times the engine, natively, in instructions, and in a browser beside others; and the desk.
//! Timings decide nothing in the tests: they depend on the machine.

mod article;
mod desk;
pub(crate) mod instructions;
mod rivals;

use std::env;

use anyhow::{Result, ensure};

use crate::process;

/// What can be timed by itself.
const PARTS: [&str; 4] = ["native", "instructions", "browser", "desk"];

/// `cargo xtask bench [PART …]`, every part where none is named.
pub(crate) fn run() -> Result<()> {
    let asked: Vec<String> = env::args().skip(2).collect();
    let unknown = asked.iter().find(|part| !PARTS.contains(&part.as_str()));
    ensure!(unknown.is_none(), "the parts are {}", PARTS.join(", "));
    let is_asked = |part: &str| asked.is_empty() || asked.iter().any(|one| one == part);
    if is_asked("native") {
        process::run(process::command("cargo").args(["bench", "--package", "galley-engine"]))?;
    }
    if is_asked("instructions") {
        instructions::count()?;
    }
    if is_asked("browser") || is_asked("desk") {
        let rivals = rivals::served()?;
        if is_asked("browser") {
            rivals::race(&rivals)?;
        }
        if is_asked("desk") {
            desk::time(&rivals)?;
        }
    }
    Ok(())
}
