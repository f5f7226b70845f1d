//! What holds for every text: spans lie in it on grapheme boundaries, lists are in order, what is
//! pointed at exists, and the same text is read the same way twice.

use std::sync::LazyLock;

use galley_engine::{Findings, Reader, Rule, analyse};
use galley_text::Span;
use proptest::prelude::*;

/// Pieces that news is made of, and pieces that break careless programs.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "「",
    "」",
    "``",
    "''",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "-\n",
    "\u{ad}",
    "President Emmanuel\nMacron",
    "cron in New\nYork",
    ", ",
    ". ",
    ": ",
    "? ",
    "—",
    " - ",
    "…",
    "(",
    ")",
    "he said",
    " said ",
    "she told ",
    "according to ",
    "Ana Ruiz",
    "Mr. Lund",
    "the mayor",
    "They plan to ",
    "that ",
    "and ",
    "but ",
    "who ",
    "saying ",
    "Said ",
    "It rained",
    "“No,” ",
    "on Friday",
    "$3.5 million",
    "42 percent",
    "3 May 2024",
    "don’t",
    "workers’ ",
    "6' 2\"",
    "👩‍👩‍👧",
    "e\u{301}",
    "\u{301}",
    "\u{200d}",
    "🇫🇷",
    "他说",
    "好。",
    "مرحبا ",
    "שלום ",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
    "한글",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..60);
    prop_oneof![4 => pieces.prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

/// Every span of `findings`.
fn spans(findings: &Findings) -> Vec<Span> {
    let mut out: Vec<Span> = findings.mentions.iter().map(|mention| mention.span).collect();
    for quote in &findings.quotes {
        out.extend(&quote.content);
        out.extend(quote.cue);
        out.extend(quote.source);
        for inner in &quote.inner {
            out.extend(inner.content.iter().chain([&inner.cue, &inner.source]));
        }
    }
    out.extend(findings.scare.iter().map(|scare| scare.span));
    out.extend(findings.furniture.iter().map(|line| line.span));
    out
}

fn is_sorted(starts: impl Iterator<Item = usize>) -> bool {
    starts.is_sorted()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rules_find_whole_graphemes_in_order_and_what_they_point_at_exists(text in texts()) {
        let findings = analyse(&text);
        is_whole(&text, &findings)?;
        is_in_order(&findings)?;
        points_at_something(&findings)?;
        is_said_or_scare(&findings)?;
    }

    #[test]
    fn the_same_text_is_read_the_same_way(text in texts()) {
        prop_assert_eq!(analyse(&text), analyse(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_model_keeps_to_the_same_laws(text in texts()) {
        let findings = READER.analyse(&text);
        is_whole(&text, &findings)?;
        is_in_order(&findings)?;
        points_at_something(&findings)?;
        is_said_or_scare(&findings)?;
        prop_assert_eq!(findings, READER.analyse(&text));
    }

    #[test]
    fn a_forgotten_mark_swallows_five_sentences_at_most_and_no_paragraph(
        mark in prop::sample::select(&["“", "\"", "‘", "«", "„"][..]),
        before in prop::collection::vec(prop::sample::select(PROSE), 0..4),
        after in prop::collection::vec(prop::sample::select(PROSE), 1..12),
        between in prop::sample::select(&[" ", "\n\n"][..]),
    ) {
        let text = format!("{} {mark}We sail at noon. {}", before.join(between), after.join(between));
        for findings in [analyse(&text), READER.analyse(&text)] {
            for piece in findings.quotes.iter().flat_map(|quote| &quote.content) {
                let piece = piece.of(&text);
                prop_assert!(piece.matches('.').count() <= 5 && !piece.contains('\n'), "{}", piece);
            }
        }
    }
}

/// Sentences that nobody says.
const PROSE: &[&str] = &[
    "The ferry has three decks.",
    "It rained all day.",
    "Ruth Lund sailed in May.",
    "The harbour of Eastmoor was quiet.",
    "Two boats stood on the quay, and nobody came.",
];

static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::new(include_bytes!("../model/encoder.bin")).unwrap_or_default());

fn is_whole(text: &str, findings: &Findings) -> Result<(), TestCaseError> {
    for span in spans(findings) {
        prop_assert!(span.fits(text) && !span.is_empty(), "{span:?}");
        prop_assert_eq!(span, span.on_graphemes(text));
    }
    Ok(())
}

fn is_in_order(findings: &Findings) -> Result<(), TestCaseError> {
    prop_assert!(is_sorted(findings.mentions.iter().map(|it| it.span.start())));
    prop_assert!(is_sorted(findings.scare.iter().map(|it| it.span.start())));
    prop_assert!(is_sorted(findings.furniture.iter().map(|it| it.span.start())));
    prop_assert!(findings.quotes.iter().all(|quote| !quote.content.is_empty()));
    prop_assert!(is_sorted(findings.quotes.iter().map(|it| it.content[0].start())));
    for quote in &findings.quotes {
        for pair in quote.content.windows(2) {
            prop_assert!(pair[0].end() <= pair[1].start(), "{:?}", quote.content);
        }
    }
    Ok(())
}

fn is_said_or_scare(findings: &Findings) -> Result<(), TestCaseError> {
    let mut said = findings.quotes.iter().flat_map(|quote| &quote.content);
    prop_assert!(said.all(|piece| !findings.scare.iter().any(|it| it.span.overlaps(*piece))));
    Ok(())
}

fn points_at_something(findings: &Findings) -> Result<(), TestCaseError> {
    let speakers = findings.quotes.iter().flat_map(|quote| {
        quote.speakers.iter().chain(quote.inner.iter().flat_map(|it| &it.speakers))
    });
    for id in
        findings.mentions.iter().filter_map(|it| it.entity).chain(speakers.map(|it| it.entity))
    {
        prop_assert!((id.0 as usize) < findings.entities.len());
    }
    for (index, entity) in findings.entities.iter().enumerate() {
        prop_assert_eq!(entity.id.0 as usize, index);
    }
    Ok(())
}

#[test]
fn rule_ids_are_unique_and_say_their_room() {
    for (index, rule) in Rule::ALL.iter().enumerate() {
        assert!(rule.id().contains('/') && !rule.reason().is_empty(), "{rule:?}");
        assert!(Rule::ALL[..index].iter().all(|other| other.id() != rule.id()), "{rule:?}");
    }
}
