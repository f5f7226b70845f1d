//! What the system's own package manager has to bring, all in one go.

use std::path::Path;

use anyhow::{Result, bail};

use super::{is_on_path, step};
use crate::process;

/// Packages wanted, each with the reason.
#[derive(Default)]
pub(super) struct Packages(Vec<(&'static [&'static str], &'static str)>);

impl Packages {
    /// Asks for `packages`.
    pub(super) fn want(&mut self, packages: &'static [&'static str], why: &'static str) {
        self.0.push((packages, why));
    }

    /// Installs them, or says how to.
    pub(super) fn install(self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        if !is_on_path("apt-get") {
            bail!(
                "missing here, and only Debian's and Ubuntu's are installed by us:\n{}",
                self.reasons()
            );
        }
        if !is_root()? {
            bail!(
                "missing here:\n{}Installing them needs root. Run these, then this again:\n  \
                 sudo apt-get update\n  sudo apt-get install -y --no-install-recommends {}",
                self.reasons(),
                self.names().join(" ")
            );
        }
        step(&self.names().join(" "), &self.whys(), || {
            process::run(apt_get().args(["-qq", "update"]))?;
            process::run(
                apt_get()
                    .args(["-qq", "install", "-y", "--no-install-recommends"])
                    .args(self.names()),
            )
        })
    }

    fn names(&self) -> Vec<&'static str> {
        self.0.iter().flat_map(|(packages, _)| packages.iter().copied()).collect()
    }

    fn whys(&self) -> String {
        self.0.iter().map(|(_, why)| *why).collect::<Vec<_>>().join("; ")
    }

    fn reasons(&self) -> String {
        self.0.iter().map(|(names, why)| format!("  {}: {why}\n", names.join(" "))).collect()
    }
}

fn apt_get() -> std::process::Command {
    let mut command = process::command("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether we may write where the system keeps its files.
fn is_root() -> Result<bool> {
    if !Path::new("/etc").exists() {
        return Ok(false);
    }
    Ok(process::output(process::command("id").arg("-u"))? == "0")
}
