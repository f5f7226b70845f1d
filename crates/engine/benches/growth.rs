//! Whether the engine's time grows with its text and no faster, in figures a person reads: time for
//! a word at three lengths, and input made to hurt against prose of the same size. Exits with 1
//! when a ratio is above its limit.
//!
//! Not criterion: it compares runs from day to day with their noise, and has no limit on a ratio of
//! two figures in one run, which is all that is asked here.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use galley_engine::Reader;

mod prose;

const MODEL: &[u8] = include_bytes!("../model/encoder.bin");
const MEGABYTE: usize = 1_000_000;

fn main() -> ExitCode {
    let reader = Reader::new(MODEL).expect("the model is whole");
    let mut met = true;
    let short = per_word(&reader, 1_000);
    println!("{:>9} words: {short:.0} ns a word", 1_000);
    for words in [10_000, 100_000] {
        let long = per_word(&reader, words);
        print!("{words:>9} words: {long:.0} ns a word, ");
        met &= report(long / short, 1.3);
    }
    let lines = hurtful();
    for (name, text) in &lines {
        let plain = prose_of(text.len());
        let (hard, easy) = (least(&reader, text, 2), least(&reader, &plain, 2));
        print!(
            "{name}: {} ms, prose of {} kB: {} ms, ",
            hard.as_millis(),
            plain.len() / 1000,
            easy.as_millis()
        );
        met &= report(hard.as_secs_f64() / easy.as_secs_f64(), 5.0);
    }
    if met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(ratio: f64, limit: f64) -> bool {
    println!("ratio {ratio:.2} (at most {limit})");
    ratio <= limit
}

/// Nanoseconds a word, the best of several runs: noise only ever adds.
fn per_word(reader: &Reader, words: usize) -> f64 {
    let text = prose::prose(words);
    let count = text.split_whitespace().count();
    let time = least(reader, &text, 300_000 / words + 3);
    time.as_nanos() as f64 / count as f64
}

fn least(reader: &Reader, text: &str, runs: usize) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(reader.analyse(black_box(text)));
        start.elapsed()
    };
    (0..runs).map(|_| once()).min().unwrap_or_default()
}

fn prose_of(bytes: usize) -> String {
    let mut text = prose::prose(bytes / 5);
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.truncate(end.unwrap_or(0));
    text
}

/// Input that invites quadratic time, about a megabyte each.
fn hurtful() -> Vec<(&'static str, String)> {
    let repeat = |piece: &str| piece.repeat(MEGABYTE / piece.len());
    vec![
        ("1 MB of quotation marks, straight", repeat("\"")),
        ("1 MB of quotation marks, opening", repeat("“")),
        ("1 MB of quotation marks, mixed", repeat("“\"‘’” «")),
        ("1 MB of one-letter quotes", repeat("“a” ")),
        ("1 MB of single marks", repeat("s' t ")),
        ("one word of 1 MB", repeat("a")),
        ("one name of 1 MB", repeat("A")),
        ("one sentence of 1 MB", repeat("he said that ")),
        ("one sentence of names", repeat("Ana Ruiz and ")),
        ("1 MB of commas", repeat("a, ")),
        ("one quote without an end, of clauses", format!("“{}", repeat("he came, she went, "))),
        ("one run of 1 MB of different names", different_names()),
        ("1 MB of digits", repeat("1,")),
        ("100,000 lines of one word", "word\n".repeat(100_000)),
        ("100,000 lines of one quote", "“Word.\n".repeat(100_000)),
        ("100,000 turns of an interview", "Lund: We sail.\n\nQ: Why?\n\n".repeat(50_000)),
    ]
}

/// Capitalised words none of which comes twice.
fn different_names() -> String {
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    let name = |at: usize| {
        let rest = [at, at / 26, at / 676, at / 17_576].map(letter);
        format!("B{} ", rest.iter().collect::<String>())
    };
    (0..170_000).map(name).collect()
}
