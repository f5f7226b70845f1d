//! [`script`]: axe-core, which looks for what shuts readers out of a page.

use std::path::PathBuf;

use crate::process;
use crate::versions::AXE;

/// Its program, from npm; `None` where that cannot be reached, and then it is left out.
pub(super) fn script() -> Option<PathBuf> {
    let home = process::root().join("target").join(format!("axe-{AXE}"));
    let script = home.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        let quiet = ["install", "--silent", "--no-audit", "--no-fund", "--prefix"];
        let mut npm = process::command("npm");
        npm.args(quiet).arg(home).arg(format!("axe-core@{AXE}"));
        if let Err(why) = process::run(&mut npm) {
            println!("axe-core is not to be had, so its checks are left out: {why}");
            return None;
        }
    }
    Some(script)
}
