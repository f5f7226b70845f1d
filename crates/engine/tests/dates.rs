//! Dates, times of day and durations, on sentences of our own: one row a reading.

mod described;

use described::check;

/// Holds each sentence's one mention to be `words` of that value, or none where it is empty.
#[track_caller]
fn rows(kind: &str, rule: &str, rows: &[(&str, &str, &str)]) {
    for (text, words, value) in rows {
        let value = if value.is_empty() { String::new() } else { format!(" ({value})") };
        check(text, &format!("{words} = {kind}{value} by {rule}"));
    }
}

/// Holds that nothing is read in the sentences.
#[track_caller]
fn nothing(sentences: &[&str]) {
    for sentence in sentences {
        check(sentence, "");
    }
}

#[test]
fn days_of_the_calendar_have_values() {
    rows(
        "date",
        "date/calendar",
        &[
            ("It opened on 25 April 2019.", "25 April 2019", "2019-04-25"),
            ("It opened on April 25.", "April 25", "XXXX-04-25"),
            ("It opened on the 25th of April.", "25th of April", "XXXX-04-25"),
            ("It opened on Monday, July 4, 2022.", "Monday, July 4, 2022", "2022-07-04"),
            ("It opened on Mon, 4 July 2022.", "Mon, 4 July 2022", "2022-07-04"),
            ("It opened on Mar. 26, 2022.", "Mar. 26, 2022", "2022-03-26"),
            ("It opened on the fourth of July.", "fourth of July", "XXXX-07-04"),
            ("Signed 2022-07-26.", "2022-07-26", "2022-07-26"),
            ("Signed 26/7/2022.", "26/7/2022", "2022-07-26"),
            ("Signed 7/26/2022.", "7/26/2022", "2022-07-26"),
            ("Signed 26.07.2022 in haste.", "26.07.2022", "2022-07-26"),
            // Which of two small numbers is the month is not told.
            ("Signed 5/7/2022.", "5/7/2022", ""),
        ],
    );
}

#[test]
fn weekdays_and_months_have_values() {
    rows(
        "date",
        "date/calendar",
        &[
            ("It rained on Friday.", "Friday", "XXXX-WXX-5"),
            ("We meet on Fridays.", "Fridays", "XXXX-WXX-5"),
            ("It rained last Friday.", "last Friday", "XXXX-WXX-5"),
            ("It may rain in May.", "May", "XXXX-05"),
            ("It rained in May 2019.", "May 2019", "2019-05"),
            ("It rained in mid-May.", "mid-May", "XXXX-05"),
            ("It rained in June last year.", "June last year", "XXXX-06"),
            ("It rained in May-June 2019.", "May-June 2019", "2019-05/2019-06"),
        ],
    );
    nothing(&["They may 5 times.", "The march took an age.", "They sat in the sun."]);
}

#[test]
fn days_that_share_a_month_are_one_stretch() {
    rows(
        "date",
        "date/calendar",
        &[
            ("It runs from 10 to 12 May 2019.", "10 to 12 May 2019", "2019-05-10/2019-05-12"),
            ("It runs between 10 and 12 May.", "10 and 12 May", "XXXX-05-10/XXXX-05-12"),
            ("It runs April 25-27.", "April 25-27", "XXXX-04-25/XXXX-04-27"),
        ],
    );
    check(
        "It runs from 31 January to 6 February.",
        "31 January = date (XXXX-01-31) by date/calendar\n6 February = date (XXXX-02-06) by date/calendar",
    );
}

