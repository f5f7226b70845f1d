//! Every browser effect, one file each. Nothing here decides anything: it does and reports.

pub mod worker;
