//! Pictures of the page for people to look at: three widths, light and dark.

use galley_e2e::{Look, Reader};

#[test]
fn the_page_is_pictured_at_every_width_in_light_and_dark() {
    for (width, height) in [(1440, 900), (1024, 768), (390, 844)] {
        for dark in [false, true] {
            let reader = Reader::arrives(Look { width, height, dark });
            reader.sees("a marked quote", "return document.querySelector('main mark')");
            reader.sees(
                "that it is saved",
                "return document.querySelector('[role=status]').innerText === 'Saved'",
            );
            let fits = "return document.documentElement.scrollWidth <= window.innerWidth";
            reader.sees("that nothing is wider than the window", fits);
            reader.pictures(&format!("{width}-{}", if dark { "dark" } else { "light" }));
            reader.leaves();
        }
    }
}
