//! How the page looks where it rarely is looked at: in the narrowest and the widest window, and in colours that
//! the system chooses.

use galley_e2e::{Hand, Look, Reader};
use serde_json::{Value, json};

const NARROW: Look = Look { width: 320, height: 640, dark: false };
const WIDE: Look = Look { width: 2560, height: 1440, dark: false };
const DESK: Look = Look { width: 1440, height: 900, dark: false };

#[test]
fn in_colours_of_the_system_marks_stand_on_its_ground_and_what_is_chosen_is_told_by_its_form() {
    for dark in [false, true] {
        let reader = reads(Look { dark, ..DESK });
        reader.takes_colours_of_the_system(dark);
        reader.clicks("Voices");
        reader.uses(Hand::Mouse, "button", "Direct quote: Ruth Penhallow");
        let found = reader.sees("the chosen quote", FORCED);
        reader.pictures(&format!("forced-{}", if dark { "dark" } else { "light" }));
        assert_eq!(found, json!([]), "dark: {dark}");
        reader.leaves();
    }
}

#[test]
fn nothing_is_cut_off_in_any_state_at_320_and_at_2560_pixels() {
    for look in [NARROW, WIDE] {
        let reader = reads(look);
        reader.goes_through_states(|name| {
            let cut = reader.asks(CUT, &[]);
            reader.pictures(&format!("{}-{}", look.width, name.replace(' ', "-")));
            assert_eq!(cut, Value::Array(vec![]), "{name} at {} pixels", look.width);
        });
        reader.leaves();
    }
}

#[test]
fn an_open_pane_neither_covers_nor_crowds_the_text_where_one_margin_alone_has_room() {
    for width in [1000, 1024, 1340] {
        let reader = reads(Look { width, height: 768, dark: false });
        reader.clicks("Voices");
        let room = reader.sees("the pane", ROOM).as_f64().expect("pixels");
        assert!(room >= 24.0, "{room} pixels between the text and the pane at {width}");
        reader.uses(Hand::Mouse, "button", "Close Voices");
        reader.sees("the cards again", "return document.querySelector('.card').checkVisibility()");
        reader.leaves();
    }
}

#[test]
fn a_finger_hits_the_ticks_of_strips_and_goes_to_their_places() {
    let reader = reads(DESK);
    reader.takes_a_phone();
    reader.uses(Hand::Finger, "button", "Voices");
    assert_eq!(reader.sees("the plot", SMALL), json!([]), "less than 24 pixels");
    reader.uses(Hand::Finger, "button", "Names");
    reader.sees("the names", "return document.querySelector('.name .strip')?.checkVisibility()");
    reader.taps(".name .strip");
    reader.sees("a place", "return document.querySelector('.place[aria-current]')");
    reader.leaves();
}

fn reads(look: Look) -> Reader {
    let reader = Reader::arrives(look);
    reader.finds("button", "Partly quoted: Ruth Penhallow");
    reader
}

/// What is beside the window, or wider than what holds it and hides the rest or scrolls; the layers may. What only
/// screen readers come to is a pixel wide.
const CUT: &str = "
    await new Promise(done => setTimeout(done, 300));
    const cut = [];
    const told = it => `${it.localName}.${it.getAttribute('class')} “${it.textContent.slice(0, 40)}”`;
    const wide = document.documentElement.clientWidth;
    for (const it of document.querySelectorAll('body, body *:not(svg *)')) {
        const { left, right, width, height } = it.getBoundingClientRect();
        const isSeen = it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        if (!isSeen || width <= 1 || height <= 1) continue;
        const isHeld = it.closest('.layers, .handles');
        if ((left < -1 || right > wide + 1) && !isHeld) cut.push(`beside the window: ${told(it)}`);
        const isLoose = getComputedStyle(it).overflowX === 'visible' || it.matches('select, input');
        if (!isLoose && !isHeld && it.scrollWidth > it.clientWidth + 1) cut.push(`cut off: ${told(it)}`);
    }
    return cut;
";

/// Pixels between the ends of the longest lines and the pane.
const ROOM: &str = "
    const pane = document.querySelector('.pane');
    if (!pane.checkVisibility()) return null;
    const lines = [...document.querySelectorAll('article :is(h1, h2, p)')].flatMap(it => {
        const range = document.createRange();
        range.selectNodeContents(it);
        return [...range.getClientRects()];
    });
    return pane.getBoundingClientRect().left - Math.max(...lines.map(it => it.right));
";

/// What can be hit of ticks and is smaller than 24 pixels, though nothing beside it takes the room.
const SMALL: &str = "
    const rows = [...document.querySelectorAll('.plot-row')];
    if (rows.length === 0 || !rows[0].checkVisibility()) return null;
    const boxes = row => [...row.querySelectorAll('.plot-hit')].slice(1).map(it => it.getBoundingClientRect());
    return rows.flatMap(row => boxes(row).filter((it, at, all) => {
        const beside = [all[at - 1], all[at + 1]].filter(Boolean);
        const isCrowded = beside.some(other => Math.abs(other.left - it.right) < 1 || Math.abs(it.left - other.right) < 1);
        return it.height < 24 || (it.width < 24 && !isCrowded);
    }).map(it => [it.width, it.height]));
";

/// What is not as it should be where the system chooses the colours, once a quote is chosen.
const FORCED: &str = "
    if (!matchMedia('(forced-colors: active)').matches) return ['the system chooses no colours'];
    const style = it => getComputedStyle(it);
    const [lit, other] = ['.lit-quote', '.m-direct:not(.lit-quote)'].map(it => document.querySelector(`main p ${it}`));
    if (!lit || !other) return false;
    const wrong = [];
    const ground = it => style(it).backgroundColor;
    const grounds = [...document.querySelectorAll('main mark')].filter(it => !ground(it).endsWith(', 0)'));
    if (grounds.length > 0) wrong.push(`${grounds.length} marks have a ground of their own: ${ground(grounds[0])}`);
    if (style(other).borderBlockEndStyle !== 'solid') wrong.push('a quote has no line');
    if (style(lit).outlineStyle !== 'solid') wrong.push('a chosen quote has no outline');
    if (style(document.querySelector('main .m-person')).textDecorationStyle !== 'solid') wrong.push('a person has no line');
    if (style(document.querySelector('main .m-place')).textDecorationStyle !== 'dashed') wrong.push('a place has no dashes');
    const [on, off] = ['true', 'false'].map(it => document.querySelector(`.turn[aria-pressed=${it}]`));
    if (style(on).borderBlockEndColor === style(off).borderBlockEndColor) wrong.push('panes look alike');
    const [ink, paper] = [style(document.body).color, style(document.body).backgroundColor];
    const fill = it => style(document.querySelector(`.plot ${it}`)).fill;
    if (fill('.plot-name') !== ink || fill('.plot-fact') !== ink) wrong.push('words of the plot are not in the ink of the system');
    if (fill('.p-ground') !== paper) wrong.push('what is not spoken is filled in the plot');
    return wrong;
";
