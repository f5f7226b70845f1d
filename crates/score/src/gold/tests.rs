use galley_engine::{Form, MentionKind, QuoteKind};
use galley_text::Span;

use super::Article;

const TEXT: &str =
    "Mayor Ruth Lund spoke.\nLund said: “We sail on Friday.” She left the Lund Hall.";

fn fault(gold: &str) -> String {
    Article::read("moor", TEXT, gold).expect_err("gold with a fault").to_string()
}

#[test]
fn entities_mentions_and_quotes_are_found_by_their_words() {
    let gold = "# A remark.
person Ruth Lund
  title Mayor
  Ruth Lund
  Lund *
  pronoun She
facility Hall
  the Lund Hall
date
  Friday

quote direct @2
  source Lund #1
  cue said
  content “We … Friday.”
  speaker Ruth Lund
";
    let article = Article::read("moor", TEXT, gold).unwrap();
    let mentions = &article.gold.mentions;
    let found: Vec<_> = mentions.iter().map(|it| (it.span.of(TEXT), it.kind, it.entity)).collect();
    let expected = [
        ("Mayor", MentionKind::Title, Some(0)),
        ("Ruth Lund", MentionKind::Person, Some(0)),
        // Not the one inside the hall's name.
        ("Lund", MentionKind::Person, Some(0)),
        ("Friday", MentionKind::Date, None),
        ("She", MentionKind::Person, Some(0)),
        ("the Lund Hall", MentionKind::Facility, Some(1)),
    ];
    assert_eq!(found, expected);
    assert_eq!([mentions[3].form, mentions[4].form], [Form::Numeric, Form::Pronoun]);
    let quote = &article.gold.quotes[0];
    assert_eq!(quote.content[0].of(TEXT), "“We sail on Friday.”");
    assert_eq!(quote.source, [Span::new(23, 27)]);
    assert_eq!((quote.kind, quote.speakers.as_slice()), (QuoteKind::Direct, [0].as_slice()));
}

#[test]
fn words_that_do_not_stand_in_the_text_are_named_with_file_and_line() {
    assert_eq!(fault("date\n  Monday\n"), "moor.gold:2: “Monday” does not stand there");
    let quote = "quote indirect @2\n  content We … Sunday\n  speaker nobody\n";
    assert_eq!(fault(quote), "moor.gold:2: on line 2, “Sunday” does not follow “We”");
}

#[test]
fn words_that_stand_in_several_places_want_a_number() {
    assert_eq!(fault("person\n  Lund\n"), "moor.gold:2: “Lund” stands there 3 times: say which");
    let far = "person\n  Lund @2#3\n";
    assert_eq!(fault(far), "moor.gold:2: on line 2, “Lund” stands there 2 times, not 3");
    assert_eq!(fault("person\n  Lund @9\n"), "moor.gold:2: the text has no line 9");
}

#[test]
fn two_names_share_no_words() {
    let gold = "person\n  Ruth Lund\n  Lund #1\n";
    assert_eq!(fault(gold), "moor.gold:3: “Lund” shares words with the name “Ruth Lund”");
    let none = "person\n  Ruth Lund\n  Ruth *\n";
    assert_eq!(fault(none), "moor.gold:3: “Ruth” stands nowhere outside of longer names");
}

#[test]
fn what_is_not_understood_is_named() {
    for (gold, expected) in [
        ("animal\n  Lund *\n", "moor.gold:1: “animal” is no kind"),
        ("person Lund\n", "moor.gold:1: nothing is labelled beneath it"),
        ("  Lund *\n", "moor.gold:1: an indented line that belongs to none"),
        ("person A\n  Ruth\nperson A\n  Mayor\n", "moor.gold:3: a second entity is called “A”"),
        (
            "quote direct\n  content “We sail\n",
            "moor.gold:1: a quote names its kind and its line: “quote direct @7”",
        ),
        ("quote loud @2\n  content We\n", "moor.gold:1: “loud” is no kind of quote"),
        ("quote indirect @2\n  words We\n", "moor.gold:2: “words” is no part of a quote"),
        (
            "quote indirect @2\n  content We\n",
            "moor.gold:1: a quote has a content and a speaker, or “speaker nobody”",
        ),
        (
            "quote indirect @2\n  content We\n  speaker Berg\n",
            "moor.gold:3: no entity is called “Berg”",
        ),
        (
            "quote direct @2\n  content We\n  speaker nobody\n",
            "moor.gold:1: by its quotation marks it is Indirect",
        ),
    ] {
        assert_eq!(fault(gold), expected);
    }
}
