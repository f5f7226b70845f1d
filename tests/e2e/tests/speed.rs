//! How fast the page is, and how fast its engine beside others; run by `cargo xtask bench`, which
//! serves them beside the page and says where the article is. It claims nothing: it prints.

use std::env;
use std::fs;
use std::thread;
use std::time::Duration;

use galley_e2e::{Look, Reader};
use serde_json::Value;

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// How often the page is loaded again, and the workers are started.
const STARTS: usize = 5;
/// How often each worker reads the article, and how many of these count for nothing: its program is
/// still compiled better and better.
const ROUNDS: usize = 36;
const PRACTICE: usize = 6;

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
    // A warm cache has what the browser made of the engine, too, which it writes within a moment.
    reader.sees("that the engine has practised", "return localStorage['galley/setting/practised']");
    thread::sleep(Duration::from_secs(1));
    starts(&reader);

    reader.asks("location.href = new URL('speed/', location.href.split('#')[0]).href", &[]);
    reader.sees("the other page", "return typeof window.measure === 'function'");
    // One start a call: a slow machine needs longer for all than a script may take.
    let arguments = [article.into(), ROUNDS.into()];
    let all: Vec<Value> = (0..STARTS)
        .map(|_| reader.asks("return await measure(...arguments)", &arguments))
        .collect();
    let galley = again(&all, "galley");
    println!("{:12} {:>10} {:>10} {:>10} {:>14}", "ms", "ready", "first", "again", "in its round");
    for name in ["galley", "compromise", "compromise+", "wink"] {
        let once = |what: &str| median(all.iter().map(|it| time(&it[name][what])));
        let again = again(&all, name);
        // A machine's pace changes within a second; within a round it is mostly the same for all.
        let ratio = median(again.iter().zip(&galley).map(|(own, galley)| own / galley));
        let again = median(again.into_iter());
        println!(
            "{name:12} {:>10.1} {:>10.1} {again:>10.1} {ratio:>14.2}",
            once("ready"),
            once("first")
        );
    }
}

/// What each later answer took, round by round of each start.
fn again(all: &[Value], name: &str) -> Vec<f64> {
    let rounds = |it: &Value| it[name]["again"].as_array().cloned().unwrap_or_default();
    all.iter().flat_map(|it| rounds(it).into_iter().skip(PRACTICE)).map(|it| time(&it)).collect()
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Loads the page again and again, from a warm cache, and prints how far it is when.
fn starts(reader: &Reader) {
    let mut times: [Vec<f64>; STEPS.len()] = Default::default();
    for _ in 0..STARTS {
        reader.reloads();
        reader.sees("the first mark", "return window.steps['the first marks']");
        let steps = reader.asks("return window.steps", &[]);
        for (times, step) in times.iter_mut().zip(STEPS) {
            times.push(steps[step].as_f64().unwrap_or(f64::NAN));
        }
    }
    println!("Page load from a warm cache, ms from its start:");
    for (times, step) in times.into_iter().zip(STEPS) {
        println!("  {step:22} {:>6.0}", median(times.into_iter()));
    }
}

fn time(value: &Value) -> f64 {
    value.as_f64().expect("a time")
}

/// What [`RECORD`] notes, in this order.
const STEPS: [&str; 6] = [
    "the worker is started",
    "the load event",
    "the article is drawn",
    "the worker is ready",
    "the findings are there",
    "the first marks",
];

/// Notes when each step is reached, in milliseconds from the start of the load.
const RECORD: &str = "
    window.steps = {};
    const note = step => { window.steps[step] ??= performance.now(); };
    addEventListener('load', () => note('the load event'));
    new MutationObserver((_, observer) => {
        if (document.querySelector('main p')) note('the article is drawn');
        if (!document.querySelector('main mark')) return;
        note('the first marks');
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
    window.Worker = class extends Worker {
        constructor(...how) {
            super(...how);
            note('the worker is started');
            this.addEventListener('message', () => note(window.steps['the worker is ready'] ? 'the findings are there' : 'the worker is ready'));
        }
    };
";
