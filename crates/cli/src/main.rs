//! `galley`: the engine and the exports for files and JSON lines.

fn main() {}
