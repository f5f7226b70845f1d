//! Times the engine. Timings decide nothing in the tests: they depend on the machine.

use anyhow::Result;

use crate::process;

/// `cargo xtask bench`.
pub(crate) fn run() -> Result<()> {
    process::run(process::command("cargo").args(["bench", "--package", "galley-engine"]))
}
