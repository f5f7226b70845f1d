//! [`Chord`]: a key with the modifiers that are held.

use std::fmt;

/// A key with its modifiers. Control and Command are one: which of them a system uses is its own affair.
///
/// Written as `Ctrl+Alt+Shift+K`, with those modifiers that it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chord {
    control: bool,
    alt: bool,
    /// Never with a sign: `?` is held with Shift on one keyboard and without on another.
    shift: bool,
    /// A letter in lower case, a sign, or the name of another key.
    key: String,
}

/// The keys that are no characters: what a browser calls them, what they are called here, and how
/// they are shown.
const NAMED: [(&str, &str, &str); 14] = [
    ("Enter", "Enter", "Enter"),
    ("Escape", "Escape", "Esc"),
    ("Tab", "Tab", "Tab"),
    (" ", "Space", "Space"),
    ("Delete", "Delete", "Delete"),
    ("Backspace", "Backspace", "Backspace"),
    ("ArrowLeft", "Left", "←"),
    ("ArrowRight", "Right", "→"),
    ("ArrowUp", "Up", "↑"),
    ("ArrowDown", "Down", "↓"),
    ("Home", "Home", "Home"),
    ("End", "End", "End"),
    ("PageUp", "PageUp", "Page up"),
    ("PageDown", "PageDown", "Page down"),
];

/// The chords that are not the page's to use, and why.
const RESERVED: [(&str, &str); 5] = [
    (
        "Escape Enter Space Tab Shift+Tab Shift+Enter Shift+Space",
        "It closes, presses or goes on wherever the keyboard is.",
    ),
    (
        "Up Down Left Right PageUp PageDown Home End Ctrl+Home Ctrl+End Ctrl+Up Ctrl+Down",
        "It moves through the page.",
    ),
    (
        "Ctrl+A Ctrl+C Ctrl+V Ctrl+X Ctrl+F Ctrl+G Ctrl+P Ctrl+S Ctrl+Shift+V",
        "It copies, pastes, finds, prints or saves everywhere.",
    ),
    (
        "Ctrl+L Ctrl+N Ctrl+O Ctrl+Q Ctrl+R Ctrl+T Ctrl+W Ctrl+D Ctrl+H Ctrl+J Ctrl+U Ctrl+Shift+N \
         Ctrl+Shift+T Ctrl+Shift+W Ctrl+Shift+R Ctrl+Shift+I Ctrl+Shift+J Ctrl+Shift+Delete Ctrl+Tab \
         Ctrl+Shift+Tab Ctrl+0 Ctrl++ Ctrl+- Ctrl+= Ctrl+PageUp Ctrl+PageDown",
        "The browser keeps it for itself.",
    ),
    (
        "Alt+Left Alt+Right Alt+D Alt+F Alt+Home Alt+Tab Alt+Space",
        "The browser keeps it for itself.",
    ),
];

impl Chord {
    /// What was pressed: `key` and `code` as a keyboard event names them. `None` for a modifier alone,
    /// and for keys that have no name here.
    pub(crate) fn pressed(key: &str, code: &str, [control, alt, shift]: [bool; 3]) -> Option<Self> {
        // What a letter key gives under Option, or in a script without Latin letters, is on no list.
        let letter = code.strip_prefix("Key").filter(|_| alt || !key.is_ascii());
        let named = NAMED.iter().find(|(theirs, ..)| *theirs == key).map(|(_, ours, _)| *ours);
        Self::of(named.or(letter).unwrap_or(key), [control, alt, shift])
    }

    /// The chord that writes this character.
    pub(crate) fn writing(character: char) -> Option<Self> {
        Self::of(&character.to_string(), [false, false, character.is_uppercase()])
    }

    /// The chord that is written so.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let mut rest = written;
        let modifiers = ["Ctrl+", "Alt+", "Shift+"].map(|modifier| {
            let without = rest.strip_prefix(modifier).filter(|without| !without.is_empty());
            rest = without.unwrap_or(rest);
            without.is_some()
        });
        Self::of(rest, modifiers)
    }

    fn of(key: &str, [control, alt, shift]: [bool; 3]) -> Option<Self> {
        let mut signs = key.chars();
        let (key, shift) = match (signs.next()?, signs.next()) {
            (sign, None) if sign.is_control() || sign.is_whitespace() => return None,
            (sign, None) => (sign.to_lowercase().collect(), shift && sign.is_alphabetic()),
            _ if is_named(key) => (key.to_owned(), shift),
            _ => return None,
        };
        Some(Self { control, alt, shift, key })
    }

    /// The chords in a list of them, between spaces.
    pub(crate) fn list(written: &str) -> Vec<Self> {
        written.split(' ').filter_map(Self::parse).collect()
    }

    /// Whether it is a letter, a digit or a sign without a modifier but Shift: what somebody who
    /// dictates, or whose hand slips, presses without meaning it.
    pub(crate) fn is_single(&self) -> bool {
        !self.control && !self.alt && !is_named(&self.key)
    }

    /// Whether Control or Command is held.
    pub(crate) const fn is_with_control(&self) -> bool {
        self.control
    }

    /// The character that it writes, if it is one.
    pub(crate) fn character(&self) -> Option<char> {
        let sign = self.key.chars().next().filter(|_| self.is_single())?;
        if self.shift { sign.to_uppercase().next() } else { Some(sign) }
    }

    /// Why it can be given to no command, where that is so.
    pub(crate) fn reserved(&self) -> Option<&'static str> {
        let holds = |list: &str| Self::list(list).contains(self);
        RESERVED.iter().find(|(list, _)| holds(list)).map(|(_, why)| *why)
    }

    /// Its key as it stands on the keyboard.
    fn cap(&self) -> String {
        if is_named(&self.key) { self.key.clone() } else { self.key.to_ascii_uppercase() }
    }

    /// Its parts as the reader sees them: "Ctrl", "Shift", "K".
    pub(crate) fn shown(&self) -> Vec<String> {
        let held = [(self.control, "Ctrl"), (self.alt, "Alt"), (self.shift, "Shift")];
        let named = NAMED.iter().find(|(_, ours, _)| *ours == self.key);
        let key = named.map_or_else(|| self.cap(), |(.., shown)| (*shown).to_owned());
        let held = held.into_iter().filter(|(is_held, _)| *is_held);
        held.map(|(_, name)| name.to_owned()).chain([key]).collect()
    }
}

