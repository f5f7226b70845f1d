//! What the head of a noun phrase says of whom the phrase means.

use crate::MentionKind;
use crate::lexicon::Classes;

/// Heads that name a body of people, and heads that name something written.
const BODIES: &[&str] = &[
    "agency",
    "airline",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "board",
    "broadcaster",
    "bureau",
    "campaign",
    "charity",
    "club",
    "commission",
    "committee",
    "company",
    "congress",
    "council",
    "court",
    "department",
    "firm",
    "foundation",
    "government",
    "group",
    "house",
    "institute",
    "ministry",
    "navy",
    "network",
    "nonprofit",
    "office",
    "organization",
    "panel",
    "parliament",
    "party",
    "police",
    "retailer",
    "school",
    "senate",
    "station",
    "team",
    "trust",
    "union",
    "university",
    "watchdog",
];
const WRITINGS: &[&str] = &[
    "analysis",
    "article",
    "book",
    "complaint",
    "document",
    "documents",
    "email",
    "indictment",
    "lawsuit",
    "letter",
    "memo",
    "newspaper",
    "paper",
    "petition",
    "poll",
    "polls",
    "post",
    "report",
    "reports",
    "statement",
    "study",
    "survey",
    "tweet",
];

/// What somebody unnamed is, by the head of the phrase. "The survey" is no work: works have titles.
pub(super) fn kind(head: &str) -> MentionKind {
    if BODIES.contains(&head) {
        MentionKind::Organization
    } else if WRITINGS.contains(&head) {
        MentionKind::Misc
    } else if land(head).is_some() {
        MentionKind::Place
    } else {
        MentionKind::Person
    }
}

/// Heads by which news calls a person whom it has just named: an office, a trade, a party.
const STANDINGS: &[&str] = &[
    "activist",
    "actor",
    "actress",
    "ambassador",
    "author",
    "billionaire",
    "businessman",
    "businesswoman",
    "candidate",
    "chancellor",
    "congressman",
    "congresswoman",
    "conservative",
    "contender",
    "democrat",
    "developer",
    "executive",
    "front-runner",
    "frontrunner",
    "governor",
    "hopeful",
    "incumbent",
    "lady",
    "lawmaker",
    "leader",
    "liberal",
    "libertarian",
    "mayor",
    "millionaire",
    "minister",
    "mogul",
    "nominee",
    "politician",
    "pontiff",
    "pope",
    "premier",
    "president",
    "representative",
    "republican",
    "secretary",
    "senator",
    "singer",
    "socialist",
    "star",
    "tycoon",
];

/// Heads of bodies whose names seldom tell them: the network, the company.
const ANY_BODIES: &[&str] = &[
    "agency",
    "airline",
    "bank",
    "broadcaster",
    "bureau",
    "campaign",
    "charity",
    "company",
    "firm",
    "foundation",
    "group",
    "network",
    "nonprofit",
    "organization",
    "retailer",
    "station",
    "watchdog",
];

/// Whether a phrase with this head means the body that was last written of, whatever its name.
pub(super) fn is_any_body(head: &str) -> bool {
    ANY_BODIES.binary_search(&head).is_ok()
}

/// What a place is, where it is called by that: "the state", "the city".
pub(super) fn land(head: &str) -> Option<Classes> {
    Some(match head {
        "state" | "province" => Classes::REGION,
        "city" | "town" => Classes::CITY,
        "country" | "nation" | "kingdom" => Classes::COUNTRY,
        _ => return None,
    })
}

/// Whether the name of a body tells that it is something else than `head`: "The New York Times" is not
/// "the network". Every body may be a group.
pub(super) fn is_other_body(name: &str, head: &str) -> bool {
    let told = name.split_whitespace().find_map(|word| kin(&word.to_lowercase()));
    let is_any = matches!(head, "company" | "firm" | "group" | "organization");
    !is_any && told.is_some_and(|told| told != head)
}

/// By what else a body is called whose name has this word: "the agency", "the union".
pub(super) fn kin(word: &str) -> Option<&'static str> {
    Some(match word {
        "workers" | "employees" | "teachers" | "teamsters" | "brotherhood" | "federation"
        | "association" | "attendants" => "union",
        "administration" | "bureau" | "department" | "office" | "service" | "services"
        | "investigations" => "agency",
        "college" | "institute" => "school",
        "times" | "post" | "journal" | "herald" | "tribune" | "gazette" => "newspaper",
        _ => return None,
    })
}

/// Standings that somebody holds alone: news says who does, so that "the mayor" alone is nobody yet.
const OFFICES: &[&str] = &[
    "ambassador",
    "chancellor",
    "governor",
    "lady",
    "leader",
    "mayor",
    "minister",
    "pontiff",
    "pope",
    "premier",
    "president",
    "representative",
    "secretary",
    "senator",
];

/// Whether this head is an office that one person holds.
pub(super) fn is_office(head: &str) -> bool {
    OFFICES.binary_search(&head).is_ok()
}

/// Whether a phrase with this head means a person of some standing.
pub(super) fn is_standing(head: &str) -> bool {
    STANDINGS.binary_search(&head).is_ok()
}

/// A title or a role as one word for all its spellings: "Sen." is a senator.
pub(crate) fn plain(word: &str) -> String {
    let word = word.to_lowercase();
    let full = match word.trim_end_matches('.') {
        "sen" => "senator",
        "gov" => "governor",
        "rep" | "congressman" | "congresswoman" => "representative",
        "gen" => "general",
        "prof" => "professor",
        "pres" => "president",
        "justice" => "judge",
        other => other,
    };
    full.to_owned()
}

/// Whether the words of somebody unnamed mean several: "protesters", "two officials".
pub(super) fn is_plural(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words);
    let is_common = last.chars().all(char::is_lowercase);
    is_common && (last == "people" || last.ends_with('s') && !last.ends_with("ss"))
}

/// The party that a word names.
pub(super) fn party(word: &str) -> Option<&'static str> {
    Some(match word {
        "republican" | "republicans" | "gop" => "republican",
        "democrat" | "democratic" | "democrats" => "democratic",
        "conservative" | "tory" => "conservative",
        "labour" => "labour",
        "liberal" => "liberal",
        "libertarian" => "libertarian",
        "green" => "green",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_heads_can_be_looked_up() {
        assert!(
            [super::STANDINGS, super::ANY_BODIES, super::OFFICES].iter().all(|it| it.is_sorted())
        );
    }
}
