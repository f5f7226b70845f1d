//! The envelope around every record: version, kind, checksum, data.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Unreadable;

/// The version of the form that this crate writes.
pub const VERSION: u64 = 1;

#[derive(Deserialize)]
struct Envelope<'a> {
    v: u64,
    kind: String,
    sum: String,
    #[serde(borrow)]
    data: &'a RawValue,
}

/// The part of an envelope that every version has.
#[derive(Deserialize)]
struct Versioned {
    v: u64,
}

/// Writes `data` into an envelope.
pub(super) fn seal(kind: &str, data: &impl Serialize) -> String {
    seal_json(kind, &json(data))
}

/// As JSON.
pub(super) fn json(data: &impl Serialize) -> String {
    let Ok(data) = serde_json::to_string(data) else { unreachable!("records are plain JSON") };
    data
}

/// Writes what is JSON already into an envelope.
pub(super) fn seal_json(kind: &str, data: &str) -> String {
    let sum = checksum(kind, data);
    format!(r#"{{"v":{VERSION},"kind":"{kind}","sum":"{sum}","data":{data}}}"#)
}

/// Reads the data out of an envelope of this kind, if it is whole.
pub(super) fn unseal<'a, T: Deserialize<'a>>(kind: &str, value: &'a str) -> Result<T, Unreadable> {
    let damaged = |why: &str| Unreadable::Damaged { why: why.into() };
    // The parser's own words would not help a reader, and would be a part of every download.
    let unparsable = |_| damaged("it is not what was written");
    let Versioned { v } = serde_json::from_str(value).map_err(unparsable)?;
    if v > VERSION {
        return Err(Unreadable::Newer { version: v });
    }
    let envelope: Envelope = serde_json::from_str(value).map_err(unparsable)?;
    if envelope.v != VERSION {
        return Err(damaged("there is no such version"));
    }
    if envelope.sum != checksum(kind, envelope.data.get()) || envelope.kind != kind {
        return Err(damaged("its checksum does not match"));
    }
    serde_json::from_str(envelope.data.get()).map_err(unparsable)
}

/// FNV-1a over the kind, a line end and the data as written: enough to notice damage, which is all
/// it is for.
pub(super) fn checksum(kind: &str, data: &str) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let bytes = kind.bytes().chain([b'\n']).chain(data.bytes());
    let sum = bytes.fold(OFFSET, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{sum:016x}")
}
