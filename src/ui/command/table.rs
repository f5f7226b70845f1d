//! [`TABLE`]: the commands, each with its name and the keys that it has until the reader changes them.

use galley_engine::MentionKind;
use galley_text::{Edge, Step, Way};

use super::{Command, Gesture, List, Sort};
use crate::ui::layer::Layer;
use crate::ui::pane::Pane;
use crate::ui::selection_bar::Marking;

/// A command as the reader knows it.
#[derive(Debug)]
pub(crate) struct Entry {
    /// What it is called in storage. It never changes.
    pub(crate) id: &'static str,
    /// What it is called on the page.
    pub(crate) name: &'static str,
    /// Its keys, as [`Chord::list`](crate::hooks::Chord::list) reads them.
    pub(crate) keys: &'static str,
    /// Where it can be used.
    pub(crate) group: Group,
    /// What it is.
    pub(crate) command: Command,
}

impl Entry {
    /// Whether it keeps its key: what every page and every browser has on that key.
    pub(crate) const fn is_fixed(&self) -> bool {
        matches!(self.command, Command::Open | Command::Close)
    }
}

/// Where commands can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// On the whole page.
    Page,
    /// In an article.
    Marks,
    /// At a mark that is pointed at.
    Mark,
    /// With words that are selected, the lit sentence, or the words of the mark that is pointed at.
    Words,
    /// In an article, by sentences and characters.
    Reading,
    /// In an article, for what stands around it.
    View,
    /// In an article, to have it as a file.
    Files,
}

impl Group {
    /// All of them, in the order in which the page shows them.
    pub(crate) const ALL: [Group; 7] = [
        Group::Page,
        Group::Marks,
        Group::Mark,
        Group::Words,
        Group::Reading,
        Group::View,
        Group::Files,
    ];

    /// What stands above them.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Group::Page => "Anywhere",
            Group::Marks => "From mark to mark",
            Group::Mark => "At a mark",
            Group::Words => "With selected words, a lit sentence or a mark",
            Group::Reading => "By sentences and with a caret",
            Group::View => "What is shown",
            Group::Files => "Save as a file",
        }
    }
}

const fn entry(
    id: &'static str,
    name: &'static str,
    keys: &'static str,
    group: Group,
    command: Command,
) -> Entry {
    Entry { id, name, keys, group, command }
}

use Command as C;
use Edge::{End, Start};
use Group::{Files, Mark, Marks, Page, Reading, View, Words};
use Step::{Character, Sentence, Word};
use Way::{Back, On};

