//! [`use_goes`]: a long list is drawn in several goes, so that the page hears the reader between them.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How many of `total` are to be drawn by now: `few` more in each go than were drawn in the last.
#[hook]
pub(crate) fn use_goes(total: usize, few: usize) -> usize {
    let drawn = use_mut_ref(|| 0);
    let again = use_force_update();
    let now = total.min(*drawn.borrow() + few);
    use_effect_with((now, total), move |_| {
        *drawn.borrow_mut() = now;
        let timeout = (now < total).then(|| Timeout::new(0, move || again.force_update()));
        move || drop(timeout)
    });
    now
}
