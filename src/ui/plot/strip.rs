//! [`ticks`]: where places stand on a strip as long as the article, and [`strip`], which draws them.

use galley_text::{Span, order};
use web_sys::Element;
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

/// What is hit of each tick, left edge and width: `least` to be hit by a finger, where its neighbours leave
/// that.
pub(crate) fn zones(ticks: &[Tick], least: usize) -> Vec<(usize, usize)> {
    let middle = |tick: &Tick| tick.x + tick.width / 2;
    let zone = |at: usize, tick: &Tick| {
        let width = tick.width.max(least);
        let from = middle(tick).saturating_sub(width / 2).min(WIDTH - width.min(WIDTH));
        let before = at.checked_sub(1).map(|at| (middle(&ticks[at]) + middle(tick)) / 2);
        let after = ticks.get(at + 1).map(|next| (middle(tick) + middle(next)) / 2);
        let start = before.map_or(from, |it| it.max(from));
        let end = after.map_or(from + width, |it| it.min(from + width));
        (start, end.saturating_sub(start))
    };
    ticks.iter().enumerate().map(|(at, tick)| zone(at, tick)).collect()
}

/// A line as long as the article with a tick at each place, for the eye only: what it shows is said beside it. A press
/// calls `on_place` with the index of the place that is nearest.
pub(crate) fn strip_to(places: &[Span], length: usize, on_place: Callback<usize>) -> Html {
    let ticks = ticks(places, length);
    let onclick = {
        let ticks = ticks.clone();
        Callback::from(move |event: MouseEvent| {
            let strip = event.target_dyn_into::<Element>();
            let strip = strip.and_then(|it| it.closest("svg").ok().flatten());
            let Some(strip) = strip.map(|it| it.get_bounding_client_rect()) else { return };
            let share = (f64::from(event.client_x()) - strip.left()) / strip.width().max(1.0);
            if let Some(place) = nearest(&ticks, (share * WIDTH as f64) as usize) {
                // What holds the strip would go to the first place.
                event.stop_propagation();
                on_place.emit(place);
            }
        })
    };
    drawn(&ticks, onclick)
}

/// The place whose tick is nearest to `x`.
fn nearest(ticks: &[Tick], x: usize) -> Option<usize> {
    let tick = ticks.iter().min_by_key(|it| (it.x + it.width / 2).abs_diff(x));
    tick.map(|it| it.place)
}

fn drawn(ticks: &[Tick], onclick: Callback<MouseEvent>) -> Html {
    // One shape for all: a list of names has hundreds.
    let ticks: String =
        ticks.iter().map(|it| format!("M{} 0h{}v14h-{}z", it.x, it.width, it.width)).collect();
    let end = WIDTH - 2;
    html! {
        <svg
            class="strip"
            viewBox={format!("0 0 {WIDTH} 14")}
            preserveAspectRatio="none"
            aria-hidden="true"
            {onclick}
        >
            <path class="p-line" d={format!("M0 6h{WIDTH}v2h-{WIDTH}zM0 2h2v10h-2zM{end} 2h2v10h-2z")} />
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
    fn a_finger_hits_what_is_nearest_and_each_alone_in_a_zone_of_the_least_width() {
        let places =
            [Span::new(0, 10), Span::new(300, 310), Span::new(320, 330), Span::new(990, 999)];
        let ticks = ticks(&places, 1000);
        let zones = zones(&ticks, 54);
        let ends: Vec<usize> = zones.iter().map(|(x, width)| x + width).collect();
        for (at, tick) in ticks.iter().enumerate() {
            let middle = tick.x + tick.width / 2;
            assert!(zones[at].0 <= middle && middle <= ends[at], "{zones:?}");
            assert!(at == 0 || ends[at - 1] <= zones[at].0, "{zones:?}");
            assert_eq!(nearest(&ticks, middle), Some(at));
        }
        assert_eq!((zones[0].1, zones[3].1), (54, 54), "{zones:?}");
        assert!(ends.iter().all(|&end| end <= WIDTH));
        assert_eq!(nearest(&[], 7), None);
    }

    #[test]
    fn very_many_places_make_no_more_ticks_than_there_is_room() {
        let places: Vec<Span> = (0..100_000).map(|at| Span::new(at, at + 1)).collect();
        assert!(ticks(&places, 100_000).len() <= WIDTH / LEAST);
        assert!(ticks(&[], 0).is_empty() && ticks(&[Span::new(0, 0)], 0).len() == 1);
    }
}
