//! Runs `galley` as a program.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// What `galley` says and how it ends, given `args` and `input`.
pub(crate) fn galley(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_galley"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that refuses its command line does not wait for input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}
