//! Laws and examples of words without the signs around them.

use galley_text::Span;
use proptest::prelude::*;

use crate::texts::text;

proptest! {
    #[test]
    fn bare_words_lie_in_what_was_chosen_and_are_bare_for_good(text in text(), a in 0..60_usize, b in 0..60_usize) {
        let chosen = Span::new(a.min(b), a.max(b)).on_graphemes(&text);
        prop_assume!(!chosen.trimmed(&text).is_empty());
        let bare = chosen.bare(&text, &[]);
        prop_assert!(chosen.contains(bare) && !bare.is_empty());
        prop_assert_eq!(bare.bare(&text, &[]), bare);
    }
}

#[test]
fn signs_around_a_name_are_left_out_and_those_in_it_stay() {
    for (chosen, name) in [
        ("north slipway,", "north slipway"),
        ("“Fishermen’s Hall”", "“Fishermen’s Hall”"),
        ("“Fishermen’s Hall", "Fishermen’s Hall"),
        ("Acme Inc.", "Acme Inc."),
        ("(Plymouth", "Plymouth"),
        ("Bank (UK)", "Bank (UK)"),
        ("Who?!", "Who"),
        ("…", "…"),
    ] {
        let whole = Span::new(0, chosen.len());
        assert_eq!(whole.bare(chosen, &[]).of(chosen), name);
    }
}

#[test]
fn the_full_stop_of_a_sentence_is_left_out_and_that_of_an_abbreviation_stays() {
    let text = "It is in Iran. It is in the U.S.";
    let sentences = [Span::new(0, 14), Span::new(15, text.len())];
    assert_eq!(Span::new(9, 14).bare(text, &sentences).of(text), "Iran");
    assert_eq!(Span::new(28, text.len()).bare(text, &sentences).of(text), "U.S.");
}
