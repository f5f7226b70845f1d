//! `galley`: the engine and the exports for files and JSON lines.
//!
//! [`jsonl`] annotates many texts, one a line; [`page`] writes one text as a file for people.
//! Standard output carries results and nothing else; what went wrong is said on standard error and
//! in the exit status: 0 good, 1 for a text that could not be read or written, 2 for a command line
//! that is not understood.

mod jsonl;
mod page;
mod record;

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use galley_engine::Reader;

const USAGE: &str = "\
Reads news articles and says who said what, about whom.

Usage: galley annotate FORM [READER] < INPUT > OUTPUT

  --jsonl     reads lines {\"id\",\"text\"}, writes a line of findings for each, in code points

The other forms read one plain text:
  --html      a page that opens anywhere: the text with its marks, quotes, names
  --markdown  the quotes with their speakers
  --csv       the quotes with their speakers as a table
  --w3c       Web Annotations as JSON-LD

A reader other than the one that the page has:
  --rules       by rules alone, as the page reads where its model cannot be loaded
  --model FILE  with another language model
  --model FILE --tagger FILE
                and with another linear tagger
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["annotate", form, ref rest @ ..] => match (Form::named(form), reader(rest)) {
            (Some(form), Some(reader)) => annotate(form, reader),
            _ => misunderstood(),
        },
        ["--help" | "-h"] => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => misunderstood(),
    }
}

fn misunderstood() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}

/// The reader that the rest of a command line asks for; none where it is not understood.
fn reader(args: &[&str]) -> Option<io::Result<Reader>> {
    Some(match args {
        [] => Ok(Reader::shipped()),
        ["--rules"] => Ok(Reader::default()),
        ["--model", file] => with_model(file, None),
        ["--model", file, "--tagger", tagger] => with_model(file, Some(tagger)),
        #[cfg(feature = "ablation")]
        [rest @ .., "--steps", steps] => {
            let steps = galley_engine::Steps::named(steps)?;
            reader(rest)?.map(|reader| reader.by(steps))
        }
        _ => return None,
    })
}

/// A reader with the model in `file`, and with the linear tagger in another.
fn with_model(file: &str, tagger: Option<&str>) -> io::Result<Reader> {
    let file = std::fs::read(file)?;
    match tagger {
        None => Reader::new(&file),
        Some(tagger) => Reader::with_tagger(&file, &std::fs::read(tagger)?),
    }
    .map_err(io::Error::other)
}

fn annotate(form: Form, reader: io::Result<Reader>) -> ExitCode {
    run(|input, output| {
        let reader = reader?;
        match form {
            Form::Jsonl => jsonl::annotate(&reader, input, output),
            Form::Page(form) => {
                let text = io::read_to_string(input)?;
                output.write_all(page::write(&reader, &text, form).as_bytes())?;
                Ok(Outcome::Whole)
            }
        }
    })
}

/// What is written.
#[derive(Clone, Copy)]
enum Form {
    Jsonl,
    Page(page::Form),
}

impl Form {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "--jsonl" => Self::Jsonl,
            "--html" => Self::Page(page::Form::Html),
            "--markdown" => Self::Page(page::Form::Markdown),
            "--csv" => Self::Page(page::Form::Csv),
            "--w3c" => Self::Page(page::Form::W3c),
            _ => return None,
        })
    }
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
