//! [`Sex`]: what titles, given names and pronouns tell of a person.

use crate::lexicon::{Classes, classes};

/// What a title, a given name or a pronoun tells of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sex {
    Female,
    Male,
}

impl Sex {
    /// What the lists of given names say.
    pub(crate) fn of_given_name(name: &str) -> Option<Self> {
        let lists = classes(name);
        match (lists.meets(Classes::GIVEN_FEMALE), lists.meets(Classes::GIVEN_MALE)) {
            (true, false) => Some(Sex::Female),
            (false, true) => Some(Sex::Male),
            _ => None,
        }
    }

    /// What a title tells.
    pub(crate) fn of_title(word: &str) -> Option<Self> {
        let stem = word.strip_suffix('.').unwrap_or(word);
        match stem {
            "Mrs" | "Ms" | "Miss" | "Madam" | "Lady" | "Queen" | "Princess" | "Dame" | "Hajia"
            | "Sister" | "Congresswoman" | "Chairwoman" | "Spokeswoman" | "Baroness"
            | "Duchess" | "Councilwoman" | "Mme" => Some(Sex::Female),
            "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Pope" | "Congressman" | "Chairman"
            | "Spokesman" | "Sultan" | "Emir" | "Alhaji" | "Imam" | "Councilman" | "Duke"
            | "Father" | "Archbishop" | "Ayatollah" => Some(Sex::Male),
            _ => None,
        }
    }

    /// What a word for a relative or the like tells of whoever is named behind it: "his wife Ana".
    pub(crate) fn of_relation(word: &str) -> Option<Self> {
        match word {
            "wife" | "mother" | "daughter" | "sister" | "girlfriend" | "actress" | "queen"
            | "princess" | "aunt" | "niece" | "widow" | "grandmother" | "stepmother"
            | "granddaughter" | "heroine" | "fiancée" | "waitress" | "businesswoman"
            | "spokeswoman" | "congresswoman" | "chairwoman" | "lady" => Some(Sex::Female),
            "husband" | "father" | "son" | "brother" | "boyfriend" | "king" | "prince"
            | "uncle" | "nephew" | "widower" | "grandfather" | "stepfather" | "grandson"
            | "fiancé" | "businessman" | "spokesman" | "congressman" | "chairman" => {
                Some(Sex::Male)
            }
            _ => None,
        }
    }

    /// The sex of a pronoun: "he", "her" and their kin, whatever their case.
    pub(crate) fn of_pronoun(word: &str) -> Option<Self> {
        let is = |forms: &[&str]| forms.iter().any(|form| form.eq_ignore_ascii_case(word));
        if is(&["he", "him", "his", "himself"]) {
            return Some(Sex::Male);
        }
        is(&["she", "her", "hers", "herself"]).then_some(Sex::Female)
    }
}
