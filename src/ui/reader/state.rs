//! [`reading_state`]: what stands in the way of reading or changing the article, if anything, and that
//! it is still being read.

use galley_engine::Means;
use galley_notebook::Access;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::hooks::{Reading, Wish};
use crate::ui::banner::{Weight, banner};

const READ_ONLY: &str = "A part of this article could not be read and is left as it is, so the \
    article cannot be changed here. Reload the page for a newer Galley, or once storage has room.";

const UNREAD: &str =
    "The engine could not read this article. You can still highlight and write notes.";

const STOPPED: &str = "You stopped the reading. The article is kept, and you can highlight and write \
    notes. Read it again to see who is quoted and named.";

const BY_RULES: &str = "Read by rules alone: the language model could not be loaded.";

const TURNING: &str = "This text has characters that turn the direction of writing. They are shown \
    as signs.";

/// The banners. `is_turning` says that the text has such characters; `on_wish` stops the reading, or reads once more.
pub(super) fn reading_state(
    is_turning: bool,
    reading: &Reading,
    access: Access,
    on_wish: &Callback<Wish>,
) -> Html {
    let told = |words| banner(Weight::Plain, words, &[]);
    let read_only = (access == Access::ReadOnly).then(|| told(READ_ONLY));
    let turning = is_turning.then(|| told(TURNING));
    let again =
        |words| banner(Weight::Plain, words, &[("Read again", on_wish.reform(|()| Wish::Again))]);
    let is_by_rules = reading.found().is_some_and(|found| found.means == Means::Rules);
    let state = match reading {
        Reading::Waiting => html! { <Progress on_stop={on_wish.reform(|()| Wish::Stop)} /> },
        Reading::Failed => again(UNREAD),
        Reading::Stopped => again(STOPPED),
        Reading::Done(_) if is_by_rules => told(BY_RULES),
        Reading::Done(_) => Html::default(),
    };
    html! { <>{ read_only }{ turning }{ state }</> }
}

/// Milliseconds for which nobody wonders what the page is doing.
const MOMENT: u32 = 1_000;

#[derive(Properties, PartialEq)]
struct Props {
    on_stop: Callback<()>,
}

/// That the article is being read, once that takes longer than a moment, and the way to stop it.
#[component]
fn Progress(props: &Props) -> Html {
    let is_long = use_state_eq(|| false);
    use_effect_with((), {
        let is_long = is_long.setter();
        move |()| {
            let timeout = Timeout::new(MOMENT, move || is_long.set(true));
            move || drop(timeout)
        }
    });
    let onclick = props.on_stop.reform(|_: MouseEvent| ());
    html! {
        if *is_long {
            <div class="banner" role="status">
                <p>{ "Reading the article. You can highlight and write notes meanwhile." }</p>
                <progress class="banner-progress" aria-label="Reading the article" />
                <button class="button" {onclick}>{ "Stop" }</button>
            </div>
        }
    }
}
