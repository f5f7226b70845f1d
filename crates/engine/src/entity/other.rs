//! [`kind`]: what a name is that is no person, organization, place or nationality, by its words.

use crate::MentionKind;
use crate::lexicon::cue;

/// Words that end the name of an event beside those of the list, in small letters.
const EVENTS: &[&str] = &[
    "bowl",
    "by-election",
    "election",
    "elections",
    "holocaust",
    "marathon",
    "olympic",
    "open",
    "paralympics",
    "plebiscite",
    "prix",
    "referendum",
];

/// Words that open the name of an event.
const OPENERS: &[&str] = &["Cyclone", "Hurricane", "Operation", "Storm", "Typhoon"];

/// What says that a convention is a meeting and no treaty.
const MEETINGS: &[&str] =
    &["Annual", "Constitutional", "Democratic", "National", "Party", "Republican", "State"];

/// The kind of the name that `words` are.
pub(super) fn kind(words: &[&str]) -> MentionKind {
    let Some(head) = head(words) else { return MentionKind::Misc };
    let is_meeting = head == "Convention" && words.iter().any(|word| MEETINGS.contains(word));
    let opens = words.len() > 1 && OPENERS.contains(&words[0]);
    if cue::ends_law(head) && !is_meeting {
        MentionKind::Law
    } else if is_meeting || opens || is_event(head) {
        MentionKind::Event
    } else {
        MentionKind::Misc
    }
}

fn is_event(word: &str) -> bool {
    cue::ends_event(word) || EVENTS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// The word that tells: the last, but for a number ("World War II", "Act of 2015"), or the one before what
/// it is of or on.
fn head<'w>(words: &[&'w str]) -> Option<&'w str> {
    let ties = |word: &&str| matches!(*word, "of" | "on" | "for" | "against");
    let end = words.iter().position(ties).unwrap_or(words.len());
    let is_number = |word: &&&str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | '0'..='9'));
    let mut back = words[..end].iter().rev();
    let last = back.next()?;
    Some(if is_number(&last) { back.next().unwrap_or(last) } else { last })
}

#[cfg(test)]
mod tests {
    use super::{EVENTS, kind};
    use crate::MentionKind::{Event, Law, Misc};

    #[test]
    fn other_names_are_told_by_their_words() {
        for (name, told) in [
            ("World War II", Event),
            ("2004 Canadian federal election", Event),
            ("Super Bowl", Event),
            ("Hurricane Katrina", Event),
            ("Republican National Convention", Event),
            ("Conference on the Elimination of Child Labour", Event),
            ("Geneva Convention", Law),
            ("Convention on the Law of the Sea", Law),
            ("Harbour Act of 2015", Law),
            ("Black Lives Matter", Misc),
            ("Hurricane", Misc),
            ("V", Misc),
        ] {
            assert_eq!(kind(&name.split(' ').collect::<Vec<_>>()), told, "{name}");
        }
    }

    #[test]
    fn words_of_events_are_in_order() {
        assert!(EVENTS.is_sorted());
    }
}
