//! Nobody is shut out: every pane and state under axe-core in three themes, and what a screen reader hears.

use std::{env, fs};

use galley_e2e::{Hand, Look, Reader};
use serde_json::Value;

const DESK: Look = Look { width: 1440, height: 900, dark: false };

#[test]
fn axe_finds_nothing_in_any_state_in_three_themes_on_a_desk() {
    looks_at_states(false);
}

#[test]
fn axe_finds_nothing_in_any_state_in_three_themes_on_a_phone() {
    looks_at_states(true);
}

fn looks_at_states(phone: bool) {
    let axe = env::var("GALLEY_AXE").expect(
        "GALLEY_AXE is not set: it names axe-core’s script, and without that nothing is checked",
    );
    let axe = fs::read_to_string(axe).expect("axe-core");
    let reader = Reader::arrives(DESK);
    if phone {
        reader.takes_a_phone();
    }
    reader.sees("the sample", "return document.querySelector('main mark')");
    reader.asks(&axe, &[]);
    reader.goes_through_states(|name| {
        for theme in ["light", "dark", "sepia"] {
            let found = reader.asks(CHECK, &[theme.into()]);
            let least = if theme == "light" { 10 } else { 0 };
            assert!(found["checked"].as_u64() > Some(least), "axe-core looked at {name}");
            let violations = &found["violations"];
            assert_eq!(violations, &Value::Array(vec![]), "{name}, {theme}, phone: {phone}");
        }
    });
}

#[test]
fn a_screen_reader_comes_to_each_mark_once_and_hears_its_kind_and_speaker() {
    let reader = Reader::arrives(DESK);
    reader.sees("as many marks as the layers count", ALL_DRAWN);
    reader.drags_over("a bedsheet with red letters");
    reader.uses(Hand::Mouse, "button", "Mark as Important");
    reader.finds("button", "Your highlight, Important: “a bedsheet with red letters”");
    let heard = reader.hears();
    let of_role = |role: &str| {
        let these = heard.iter().filter(|it| it.0 == role).map(|it| &*it.1);
        these.collect::<Vec<&str>>()
    };
    let stops = reader
        .asks("return [...document.querySelectorAll('main .stop')].map(it => it.ariaLabel)", &[]);
    let stops: Vec<&str> =
        stops.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(of_role("button"), stops, "one node for each mark, in order");
    assert!(
        stops.iter().all(|name| name.contains(": ") || name.starts_with("Words set apart")),
        "{stops:#?}"
    );
    let others = heard.iter().filter(|it| !WORDS.contains(&&*it.0)).collect::<Vec<_>>();
    assert!(others.is_empty(), "nothing beside the marks and the words: {others:#?}");
    let words = |text: &str| text.split_whitespace().collect::<String>();
    let written = reader.asks("return document.querySelector('article').innerText", &[]);
    let written = words(written.as_str().expect("the article"));
    assert_eq!(words(&of_role("StaticText").concat()), written, "the words, and no sign of a mark");

    let speakers = reader.asks("return [...document.querySelectorAll('.card-speaker')].map(it => it.innerText.replace(/\\?$/, ''))", &[]);
    let quotes: Vec<&&str> = stops.iter().filter(|name| is_quote(name)).collect();
    let speakers: Vec<&str> =
        speakers.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(quotes.len(), speakers.len(), "one node for each quote");
    for (quote, speaker) in quotes.iter().zip(speakers) {
        assert!(quote.contains(speaker), "{quote} is said by {speaker}");
    }
    reader.leaves();
}

#[test]
fn a_screen_reader_comes_to_marks_of_a_large_text_that_were_never_in_view() {
    let reader = Reader::arrives(DESK);
    reader.sees("the sample", "return document.querySelector('main mark')");
    let words =
        "the harbour wall is old and the sea is near and nobody counts what it costs to wait";
    let paragraph = [words; 6].join(" ");
    reader.pastes(&format!("Large\n\n{}", vec![paragraph.as_str(); 300].join("\n\n")));
    reader.sees(
        "that it is saved",
        "return document.querySelector('[role=status]')?.innerText === 'Saved'",
    );
    let marks = reader.marks_each("Large", 100);
    reader.reloads();
    reader.sees(
        "all marks laid out",
        "return document.querySelector('.is-long')
            && !document.querySelector('.is-long .paragraph:not([data-laid])')
            && document.querySelectorAll('main .stop').length > 200",
    );
    assert_eq!(reader.asks("return scrollY", &[]), 0, "nobody has scrolled");
    let heard = reader.hears();
    let heard = heard.iter().filter(|it| it.0 == "button" && it.1.starts_with("Your note: “"));
    let heard = heard.count();
    assert!(marks > 200 && heard == marks, "{heard} of {marks}");
    reader.leaves();
}

/// What the words of an article are, the marks among them, and lines that are folded.
const WORDS: [&str; 6] =
    ["heading", "paragraph", "StaticText", "button", "group", "DisclosureTriangle"];

fn is_quote(name: &str) -> bool {
    ["Direct quote", "Partly quoted", "Reported"].iter().any(|kind| name.starts_with(kind))
}

/// Whether the marks, which are drawn in goes once the cards are there, are all there too.
const ALL_DRAWN: &str = "
    const counts = [...document.querySelectorAll('.layer-count')].map(it => Number(it.innerText));
    const marks = document.querySelectorAll('main .stop:not([data-stop^=scare])');
    return marks.length > 0 && marks.length === counts.reduce((sum, count) => sum + count);
";

/// What axe-core finds in a theme, once the page has come to rest. What is wrong in no colour is looked for once.
const CHECK: &str = "
    document.documentElement.dataset.theme = arguments[0];
    await new Promise(done => setTimeout(done, 250));
    const isFirst = arguments[0] === 'light';
    const { violations, passes } = await axe.run(document, isFirst ? {} : { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
    const told = ({ id, nodes }) => [id, ...nodes.map(it => it.target.join(' ') + ': ' + it.failureSummary)];
    return { checked: passes.length, violations: violations.map(told) };
";
