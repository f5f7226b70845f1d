//! What a review holds to: laws on generated corrections, and cases that say what it does.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod desk;
mod files;
mod identities;
mod laws;
mod mentions;
mod quotes;
mod rules;
mod same;
mod scare;
