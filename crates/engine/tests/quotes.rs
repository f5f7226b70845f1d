//! Who said what, sentence by sentence, by rules alone and with the model.

use std::sync::LazyLock;

use galley_engine::{Findings, Reader, analyse};

static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::new(include_bytes!("../model/encoder.bin")).unwrap_or_default());

/// What `text` says by rules alone, and with the model.
fn both(text: &str) -> [Findings; 2] {
    [analyse(text), READER.analyse(text)]
}

/// The quotes of `findings` as "source cue: content".
fn told(text: &str, findings: &Findings) -> Vec<String> {
    let quotes = findings.quotes.iter().map(|quote| {
        let [source, cue] = [quote.source, quote.cue].map(|it| it.map_or("", |it| it.of(text)));
        let content: Vec<&str> = quote.content.iter().map(|it| it.of(text)).collect();
        format!("{source} {cue}: {}", content.join(" … "))
    });
    quotes.collect()
}

#[track_caller]
fn tells(text: &str, expected: &[&str]) {
    for findings in both(text) {
        assert_eq!(told(text, &findings), expected, "{:?} of {text}", findings.means);
    }
}

#[test]
fn whom_it_was_told_is_not_what_was_told() {
    tells("The ferry is unsafe, Ruth Lund told Reuters.", &["Ruth Lund told: The ferry is unsafe"]);
    tells(
        "The ferry is unsafe, a White House official told CNN.",
        &["a White House official told: The ferry is unsafe"],
    );
    tells(
        "The ferry is unsafe, Anna Berg told the BBC on Friday.",
        &["Anna Berg told: The ferry is unsafe"],
    );
    tells(
        "The ferry is unsafe, the minister told reporters in an interview.",
        &["the minister told: The ferry is unsafe"],
    );
    tells(
        "Ukraine war must end soon, Macron tells Putin",
        &["Macron tells: Ukraine war must end soon"],
    );
}

#[test]
fn a_hearer_alone_is_no_content() {
    tells("On Friday, Ruth Lund told Reuters.", &[]);
    tells("As she left the hall, officials told her.", &[]);
    tells("When the war ended, Macron told Putin on Monday.", &[]);
}

#[test]
fn what_follows_the_hearer_is_the_content() {
    tells(
        "On Friday, Ruth Lund told Reuters the ferry was unsafe.",
        &["Ruth Lund told: the ferry was unsafe"],
    );
}

#[test]
fn a_quote_that_lacks_a_mark_is_to_be_asked_about() {
    let surest = |text: &str| {
        both(text).map(|findings| {
            findings.quotes.iter().map(|it| it.confidence.value()).fold(0.0, f32::max)
        })
    };
    for (whole, torn) in [
        (
            "Ruth Lund said: “The ferry is safe and will sail on.”",
            "Ruth Lund said: “The ferry is safe and will sail on.",
        ),
        ("“The ferry is safe,” Ruth Lund said.", "“The ferry is safe, Ruth Lund said."),
        (
            "“The ferry is safe and will sail on,” Ruth Lund said.",
            "The ferry is safe and will sail on,” Ruth Lund said.",
        ),
    ] {
        let (whole, torn) = (surest(whole), surest(torn));
        assert!(whole.iter().all(|it| *it > 0.6), "{whole:?}");
        assert!(torn.iter().all(|it| *it < 0.6), "{torn:?}");
    }
}

#[test]
fn who_is_named_behind_the_verb_said_it_with_all_that_is_said_of_them() {
    tells(
        "The ferry was sold, said people briefed on the deal.",
        &["people briefed on the deal said: The ferry was sold"],
    );
    tells(
        "The ferry was sold, said an official who declined to be named.",
        &["an official who declined to be named said: The ferry was sold"],
    );
}

#[test]
fn an_aside_before_the_verb_does_not_turn_its_subject() {
    tells(
        "The minister, who resigned, said people injured on the ferry had been flown home.",
        &["The minister, who resigned said: people injured on the ferry had been flown home"],
    );
}

/// The name of whoever speaks first in `text`, by rules and with the model.
fn first_speakers(text: &str) -> [Option<String>; 2] {
    both(text).map(|findings| {
        let speaker = findings.quotes.first()?.speakers.first()?;
        Some(findings.entities[speaker.entity.0 as usize].name.clone())
    })
}

#[test]
fn whom_people_speak_of_is_not_called_what_they_are() {
    let text = "Critics said Trump lied about it. “We sail,” Trump said.";
    assert_eq!(first_speakers(text), [Some("Critics".into()), Some("Critics".into())]);
}

