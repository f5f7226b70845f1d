//! Any storage: reading it does not panic, and what was read is written and read again unchanged.
//!
//! The input is lines, a key and then its value. A value without an envelope gets one, or else the
//! checksum would keep the fuzzer out of everything behind it.

#![no_main]

use galley_notebook::Library;
use galley_notebook::stored::{Key, Write, changes, load};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let lines: Vec<&str> = text.lines().collect();
    let (pairs, _) = lines.as_chunks::<2>();
    let entries: Vec<(String, String)> =
        pairs.iter().map(|[key, value]| ((*key).to_owned(), sealed(key, value))).collect();
    let read = load(views(&entries));
    let writes = changes(&Library::default(), &read.library);
    let again: Vec<(String, String)> = writes
        .into_iter()
        .filter_map(|write| match write {
            Write::Put { key, value } => Some((key, value)),
            _ => None,
        })
        .collect();
    let second = load(views(&again));
    assert!(second.unreadable.is_empty(), "{:?}", second.unreadable);
    if read.unreadable.is_empty() {
        assert_eq!(second.library, read.library);
    }
});

fn views(entries: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    entries.iter().map(|(key, value)| (key.as_str(), value.as_str()))
}

/// `value` in an envelope of the kind that `key` asks for, as version 1 writes it.
fn sealed(key: &str, value: &str) -> String {
    let kind = match key.parse() {
        Ok(Key::Text(_)) => "text",
        Ok(Key::Header(_)) => "header",
        Ok(Key::Annotation(..)) => "annotation",
        Ok(Key::Correction(..)) => "correction",
        _ => return value.to_owned(),
    };
    if value.starts_with("{\"v\"") {
        return value.to_owned();
    }
    let sum = kind
        .bytes()
        .chain([b'\n'])
        .chain(value.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    format!(r#"{{"v":1,"kind":"{kind}","sum":"{sum:016x}","data":{value}}}"#)
}
