//! [`Keymap`]: which keys the commands have, as the reader has it.

use std::fmt::Write;

use super::{Command, Entry, TABLE};
use crate::hooks::Chord;
use crate::shell::settings::Letters;

/// The keys of all commands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Keymap {
    /// What the reader changed: ids and keys. Ids of no command are a newer Galley's, and are kept.
    changed: Vec<(String, Vec<Chord>)>,
    letters: Letters,
}

/// What a button tells of a key.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Hint {
    /// Its `title`.
    pub(crate) title: String,
    /// Its `aria-keyshortcuts`, where a key works.
    pub(crate) keys: Option<String>,
}

impl Keymap {
    /// The keys in `setting`: a line for each command whose keys were changed, its id and its keys with
    /// a tab between. What is no such line is passed over.
    pub(crate) fn read(setting: Option<&str>, letters: Letters) -> Self {
        let mut keymap = Self { changed: Vec::new(), letters };
        for (id, keys) in setting.unwrap_or_default().lines().filter_map(|it| it.split_once('\t')) {
            let read = Chord::list(keys);
            if keys.is_empty() || !read.is_empty() {
                keymap.put(id, Some(read));
            }
        }
        keymap
    }

    /// The changes as [`Keymap::read`] reads them.
    pub(crate) fn write(&self) -> String {
        let mut lines = String::new();
        for (id, keys) in &self.changed {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            // Writing to a string does not fail.
            let _ = writeln!(lines, "{id}\t{}", keys.join(" "));
        }
        lines
    }

    /// The keys of a command, those included that are switched off.
    pub(crate) fn all_keys(&self, entry: &Entry) -> Vec<Chord> {
        let changed = self.changed.iter().find(|(id, _)| id == entry.id && !entry.is_fixed());
        changed.map_or_else(|| Chord::list(entry.keys), |(_, keys)| keys.clone())
    }

    /// The keys that work.
    pub(crate) fn keys(&self, entry: &Entry) -> Vec<Chord> {
        let mut keys = self.all_keys(entry);
        keys.retain(|key| self.hears(key));
        keys
    }

    /// Whether a key works at all: letters can be switched off.
    pub(crate) fn hears(&self, key: &Chord) -> bool {
        self.has_letters() || !key.is_single()
    }

    /// Whether letters, digits and signs are keys.
    pub(crate) fn has_letters(&self) -> bool {
        self.letters == Letters::On
    }

    /// What a key asks for.
    pub(crate) fn command(&self, key: &Chord) -> Option<Command> {
        self.holder(key).filter(|_| self.hears(key)).map(|entry| entry.command)
    }

    /// The first key of a command as it is shown, where one works.
    pub(crate) fn shown(&self, command: Command) -> Option<String> {
        let entry = TABLE.iter().find(|entry| entry.command == command)?;
        self.keys(entry).first().map(|key| key.shown().join(" "))
    }

    /// What a button with these words tells of the key that does the same.
    pub(crate) fn hint(&self, command: Command, label: &str) -> Hint {
        match self.shown(command) {
            Some(key) => Hint {
                title: format!("{label} ({key})"),
                keys: Some(key.replace("Ctrl", "Control").replace(' ', "+")),
            },
            None => Hint { title: label.to_owned(), keys: None },
        }
    }