fn is_named(key: &str) -> bool {
    let function = key.strip_prefix('F').and_then(|number| number.parse::<u8>().ok());
    NAMED.iter().any(|(_, ours, _)| *ours == key) || matches!(function, Some(1..=12))
}

impl fmt::Display for Chord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (is_held, name) in [(self.control, "Ctrl+"), (self.alt, "Alt+"), (self.shift, "Shift+")]
        {
            if is_held {
                out.write_str(name)?;
            }
        }
        out.write_str(&self.cap())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut keys: Vec<String> = ('!'..='~').chain("äßжı€".chars()).map(String::from).collect();
        keys.extend(NAMED.iter().map(|(_, ours, _)| (*ours).to_owned()));
        keys.extend((1..=12).map(|number| format!("F{number}")));
        for key in keys {
            for held in 0..8_u8 {
                let held = [held & 1 != 0, held & 2 != 0, held & 4 != 0];
                let chord = Chord::of(&key, held).expect("a chord");
                assert_eq!(Chord::parse(&chord.to_string()), Some(chord));
            }
        }
    }

    #[test]
    fn what_is_no_chord_is_none() {
        for text in ["", " ", "Ctrl", "Ctrl+", "Ctrl+ab", "F13", "F0", "Shift", "\t", "Up+A"] {
            assert_eq!(Chord::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_sign_is_the_same_with_shift_and_without_and_a_letter_is_not() {
        let pressed = |key, shift| Chord::pressed(key, "", [false, false, shift]);
        assert_eq!(pressed("?", true), pressed("?", false));
        assert_ne!(pressed("Q", true), pressed("q", false));
        // With caps lock, and no Shift.
        assert_eq!(pressed("Q", false), pressed("q", false));
    }

    #[test]
    fn letter_keys_are_known_by_their_place_where_they_write_something_else() {
        let told = |key, code, alt| {
            Chord::pressed(key, code, [false, alt, false]).map(|it| it.to_string())
        };
        assert_eq!(told("о", "KeyJ", false).as_deref(), Some("J"));
        assert_eq!(told("∆", "KeyJ", true).as_deref(), Some("Alt+J"));
        assert_eq!(told("z", "KeyY", false).as_deref(), Some("Z"));
        assert_eq!(told("Shift", "ShiftLeft", false), None);
        assert_eq!(told("Dead", "Quote", false), None);
    }

    #[test]
    fn a_character_is_written_by_one_chord() {
        for character in ('!'..='~').chain("äÄжЖ€".chars()) {
            let chord = Chord::writing(character).expect("a chord");
            assert_eq!(chord.character(), Some(character));
        }
        assert_eq!(Chord::writing(' '), None);
    }

    #[test]
    fn only_characters_without_a_modifier_are_single() {
        let single = |written| Chord::parse(written).is_some_and(|it| it.is_single());
        assert!(single("J") && single("Shift+Q") && single("?") && single("1"));
        assert!(!single("Ctrl+K") && !single("Alt+J") && !single("Shift+Left") && !single("F6"));
    }

    #[test]
    fn what_belongs_to_the_browser_is_refused_with_a_reason() {
        let why = |written| Chord::parse(written).and_then(|it| it.reserved());
        for (list, _) in RESERVED {
            for written in list.split_whitespace() {
                assert!(why(written).is_some(), "{written}");
                assert_eq!(
                    Chord::parse(written).map(|it| it.to_string()).as_deref(),
                    Some(written)
                );
            }
        }
        assert_eq!(why("J"), None);
        assert_eq!(why("Ctrl+K"), None);
    }

    #[test]
    fn a_chord_is_shown_by_its_parts() {
        let shown = |written| Chord::parse(written).map(|it| it.shown().join(" "));
        assert_eq!(shown("Ctrl+Shift+Z").as_deref(), Some("Ctrl Shift Z"));
        assert_eq!(shown("Shift+Left").as_deref(), Some("Shift ←"));
        assert_eq!(shown("ß").as_deref(), Some("ß"));
    }
}