/// Every command. What stands first is offered first.
#[rustfmt::skip]
pub(crate) const TABLE: &[Entry] = &[
    entry("palette", "Find a command, a person or an article", "Ctrl+K", Page, C::Palette),
    entry("help", "All keys", "?", Page, C::Help),
    entry("undo", "Undo", "Ctrl+Z", Page, C::Undo),
    entry("redo", "Redo", "Ctrl+Shift+Z Ctrl+Y", Page, C::Redo),
    entry("shelf", "Go to all articles", "", Page, C::Shelf),
    entry("settings", "Settings", ",", Page, C::Settings),
    entry("theme", "Change colours: light, sepia or dark", "", Page, C::Theme),
    entry("close", "Close what is open, leave a mode", "Escape", Page, C::Close),

    entry("next", "Next mark", "J", Marks, C::Go(Sort::Any, On)),
    entry("previous", "Previous mark", "K", Marks, C::Go(Sort::Any, Back)),
    entry("next-quote", "Next quote", "Q", Marks, C::Go(Sort::Quote, On)),
    entry("previous-quote", "Previous quote", "Shift+Q", Marks, C::Go(Sort::Quote, Back)),
    entry("next-person", "Next person", "P", Marks, C::Go(Sort::Name(Layer::People), On)),
    entry("previous-person", "Previous person", "Shift+P", Marks, C::Go(Sort::Name(Layer::People), Back)),
    entry("next-organization", "Next organization", "O", Marks, C::Go(Sort::Name(Layer::Organizations), On)),
    entry("previous-organization", "Previous organization", "Shift+O", Marks, C::Go(Sort::Name(Layer::Organizations), Back)),
    entry("next-place", "Next place", "L", Marks, C::Go(Sort::Name(Layer::Places), On)),
    entry("previous-place", "Previous place", "Shift+L", Marks, C::Go(Sort::Name(Layer::Places), Back)),
    entry("next-number", "Next date or number", "D", Marks, C::Go(Sort::Name(Layer::Numbers), On)),
    entry("previous-number", "Previous date or number", "Shift+D", Marks, C::Go(Sort::Name(Layer::Numbers), Back)),
    entry("next-other", "Next other name", "T", Marks, C::Go(Sort::Name(Layer::Other), On)),
    entry("previous-other", "Previous other name", "Shift+T", Marks, C::Go(Sort::Name(Layer::Other), Back)),
    entry("next-mine", "Next mark of mine", "M", Marks, C::Go(Sort::Mine, On)),
    entry("previous-mine", "Previous mark of mine", "Shift+M", Marks, C::Go(Sort::Mine, Back)),
    entry("next-question", "Next mark that the engine is not sure of", "U", Marks, C::Go(Sort::Question, On)),
    entry("previous-question", "Previous mark that the engine is not sure of", "Shift+U", Marks, C::Go(Sort::Question, Back)),

    entry("open", "Open the mark that is gone to", "Enter", Mark, C::Open),
    entry("accept", "Accept what was found", "A", Mark, C::Accept),
    entry("reject", "Reject what was found", "X", Mark, C::Reject),
    entry("speaker", "Change who says it", "", Mark, C::Choose(List::Speaker)),
    entry("kind", "Change the kind of the name", "", Mark, C::Choose(List::Kind)),
    entry("where", "Say where it counts: here, in all places, everywhere", "", Mark, C::Choose(List::Where)),
    entry("remove", "Remove my mark", "Delete", Mark, C::Remove),
    entry("end-on-word", "End of the mark on by a word", "F", Mark, C::Edge(End, On, Word)),
    entry("end-back-word", "End of the mark back by a word", "Shift+F", Mark, C::Edge(End, Back, Word)),
    entry("start-back-word", "Start of the mark back by a word", "B", Mark, C::Edge(Start, Back, Word)),
    entry("start-on-word", "Start of the mark on by a word", "Shift+B", Mark, C::Edge(Start, On, Word)),
    entry("end-on-sentence", "End of the mark on by a sentence", "G", Mark, C::Edge(End, On, Sentence)),
    entry("end-back-sentence", "End of the mark back by a sentence", "Shift+G", Mark, C::Edge(End, Back, Sentence)),
    entry("start-back-sentence", "Start of the mark back by a sentence", "R", Mark, C::Edge(Start, Back, Sentence)),
    entry("start-on-sentence", "Start of the mark on by a sentence", "Shift+R", Mark, C::Edge(Start, On, Sentence)),
    entry("end-on-character", "End of the mark on by a character", "I", Mark, C::Edge(End, On, Character)),
    entry("end-back-character", "End of the mark back by a character", "Shift+I", Mark, C::Edge(End, Back, Character)),
    entry("start-back-character", "Start of the mark back by a character", "Y", Mark, C::Edge(Start, Back, Character)),
    entry("start-on-character", "Start of the mark on by a character", "Shift+Y", Mark, C::Edge(Start, On, Character)),

    entry("highlight", "Highlight", "H", Words, C::With(Gesture::Highlight)),
    entry("note", "Write a note", "N", Words, C::With(Gesture::Note)),
    entry("mark-quote", "Mark as a quote", "W", Words, C::Mark(Marking::Quote)),
    entry("mark-person", "Mark as a person", "", Words, C::Mark(Marking::Kind(MentionKind::Person))),
    entry("mark-organization", "Mark as an organization", "", Words, C::Mark(Marking::Kind(MentionKind::Organization))),
    entry("mark-place", "Mark as a place", "", Words, C::Mark(Marking::Kind(MentionKind::Place))),
    entry("mark-date", "Mark as a date", "", Words, C::Mark(Marking::Kind(MentionKind::Date))),
    entry("mark-other", "Mark as another name", "", Words, C::Mark(Marking::Kind(MentionKind::Misc))),
    entry("extent", "Make the mark as long as the selection", "E", Words, C::Mark(Marking::Extent)),
    entry("cue", "Make the selection the quote’s cue", "", Words, C::Mark(Marking::Cue)),

    entry("next-sentence", "Next sentence", "S", Reading, C::Sentence(On)),
    entry("previous-sentence", "Previous sentence", "Shift+S", Reading, C::Sentence(Back)),
    entry("grow-sentence", "Select on by a sentence", "Shift+Down", Reading, C::Grow(On, Sentence)),
    entry("grow-back-sentence", "Select back by a sentence", "Shift+Up", Reading, C::Grow(Back, Sentence)),
    entry("grow-word", "Select on by a word", "Ctrl+Shift+Right Alt+Shift+Right", Reading, C::Grow(On, Word)),
    entry("grow-back-word", "Select back by a word", "Ctrl+Shift+Left Alt+Shift+Left", Reading, C::Grow(Back, Word)),
    entry("grow-character", "Select on by a character", "Shift+Right", Reading, C::Grow(On, Character)),
    entry("grow-back-character", "Select back by a character", "Shift+Left", Reading, C::Grow(Back, Character)),
    entry("caret", "A caret in the text, or none", "C", Reading, C::Caret),
    entry("caret-sentence", "Caret on by a sentence", "Down", Reading, C::Move(On, Sentence)),
    entry("caret-back-sentence", "Caret back by a sentence", "Up", Reading, C::Move(Back, Sentence)),
    entry("caret-word", "Caret on by a word", "Ctrl+Right", Reading, C::Move(On, Word)),
    entry("caret-back-word", "Caret back by a word", "Ctrl+Left", Reading, C::Move(Back, Word)),
    entry("caret-character", "Caret on by a character", "Right", Reading, C::Move(On, Character)),
    entry("caret-back-character", "Caret back by a character", "Left", Reading, C::Move(Back, Character)),

    entry("names", "Show the names", "", View, C::Show(Pane::Names)),
    entry("voices", "Show the voices", "V", View, C::Show(Pane::Voices)),
    entry("notes", "Show the notes", "", View, C::Show(Pane::Notes)),
    entry("quotes-layer", "Quotes on or off", "", View, C::Toggle(Layer::Quotes)),
    entry("people-layer", "People on or off", "", View, C::Toggle(Layer::People)),
    entry("organizations-layer", "Organizations on or off", "", View, C::Toggle(Layer::Organizations)),
    entry("places-layer", "Places on or off", "", View, C::Toggle(Layer::Places)),
    entry("numbers-layer", "Dates and numbers on or off", "", View, C::Toggle(Layer::Numbers)),
    entry("other-layer", "Other names on or off", "", View, C::Toggle(Layer::Other)),
    entry("mine-layer", "My marks on or off", "", View, C::Toggle(Layer::Mine)),

    entry("save-page", "Save as a web page", "", Files, C::Save(0)),
    entry("save-markdown", "Save as Markdown", "", Files, C::Save(1)),
    entry("save-table", "Save as a table", "", Files, C::Save(2)),
    entry("save-annotations", "Save as web annotations", "", Files, C::Save(3)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hooks::Chord;
    use crate::ui::pane::FORMS;

    #[test]
    fn no_two_commands_share_an_id_a_name_or_a_key() {
        for (index, entry) in TABLE.iter().enumerate() {
            for other in &TABLE[..index] {
                assert!(
                    entry.id != other.id
                        && entry.name != other.name
                        && entry.command != other.command
                );
                let keys = Chord::list(entry.keys);
                assert!(
                    Chord::list(other.keys).iter().all(|key| !keys.contains(key)),
                    "{}",
                    entry.id
                );
            }
        }
    }

    #[test]
    fn every_key_of_the_table_can_be_read_and_is_left_to_the_page() {
        for entry in TABLE {
            let keys = Chord::list(entry.keys);
            assert_eq!(keys.len(), entry.keys.split_whitespace().count(), "{}", entry.id);
            // The caret's keys are its own as long as it is there.
            let fixed = entry.is_fixed() || matches!(entry.command, C::Move(..));
            assert!(fixed || keys.iter().all(|key| key.reserved().is_none()), "{}", entry.id);
        }
    }

    #[test]
    fn a_letter_is_never_the_only_way_to_a_command() {
        let palette = Chord::list(TABLE[0].keys);
        assert!(TABLE[0].command == C::Palette && palette.iter().all(|key| !key.is_single()));
    }

    #[test]
    fn every_layer_is_gone_through_and_every_pane_and_form_has_a_command() {
        let has = |command| TABLE.iter().any(|entry| entry.command == command);
        for layer in Layer::ALL {
            let sort = match layer {
                Layer::Quotes => Sort::Quote,
                Layer::Mine => Sort::Mine,
                _ => Sort::Name(layer),
            };
            assert!(has(C::Go(sort, On)) && has(C::Go(sort, Back)) && has(C::Toggle(layer)));
        }
        assert!(Pane::ALL.into_iter().all(|pane| has(C::Show(pane))));
        assert!((0..FORMS.len()).all(|form| has(C::Save(form))));
    }

    #[test]
    fn every_entry_stands_in_a_group_that_is_shown() {
        assert!(TABLE.iter().all(|entry| Group::ALL.contains(&entry.group)));
    }
}
