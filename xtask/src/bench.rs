//! Times the engine, natively, in instructions, and in a browser beside others; and the desk.
//! Timings decide nothing in the tests: they depend on the machine.

mod article;
mod desk;
pub(crate) mod instructions;
mod rivals;

use anyhow::Result;

use crate::process;

/// `cargo xtask bench`.
pub(crate) fn run() -> Result<()> {
    process::run(process::command("cargo").args(["bench", "--package", "galley-engine"]))?;
    instructions::count()?;
    let rivals = rivals::served()?;
    rivals::race(&rivals)?;
    desk::time(&rivals)
}
