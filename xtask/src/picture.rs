//! The README's picture of the page and those of each pane, made by the same run that the tests look
//! at.

use std::fs;

use anyhow::Result;

use crate::process;
use crate::setup::{self, Need};
use crate::site;
use crate::test::browser::Walk;

/// `cargo xtask picture`.
pub(crate) fn run() -> Result<()> {
    let tools = setup::set_up(Need::Tests)?;
    site::build(&tools)?;
    Walk::on_the_page(&["pictures"]).run(tools.browser()?, |_| {})?;
    let (made, kept) = ("target/pictures/1440-light.png", "docs/pictures/page.png");
    fs::create_dir_all(process::root().join("docs/pictures"))?;
    fs::copy(process::root().join(made), process::root().join(kept))?;
    let mut sketches = 0;
    for entry in fs::read_dir(process::root().join("target/pictures"))? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.extension() == Some("webp".as_ref())) {
            fs::copy(&path, process::root().join("docs/pictures").join(name))?;
            sketches += 1;
        }
    }
    println!("{kept} and {sketches} pictures of panes beside it are new.");
    Ok(())
}
