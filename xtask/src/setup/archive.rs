//! Fetches a release archive where the network offers one.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::is_on_path;
use crate::{cache, process};

/// curl's exit codes for a server that cannot be found, connected to, or waited for.
const OUT_OF_REACH: [i32; 3] = [6, 7, 28];

/// Unpacks `https://github.com/<path>` into `folder`, leaving out the first `strip` folders of
/// each name. False when there is no way to it; the caller then compiles.
pub(super) fn unpack(path: &str, strip: usize, folder: &Path) -> Result<bool> {
    const SERVER: &str = "github.com";
    if !is_on_path("curl") || !is_on_path("tar") || cache::is_out_of_reach(SERVER) {
        return Ok(false);
    }
    fs::create_dir_all(folder)?;
    let archive = folder.join("archive");
    let status = process::command("curl")
        .args(["--fail", "--silent", "--location", "--connect-timeout", "5"])
        .args(["--speed-limit", "1000", "--speed-time", "20", "--output"])
        .arg(&archive)
        .arg(format!("https://{SERVER}/{path}"))
        .status()?;
    if !status.success() {
        if status.code().is_some_and(|code| OUT_OF_REACH.contains(&code)) {
            println!("  {SERVER} cannot be reached from here; not trying again for a day.");
            cache::remember_out_of_reach(SERVER)?;
        }
        return Ok(false);
    }
    let unpacked = process::run(
        process::command("tar")
            .arg("-xf")
            .arg(&archive)
            .arg("-C")
            .arg(folder)
            .arg(format!("--strip-components={strip}")),
    );
    fs::remove_file(&archive)?;
    Ok(unpacked.is_ok())
}
