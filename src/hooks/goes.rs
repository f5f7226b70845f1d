//! [`use_goes`]: what is long is drawn in several goes, so that the page hears the reader between them.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds from one go to the next: the browser is to lay out what is there before more comes.
pub(super) const FRAME: u32 = 16;

/// How many of `total` are to be drawn by now: in each go as many more as `next` says of those that the
/// goes before have drawn.
#[hook]
pub(crate) fn use_goes(total: usize, next: fn(usize) -> usize) -> usize {
    let drawn = use_mut_ref(|| 0);
    let again = use_force_update();
    let before: usize = *drawn.borrow();
    let now = total.min(before.saturating_add(next(before)));
    use_effect_with((now, total), move |_| {
        *drawn.borrow_mut() = now;
        let timeout = (now < total).then(|| Timeout::new(FRAME, move || again.force_update()));
        move || drop(timeout)
    });
    now
}

/// `FEW` in each of the first goes, then half as many as are there: each go costs more the more there is, so that
/// many of one size would keep the last waiting for a quarter of a minute.
pub(crate) const fn growing<const FEW: usize>(drawn: usize) -> usize {
    if drawn / 2 > FEW { drawn / 2 } else { FEW }
}
