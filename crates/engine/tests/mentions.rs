//! Each rule for names, on sentences of our own.

mod described;

use described::check;
use galley_engine::{MentionKind, analyse};

#[test]
fn listed_names_have_their_kind() {
    check("They flew to Kenya.", "Kenya = place by name/place-list");
    check("The Kenyan team won.", "Kenyan = nationality by name/nationality-list");
    check(
        "They asked the United Nations.",
        "United Nations = organization by name/organization-list",
    );
}

#[test]
fn words_inside_a_name_tell_its_kind() {
    check(
        "He left Eastmoor University.",
        "Eastmoor University = organization by name/organization-word",
    );
    check(
        "It is a Ministry of Tides affair.",
        "Ministry of Tides = organization by name/organization-word",
    );
    check("It is by the Wexmoor River.", "Wexmoor River = place by name/place-word");
    check("They closed Wexmoor Airport.", "Wexmoor Airport = facility by name/facility-word");
    check("They met at the Firemen’s Hall.", "Firemen’s Hall = facility by name/facility-word");
    check("They lost the Wexmoor Cup.", "Wexmoor Cup = event by name/event-word");
    check("They broke the Harbour Act.", "Harbour Act = law by name/law-word");
    check("The QZX said it would appeal.", "QZX = organization by name/acronym");
}

#[test]
fn persons_are_told_by_titles_names_speech_and_age() {
    check(
        "They met Dr. Wexmoor.",
        "Dr. = title by title/before-name
         Wexmoor = person by name/person-title",
    );
    check("They met Anna Wexmoor.", "Anna Wexmoor = person by name/person-given");
    check("They met Qorvin Baker.", "Qorvin Baker = person by name/person-family");
    check("Then Wexmoor said no.", "Wexmoor = person by name/person-speaks");
    check("They met Wexmoor, 42, there.", "Wexmoor = person by name/person-age");
    check("They met Qorvin Wexmoor.", "Qorvin Wexmoor = person by name/person-shape");
}

#[test]
fn a_short_name_is_what_the_long_one_is() {
    check(
        "They met Anna Wexmoor. Later Wexmoor left.",
        "Anna Wexmoor = person by name/person-given
         Wexmoor = person by name/part",
    );
}

#[test]
fn a_name_after_in_is_a_place_and_others_stay_open() {
    check("They live in Wexmoor.", "Wexmoor = place by name/place-preposition");
    check("They like the Wexmoor Plan.", "Wexmoor Plan = misc by name/unknown");
}

#[test]
fn datelines_name_a_town_and_its_region_apart() {
    check(
        "NORTH WEXMOOR, Kenya — The council met.",
        "NORTH WEXMOOR = place by name/dateline\nKenya = place by name/dateline",
    );
    check(
        "NAIROBI, March 5 (Wexmoor Press) -- It rained.",
        "NAIROBI = place by name/dateline\nMarch 5 = date (XXXX-03-05) by date/calendar\n\
         Wexmoor Press = organization by name/organization-word",
    );
    check("BREAKING — It rained.", "");
}

#[test]
fn a_town_of_a_dateline_is_the_town_of_the_text() {
    let text = "PORT WEXMOOR — It rained.\n\nThey met in Port Wexmoor.";
    let names: Vec<String> = analyse(text).entities.into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Port Wexmoor"]);
}

#[test]
fn what_no_rule_names_is_told_by_its_surroundings() {
    check("The village of Wexmoor is old.", "Wexmoor = place by name/tagger");
}

#[test]
fn titles_and_nationalities_are_cut_from_names() {
    check(
        "Then Kenyan President Anna Wexmoor left.",
        "Kenyan = nationality by name/nationality-list
         President = title by title/before-name
         Anna Wexmoor = person by name/person-title",
    );
}

#[test]
fn headlines_are_read_by_what_the_text_knows() {
    check(
        "Wexmoor Praises Better Roads And Schools

They met Anna Wexmoor.",
        "Wexmoor = person by name/part
         Anna Wexmoor = person by name/person-given",
    );
}

#[test]
fn mentions_are_in_order_and_do_not_overlap() {
    let text =
        "On Monday Anna Wexmoor of the World Bank gave $5 million to Kenya’s Eastmoor University.";
    let mentions = analyse(text).mentions;
    assert!(mentions.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
    let kinds: Vec<MentionKind> = mentions.iter().map(|mention| mention.kind).collect();
    use MentionKind::{Date, Money, Organization, Person, Place};
    assert_eq!(kinds, [Date, Person, Organization, Money, Place, Organization]);
}
