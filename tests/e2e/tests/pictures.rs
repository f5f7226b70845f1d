//! Pictures of the page and of each pane for people to look at: three widths, light and dark.

use galley_e2e::{Hand, Look, Reader};

#[test]
fn the_page_is_pictured_at_every_width_in_light_and_dark() {
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        for dark in [false, true] {
            let reader = Reader::arrives(Look { width, height, dark });
            reader.sees("a marked quote", "return document.querySelector('main mark')");
            reader.sees(
                "that it is saved",
                "return document.querySelector('[role=status]')?.innerText === 'Saved'",
            );
            let fits = "return document.documentElement.scrollWidth <= window.innerWidth";
            reader.sees("that nothing is wider than the window", fits);
            let look = format!("{width}-{}", if dark { "dark" } else { "light" });
            reader.pictures(&look);
            pictures_panes(&reader, &look, fits);
            reader.leaves();
        }
    }
}

/// A chosen quote’s card, what can be said of a name, and each pane with something in it. `fits` says that nothing is wider than the window.
fn pictures_panes(reader: &Reader, look: &str, fits: &str) {
    for words in ["a bedsheet with red letters", "Ice, not sandbags"] {
        reader.drags_over(words);
        reader.sees("a label", "return document.querySelector('[role=toolbar] .is-label')");
        reader.asks("document.querySelector('[role=toolbar] .is-label').click()", &[]);
        reader.sees("the mark", "return document.querySelector('main mark.t-yellow')");
    }
    reader.points_at("mouse", "Three times");
    reader.sees(
        "a chosen card",
        "return document.querySelector('.card.is-lit select')?.checkVisibility()",
    );
    reader.sketches(&format!("cards-{look}"));
    reader.closes(Hand::Mouse);
    reader.points_at("mouse", "Exeter");
    reader.sees("what can be said of it", "return document.querySelector('.popover .verdict')");
    reader.sketches(&format!("correction-{look}"));
    reader.closes(Hand::Mouse);
    for pane in ["Names", "Voices", "Notes"] {
        reader.clicks(pane);
        let shown =
            format!("return document.querySelector('aside[aria-label={pane}]').checkVisibility()");
        reader.sees(pane, &shown);
        reader.sees("that nothing is wider than the window", fits);
        reader.sketches(&format!("{}-{look}", pane.to_lowercase()));
    }
    reader.asks("document.querySelector('[aria-label=Settings]').click()", &[]);
    reader.sees("the settings", "return document.querySelector('dialog[open]')");
    reader.sketches(&format!("settings-{look}"));
}
