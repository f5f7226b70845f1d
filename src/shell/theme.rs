//! Light, dark, or as the system has it.

use gloo::utils::document_element;

use super::storage;

/// The page's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The setting's name.
const NAME: &str = "theme";

impl Theme {
    /// The next one round.
    #[must_use]
    pub(crate) const fn next(self) -> Self {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }

    /// Its name on the page.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Theme::System => "System colours",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        }
    }

    const fn word(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

/// The theme that the reader chose last, shown at once.
pub(crate) fn remembered() -> Theme {
    let theme = match storage::setting(NAME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    };
    show(theme);
    theme
}

/// Shows `theme` and remembers it. Where it cannot be kept it holds until the page is closed.
pub(crate) fn choose(theme: Theme) {
    show(theme);
    let _ = storage::set_setting(NAME, theme.word().unwrap_or("system"));
}

fn show(theme: Theme) {
    let root = document_element();
    // Both calls fail only for names that are not legal, and this one is.
    let _ = match theme.word() {
        Some(word) => root.set_attribute("data-theme", word),
        None => root.remove_attribute("data-theme"),
    };
}
