//! How fast the page is, and how fast its engine beside others; run by `cargo xtask bench`, which
//! serves them beside the page and says where the article is. It claims nothing: it prints.

use std::env;
use std::fs;

use galley_e2e::{Look, Reader};
use serde_json::Value;

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// How often the page is loaded again, and the workers are started.
const STARTS: usize = 5;
/// How often each worker reads the article.
const ROUNDS: usize = 12;

#[test]
fn times_in_the_browser() {
    let article = env::var("GALLEY_ARTICLE").expect("GALLEY_ARTICLE names a file");
    let article = fs::read_to_string(article).expect("the article can be read");
    println!("{} words, {} bytes", article.split_whitespace().count(), article.len());

    let reader = Reader::arrives_after(RECORD, DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes(&article);
    reader.sees("the article's marks", "return document.querySelectorAll('main mark').length > 20");
    reader.sees("that it is saved", "return document.body.innerText.includes('Saved')");
    let mut marks: Vec<f64> = (0..STARTS)
        .map(|_| {
            reader.reloads();
            reader.sees("the first mark", "return window.firstMark").as_f64().unwrap_or_default()
        })
        .collect();
    marks.sort_by(f64::total_cmp);
    println!("Page load to the first marks, from a warm cache: {:.0} ms", marks[STARTS / 2]);

    reader.asks("location.href = new URL('speed/', location.href.split('#')[0]).href", &[]);
    reader.sees("the other page", "return typeof window.measure === 'function'");
    let arguments = [article.into(), STARTS.into(), ROUNDS.into()];
    let times = reader.asks("return await measure(...arguments)", &arguments);
    println!("{:12} {:>10} {:>10} {:>10} {:>8}", "ms", "ready", "first", "again", "ratio");
    let again = |name: &str| time(&times[name]["again"]);
    for name in ["galley", "compromise", "wink"] {
        let of = &times[name];
        println!(
            "{name:12} {:>10.1} {:>10.1} {:>10.1} {:>8.2}",
            time(&of["ready"]),
            time(&of["first"]),
            time(&of["again"]),
            again(name) / again("galley"),
        );
    }
}

fn time(value: &Value) -> f64 {
    value.as_f64().expect("a time")
}

/// Notes when the first mark is drawn, in milliseconds from the start of the load.
const RECORD: &str = "
    new MutationObserver((_, observer) => {
        if (!document.querySelector('main mark')) return;
        window.firstMark = performance.now();
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
";
