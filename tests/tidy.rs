//! The house rules that a compiler does not hold: who may import whom, what the pure crates must
//! not name, how long a file may be.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use galley_engine::Rule;

/// A room of the house, and the rooms whose names it may use. Rooms of `src/` are called by their
/// module, crates by their name.
const ROOMS: &[(&str, &[&str])] = &[
    ("crates/text/src", &[]),
    ("crates/engine/src", &["galley_text"]),
    ("crates/notebook/src", &["galley_text"]),
    ("crates/review/src", &["galley_text", "galley_engine", "galley_notebook"]),
    ("crates/score/src", &["galley_text", "galley_engine"]),
    ("crates/cli/src", &["galley_text", "galley_engine", "galley_notebook", "galley_review"]),
    ("src/protocol.rs", &["galley_text", "galley_engine"]),
    ("src/same.rs", &["galley_engine"]),
    ("src/bin/worker.rs", &["galley_engine", "::protocol"]),
    (
        "src/shell",
        &["galley_text", "galley_engine", "galley_notebook", "::protocol", "::same", "::shell"],
    ),
    (
        "src/hooks",
        &[
            "galley_text",
            "galley_engine",
            "galley_notebook",
            "galley_review",
            "::same",
            "::shell",
            "::hooks",
        ],
    ),
    (
        "src/ui",
        &[
            "galley_text",
            "galley_engine",
            "galley_notebook",
            "galley_review",
            "::same",
            "::shell",
            "::hooks",
            "::ui",
        ],
    ),
];

/// Every name that the rules above are about.
const NAMES: [&str; 9] = [
    "galley_text",
    "galley_engine",
    "galley_notebook",
    "galley_review",
    "::protocol",
    "::same",
    "::shell",
    "::hooks",
    "::ui",
];

/// What draws and what reaches the browser, and the folders that do not name it.
const BROWSER: [&str; 3] = ["yew", "web_sys", "gloo"];
const NO_BROWSER: [&str; 4] = ["crates", "fuzz", "training", "xtask"];

/// The crates that give the same for the same input, in a browser and out of it.
const PURE: [&str; 4] = ["crates/text", "crates/engine", "crates/notebook", "crates/review"];

/// The browser, the clock, chance, threads, and the world outside.
const IMPURE: [&str; 15] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "rand",
    "getrandom",
    "rayon",
    "std::time",
    "std::thread",
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "RandomState",
];

const MOST_LINES: usize = 500;

#[test]
fn rooms_use_only_the_rooms_that_they_may() {
    for (room, allowed) in ROOMS {
        for file in files(room, "rs") {
            let code = code(&file);
            for name in NAMES.iter().filter(|name| !allowed.contains(name)) {
                let is_used = if name.starts_with("::") {
                    ["crate", "galley"].iter().any(|root| has_word(&code, &format!("{root}{name}")))
                } else {
                    has_word(&code, name)
                };
                assert!(!is_used, "{} may not use {name}", file.display());
            }
        }
    }
}

#[test]
fn only_the_page_and_its_tests_name_the_browser() {
    for place in NO_BROWSER {
        for file in files(place, "rs") {
            let code = code(&file);
            for name in BROWSER {
                assert!(!has_word(&code, name), "{} names {name}", file.display());
            }
        }
    }
}

#[test]
fn the_pure_crates_name_no_browser_no_clock_no_chance_and_no_thread() {
    for room in PURE {
        for file in files(&format!("{room}/src"), "rs") {
            let code = code(&file);
            for name in IMPURE {
                assert!(!has_word(&code, name), "{} names {name}", file.display());
            }
        }
    }
}

#[test]
fn the_pure_crates_depend_on_nothing_impure() {
    for room in PURE {
        let manifest = read(&root().join(room).join("Cargo.toml"));
        let dependencies = manifest.lines().skip_while(|line| *line != "[dependencies]").skip(1);
        for line in dependencies.take_while(|line| !line.starts_with('[')) {
            let name: String =
                line.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
            let name = name.replace('-', "_");
            assert!(!IMPURE.iter().any(|it| name.starts_with(it)), "{room} depends on {name}");
        }
    }
}

#[test]
fn no_file_has_over_500_lines_of_code() {
    for ending in ["rs", "css", "js"] {
        for file in files("", ending) {
            let lines = code(&file).lines().filter(|line| !line.trim().is_empty()).count();
            assert!(lines <= MOST_LINES, "{} has {lines} lines of code", file.display());
        }
    }
}

#[test]
fn nothing_is_put_off() {
    // Put together here, so that this file does not find itself.
    let signs =
        [["TO", "DO"], ["FIX", "ME"], ["XX", "X:"], ["unimplement", "ed!"]].map(|it| it.concat());
    for ending in ["rs", "css", "js", "html", "toml", "md"] {
        for file in files("", ending) {
            let text = read(&file);
            for sign in &signs {
                assert!(!text.contains(sign.as_str()), "{} says {sign}", file.display());
            }
        }
    }
}

#[test]
fn every_rule_of_the_engine_is_borne_by_a_test() {
    let mut tests = String::new();
    for file in every_file(&root().join("crates/engine/tests")) {
        tests += &read(&file);
    }
    for file in files("crates/engine/src", "rs") {
        let text = read(&file);
        tests += text.split_once("#[cfg(test)]").map_or("", |(_, tests)| tests);
    }
    let is_borne =
        |rule: &Rule| tests.contains(rule.id()) || has_word(&tests, &format!("Rule::{rule:?}"));
    let bare: Vec<_> = Rule::ALL.iter().filter(|rule| !is_borne(rule)).map(|it| it.id()).collect();
    assert!(bare.is_empty(), "no test of the engine bears {bare:?}");
}

#[test]
fn every_link_between_our_documents_leads_somewhere() {
    for file in files("", "md") {
        let text = read(&file);
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        for (link, _) in links.filter(|(link, _)| !link.contains("://")) {
            let path = link.split('#').next().unwrap_or_default();
            let target = file.parent().unwrap_or(root()).join(path);
            assert!(target.exists(), "{} links to {link}", file.display());
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files of the checkout at or below `place` with an ending.
fn files(place: &str, ending: &str) -> Vec<PathBuf> {
    let mut files = every_file(&root().join(place));
    files.retain(|file| file.extension().is_some_and(|it| it == ending));
    files
}

/// Every file at or below `place` that was written by hand.
fn every_file(place: &Path) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let is_made =
        ["target", "dist", "corpus", "artifacts", "node_modules", "pkg"].contains(&&*name);
    if is_made || name.starts_with('.') {
        return Vec::new();
    }
    let Ok(entries) = fs::read_dir(place) else { return Vec::new() };
    entries.flat_map(|entry| every_file(&entry.expect("a readable folder").path())).collect()
}

fn read(file: &Path) -> String {
    String::from_utf8_lossy(&fs::read(file).expect("a readable file")).into_owned()
}

/// The text of a file without the lines that are only a comment.
fn code(file: &Path) -> String {
    let text = read(file);
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether `word` stands in `text` and is not a part of a longer name.
fn has_word(text: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(is_name) && !after.is_some_and(is_name)
    })
}
