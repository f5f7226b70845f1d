//! [`PanelBar`]: on narrow screens the margins are sheets, and this opens them.

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

/// What the bar shows.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The sheet that is open.
    pub(crate) open: Option<Panel>,
    /// How many quotes there are.
    pub(crate) quotes: usize,
    /// How many names.
    pub(crate) names: usize,
    /// How many marks of the reader's own.
    pub(crate) notes: usize,
    /// Called with the sheet that the reader chooses.
    pub(crate) on_choose: Callback<Panel>,
}

/// The bar; hidden where both margins have room.
#[component]
pub(crate) fn PanelBar(props: &Props) -> Html {
    let button = |panel: Panel, label: String| {
        let onclick = props.on_choose.reform(move |_: MouseEvent| panel);
        let open = props.open == Some(panel);
        html! {
            <button
                class={classes!("panel-button", panel.class())}
                aria-expanded={open.to_string()}
                {onclick}
            >
                { label }
            </button>
        }
    };
    html! {
        <nav class="panels" aria-label="Margins">
            { button(Panel::Cards, format!("Quotes {} · Notes {}", props.quotes, props.notes)) }
            { button(Panel::Names, format!("Names {}", props.names)) }
        </nav>
    }
}
