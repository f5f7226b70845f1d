//! `galley annotate --jsonl` as a program: what goes in, what comes out, and the exit status.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod program;

use std::process::Output;

use program::galley;
use serde_json::Value;

fn annotate(input: &[u8]) -> Output {
    galley(&["annotate", "--jsonl"], input)
}

fn ids(output: &Output) -> Vec<Value> {
    let lines = std::str::from_utf8(&output.stdout).unwrap().lines();
    lines.map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect()
}

#[test]
fn every_text_gets_one_line_in_order() {
    let output = annotate(b"{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":2,\"text\":\"\"}\n");
    assert_eq!(ids(&output), [Value::from("a"), Value::from(2)]);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn a_last_line_without_an_end_counts() {
    assert_eq!(ids(&annotate(b"{\"id\":1,\"text\":\"One.\"}")), [1]);
}

#[test]
fn bad_lines_are_named_and_the_rest_goes_on() {
    let output =
        annotate(b"{\"id\":1,\"text\":\"a\"}\nnot json\n\xff\xfe\n{\"id\":4,\"text\":\"b\"}\n");
    assert_eq!(ids(&output), [1, 4]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("line 2:") && said.contains("line 3:"), "{said}");
}

#[test]
fn offsets_count_code_points() {
    let output = annotate("{\"id\":1,\"text\":\"Fire 🔥 burns. “Go home,” she said.\"}".as_bytes());
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(line["quotes"][0]["content"], serde_json::json!([[14, 24]]));
    assert_eq!(line["quotes"][0]["cue"], serde_json::json!([29, 33]));
}

#[test]
fn an_unknown_command_line_exits_with_2() {
    for args in [&["annotat"][..], &["annotate"], &["annotate", "--xml"], &[]] {
        assert_eq!(galley(args, b"").status.code(), Some(2), "{args:?}");
    }
}