#[test]
fn several_people_are_nobody_alone() {
    let text = "Ruth Lund, the experts, sailed. The experts said the ferry was sold.";
    assert_eq!(first_speakers(text), [Some("The experts".into()), Some("The experts".into())]);
}

#[test]
fn whoever_speaks_is_not_the_one_who_is_told() {
    assert_eq!(first_speakers("“It is unsafe,” she told the Guardian."), [None, None]);
    assert_eq!(first_speakers("“It is unsafe,” he told Putin."), [None, None]);
}

#[test]
fn a_headline_may_end_with_who_says_so() {
    tells(
        "UK to leave the bloc in May, Biden warns",
        &["Biden warns: UK to leave the bloc in May"],
    );
}

#[test]
fn what_is_pasted_without_marks_is_to_be_asked_about() {
    let text =
        "Ruth Lund said in a statement:\n\nThe ferry is safe. It will sail on.\n\nIt left at nine.";
    for findings in both(text) {
        assert_eq!(told(text, &findings), ["Ruth Lund said: The ferry is safe. It will sail on"]);
        assert!(findings.quotes[0].confidence.is_doubtful());
    }
}

#[test]
fn an_answer_of_nobody_known_is_to_be_asked_about() {
    let text = "Q: Is it safe?\n\nA: The ferry is safe.\n\nQ: And will it sail?\n\nA: It will.";
    for findings in both(text) {
        let is_asked: Vec<bool> =
            findings.quotes.iter().map(|it| it.confidence.is_doubtful()).collect();
        assert_eq!(is_asked, [false, true, false, true]);
        assert!(findings.quotes.iter().all(|it| it.speakers.is_empty()));
    }
}

#[test]
fn according_to_whom_is_told_with_what_says_who_they_are() {
    tells(
        "The ferry will be sold, according to people briefed on the matter.",
        &["people briefed on the matter according to: The ferry will be sold"],
    );
    tells(
        "According to an official who declined to be named, the ferry will be sold.",
        &["an official who declined to be named According to: the ferry will be sold"],
    );
}

#[test]
fn a_short_headline_behind_a_name_is_theirs_and_one_behind_a_rubric_is_nobodys() {
    let body = "\n\nRuth Lund opened the ferry on Friday.";
    tells(&format!("Lund: we sail{body}"), &["Lund :: we sail"]);
    for rubric in ["Opinion", "Exclusive", "Photo Gallery"] {
        tells(&format!("{rubric}: New Ferry Sails{body}"), &[]);
    }
}

#[test]
fn whoever_speaks_in_an_interview_is_not_the_she_that_they_speak_of() {
    let text = "Ruth Lund met Anna Berg.\n\nLund: She is well. She sails.\n\nBerg: She is not.";
    for findings in both(text) {
        let speakers: Vec<_> = findings.quotes.iter().map(|it| it.speakers.first()).collect();
        let opens = |at: usize| {
            let start = findings.quotes[at].content[0].start();
            findings.mentions.iter().find(|it| it.span.start() == start)
        };
        assert_eq!(speakers.len(), 2);
        for (at, speaker) in speakers.into_iter().enumerate() {
            assert!(speaker.is_some());
            assert!(opens(at).is_none_or(|it| it.rule != galley_engine::Rule::PronounSpeaker));
        }
    }
}

#[test]
fn a_paragraph_that_is_set_as_a_quotation_is_somebodys_without_marks() {
    let text = "The mayor wrote to the crews:\n\nThe ferry sails at noon. Nobody is in danger.\n\nThe crews stayed.";
    let start = text.find("The ferry").unwrap_or_default();
    let set = galley_text::Span::new(start, text.find("\n\nThe crews stayed").unwrap_or_default());
    let findings = READER.analyse_with_quotations(text, &[set]);
    let expected = "The mayor wrote: The ferry sails at noon. Nobody is in danger.";
    assert_eq!(told(text, &findings), [expected]);
    let alone =
        READER.analyse_with_quotations(&text[start..], &[galley_text::Span::new(0, set.len())]);
    assert_eq!(told(&text[start..], &alone), [" : The ferry sails at noon. Nobody is in danger."]);
    assert!(alone.quotes.iter().all(|quote| quote.confidence.is_doubtful()));
    let nested =
        "The mayor wrote to the crews:\n\nThe crews are “ready” and nobody is in danger today.";
    let set =
        galley_text::Span::new(nested.find("The crews are").unwrap_or_default(), nested.len());
    let expected = "The mayor wrote: The crews are “ready” and nobody is in danger today.";
    assert_eq!(told(nested, &READER.analyse_with_quotations(nested, &[set])), [expected]);
}
