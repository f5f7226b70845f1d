//! What stands beside the text: cards where quotes crowd, and the page on small, low and paper pages.

use galley_e2e::{Hand, Look, Reader};
use serde_json::{Value, json};

const DESK: Look = Look { width: 1440, height: 900, dark: false };

#[test]
fn cards_stand_beside_their_words_where_somebody_speaks_in_each_line() {
    let reader = Reader::comes_with(Hand::Mouse);
    let turn = |at: usize| {
        format!("“Why is that {at}?” asked Tom Field.\n\n“Because of {at},” said Ann Low.")
    };
    let turns: Vec<String> = (0..40).map(turn).collect();
    reader.pastes(&format!("A talk about numbers\n\n{}", turns.join("\n\n")));
    reader.sees("a card to each line", "return document.querySelectorAll('.card').length === 80");
    let farthest = reader.sees("cards at rest", FARTHEST).as_f64().expect("pixels");
    assert!(farthest < 60.0, "a card stands {farthest} pixels from its words");
    reader.points_at("mouse", "Because of 30");
    reader.sees("its card, beside it", "return document.querySelector('.card.is-lit')");
    let held = reader.sees("cards at rest", HELD).as_f64().expect("pixels");
    assert!(held < 2.0, "the chosen card stands {held} pixels from its words");
    reader.leaves();
}

#[test]
fn the_narrowest_phones_cut_nothing_off_not_even_when_nothing_can_be_saved() {
    for width in [320, 360] {
        let reader = Reader::arrives_after(FULL, DESK);
        reader.takes_a_phone_of(width, 640);
        reader.finds("button", "Partly quoted: Ruth Penhallow");
        assert_eq!(reader.asks(WIDTH, &[]), json!(width));
        reader.asks("window.isFull = true", &[]);
        reader.selects("dispute", 300);
        reader.uses(Hand::Finger, "button", "Highlight");
        reader.sees(
            "that it is not saved",
            "return document.querySelector('.bar [role=status]').textContent.startsWith('Not saved')",
        );
        assert_eq!(reader.asks(WIDTH, &[]), json!(width), "where nothing is saved");
        reader.leaves();
    }
}

#[test]
fn on_a_phone_held_sideways_a_sheet_leaves_room_for_the_words_and_the_card_is_whole() {
    let reader = Reader::arrives(DESK);
    reader.takes_a_phone_of(844, 390);
    reader.finds("button", "Partly quoted: Ruth Penhallow");
    reader.points_at("touch", "spring tides");
    let [words, sheet, card] =
        ["words", "sheet", "card"].map(|it| reader.sees(it, SIDEWAYS)[it].clone());
    let side = |of: &Value, at: usize| of[at].as_f64().expect("pixels");
    assert!(side(&words, 2) <= side(&sheet, 0), "the sheet is over the words: {words} {sheet}");
    assert!(
        side(&words, 1) > 50.0 && side(&words, 3) < 342.0,
        "the words are out of view: {words}"
    );
    assert!(side(&card, 1) > side(&sheet, 1), "the card begins above the sheet: {card} {sheet}");
    reader.leaves();
}

#[test]
fn on_paper_there_are_the_cards_and_nothing_to_press() {
    let reader = Reader::arrives(Look { width: 739, height: 1000, dark: false });
    reader.finds("button", "Partly quoted: Ruth Penhallow");
    reader.takes_paper();
    let shown = "return ['.card', '.panels', '.bar', '.layers', '.first-use'].map(it => document.querySelector(it).checkVisibility())";
    assert_eq!(reader.asks(shown, &[]), json!([true, false, false, false, false]));
    let overhang = "return document.documentElement.scrollWidth - innerWidth";
    assert!(reader.asks(overhang, &[]).as_i64() <= Some(0), "wider than the paper");
    reader.leaves();
}

/// How far a card stands from the first line of its words, once none moves any more.
const FARTHEST: &str = "
    if (document.getAnimations().length) return null;
    const marks = [...document.querySelectorAll('main .m-direct')].map(it => it.getBoundingClientRect().top);
    const cards = [...document.querySelectorAll('.card')].map(it => it.getBoundingClientRect().top);
    return Math.max(...cards.map((top, at) => Math.abs(top - marks[at])));
";

const HELD: &str = "
    if (document.getAnimations().length) return null;
    const top = it => document.querySelector(it).getBoundingClientRect().top;
    return Math.abs(top('.card.is-lit') - top('main .lit-quote')) + 0.01;
";

/// Storage that can be filled at once.
const FULL: &str = "
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...record) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
        return setItem.apply(this, record);
    };
";

const WIDTH: &str = "return document.documentElement.scrollWidth";

/// Where the chosen words, the sheet and the chosen card stand once they rest: left, top, right, bottom.
const SIDEWAYS: &str = "
    const before = scrollY;
    await new Promise(done => setTimeout(done, 300));
    if (scrollY !== before) return null;
    const all = { words: 'main .lit-quote', sheet: '.shows-cards .margin', card: '.card.is-lit' };
    const places = Object.entries(all).map(([name, selector]) => {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        return box && [name, [box.left, box.top, box.right, box.bottom]];
    });
    return places.every(Boolean) && Object.fromEntries(places);
";
