//! Words inside and beside a name that tell what it names. Most are looked for as they stand inside
//! names, with a capital; some only in small letters.

use super::{Classes, classes};

macro_rules! tests {
    ($case:ident: $($(#[$doc:meta])* $name:ident $class:ident;)*) => {
        $($(#[$doc])* pub(crate) fn $name(word: &str) -> bool {
            word.starts_with(char::$case) && classes(word).meets(Classes::$class)
        })*
    };
}

tests! {
    is_uppercase:
    /// Whether `word` is a title before a person's name.
    is_title TITLE;
    /// Whether `word` qualifies a title after it.
    is_title_qualifier TITLE_QUALIFIER;
    /// Whether a name that ends in `word` is an organization's.
    ends_organization ORGANIZATION_END;
    /// Whether a name whose part before "of" ends in `word` is an organization's.
    heads_organization ORGANIZATION_HEAD;
    /// Whether `word` and "'s" stand inside the name of an organization or of its house.
    owns_organization OWNER;
    /// Whether a name that ends in `word` is a building's or a road's.
    ends_facility FACILITY_END;
    /// Whether a name that ends in `word` is a place's.
    ends_place PLACE_END;
    /// Whether a name that begins with `word` is a place's.
    heads_place PLACE_HEAD;
    /// Whether a name that ends in `word` is an event's.
    ends_event EVENT_END;
    /// Whether a name that ends in `word` is a law's or a treaty's.
    ends_law LAW_END;
    /// Whether `word` is an acronym of no organization.
    is_plain_acronym PLAIN_ACRONYM;
}

tests! {
    is_lowercase:
    /// Whether a name after `word` is likely a place's.
    comes_before_a_place BEFORE_PLACE;
    /// Whether `word` may stand in small letters inside a name.
    is_particle PARTICLE;
}

/// Whether `word` is letters behind a name that tell an office, an honour or a degree.
pub(crate) fn is_letters(word: &str) -> bool {
    const LETTERS: [&str; 16] = [
        "CBE", "KC", "MBE", "MD", "MEP", "MLA", "MP", "MPs", "MSP", "OBE", "PhD", "QC", "SC", "TD",
        "Esq", "RN",
    ];
    LETTERS.contains(&word)
}

/// Whether `word` says of which party and state somebody is: "R-Ohio".
pub(crate) fn is_seat(word: &str) -> bool {
    let seat = word.strip_prefix(['D', 'R', 'I']).and_then(|rest| rest.strip_prefix(['-', '–']));
    seat.is_some_and(|state| state.starts_with(char::is_uppercase))
}
