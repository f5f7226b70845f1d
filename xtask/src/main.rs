//! The project's own commands, one word each: `cargo xtask serve`, `cargo xtask test` and their
//! parts. They install what they need, pinned in [`versions`], and refuse to guess: what cannot be
//! installed is named with the commands that would.

mod bench;
mod cache;
mod lexicon;
mod picture;
mod policy;
mod process;
mod score;
mod serve;
mod setup;
mod site;
mod size;
mod test;
mod versions;

use std::env;
use std::process::ExitCode;

use anyhow::Result;

/// A word, what it does, and the doing.
type Word = (&'static str, &'static str, fn() -> Result<()>);

const WORDS: &[Word] = &[
    ("serve", "build the page, serve it on this machine and show it", serve::run),
    ("test", "run every test there is", test::run),
    ("picture", "make the README's picture of the page and those of each pane anew", picture::run),
    ("setup", "install what is missing", setup::run),
    ("build", "build the page into dist/", site::run),
    ("bench", "time the engine and the desk", bench::run),
    ("score", "measure the engine on the sets of ../shared", score::run),
    ("ablation", "measure quotes with only some of what finds them", score::ablation),
    ("names", "measure names by rules alone, and with each model FILE that is named", score::names),
    ("lexicon", "compile the engine's word lists", lexicon::run),
    ("size", "build the page and weigh it against its budget", size::run),
    ("policy", "write the security policy into a page that trunk has built", policy::run),
];

fn main() -> ExitCode {
    let asked = env::args().nth(1).unwrap_or_default();
    let Some((_, _, run)) = WORDS.iter().find(|(word, _, _)| *word == asked) else {
        eprintln!("usage: cargo xtask WORD");
        for (word, what, _) in WORDS {
            eprintln!("  {word:8} {what}");
        }
        return ExitCode::from(2);
    };
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is::<process::Said>() {
                eprintln!("error: {error:#}");
            }
            ExitCode::FAILURE
        }
    }
}
