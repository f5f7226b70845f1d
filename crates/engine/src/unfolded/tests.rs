use galley_text::Span;

use super::Unfolded;

/// What is read of `text`.
#[track_caller]
fn check(text: &str, read: &[&str]) {
    let unfolded = Unfolded::read(text, &[]);
    let blocks: Vec<&str> = unfolded.blocks.iter().map(|it| it.span.of(&unfolded.text)).collect();
    assert_eq!(blocks, read);
}

#[test]
fn a_line_end_inside_a_name_is_a_space() {
    check(
        "President Emmanuel\nMacron left for New\nYork on Monday.",
        &["President Emmanuel Macron left for New York on Monday."],
    );
    check("He met Emmanuel \r\nMacron.", &["He met Emmanuel Macron."]);
}

#[test]
fn a_heading_is_no_part_of_a_name() {
    check("Talks in New\n\nYork was calm.", &["Talks in New", "York was calm."]);
    check("Talks in Paris\nMacron left.", &["Talks in Paris", "Macron left."]);
    check("By Emmanuel\nMacron Leaves Berlin", &["By Emmanuel", "Macron Leaves Berlin"]);
    check("We met Emmanuel\nThe talks failed.", &["We met Emmanuel", "The talks failed."]);
}

#[test]
fn a_word_parted_at_a_line_end_is_whole_and_keeps_a_hyphen_of_its_own() {
    check("Emmanuel Ma-\ncron was in Ber-\nlin.", &["Emmanuel Macron was in Berlin."]);
    check("The well-\nknown Jean-\nPierre left.", &["The well-known Jean-Pierre left."]);
    check("Emmanuel Ma\u{ad}cron, Ber\u{ad}\nlin.", &["Emmanuel Macron, Berlin."]);
}

#[test]
fn what_is_read_in_two_pieces_is_found_in_the_text_as_given() {
    let text = "He left Ma-\ncron.";
    let unfolded = Unfolded::read(text, &[]);
    let at = unfolded.text.find("Macron").unwrap_or_default();
    let sentences = vec![Span::new(at, at + 6), Span::new(at + 6, at + 7)];
    let mut findings = crate::Findings { sentences, ..crate::Findings::default() };
    unfolded.bring_back(&mut findings);
    let found: Vec<&str> = findings.sentences.iter().map(|span| span.of(text)).collect();
    assert_eq!(found, ["Ma-\ncron", "."]);
}
