//! [`ArticleId`], [`AnnotationId`], [`CorrectionId`], [`HouseRuleId`], [`IdentityId`]: UUIDs that the caller makes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("not an id")
    }
}

fn write_uuid(bits: u128, f: &mut fmt::Formatter) -> fmt::Result {
    let group = |from: u32, digits: u32| (bits >> from) & ((1 << (4 * digits)) - 1);
    let [a, b, c, d, e] = [group(96, 8), group(80, 4), group(64, 4), group(48, 4), group(0, 12)];
    write!(f, "{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
}

/// Reads the one form that [`write_uuid`] writes, so that a record has one key only.
fn read_uuid(text: &str) -> Result<u128, NotAnId> {
    let dashes = [8, 13, 18, 23];
    let legal = |(at, byte): (usize, u8)| {
        if dashes.contains(&at) { byte == b'-' } else { matches!(byte, b'0'..=b'9' | b'a'..=b'f') }
    };
    if text.len() != 36 || !text.bytes().enumerate().all(legal) {
        return Err(NotAnId);
    }
    u128::from_str_radix(&text.replace('-', ""), 16).map_err(|_| NotAnId)
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u128);

        impl $name {
            /// The id made of these random bits, as a UUID of version 4.
            pub const fn from_random(bits: u128) -> Self {
                const VERSION: u128 = 0xf << 76;
                const VARIANT: u128 = 0b11 << 62;
                Self((bits & !VERSION & !VARIANT) | (4 << 76) | (0b10 << 62))
            }

            /// The bits of the UUID, to look it up by.
            pub const fn bits(self) -> u128 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write_uuid(self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_uuid(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

id! {
    /// Names an article. Written as a UUID in lower case.
    ArticleId
}

id! {
    /// Names an annotation. Written as a UUID in lower case.
    AnnotationId
}

id! {
    /// Names a correction. Written as a UUID in lower case.
    CorrectionId
}

id! {
    /// Names a house rule. Written as a UUID in lower case.
    HouseRuleId
}

id! {
    /// Names an identity. Written as a UUID in lower case.
    IdentityId
}
