//! [`use_panels`]: which pane is shown, and on narrow screens, where the margins are sheets, which
//! is open; [`panel_bar`] opens them.

use yew::prelude::*;

use super::handles::extent_of;
use super::pointing::Ground;
use crate::shell::page_text::{focus_soon, uncover};
use crate::ui::drawing::Target;
use crate::ui::pane::Pane;

/// A margin as a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    /// Quotes and the reader's own marks.
    Cards,
    /// The other margin, with this pane.
    Pane(Pane),
}

impl Panel {
    /// The class of the desk on which it is open.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Panel::Cards => "shows-cards",
            Panel::Pane(_) => "shows-pane",
        }
    }

    /// Its button in the bar.
    fn button(self) -> String {
        let place = match self {
            Panel::Cards => Some(0),
            Panel::Pane(shown) => Pane::ALL.iter().position(|it| *it == shown).map(|at| at + 1),
        };
        format!(".panel-button:nth-child({})", place.unwrap_or_default() + 1)
    }
}

/// What is shown, and the ways to change it.
pub(super) struct Panels {
    /// The sheet that is open on narrow screens.
    pub(super) open: Option<Panel>,
    /// The pane that is shown where it has room.
    pub(super) pane: Pane,
    /// Opens a sheet, or closes the one that is open.
    pub(super) on_panel: Callback<Panel>,
    /// Closes the sheet that is open.
    pub(super) close: Callback<()>,
    /// The same by a button of its own: the keyboard goes back to what opened it.
    pub(super) on_done: Callback<()>,
    /// Turns to a pane.
    pub(super) on_pane: Callback<Pane>,
    /// Points at something from inside a pane, which stays open.
    pub(super) on_choose: Callback<Target>,
}

/// Pointing at a quote or a mark opens the sheet of the cards, unless it is pointed at from a pane.
#[hook]
pub(super) fn use_panels(
    ground: &Ground,
    focus: Option<Target>,
    choose: &Callback<Target>,
) -> Panels {
    // What the reader chose, and what was pointed at then: pointing elsewhere overrules it.
    let chosen = use_state_eq(|| (None::<Panel>, None::<Target>));
    let pane = use_state_eq(Pane::default);
    let open = match focus {
        Some(Target::Quote(_) | Target::Annotation(_)) if chosen.1 != focus => Some(Panel::Cards),
        _ => chosen.0,
    };
    let words = focus.and_then(|it| extent_of(ground, it)).filter(|_| open.is_some());
    use_effect_with((words, open), {
        let text = ground.text.clone();
        move |(words, _)| words.iter().for_each(|&words| uncover(&text, words))
    });
    let show = {
        let (chosen, pane) = (chosen.setter(), pane.setter());
        move |panel: Option<Panel>, focus: Option<Target>| {
            if let Some(Panel::Pane(shown)) = panel {
                pane.set(shown);
            }
            chosen.set((panel, focus));
        }
    };
    let on_panel = use_callback((open, focus), {
        let show = show.clone();
        move |panel: Panel, (open, focus)| {
            show((*open != Some(panel)).then_some(panel), *focus);
        }
    });
    let close = use_callback(focus, {
        let show = show.clone();
        move |(), focus| show(None, *focus)
    });
    let on_done = use_callback((open, close.clone()), |(), (open, close)| {
        close.emit(());
        open.iter().for_each(|panel| focus_soon(&panel.button()));
    });
    let on_pane = use_callback(focus, {
        let show = show.clone();
        move |pane, focus| show(Some(Panel::Pane(pane)), *focus)
    });
    let on_choose = use_callback((open, choose.clone()), move |target, (open, choose)| {
        show(*open, Some(target));
        choose.emit(target);
    });
    Panels { open, pane: *pane, on_panel, close, on_done, on_pane, on_choose }
}

/// How many there are of what the cards show.
pub(super) struct Counts {
    /// Quotes.
    pub(super) quotes: usize,
    /// Marks of the reader's own.
    pub(super) own: usize,
}

/// The bar; hidden where both margins have room.
pub(super) fn panel_bar(panels: &Panels, counts: &Counts) -> Html {
    let button = |panel: Panel, label: String| {
        let onclick = panels.on_panel.reform(move |_: MouseEvent| panel);
        let expanded = (panels.open == Some(panel)).to_string();
        html! {
            <button class={classes!("panel-button", panel.class())} aria-expanded={expanded} {onclick}>
                { label }
            </button>
        }
    };
    let cards = format!("Cards {}", counts.quotes + counts.own);
    let panes = Pane::ALL.iter().map(|&pane| button(Panel::Pane(pane), pane.label().to_owned()));
    html! {
        <nav class="panels" aria-label="Margins">
            { button(Panel::Cards, cards) }
            { for panes }
        </nav>
    }
}
