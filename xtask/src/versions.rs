//! The one place that pins the tools. `Trunk.toml` and the root `Cargo.toml` name the same versions
//! for those who run the tools by hand; a test below holds them together.
//! `cargo-fuzz`, which no command of ours calls, is named with its version in `fuzz/README.md`.

/// Reads the wasm that rustc makes and writes its JavaScript side. The crate has the same version.
pub(crate) const WASM_BINDGEN: &str = "0.2.129";
/// Builds the page.
pub(crate) const TRUNK: &str = "0.21.14";
/// Runs the browser tests of the crates.
pub(crate) const WASM_PACK: &str = "0.15.1";
/// Makes the wasm smaller.
pub(crate) const WASM_OPT: &str = "132";
/// Looks for what shuts readers out of the page, in its tests.
pub(crate) const AXE: &str = "4.10.3";

/// The least major version of Chrome or Chromium: the style sheets' `light-dark()` came with it.
/// No exact one, since Debian ships whatever is current; the driver must be of the same.
pub(crate) const CHROME: u32 = 123;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifests_name_the_pinned_versions() {
        let trunk = include_str!("../../Trunk.toml");
        assert!(trunk.contains(&format!("trunk-version = \"^{TRUNK}\"")));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")));
        assert!(trunk.contains(&format!("wasm_opt = \"version_{WASM_OPT}\"")));
        let lock = include_str!("../../Cargo.lock");
        assert!(lock.contains(&format!("name = \"wasm-bindgen\"\nversion = \"{WASM_BINDGEN}\"")));
    }
}
