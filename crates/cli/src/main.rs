//! `galley`: the engine and the exports for files and JSON lines.
//!
//! [`jsonl`] annotates many texts, one a line. Standard output carries results and nothing else;
//! what went wrong is said on standard error and in the exit status: 0 good, 1 for a text that could
//! not be read or written, 2 for a command line that is not understood.

mod jsonl;
mod record;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

const USAGE: &str = "\
Reads news articles and says who said what, about whom.

Usage: galley annotate --jsonl

  --jsonl   reads lines {\"id\",\"text\"} on standard input, writes one line of findings for each;
            offsets are code points
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["annotate", "--jsonl"] => annotate(jsonl::annotate),
        ["--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Runs `job` between standard input and buffered standard output.
fn annotate(
    job: impl FnOnce(&mut dyn io::BufRead, &mut dyn Write) -> io::Result<jsonl::Outcome>,
) -> ExitCode {
    let mut output = BufWriter::new(io::stdout().lock());
    let done = job(&mut io::stdin().lock(), &mut output).and_then(|outcome| {
        output.flush()?;
        Ok(outcome)
    });
    match done {
        Ok(outcome) if outcome.refused == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever reads us has had enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("galley: {error}");
            ExitCode::FAILURE
        }
    }
}