#[test]
fn years_decades_and_centuries_are_dates() {
    rows(
        "date",
        "date/year",
        &[
            ("It began in 2015.", "2015", "2015"),
            ("It began in mid-2015.", "mid-2015", "2015"),
            ("It was so in 2015-16.", "2015-16", "2015/2016"),
            ("It was so in 1977–1979.", "1977–1979", "1977/1979"),
            ("It was so in fiscal 2019.", "fiscal 2019", "FY2019"),
            ("It was so in FY2019.", "FY2019", "FY2019"),
            ("It was so in the 1990s.", "1990s", "199"),
            ("It was so in the mid-2010s.", "mid-2010s", "201"),
            ("It was so in the ’80s.", "80s", "198"),
            ("It was so in the nineties.", "nineties", "199"),
            ("It was so in the 1800s.", "1800s", "18"),
            ("It was so in the 20th century.", "20th century", "19"),
            ("It was so in the 16th and 17th centuries.", "16th and 17th centuries", "15/16"),
            ("It was so in 575 BC.", "575 BC", "BC0575"),
            ("It was so in A.D. 250.", "A.D. 250", "0250"),
            ("It was so in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ],
    );
    nothing(&["It cost 2000 votes.", "She is in her 70s.", "It has 1950 people."]);
}

#[test]
fn holidays_are_dates_and_what_is_called_after_them_is_none() {
    rows(
        "date",
        "date/holiday",
        &[
            ("It rained on Christmas Eve.", "Christmas Eve", "XXXX-12-24"),
            ("It rained on New Year’s Day 2019.", "New Year’s Day 2019", "2019-01-01"),
            ("It rained on Eid al-Fitr.", "Eid al-Fitr", ""),
        ],
    );
    check("They met Anna Christmas.", "Anna Christmas = person by name/person-given");
}

#[test]
fn parts_of_a_told_year_are_dates() {
    rows(
        "date",
        "date/part-of-year",
        &[
            ("It rained in the third quarter of 2019.", "third quarter of 2019", "2019-Q3"),
            ("It rained in the first half of 2019.", "first half of 2019", "2019-H1"),
            ("It rained in summer 2012.", "summer 2012", "2012-SU"),
            ("It rained in Q3 2019.", "Q3 2019", "2019-Q3"),
            ("It rained the week of March 6, 2019.", "the week of March 6, 2019", "2019-W10"),
        ],
    );
}

#[test]
fn dates_told_from_another_have_no_value_of_their_own() {
    let sentences = [
        ("It rained last week.", "last week"),
        ("It rained yesterday.", "yesterday"),
        ("It rained earlier this year.", "earlier this year"),
        ("It rained at the end of next month.", "the end of next month"),
        ("It rained two years ago.", "two years ago"),
        ("It rained a couple of weeks ago.", "a couple of weeks ago"),
        ("It rained several years ago.", "several years ago"),
        ("It rained a year earlier.", "a year earlier"),
        ("It rained the following day.", "the following day"),
        ("It rained at the weekend.", "the weekend"),
        ("It rained in the first half of the year.", "first half of the year"),
    ];
    rows("date", "date/relative", &sentences.map(|(text, words)| (text, words, "")));
    rows("date", "date/relative", &[("It fell in the third quarter.", "third quarter", "XXXX-Q3")]);
    nothing(&["They led in the first half.", "It was the last straw."]);
}

#[test]
fn times_of_day_have_values() {
    rows(
        "time",
        "date/time-of-day",
        &[
            ("It left at 8.50am.", "8.50am", "T08:50"),
            ("It left at 12:30 GMT.", "12:30 GMT", "T12:30"),
            ("It left at 3 p.m. on time.", "3 p.m.", "T15:00"),
            ("It left at 12 a.m. on time.", "12 a.m.", "T00:00"),
            ("It left at 2100 GMT.", "2100 GMT", "T21:00"),
            ("It left at four in the morning.", "four in the morning", "T04:00"),
            ("It left at 10:30 local time.", "10:30 local time", "T10:30"),
            ("It left at noon.", "noon", "T12:00"),
            ("It left at five o’clock.", "five o’clock", ""),
            ("It left on Friday night.", "Friday night", "XXXX-WXX-5TNI"),
        ],
    );
    rows(
        "time",
        "date/relative",
        &[("It left this morning.", "this morning", ""), ("It left last night.", "last night", "")],
    );
}

#[test]
fn durations_have_values_and_ages_are_none() {
    rows(
        "duration",
        "date/duration",
        &[
            ("It took six months.", "six months", "P6M"),
            ("It was a three-hour walk.", "three-hour", "PT3H"),
            ("It was a 10-day walk.", "10-day", "P10D"),
            ("It took two decades.", "two decades", "P20Y"),
            ("It took three quarters.", "three quarters", "P9M"),
            ("It took 2 1/2 years.", "2 1/2 years", "P2Y6M"),
            ("It took a fortnight and two more weeks.", "two more weeks", "P2W"),
            ("It took two to six days.", "two to six days", "P2D/P6D"),
            ("It grew over the past two years.", "the past two years", "P2Y"),
            ("It was a month-long walk.", "month-long", "P1M"),
        ],
    );
    rows(
        "duration",
        "date/vague-duration",
        &[
            ("It grew over the past few years.", "the past few years", "PXY"),
            ("It grew in recent months.", "recent months", "PXM"),
            ("It grew over the past year.", "the past year", "P1Y"),
            ("It grew in recent decades.", "recent decades", ""),
        ],
    );
    nothing(&["The 42-year-old left.", "She is 42 years old.", "He is 42 years of age."]);
}

/// The value of the last date of an article that opens with `opening`.
fn seen_from(opening: &str, sentence: &str) -> String {
    let findings = galley_engine::analyse(&format!("{opening}\n\n{sentence}"));
    let last = findings.mentions.iter().rev().find_map(|mention| mention.value.clone());
    last.unwrap_or_default()
}

#[test]
fn dates_told_from_the_writing_have_values_where_the_article_is_dated() {
    // 25 April 2019 was a Thursday.
    let rows = [
        ("It rained today.", "2019-04-25"),
        ("It rained yesterday.", "2019-04-24"),
        ("It rained last night.", "2019-04-24TNI"),
        ("It rained on Monday.", "2019-04-22"),
        ("It rained on Friday.", "2019-04-19"),
        ("It will rain on Friday.", "2019-04-26"),
        ("It rained last Friday.", "2019-04-19"),
        ("It will rain next Tuesday.", "2019-04-30"),
        ("It rained last week.", "2019-W16"),
        ("It rained this weekend.", "2019-W17-WE"),
        ("It rained last month.", "2019-03"),
        ("It rained in June last year.", "2018-06"),
        ("It rained on 20 December.", "2018-12-20"),
        ("It rained in March.", "2019-03"),
        ("It rained in October.", "2018-10"),
        ("It will open in October.", "2019-10"),
        ("It rained earlier this year.", "2019"),
        ("It rained two years ago.", "2017"),
        ("It rained three days ago.", "2019-04-22"),
        ("It rained last summer.", "2018-SU"),
        ("It fell in the third quarter.", "2018-Q3"),
        ("It rained a year earlier.", ""),
    ];
    for (sentence, value) in rows {
        let value = if value.is_empty() { "2019-04-25" } else { value };
        assert_eq!(seen_from("Published 25 April 2019", sentence), value, "{sentence}");
    }
}

#[test]
fn an_article_is_dated_by_a_line_a_dateline_or_an_address_and_by_nothing_else() {
    let rows = [
        ("Published: Thursday, 25 April 2019 at 10:15", "2019-04-24"),
        ("By Ann Lee | Updated April 25, 2019", "2019-04-24"),
        ("April 25, 2019", "2019-04-24"),
        ("PORT ELLERY, April 25, 2019 (Agency) — The council met.", "2019-04-24"),
        ("CAIRO – 25 April 2019: The council met.", "2019-04-24"),
        ("https://example.org/news/2019/04/25/rain", "2019-04-24"),
    ];
    for (opening, value) in rows {
        assert_eq!(seen_from(opening, "It rained yesterday."), value, "{opening}");
    }
    for opening in [
        "On 25 April 2019 the council met and spoke of the rain for most of an hour.",
        "The council met on 25 April 2019 — in the rain.",
        "https://example.org/2019/99/99/rain",
    ] {
        assert!(!seen_from(opening, "It rained yesterday.").ends_with("24"), "{opening}");
    }
}
