//! [`Settings`]: how the reader wants the page, each a record of its own, so that two tabs never
//! write over each other's choice.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document_element;
use yew::Callback;

use super::storage;

/// One of a few, by name.
pub(crate) trait Choice: Copy + PartialEq + 'static {
    /// The setting's name.
    const NAME: &'static str;
    /// All that there is to choose from.
    const ALL: &'static [Self];
    /// What it is called in storage.
    fn word(self) -> &'static str;
    /// What it is called on the page.
    fn label(self) -> &'static str;
}

macro_rules! choice {
    ($(#[$doc:meta])* $type:ident = $name:literal:
        $($(#[$each:meta])* $variant:ident $word:literal $label:literal,)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) enum $type {
            $($(#[$each])* $variant,)+
        }

        impl Choice for $type {
            const NAME: &'static str = $name;
            const ALL: &'static [Self] = &[$($type::$variant,)+];
            fn word(self) -> &'static str {
                match self {
                    $($type::$variant => $word,)+
                }
            }
            fn label(self) -> &'static str {
                match self {
                    $($type::$variant => $label,)+
                }
            }
        }
    };
}

choice! {
    /// The page's colours.
    Theme = "theme":
    /// As the system has it.
    #[default]
    System "system" "System",
    /// Dark on light.
    Light "light" "Light",
    /// Brown on cream.
    Sepia "sepia" "Sepia",
    /// Light on dark.
    Dark "dark" "Dark",
}

choice! {
    /// How large the article is set.
    Size = "size":
    /// Smaller than designed.
    Small "small" "Small",
    /// As designed.
    #[default]
    Normal "normal" "Normal",
    /// Larger.
    Large "large" "Large",
    /// Larger still.
    Larger "larger" "Larger",
    /// As large as it gets.
    Largest "largest" "Largest",
}

choice! {
    /// How long a line of the article may be.
    Measure = "measure":
    /// About 55 characters.
    Narrow "narrow" "Narrow",
    /// About 66.
    #[default]
    Normal "normal" "Normal",
    /// About 80.
    Wide "wide" "Wide",
}

choice! {
    /// How much of what is done the page reads out.
    Verbosity = "verbosity":
    /// What was done.
    #[default]
    Normal "normal" "What was done",
    /// What went wrong, and nothing else.
    Quiet "quiet" "Only what went wrong",
}

choice! {
    /// What a screen reader is told of each mark.
    Naming = "naming":
    /// What it is, whom it names or whose it is, and how sure that is.
    #[default]
    Full "full" "Its kind, its name, how sure that is",
    /// What it is, and whom it names or whose it is.
    Kind "kind" "Its kind and its name",
    /// Whom it names or whose it is.
    Name "name" "Its name alone",
}

choice! {
    /// Whether letters, digits and signs work as keys without Control or Alt.
    Letters = "letters":
    /// They do.
    #[default]
    On "on" "Is a shortcut",
    /// They do nothing.
    Off "off" "Does nothing",
}

/// What the reader chose.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Settings {
    /// The page's colours.
    pub(crate) theme: Theme,
    /// How large the article is set.
    pub(crate) size: Size,
    /// How long its lines may be.
    pub(crate) measure: Measure,
    /// How much is read out.
    pub(crate) verbosity: Verbosity,
    /// What is told of each mark.
    pub(crate) naming: Naming,
    /// Whether letters are keys.
    pub(crate) letters: Letters,
    /// The keys that the reader has changed, as `ui` writes them; `None` for none.
    pub(crate) keys: Option<Rc<str>>,
    /// The layers that are on at the start, as `ui` writes them; `None` for all.
    pub(crate) layers: Option<Rc<str>>,
    /// The reader's labels, as `ui` writes them; `None` for those that Galley brings.
    pub(crate) labels: Option<Rc<str>>,
}

/// The names of the settings that are no choice.
pub(crate) const LAYERS: &str = "layers";
pub(crate) const LABELS: &str = "labels";
pub(crate) const KEYS: &str = "keys";

/// The names of all that the reader sets. Others are the page's own.
const NAMES: [&str; 9] = [
    Theme::NAME,
    Size::NAME,
    Measure::NAME,
    Verbosity::NAME,
    Naming::NAME,
    Letters::NAME,
    KEYS,
    LAYERS,
    LABELS,
];

/// What the keys of all settings begin with.
const PREFIX: &str = "galley/setting/";

/// What the reader chose last, shown at once.
pub(crate) fn remembered() -> Settings {
    let free = |name| storage::setting(name).map(Rc::from);
    let settings = Settings {
        theme: read(),
        size: read(),
        measure: read(),
        verbosity: read(),
        naming: read(),
        letters: read(),
        keys: free(KEYS),
        layers: free(LAYERS),
        labels: free(LABELS),
    };
    show(&settings);
    settings
}

/// Remembers a choice. Where it cannot be kept it holds until the page is closed.
pub(crate) fn choose<C: Choice>(choice: C) {
    keep(C::NAME, choice.word());
}

/// The same for a setting that is no choice.
pub(crate) fn keep(name: &str, value: &str) {
    let _ = storage::set_setting(name, value);
}

/// What the reader has set, by name.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    NAMES.iter().filter_map(|&name| Some((name, storage::setting(name)?))).collect()
}

/// Keeps the settings of a backup, but for those that are set here: what the reader sees stays as it is.
pub(crate) fn fill(settings: &[(String, String)]) {
    let is_free = |name: &str| NAMES.contains(&name) && storage::setting(name).is_none();
    let free = settings.iter().filter(|(name, _)| is_free(name));
    free.for_each(|(name, value)| keep(name, value));
}

/// Tells when another tab has changed a setting.
pub(crate) fn listen(changed: Callback<()>) -> EventListener {
    storage::listen(Callback::from(move |(key, _): (String, Option<String>)| {
        if key.starts_with(PREFIX) {
            changed.emit(());
        }
    }))
}

fn read<C: Choice + Default>() -> C {
    let word = storage::setting(C::NAME);
    let known = C::ALL.iter().copied().find(|it| Some(it.word()) == word.as_deref());
    known.unwrap_or_default()
}

/// Shows the page so. The style sheets do the rest.
pub(crate) fn show(settings: &Settings) {
    let root = document_element();
    for (name, word) in [
        ("data-theme", settings.theme.word()),
        ("data-size", settings.size.word()),
        ("data-measure", settings.measure.word()),
    ] {
        // This fails only for names that are not legal, and these are.
        let _ = root.set_attribute(name, word);
    }
}
