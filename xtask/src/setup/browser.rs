//! Chrome or Chromium and the driver that tests steer it by.

use std::path::{Path, PathBuf};

use super::on_path;
use crate::{process, versions};

pub(super) const PACKAGES: &[&str] = &["chromium", "chromium-driver"];
pub(super) const WHY: &str = "the tests run the page in a real browser";
pub(super) const HOW: &str = "no Chrome that is new enough, with a chromedriver of the same major \
                              version: install Chrome, put chromedriver on the PATH, or name \
                              them in CHROME and CHROMEDRIVER";

/// A browser and the driver that fits it.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// What this machine has; none when either is missing or too old, or they are
    /// of different versions.
    pub(crate) fn find() -> Option<Browser> {
        let chrome = named("CHROME").or_else(installed_chrome)?;
        let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
        let (browser, steering) = (major(&chrome)?, major(&driver)?);
        if browser != steering {
            println!("Found Chrome {browser} and chromedriver {steering}, which do not fit.");
            return None;
        }
        if browser < versions::CHROME {
            println!("Found Chrome {browser}; the page needs {} or a later one.", versions::CHROME);
            return None;
        }
        Some(Browser { chrome, driver })
    }
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

fn installed_chrome() -> Option<PathBuf> {
    const PLACES: [&str; 3] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
        .into_iter()
        .find_map(on_path)
        .or_else(|| PLACES.into_iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// The major version: the first number with a stop behind it.
fn major(program: &Path) -> Option<u32> {
    // Chrome on Windows opens a window instead of saying its version; there we trust the user.
    if cfg!(windows) {
        return Some(versions::CHROME);
    }
    let said = process::output(process::command(program).arg("--version")).ok()?;
    said.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}