    /// The command that has a key. What the reader gave a key comes before what comes with it.
    pub(crate) fn holder(&self, key: &Chord) -> Option<&'static Entry> {
        let chosen = TABLE.iter().filter(|entry| self.is_changed(entry));
        chosen.chain(TABLE).find(|entry| self.all_keys(entry).contains(key))
    }

    /// Whether the reader has changed the keys of a command.
    pub(crate) fn is_changed(&self, entry: &Entry) -> bool {
        self.changed.iter().any(|(id, _)| id == entry.id)
    }

    /// The same where a command has this key and no other, or with `None` no key at all. Whichever
    /// command had the key has it no longer.
    #[must_use]
    pub(crate) fn with(&self, entry: &Entry, key: Option<Chord>) -> Self {
        let mut keymap = self.clone();
        if let Some(key) = &key {
            keymap.take(key);
        }
        keymap.put(entry.id, Some(key.into_iter().collect()));
        keymap
    }

    /// The same where a command has the keys that it came with, which no other command has any longer.
    #[must_use]
    pub(crate) fn reset(&self, entry: &Entry) -> Self {
        let mut keymap = self.clone();
        for key in Chord::list(entry.keys) {
            keymap.take(&key);
        }
        keymap.put(entry.id, None);
        keymap
    }

    /// The same where every command has the keys that it came with.
    #[must_use]
    pub(crate) fn all_reset(&self) -> Self {
        Self { changed: Vec::new(), letters: self.letters }
    }

    fn take(&mut self, key: &Chord) {
        if let Some(holder) = self.holder(key) {
            let rest = self.all_keys(holder).into_iter().filter(|other| other != key).collect();
            self.put(holder.id, Some(rest));
        }
    }

    /// What is as it came is not kept as a change.
    fn put(&mut self, id: &str, keys: Option<Vec<Chord>>) {
        self.changed.retain(|(known, _)| known != id);
        let came = TABLE.iter().find(|entry| entry.id == id).map(|entry| Chord::list(entry.keys));
        if let Some(keys) = keys.filter(|keys| Some(keys) != came.as_ref()) {
            self.changed.push((id.to_owned(), keys));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(written: &str) -> Chord {
        Chord::parse(written).expect("a chord")
    }

    fn entry(id: &str) -> &'static Entry {
        TABLE.iter().find(|entry| entry.id == id).expect("a command")
    }

    fn told(keymap: &Keymap, id: &str) -> Vec<String> {
        keymap.all_keys(entry(id)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn remapping_a_command_and_resetting_it_changes_nothing_for_any_command() {
        let fresh = Keymap::default();
        for entry in TABLE.iter().filter(|entry| !entry.is_fixed()) {
            for new in [Some(key("Ctrl+Alt+Y")), Some(key("Alt+F9")), None] {
                let changed = fresh.with(entry, new.clone());
                assert_eq!(changed.all_keys(entry), Vec::from_iter(new));
                assert_eq!(changed.reset(entry), fresh, "{}", entry.id);
                assert_eq!(changed.all_reset(), fresh);
            }
        }
    }

    #[test]
    fn changes_are_read_as_they_were_written() {
        let keymap =
            Keymap::default().with(entry("next"), Some(key("F9"))).with(entry("note"), None);
        assert_eq!(Keymap::read(Some(&keymap.write()), Letters::On), keymap);
        assert_eq!(Keymap::read(None, Letters::On), Keymap::default());
    }

    #[test]
    fn a_key_that_is_taken_is_taken_from_its_command_and_no_two_have_it() {
        let keymap = Keymap::default().with(entry("note"), Some(key("Ctrl+Y")));
        assert_eq!(told(&keymap, "redo"), ["Ctrl+Shift+Z"]);
        assert_eq!(told(&keymap, "note"), ["Ctrl+Y"]);
        assert_eq!(keymap.command(&key("Ctrl+Y")), Some(entry("note").command));
        assert_eq!(keymap.command(&key("N")), None);
        let back = keymap.reset(entry("redo"));
        assert_eq!(told(&back, "redo"), ["Ctrl+Shift+Z", "Ctrl+Y"]);
        assert!(told(&back, "note").is_empty());
    }

    #[test]
    fn letters_that_are_switched_off_do_nothing_and_are_remembered() {
        let keymap = Keymap::read(None, Letters::Off);
        assert_eq!(keymap.command(&key("J")), None);
        assert_eq!(keymap.command(&key("?")), None);
        assert_eq!(keymap.command(&key("Ctrl+K")), Some(Command::Palette));
        assert_eq!(keymap.command(&key("Escape")), Some(Command::Close));
        assert!(keymap.keys(entry("next")).is_empty());
        assert_eq!(told(&keymap, "next"), ["J"]);
        assert_eq!(keymap.shown(entry("next").command), None);
    }

    #[test]
    fn a_hint_names_the_key_as_it_is_now_and_none_that_does_not_work() {
        let hint = |keymap: &Keymap| keymap.hint(Command::Accept, "Accept");
        let named = |title: &str, keys: Option<&str>| Hint {
            title: title.to_owned(),
            keys: keys.map(str::to_owned),
        };
        let keymap = Keymap::default();
        assert_eq!(hint(&keymap), named("Accept (A)", Some("A")));
        let changed = keymap.with(entry("accept"), Some(key("Ctrl+Alt+Y")));
        assert_eq!(hint(&changed), named("Accept (Ctrl Alt Y)", Some("Control+Alt+Y")));
        assert_eq!(hint(&keymap.with(entry("accept"), None)), named("Accept", None));
        assert_eq!(hint(&Keymap::read(None, Letters::Off)), named("Accept", None));
    }

    #[test]
    fn what_is_no_change_is_passed_over_and_what_a_newer_galley_knows_is_kept() {
        let setting = "next\tF9\nnonsense\nsomething-new\tF8\nnote\tnonsense\nclose\tF7\n";
        let keymap = Keymap::read(Some(setting), Letters::On);
        assert_eq!(told(&keymap, "next"), ["F9"]);
        assert_eq!(told(&keymap, "note"), ["N"]);
        assert_eq!(told(&keymap, "close"), ["Escape"]);
        let written = keymap.with(entry("next"), None).write();
        assert!(written.contains("something-new\tF8"));
    }
}
