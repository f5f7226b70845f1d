//! `galley`: the engine and the exports for files and JSON lines.
//!
//! [`jsonl`] annotates many texts, one a line; [`page`] writes one text as a file for people.
//! Standard output carries results and nothing else; what went wrong is said on standard error and
//! in the exit status: 0 good, 1 for a text that could not be read or written, 2 for a command line
//! that is not understood.

mod jsonl;
mod page;
mod record;
mod report;

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use page::Form;

const USAGE: &str = "\
Reads news articles and says who said what, about whom.

Usage: galley annotate FORM < INPUT > OUTPUT

  --jsonl     reads lines {\"id\",\"text\"}, writes a line of findings for each, in code points

The other forms read one plain text:
  --html      a page that opens anywhere: the text with its marks, quotes, names
  --markdown  the quotes with their speakers
  --csv       the quotes with their speakers as a table
  --w3c       Web Annotations as JSON-LD
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["annotate", "--jsonl"] => run(jsonl::annotate),
        ["annotate", "--html"] => run(|input, output| one(input, output, Form::Html)),
        ["annotate", "--markdown"] => run(|input, output| one(input, output, Form::Markdown)),
        ["annotate", "--csv"] => run(|input, output| one(input, output, Form::Csv)),
        ["annotate", "--w3c"] => run(|input, output| one(input, output, Form::W3c)),
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

fn one(input: &mut dyn BufRead, output: &mut dyn Write, form: Form) -> io::Result<Outcome> {
    let text = io::read_to_string(input)?;
    output.write_all(page::write(&text, form).as_bytes())?;
    Ok(Outcome::Whole)
}

/// How much of the input was read.
pub(crate) enum Outcome {
    /// All of it.
    Whole,
    /// Not all of it; what was left out is named on standard error.
    InPart,
}

/// Runs `job` between standard input and buffered standard output.
fn run(job: impl FnOnce(&mut dyn BufRead, &mut dyn Write) -> io::Result<Outcome>) -> ExitCode {
    let mut output = BufWriter::new(io::stdout().lock());
    let done = job(&mut io::stdin().lock(), &mut output).and_then(|outcome| {
        output.flush()?;
        Ok(outcome)
    });
    match done {
        Ok(Outcome::Whole) => ExitCode::SUCCESS,
        Ok(Outcome::InPart) => ExitCode::FAILURE,
        // Whoever reads us has had enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("galley: {error}");
            ExitCode::FAILURE
        }
    }
}
