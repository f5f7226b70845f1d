use galley_text::blocks;
use proptest::prelude::*;

use super::*;

/// The passages of `text` as `depth:text`, with what ends them unless it is a mark.
fn read(text: &str) -> Vec<String> {
    passages(text, &blocks(text))
        .iter()
        .map(|passage| {
            let end = match passage.end {
                End::Mark => "",
                End::Carried => " carried",
                End::Missing => " missing",
            };
            format!("{}:{}{end}", passage.depth, passage.inner.of(text))
        })
        .collect()
}

#[test]
fn marks_of_every_family_pair() {
    for (text, expected) in [
        ("He said “yes” twice.", "yes"),
        ("He said \"yes\" twice.", "yes"),
        ("He said ‘yes’ twice.", "yes"),
        ("He said 'yes' twice.", "yes"),
        ("He said ''yes'' twice.", "yes"),
        ("He said ``yes'' twice.", "yes"),
        ("Er sagte „ja“ dazu.", "ja"),
        ("Er sagte ‚ja‘ dazu.", "ja"),
        ("Er sagte ‚er geh’ nicht‘ dazu.", "er geh’ nicht"),
        ("Il a dit « oui » hier.", " oui "),
        ("Hij zei ‚ja’ tegen haar.", "ja"),
        ("Il a dit ‹ oui › hier.", " oui "),
        ("Er sagte ›ja‹ dazu.", "ja"),
        ("Er sagte »ja« dazu.", "ja"),
        ("他说「好」了。", "好"),
        ("Han sa ”ja” till det.", "ja"),
        ("(“Yes”)", "Yes"),
        ("It was—“Yes”—done.", "Yes"),
    ] {
        assert_eq!(read(text), [format!("0:{expected}")], "{text}");
    }
}

#[test]
fn apostrophes_and_measures_are_not_marks() {
    for text in [
        "The workers’ union didn’t sign.",
        "The workers' union didn't sign, the members' club did.",
        "Rock ’n’ roll of the ’90s and the '80s",
        "She is 5' 10\" tall and he is 6' 2\" tall.",
        "’Tis the season, ’til it is not.",
        "A comma‚ and another‚ written low, is the workers’ own.",
        "A lone ‚mark",
        "A lone “",
        "”",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}

#[test]
fn marks_of_other_countries_nest() {
    for (text, expected) in [
        ("„Sie sagte ‚nein‘ zu mir“, sagte er.", ["0:Sie sagte ‚nein‘ zu mir", "1:nein"]),
        ("»Sie sagte ›nein‹ zu mir«, sagte er.", ["0:Sie sagte ›nein‹ zu mir", "1:nein"]),
        ("«Il m’a dit ‹non› hier», dit-il.", ["0:Il m’a dit ‹non› hier", "1:non"]),
        ("‚Sie sagte „nein“ zu mir‘, sagte er.", ["0:Sie sagte „nein“ zu mir", "1:nein"]),
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn passages_nest() {
    assert_eq!(
        read("“I told them, ‘No, don’t,’ and left,” she said."),
        ["0:I told them, ‘No, don’t,’ and left,", "1:No, don’t,"]
    );
    assert_eq!(read("‘I heard “stop” and ran,’ he said."), ["0:I heard “stop” and ran,", "1:stop"]);
    assert_eq!(read("“A “B” C” d"), ["0:A “B” C", "1:B"]);
}

#[test]
fn british_singles_keep_their_possessives() {
    assert_eq!(
        read("‘It is the workers’ right to know,’ he said. ‘I don’t doubt it.’"),
        ["0:It is the workers’ right to know,", "0:I don’t doubt it."]
    );
}

#[test]
fn an_inch_does_not_close_a_passage() {
    assert_eq!(read("\"It was 6\" wide,\" he said."), ["0:It was 6\" wide,"]);
}

#[test]
fn a_paragraph_that_opens_again_carries_the_passage_on() {
    assert_eq!(
        read("“One.\n\n“Two.\n\n“Three,” he said."),
        ["0:One. carried", "0:Two. carried", "0:Three,"]
    );
}

#[test]
fn a_paragraph_that_only_closes_carries_the_passage_on() {
    assert_eq!(read("He said: “One.\n\nTwo,” and left."), ["0:One. carried", "0:Two,"]);
}

#[test]
fn a_missing_mark_never_swallows_the_next_passage_or_paragraph() {
    assert_eq!(
        read("“One, he said. “Two,” he said.\n\nThree. “Four.”"),
        ["0:One, missing", "0:Two,", "0:Four."]
    );
    assert_eq!(read("\"One, he said.\n\nTwo."), ["0:One, missing"]);
    assert_eq!(read("\"One, he said. \"Two.\""), ["0:One, missing", "0:Two."]);
}

proptest! {
    #[test]
    fn passages_lie_in_blocks_in_order_and_nest_or_stand_apart(
        text in "[a-zS0 ,.\n\"“”'‘’«»„「」6é\u{301}👩]{0,80}"
    ) {
        let blocks = blocks(&text);
        let found = passages(&text, &blocks);
        for passage in &found {
            prop_assert!(blocks.iter().any(|block| block.span.contains(passage.span)));
            prop_assert!(passage.span.fits(&text) && passage.inner.fits(&text));
            prop_assert!(passage.span.contains(passage.inner) && !passage.inner.is_empty());
        }
        for pair in found.windows(2) {
            prop_assert!(pair[0].span.start() <= pair[1].span.start());
            prop_assert!(
                !pair[0].span.overlaps(pair[1].span) || pair[0].span.contains(pair[1].span),
                "{:?}", pair
            );
        }
    }
}

#[test]
fn words_before_a_closing_mark_that_nothing_opened_are_their_sentence() {
    for (text, expected) in [
        ("We sail on Monday,” Lund said.", "We sail on Monday,"),
        ("It rained. We sail on Monday,\" Lund said.", "We sail on Monday,"),
        ("“No,” said Lund. We sail in May!” said Voss.", "We sail in May!"),
    ] {
        assert!(read(text).contains(&format!("0:{expected} missing")), "{text}");
    }
    for text in [
        "It is 5\" deep.",
        "Yes,” he said.",
        "It rains a lot,” For one.",
        "A dog’s life’s over,’ it read.",
    ] {
        assert_eq!(read(text), [""; 0], "{text}");
    }
}

#[test]
fn a_line_behind_its_sign_is_a_passage() {
    assert_eq!(read("> We sail on Monday.\n\nHe left."), ["0:We sail on Monday."]);
    assert_eq!(read("> “We sail,” she said.\n\n5 > 4"), ["0:We sail,"]);
}
