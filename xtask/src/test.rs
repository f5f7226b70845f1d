//! Every test there is, in the order in which they are cheap, with one count at the end.

pub(crate) mod browser;
mod count;
mod fuzz;
mod native;

use std::time::Instant;

use anyhow::Result;

use crate::setup::{self, Need};
use crate::{site, size};
use count::Count;

/// `cargo xtask test`.
pub(crate) fn run() -> Result<()> {
    let tools = setup::set_up(Need::Tests)?;
    let mut tally = Tally::default();
    tally.step("Formatting", native::formatting);
    tally.step("Lints", native::lints);
    tally.step("Native tests", native::tests);
    tally.step("Tests in a browser", |count| browser::crates(&tools, count));
    tally.step("The page", |_| site::build(&tools));
    tally.step("Its size", |_| size::check());
    tally.step("The page in a browser", |count| browser::page(&tools, count));
    tally.step("A short fuzz run", fuzz::smoke);
    tally.close()
}

/// What has passed and failed so far. A step that counts no tests counts as one itself.
#[derive(Default)]
struct Tally {
    count: Count,
    failures: Vec<String>,
}

impl Tally {
    fn step(&mut self, name: &str, step: impl FnOnce(&mut Count) -> Result<()>) {
        println!("\n== {name}");
        let started = Instant::now();
        let mut count = Count::default();
        let outcome = step(&mut count);
        if let Err(error) = &outcome {
            println!("{error:#}");
            self.failures.push(name.to_owned());
        }
        match &outcome {
            Ok(()) if count.passed + count.failed == 0 => count.passed = 1,
            Err(_) if count.failed == 0 => count.failed = 1,
            _ => {}
        }
        println!("-- {name}: {count}, {} s", started.elapsed().as_secs());
        self.count.add(count);
    }

    /// The last line, and the error when something failed.
    fn close(self) -> Result<()> {
        println!();
        if !self.failures.is_empty() {
            println!("Failed: {}", self.failures.join(", "));
        }
        println!("{}", self.count);
        anyhow::ensure!(self.count.failed == 0, "not everything passed");
        Ok(())
    }
}
