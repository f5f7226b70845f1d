//! What the reader waits for at the desk: in a small text and in a large one, beside Recogito's
//! text-annotator, and while the worker reads; run by `cargo xtask bench`. It prints what it finds, then
//! what of that was promised, and fails where a promise is not met.
//!
//! The texts are the words of the article that the bench names, over and over, written backwards so that
//! the engine finds next to nothing in them: what is shown are the reader's own marks, planted as stored
//! records, and Recogito shows the same.

use std::env;
use std::fs;
use std::thread;
use std::time::Duration;

use galley_e2e::{Look, Reader};
use serde_json::{Value, json};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// One mark in so many words.
const NTH: usize = 10;
/// How often an article is opened.
const STARTS: usize = 3;
/// How often each other thing is done.
const TIMES: usize = 11;
/// How often a mark is pointed at, which costs so little that it needs more to be steady.
const POINTED: usize = 21;

/// The page's own thread's work on one thing, in milliseconds: scripts, style and layout, all; and how
/// long it took until it was drawn.
type Work = [f64; 4];

#[test]
fn times_the_desk() {
    let article = env::var("GALLEY_ARTICLE").expect("GALLEY_ARTICLE names a file");
    let article = fs::read_to_string(article).expect("the article can be read");
    let reader = Reader::arrives_after(RECORD, DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    let [small, large] = [1_000, 100_000].map(|words| plain(&article, words));
    let marks = [("Small", &small), ("Large", &large)].map(|(title, text)| {
        reader.pastes(&format!("{title}\n\n{text}"));
        rests(&reader);
        reader.marks_each(title, NTH)
    });
    reader.reloads();
    // A page that starts opens what was read last, and would overrule a shelf that is asked for before.
    rests(&reader);
    println!("{:38} {:>10} {:>10} {:>8}", "", "small", "large", "ratio");
    println!("{:38} {:>10} {:>10}", "words", 1_000, 100_000);
    println!("{:38} {:>10} {:>10}", "marks of the reader’s own", marks[0], marks[1]);
    type Measured = fn(&Reader) -> Work;
    let things: [(&str, Measured); 2] =
        [("adding a mark", adding), ("pointing at a mark", pointing)];
    let first = ["Small", "Large"].map(|title| first_marks(&reader, title));
    let all = ["Small", "Large"].map(|title| {
        opens(&reader, title);
        rests(&reader);
        number(&reader.asks("return document.querySelectorAll('main mark').length", &[]))
    });
    row("pieces of marks in all", all);
    row("first marks, ms", first);
    let mut promised = Vec::new();
    for (what, measured) in things {
        let [small, large] = ["Small", "Large"].map(|title| {
            opens(&reader, title);
            rests(&reader);
            measured(&reader)
        });
        for (part, (small, large)) in PARTS.iter().zip(small.into_iter().zip(large)) {
            row(&format!("{what}, {part}"), [small, large]);
        }
        let [small, large] = [small, large].map(|work| work[0] + work[1]);
        row(&format!("{what}, script and layout"), [small, large]);
        promised.push((format!("{what}, large to small, script and layout"), large / small, 2.0));
    }
    let longest = read(&reader, &article);
    promised.push(("longest task while 10,000 words are read, ms".to_owned(), longest, 50.0));

    let recogito = recogito(&reader, &large);
    println!("First marks of {} in {} words, ms", marks[1], 100_000);
    println!("{:38} {:>10.0}", "galley", first[1]);
    println!("{:38} {recogito:>10.0} {:>8.2}", "recogito", recogito / first[1]);
    promised.push(("first marks, galley to recogito".to_owned(), first[1] / recogito, 0.5));
    keeps(&promised);
}

/// Says of each figure whether it is at most what was promised. Panics where one is not.
fn keeps(promised: &[(String, f64, f64)]) {
    println!("{:58} {:>8} {:>8}", "Promised", "is", "at most");
    for (what, is, most) in promised {
        let met = if is <= most { "met" } else { "NOT MET" };
        println!("{what:58} {is:>8.2} {most:>8.2} {met}");
    }
    let broken = promised.iter().filter(|(_, is, most)| is > most).count();
    assert_eq!(broken, 0, "promises are not met, as said above");
}

fn row(what: &str, [small, large]: [f64; 2]) {
    println!("{what:38} {small:>10.1} {large:>10.1} {:>8.2}", large / small);
}

const PARTS: [&str; 4] = ["script", "style and layout", "all work", "until drawn"];

/// So many words of the article, backwards, over and over, in paragraphs.
fn plain(article: &str, words: usize) -> String {
    let plain = article.to_lowercase().replace(|it: char| !it.is_ascii_lowercase(), " ");
    let backwards = |word: &str| word.chars().rev().collect::<String>();
    let all: Vec<String> = plain.split_whitespace().map(backwards).collect();
    let taken: Vec<&str> = all.iter().cycle().take(words).map(String::as_str).collect();
    let paragraphs: Vec<String> = taken.chunks(100).map(|words| words.join(" ")).collect();
    paragraphs.join("\n\n")
}

/// Waits until nothing is read, saved or drawn any more.
fn rests(reader: &Reader) {
    reader.sees(
        "that it is saved and read",
        // To ask for what is rendered would lay the page out, in a task of the page's own thread.
        "return document.querySelector('[role=status]')?.textContent === 'Saved'
            && !document.querySelector('.pane').textContent.includes('Reading the article')
            && !document.querySelector('.is-long .paragraph:not([data-laid])')",
    );
    let marks = || reader.asks("return document.querySelectorAll('main mark').length", &[]);
    let mut before = Value::Null;
    while before != marks() {
        before = marks();
        thread::sleep(Duration::from_millis(700));
    }
}

fn opens(reader: &Reader, title: &str) {
    shelf(reader);
    reader.asks(OPEN, &[title.into()]);
}

fn shelf(reader: &Reader) {
    reader.asks("location.hash = ''", &[]);
    reader.sees("the shelf", "return document.querySelector('.shelf-open')");
}

/// Milliseconds from opening an article to the frame that shows its first marks.
fn first_marks(reader: &Reader, title: &str) -> f64 {
    median((0..STARTS).map(|_| {
        shelf(reader);
        thread::sleep(Duration::from_millis(500));
        let spent = reader.asks(FIRST_MARKS, &[title.into()]);
        rests(reader);
        number(&spent)
    }))
}

fn recogito(reader: &Reader, text: &str) -> f64 {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let mut places = Vec::new();
    let (mut at, mut word) = (0, 0);
    for paragraph in &paragraphs {
        for it in paragraph.split(' ') {
            if word % NTH == 0 {
                places.push(json!([at, at + it.len()]));
            }
            (at, word) = (at + it.len() + 1, word + 1);
        }
        at -= 1;
    }
    reader
        .asks("location.href = new URL('speed/desk.html', location.href.split('#')[0]).href", &[]);
    reader.sees("the other page", "return typeof window.show === 'function'");
    let arguments = [json!(paragraphs), json!(places)];
    median((0..STARTS).map(|_| number(&reader.asks("return await show(...arguments)", &arguments))))
}

fn adding(reader: &Reader) -> Work {
    reader.asks(MIDDLE, &[]);
    medians((0..TIMES).map(|index| {
        reader.asks(SELECT, &[index.into()]);
        reader.sees("the bar", "return document.querySelector('.selection button')");
        thread::sleep(Duration::from_millis(300));
        costs(reader, "keydown", || reader.presses("h"))
    }))
}

fn pointing(reader: &Reader) -> Work {
    reader.asks(MIDDLE, &[]);
    let marks = reader.asks(MARKS, &[]);
    let marks = marks.as_array().expect("marks in view");
    medians(
        marks.iter().take(POINTED).map(|mark| costs(reader, "mouseover", || reader.moves_to(mark))),
    )
}

/// What one thing costs, until the page is at rest again.
fn costs(reader: &Reader, event: &str, act: impl FnOnce()) -> Work {
    reader.asks(AFTER, &[event.into()]);
    thread::sleep(Duration::from_millis(100));
    let before = reader.work();
    act();
    thread::sleep(Duration::from_millis(900));
    let after = reader.work();
    let drawn = number(&reader.asks("return window.drawn", &[]));
    [after[0] - before[0], after[1] - before[1], after[2] - before[2], drawn]
}

/// Prints the page's long tasks while 10,000 words are read, and gives the longest; 0 where none is long.
fn read(reader: &Reader, article: &str) -> f64 {
    let long = vec![article; 10].join("\n\n");
    opens(reader, "Small");
    rests(reader);
    reader.asks("window.tasks = []", &[]);
    reader.pastes(&format!("Ten Thousand Words Are Read\n\n{long}"));
    rests(reader);
    let tasks = reader.asks("return window.tasks", &[]);
    let lasted = |task: &Value| number(&task[1]);
    let tasks: Vec<f64> = tasks.as_array().into_iter().flatten().map(lasted).collect();
    let marks = reader.asks("return document.querySelectorAll('main mark').length", &[]);
    println!(
        "Tasks over 50 ms while {} words are read into {marks} marks: {tasks:.0?} ms",
        long.split_whitespace().count()
    );
    tasks.into_iter().fold(0.0, f64::max)
}

fn medians(works: impl Iterator<Item = Work>) -> Work {
    let works: Vec<Work> = works.collect();
    [0, 1, 2, 3].map(|part| median(works.iter().map(|work| work[part])))
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// Notes the tasks of the page's own thread that take 50 ms or more.
const RECORD: &str = "
    window.tasks = [];
    const note = list => list.getEntries().forEach(it => window.tasks.push([it.startTime, it.duration]));
    new PerformanceObserver(note).observe({ type: 'longtask' });
";

const OPEN: &str = "
    const names = [...document.querySelectorAll('.shelf-open')];
    names.find(it => it.innerText.startsWith(arguments[0])).click();
";

const FIRST_MARKS: &str = "
    const names = [...document.querySelectorAll('.shelf-open')];
    const name = names.find(it => it.innerText.startsWith(arguments[0]));
    const began = performance.now();
    const drawn = new Promise(done => {
        const observer = new MutationObserver(() => {
            if (!document.querySelector('main mark')) return;
            observer.disconnect();
            done();
        });
        observer.observe(document, { childList: true, subtree: true });
    });
    name.click();
    await drawn;
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
";

/// Brings the middle of the article into view.
const MIDDLE: &str = "
    for (let time = 0; time < 3; time += 1) {
        const all = document.querySelectorAll('.paragraph');
        all[all.length >> 1].scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise(done => setTimeout(done, 300));
    }
";

/// Selects a word in view that is not marked, another one for each number.
const SELECT: &str = "
    const isSeen = box => box.top > 150 && box.bottom < innerHeight - 150;
    const isNear = it => it.getBoundingClientRect().bottom > 0 && it.getBoundingClientRect().top < innerHeight;
    const words = [...document.querySelectorAll('.paragraph')].filter(isNear)
        .flatMap(it => [...it.childNodes, ...[...it.querySelectorAll('mark:not(.m-mine)')].flatMap(it => [...it.childNodes])])
        .filter(it => it.nodeType === Node.TEXT_NODE)
        .flatMap(node => [...node.data.matchAll(/\\b[a-z]{4,}/g)].slice(0, 1).map(word => {
            const range = document.createRange();
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            return range;
        }))
        .filter(range => isSeen(range.getBoundingClientRect()));
    const range = words[arguments[0] * 3 % words.length];
    getSelection().removeAllRanges();
    getSelection().addRange(range);
";

/// The middles of marks in view.
const MARKS: &str = "
    const boxes = [...document.querySelectorAll('.paragraph mark')].map(it => it.getBoundingClientRect());
    const middle = box => ({ x: Math.round((box.left + box.right) / 2), y: Math.round((box.top + box.bottom) / 2) });
    return boxes.filter(box => box.top > 200 && box.bottom < innerHeight - 100).map(middle);
";

/// Notes how long it takes from the next such event to the frame that follows it.
const AFTER: &str = "
    addEventListener(arguments[0], event => {
        requestAnimationFrame(() => setTimeout(() => window.drawn = performance.now() - event.timeStamp));
    }, { capture: true, once: true });
";
