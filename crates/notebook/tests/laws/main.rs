//! What the notebook holds to: laws on generated input, and cases that say what it does.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod anchor;
mod article;
mod corrections;
mod exports;
mod fixtures;
mod history;
mod house_rules;
mod identities;
mod merge;
mod prose;
mod recalled;
mod sessions;
mod shelf;
mod stored;
mod time;
mod w3c;
