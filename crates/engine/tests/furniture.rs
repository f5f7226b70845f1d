//! Each rule for page furniture, and prose that must stay.

use galley_engine::analyse;

#[track_caller]
fn check(line: &str, rule: Option<&str>) {
    let text = format!("The council met on Monday.\n\n{line}\n\nIt meets again in May.");
    let folded: Vec<(&str, &str)> = analyse(&text)
        .furniture
        .iter()
        .map(|one| (one.span.of(&text), one.rule.id()))
        .collect::<Vec<_>>()
        .into_iter()
        .map(|(span, id)| (if span == line { line } else { "another line" }, id))
        .collect();
    assert_eq!(folded, rule.map(|id| (line, id)).into_iter().collect::<Vec<_>>());
}

#[test]
fn lines_of_the_page_are_folded() {
    check("3 12 votes", Some("furniture/votes"));
    check("Leave a reply", Some("furniture/comments"));
    check("Rate this story", Some("furniture/votes"));
    check("See all comments", Some("furniture/comments"));
    check("First published in: The Daily Wexmoor", Some("furniture/related"));
    check("Follow The Daily Wexmoor on:", Some("furniture/sharing"));
    check("Subscribe to our newsletter", Some("furniture/sharing"));
    check("Read more: Council raises fares", Some("furniture/related"));
    check("© 2021 The Daily Wexmoor. All rights reserved.", Some("furniture/rights"));
    check("https://example.org/council", Some("furniture/address"));
    check("ADVERTISEMENT", Some("furniture/navigation"));
}

#[test]
fn prose_is_never_folded() {
    check("Follow the river on foot.", None);
    check("Share prices fell.", None);
    check("Comments by the mayor", None);
    check("Related party deals grew", None);
    check("“Read more,” she said.", None);
    check("See https://example.org for more.", None);
}

#[test]
fn folded_lines_hold_no_mentions() {
    let text = "Anna Wexmoor spoke.\n\nFollow Anna Wexmoor on:";
    assert_eq!(analyse(text).mentions.len(), 1);
}
