//! Times the engine: natively, in instructions, and in a browser beside others. Timings decide
//! nothing in the tests: they depend on the machine.

mod article;
mod instructions;
mod rivals;

use anyhow::Result;

use crate::process;

/// `cargo xtask bench`.
pub(crate) fn run() -> Result<()> {
    process::run(process::command("cargo").args(["bench", "--package", "galley-engine"]))?;
    instructions::count()?;
    rivals::race()
}
