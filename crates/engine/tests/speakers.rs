//! Whose a quote is, and why.

use std::sync::LazyLock;

use galley_engine::{Reader, Rule};

/// What the page reads with.
static READER: LazyLock<Reader> =
    LazyLock::new(|| Reader::new(include_bytes!("../model/encoder.bin")).unwrap_or_default());

/// The speakers of each quote in `text`, with why it is theirs.
fn told(text: &str) -> Vec<Vec<(String, Rule)>> {
    let findings = READER.analyse(text);
    let name = |it: &galley_engine::Speaker| {
        (findings.entities[it.entity.0 as usize].name.clone(), it.rule)
    };
    findings.quotes.iter().map(|it| it.speakers.iter().map(name).collect()).collect()
}

#[track_caller]
fn is_told(text: &str, expected: &[(&str, Rule)]) {
    let last = told(text).pop().unwrap_or_default();
    let last: Vec<(&str, Rule)> = last.iter().map(|(name, rule)| (&**name, *rule)).collect();
    assert_eq!(last, expected, "{text}");
}

#[test]
fn whom_the_source_names_and_whom_it_describes() {
    is_told("“We sail,” Ruth Lund said.", &[("Ruth Lund", Rule::SpeakerNamed)]);
    is_told(
        "Mayor Ruth Lund came.\n\n“We sail,” the mayor said.",
        &[("Ruth Lund", Rule::SpeakerDescribed)],
    );
    is_told(
        "Milo Hart came on Monday.\n\n“We sail,” the Eastmoor businessman said.",
        &[("Milo Hart", Rule::SpeakerStandIn)],
    );
    is_told("“We sail,” two officials said.", &[("two officials", Rule::SpeakerUnnamed)]);
    is_told(
        "Ruth Lund, who said the ferry was late, sailed.",
        &[("Ruth Lund", Rule::SpeakerBefore)],
    );
    is_told(
        "He met Ruth Lund, now the mayor of Paris, who said the ferry was late.",
        &[("Ruth Lund", Rule::SpeakerBefore)],
    );
}

#[test]
fn who_is_told_by_an_office_of_several_words_and_behind_brackets() {
    is_told(
        "Gen. Milo Hart met Attorney General Ruth Lund.\n\n“We sail,” the attorney general said.",
        &[("Ruth Lund", Rule::SpeakerDescribed)],
    );
    is_told(
        "“We sail,” said the commander of the Eastmoor Fleet (EF), Lt. Gen. Milo Hart.",
        &[("Milo Hart", Rule::SpeakerNamed)],
    );
}

#[test]
fn a_body_a_place_and_an_office_go_to_what_can_be_called_so() {
    is_told(
        "The Eastmoor News Channel opened in May. The Norland Gazette wrote of it.\n\n“We sail,” the network said.",
        &[("Eastmoor News Channel", Rule::SpeakerStandIn)],
    );
    is_told(
        "Paris and Florida met on Monday.\n\nThe state said it was late.",
        &[("Florida", Rule::SpeakerStandIn)],
    );
    is_told(
        "Secretary of State Ruth Lund came.\n\nThe state said it was late.",
        &[("The state", Rule::SpeakerUnnamed)],
    );
    is_told(
        "Secretary of State Ruth Lund came.\n\nThe secretary said it was late.",
        &[("Ruth Lund", Rule::SpeakerDescribed)],
    );
    is_told(
        "The judge said it was late. Justice Ole Berg sailed.",
        &[("Ole Berg", Rule::SpeakerDescribed)],
    );
    is_told(
        "The Eastmoor Channel opened in May.\n\nMilo Hart came. The Hart campaign said it was late.",
        &[("The Hart campaign", Rule::SpeakerUnnamed)],
    );
}

#[test]
fn a_pronoun_is_whoever_spoke_last_or_for_whom_most_speaks() {
    is_told(
        "“We sail,” Ruth Lund said. She said it was late.",
        &[("Ruth Lund", Rule::SpeakerLast)],
    );
    is_told(
        "Ruth Lund sailed on Monday. She said it was late.",
        &[("Ruth Lund", Rule::PronounNearest)],
    );
}

#[test]
fn whoever_spoke_last_goes_on_where_nobody_is_named() {
    is_told(
        "“We sail,” Ruth Lund said on Monday.\n\n“The ferry is late, and nobody came to the harbour.”",
        &[("Ruth Lund", Rule::SpeakerGoesOn)],
    );
}

#[test]
fn several_say_it_each_for_a_reason_of_their_own() {
    is_told(
        "Mayor Ole Berg came with Ruth Lund.\n\n“We sail,” Lund and the mayor said.",
        &[("Ruth Lund", Rule::SpeakerNamed), ("Ole Berg", Rule::SpeakerDescribed)],
    );
    is_told("“We sail,” Ruth Lund and her friends said.", &[("Ruth Lund", Rule::SpeakerNamed)]);
}

#[test]
fn he_is_the_only_one_of_several_who_he_can_be() {
    is_told(
        "“We sail,” said Mrs. Ruth Lund and Mr. Ole Berg. “It is late,” he said.",
        &[("Ole Berg", Rule::SpeakerLast)],
    );
}

#[test]
fn who_answers_is_told_before_the_first_turn_or_named_first() {
    let turns = "\n\nQ: Is it safe?\n\nA: It is safe.";
    is_told(
        &format!("An interview with Ruth Lund{turns}"),
        &[("Ruth Lund", Rule::SpeakerInterviewed)],
    );
    is_told(
        &format!("Ruth Lund built the ferry in May.{turns}"),
        &[("Ruth Lund", Rule::SpeakerFirst)],
    );
}
