//! The content security policy, written into the page that trunk has built.
//!
//! A static host sends no headers of ours, so the policy stands in a `<meta>` before everything
//! that it governs. Trunk calls this after each build, by hand or through us: its loader is an
//! inline script whose text changes with each build, and is let in by its hash.
//! The worker is started from a blob, since only such a worker is under the page's own policy.
//! The worker's files keep their names from build to build; the page asks for them with
//! `?v=<build>`, so that a browser never pairs a new page with an old worker.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::process;

/// The files that make up the worker.
const WORKER: [&str; 3] = ["worker.js", "worker_bg.wasm", "encoder.bin"];

/// `cargo xtask policy`: on the page in trunk's staging folder, else on `dist/`.
pub(crate) fn run() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map_or_else(|| process::root().join("dist"), PathBuf::from);
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("no {}", page.display()))?;
    fs::write(&page, with_head(&html, &build(&folder)?)?)?;
    Ok(())
}

/// The name of the build: the first 16 hex digits of the hash over the worker's files.
fn build(folder: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for name in WORKER {
        let file = folder.join(name);
        hash.update(fs::read(&file).with_context(|| format!("no {}", file.display()))?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// The page with its policy as the first thing in its head, and the name of the build.
///
/// `trunk serve` would fill its own address into the script that reloads the page, after its hash
/// was taken; the script can as well ask the page for it.
fn with_head(html: &str, build: &str) -> Result<String> {
    let html = &html
        .replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
        .replace("{{__TRUNK_WS_BASE__}}", "/");
    let head = html.find("<head>").context("the page has no <head>")? + "<head>".len();
    let (before, after) = html.split_at(head);
    let policy = policy(&inline_scripts(html));
    Ok(format!(
        "{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"galley-build\" content=\"{build}\">{after}"
    ))
}

/// Nothing is allowed but what the page is made of, and no text becomes a script.
fn policy(inline_scripts: &[&str]) -> String {
    let hashes: String = inline_scripts
        .iter()
        .map(|script| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(script))))
        .collect();
    [
        "default-src 'none'",
        &format!("script-src 'self'{hashes} 'wasm-unsafe-eval'"),
        "style-src 'self'",
        // The blob is a plot of the page, on its way to a file of pixels.
        "img-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        // The blob is the worker's program; the host is where that imports the engine from.
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types galley-worker galley-paste",
    ]
    .join("; ")
}

/// The texts of the scripts that have no address, as the browser hashes them.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((tag, after)) = rest.find("<script").and_then(|at| rest[at..].split_once('>')) {
        let Some((text, behind)) = after.split_once("</script>") else { break };
        if !tag.contains(" src=") {
            scripts.push(text);
        }
        rest = behind;
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_comes_before_everything_else_in_the_head() {
        let html = with_head("<html><head><script>a()</script></head>", "b").unwrap();
        assert!(html.starts_with("<html><head><meta http-equiv=\"Content-Security-Policy\""));
        assert!(html.contains("<meta name=\"galley-build\" content=\"b\"><script>"));
    }

    #[test]
    fn what_trunk_would_fill_in_later_is_filled_in_before_it_is_hashed() {
        let script = "a = '{{__TRUNK_ADDRESS__}}' + '{{__TRUNK_WS_BASE__}}'";
        let html = with_head(&format!("<head><script>{script}</script></head>"), "b").unwrap();
        assert!(html.contains("<script>a = window.location.host + '/'</script>"));
        assert!(html.contains(&policy(&["a = window.location.host + '/'"])));
    }

    #[test]
    fn an_inline_script_is_let_in_by_its_hash_and_one_with_an_address_is_not_named() {
        let html = "<script type=module>hi</script><script src=\"a.js\"></script>";
        assert_eq!(inline_scripts(html), ["hi"]);
        let allowed = policy(&inline_scripts(html));
        assert!(allowed.contains("'sha256-j0NDRmSPa5bfid2pAcUXaxCm2Dlh3TwayItZstwyeqQ='"));
        assert!(!allowed.contains("unsafe-inline"));
    }
}
