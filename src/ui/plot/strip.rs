//! [`ticks`]: where places stand on a strip as long as the article, and [`strip`], which draws them.

use galley_text::{Span, order};
use yew::prelude::*;

use super::{WIDTH, scaled};

/// A tick on a strip of [`WIDTH`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tick {
    /// Left edge.
    pub(crate) x: usize,
    /// Width.
    pub(crate) width: usize,
    /// The index of the first place that it stands for.
    pub(crate) place: usize,
}

/// The least width of a tick, to be seen and to be hit.
const LEAST: usize = 6;

/// The ticks of `places` in a text of `length` bytes, from left to right. Places that would be drawn
/// over each other are one tick, so that there are never more than the strip has room for.
pub(crate) fn ticks(places: &[Span], length: usize) -> Vec<Tick> {
    let in_order = order(places.iter().map(|it| [it.start() as u64, it.end() as u64, 0]));
    let mut ticks: Vec<Tick> = Vec::new();
    for place in in_order {
        let span = places[place];
        let x = scaled(span.start(), length, WIDTH - LEAST);
        let end = scaled(span.end(), length, WIDTH).max(x + LEAST);
        match ticks.last_mut() {
            Some(last) if last.x + last.width > x => last.width = last.width.max(end - last.x),
            _ => ticks.push(Tick { x, width: end - x, place }),
        }
    }
    ticks
}

/// The strip alone, for the eye only: what it shows is said beside it.
pub(crate) fn strip(places: &[Span], length: usize) -> Html {
    let ticks = ticks(places, length).into_iter();
    // One shape for all: a list of names has hundreds.
    let ticks: String =
        ticks.map(|it| format!("M{} 0h{}v14h-{}z", it.x, it.width, it.width)).collect();
    html! {
        <svg
            class="strip"
            viewBox={format!("0 0 {WIDTH} 14")}
            preserveAspectRatio="none"
            aria-hidden="true"
        >
            <rect class="p-ground" x="0" y="6" width={WIDTH.to_string()} height="2" />
            <path d={ticks} />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_stand_where_their_places_do_and_inside_the_strip() {
        let places = [Span::new(0, 10), Span::new(500, 600), Span::new(999, 1000)];
        let ticks = ticks(&places, 1000);
        assert_eq!(ticks.iter().map(|it| it.place).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(ticks[0].x, 0);
        assert!(ticks[1].x.abs_diff(WIDTH / 2) < 5);
        assert!(ticks.iter().all(|it| it.width >= LEAST && it.x + it.width <= WIDTH));
    }

    #[test]
    fn places_that_touch_on_the_strip_are_one_tick_in_any_order() {
        let places = [Span::new(40, 60), Span::new(39, 45), Span::new(0, 2)];
        let ticks = ticks(&places, 1_000_000);
        assert_eq!(ticks.len(), 1);
        assert_eq!(ticks[0].place, 2);
    }

    #[test]
    fn very_many_places_make_no_more_ticks_than_there_is_room() {
        let places: Vec<Span> = (0..100_000).map(|at| Span::new(at, at + 1)).collect();
        assert!(ticks(&places, 100_000).len() <= WIDTH / LEAST);
        assert!(ticks(&[], 0).is_empty() && ticks(&[Span::new(0, 0)], 0).len() == 1);
    }
}
