//! Each rule for mentions, on sentences of our own.

use galley_engine::{Mention, MentionKind, analyse};

/// The mentions of `text` as "words = kind by rule", one a line.
fn described(text: &str) -> String {
    let line = |mention: &Mention| {
        let kind = format!("{:?}", mention.kind).to_lowercase();
        let value = mention.value.as_ref().map_or(String::new(), |value| format!(" ({value})"));
        let words = mention.span.of(text);
        format!("{words} = {kind}{value} by {}", mention.rule.id())
    };
    analyse(text).mentions.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let expected: Vec<&str> =
        expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(described(text), expected.join("\n"), "{text}");
}

#[test]
fn dates_of_the_calendar_have_values() {
    check("It opened on 25 April 2019.", "25 April 2019 = date (2019-04-25) by date/calendar");
    check("It opened on April 25.", "April 25 = date (XXXX-04-25) by date/calendar");
    check(
        "It opened on Monday, July 4, 2022.",
        "Monday, July 4, 2022 = date (2022-07-04) by date/calendar",
    );
    check("It may rain in May.", "May = date (XXXX-05) by date/calendar");
    check("We meet on Fridays.", "Fridays = date (XXXX-WXX-5) by date/calendar");
    check("Signed 2022-07-26.", "2022-07-26 = date (2022-07-26) by date/calendar");
}

#[test]
fn years_and_decades_are_dates() {
    check("It began in 2015.", "2015 = date (2015) by date/year");
    check("It was so in the 1990s.", "1990s = date (199) by date/year");
    check("It cost 2000 votes.", "");
}

#[test]
fn relative_dates_have_no_value() {
    check("It rained last week.", "last week = date by date/relative");
    check("It rained two years ago.", "two years ago = date by date/relative");
    check("It rained in the third quarter.", "third quarter = date by date/relative");
    check("It rained in the 20th century.", "20th century = date by date/relative");
    check("It rained in mid-May.", "mid-May = date by date/calendar");
    check("It rained a year earlier.", "a year earlier = date by date/relative");
}

#[test]
fn times_of_day_are_found() {
    check("It left at 8.50am.", "8.50am = time (T08:50) by date/time-of-day");
    check("It left at 12:30 GMT.", "12:30 GMT = time (T12:30) by date/time-of-day");
    check("It left at 3 p.m. on time.", "3 p.m. = time (T15:00) by date/time-of-day");
}

#[test]
fn durations_are_found_and_ages_are_not() {
    check("It took six months.", "six months = duration (P6M) by date/duration");
    check("It was a three-hour walk.", "three-hour = duration (PT3H) by date/duration");
    check("The 42-year-old left.", "");
    check(
        "It grew over the past few years.",
        "the past few years = duration by date/vague-duration",
    );
    check("It grew in recent months.", "recent months = duration by date/vague-duration");
    check("It grew several years ago.", "several years ago = date by date/relative");
}

#[test]
fn money_has_its_currency() {
    check("It cost $5.2 million.", "$5.2 million = money (USD 5200000) by amount/money-sign");
    check("It cost US$20.", "US$20 = money (USD 20) by amount/money-sign");
    check("It cost N7.2 billion.", "N7.2 billion = money (NGN 7200000000) by amount/money-sign");
    check(
        "It cost two million euros.",
        "two million euros = money (EUR 2000000) by amount/money-noun",
    );
}

#[test]
fn percentages_and_quantities_are_found() {
    check("It rose 3.5 per cent.", "3.5 per cent = percent (3.5%) by amount/percent");
    check("It rose 5 to 10%.", "5 to 10% = percent by amount/percent");
    check(
        "It rose by two percentage points.",
        "two percentage points = percent (2%) by amount/percent",
    );
    check("It ran 129 kilometers.", "129 kilometers = quantity (129 kilometer) by amount/quantity");
}

#[test]
fn percentages_are_found_however_they_are_written() {
    let cases = [
        ("It rose 5%.", "5%", "5%"),
        ("It rose 5 %.", "5 %", "5%"),
        ("It fell five percent.", "five percent", "5%"),
        ("It grew 1,200%.", "1,200%", "1200%"),
        ("It was 0.5pc.", "0.5pc", "0.5%"),
        ("It is up 3.2 pct now.", "3.2 pct", "3.2%"),
        ("Ninety-five percent agree.", "Ninety-five percent", "95%"),
        ("One hundred percent agree.", "One hundred percent", "100%"),
        ("It was a 40-per cent cut.", "40-per cent", "40%"),
        ("It is a 5-percent tax.", "5-percent", "5%"),
        ("It was a 2.5-percentage-point rise.", "2.5-percentage-point", "2.5%"),
        ("Some 30 to 40 percent left.", "30 to 40 percent", ""),
        ("It rose 5-10% since.", "5-10%", ""),
    ];
    for (text, words, value) in cases {
        let value = if value.is_empty() { String::new() } else { format!(" ({value})") };
        check(text, &format!("{words} = percent{value} by amount/percent"));
    }
}

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
    check("They met Dr. Wexmoor.", "Wexmoor = person by name/person-title");
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
