//! [`panel_bar`]: on narrow screens the margins are sheets, and this opens them.

use yew::prelude::*;

/// A margin as a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    /// Quotes and the reader's own marks.
    Cards,
    /// Names by kind.
    Names,
}

impl Panel {
    /// The class of the desk on which it is open.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Panel::Cards => "shows-cards",
            Panel::Names => "shows-names",
        }
    }
}

/// How many there are of what the sheets show.
pub(super) struct Counts {
    /// Quotes.
    pub(super) quotes: usize,
    /// Names.
    pub(super) names: usize,
    /// Marks of the reader's own.
    pub(super) own: usize,
}

/// The bar; hidden where both margins have room.
pub(super) fn panel_bar(open: Option<Panel>, counts: &Counts, choose: &Callback<Panel>) -> Html {
    let button = |panel: Panel, label: String| {
        let onclick = choose.reform(move |_: MouseEvent| panel);
        let expanded = (open == Some(panel)).to_string();
        html! {
            <button class={classes!("panel-button", panel.class())} aria-expanded={expanded} {onclick}>
                { label }
            </button>
        }
    };
    html! {
        <nav class="panels" aria-label="Margins">
            { button(Panel::Cards, format!("Quotes {} · Notes {}", counts.quotes, counts.own)) }
            { button(Panel::Names, format!("Names {}", counts.names)) }
        </nav>
    }
}
