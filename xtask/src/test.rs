//! Every test there is, in the order in which they are cheap, with one count at the end.

mod axe;
pub(crate) mod browser;
mod count;
mod fuzz;
mod native;

use std::time::Instant;

use anyhow::{Result, bail, ensure};

use crate::process::Said;
use crate::setup::{self, Need};
use crate::{site, size};
use count::Count;

/// `cargo xtask test`. Its last line is the count, whatever happens.
pub(crate) fn run() -> Result<()> {
    let mut tally = Tally::default();
    let mut tools = None;
    tally.step("Set-up", || {
        tools = Some(setup::set_up(Need::Tests)?);
        Ok(())
    });
    if let Some(tools) = &tools {
        tally.step("Formatting", native::formatting);
        tally.step("Lints", || native::lints(tools));
        tally.tests("Native tests", native::tests);
        tally.tests("Tests in a browser", |count| browser::crates(tools, count));
        tally.step("The page", || site::build(tools));
        tally.step("Its size", size::check);
        tally.tests("The page in a browser", |count| browser::page(tools, count));
        tally.tests("A short fuzz run", fuzz::smoke);
    }
    tally.close()
}

/// What has passed and failed so far.
#[derive(Default)]
struct Tally {
    count: Count,
    failures: Vec<String>,
}

impl Tally {
    /// A step that counts as one test.
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<()>) {
        self.tests(name, |count| {
            step()?;
            count.passed = 1;
            Ok(())
        });
    }

    /// A step that counts its tests. One that ran none has failed, and so has one that stopped
    /// before its tests.
    fn tests(&mut self, name: &str, tests: impl FnOnce(&mut Count) -> Result<()>) {
        println!("\n== {name}");
        let started = Instant::now();
        let mut count = Count::default();
        let outcome = tests(&mut count).and_then(|()| {
            ensure!(count != Count::default(), "no test ran");
            Ok(())
        });
        if let Err(error) = &outcome {
            println!("{error:#}");
            count.failed = count.failed.max(1);
        }
        if count.failed > 0 {
            self.failures.push(name.to_owned());
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
        if self.count.failed > 0 {
            bail!(Said);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_whose_tests_did_not_run_has_failed() {
        let mut tally = Tally::default();
        tally.tests("none", |_| Ok(()));
        assert_eq!(tally.count, Count { passed: 0, failed: 1 });
        assert!(tally.close().is_err());
    }

    #[test]
    fn a_step_that_stops_after_tests_have_passed_has_failed_once() {
        let mut tally = Tally::default();
        tally.tests("stops", |count| {
            count.passed = 3;
            bail!("out of memory")
        });
        tally.step("goes on", || Ok(()));
        assert_eq!(tally.count, Count { passed: 4, failed: 1 });
        assert_eq!(tally.failures, ["stops"]);
    }
}
