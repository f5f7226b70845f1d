//! What the reader says of findings, in cards and by keys.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::reader::{ARTICLE, Reader, storage};

#[wasm_bindgen_test]
async fn a_changed_speaker_is_shown_kept_and_taken_back() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.clicks(".card-head", "Maria Lund").await;
    reader.chooses("Speaker", " nobody").await;
    reader.sees_text(".card-speaker", "Unattributed").await;
    assert_eq!(reader.text_of("mark.m-direct.quote-corrected"), "“The bridge is safe,”");
    reader.sees_text(".bar-state", "Saved").await;
    assert_eq!(storage::keys_with("/correction/"), 1);

    let reader = reader.mounts_again().await;
    reader.sees_text(".card-speaker", "Unattributed").await;
    reader.clicks(".card-head", "Unattributed").await;
    reader.presses_button("Take back").await;
    reader.sees_text(".card-speaker", "Maria Lund").await;
    reader.presses_button("Undo: Take back correction").await;
    reader.sees_text(".card-speaker", "Unattributed").await;
}

#[wasm_bindgen_test]
async fn two_who_say_it_stand_on_its_card_with_why_each_does_and_one_alone_can_be_chosen() {
    let reader = Reader::arrives().await;
    let met = "Mayor Ole Berg met Ruth Lund on Monday.";
    reader.pastes(&format!("{met}\n\n“We shall sail,” said Lund and the mayor.")).await;
    assert_eq!(reader.text_of(".card-speaker"), "Ruth Lund and Ole Berg");
    reader.clicks(".card-head", "Ruth Lund").await;
    reader.presses_button("Why").await;
    reader.counts(".card-why", 3).await;
    reader.chooses("Speaker", "Ole Berg").await;
    reader.sees_text(".card-speaker", "Ole Berg").await;
    reader.presses_button("Undo: Change speaker to Ole Berg").await;
    reader.sees_text(".card-speaker", "Ruth Lund and Ole Berg").await;
}

#[wasm_bindgen_test]
async fn who_has_it_from_whom_stands_on_the_card() {
    let reader = Reader::arrives().await;
    reader.pastes("Ann Lund told Reuters that Karl Berg had said the bridge was safe.").await;
    assert_eq!(reader.text_of(".card-speaker"), "Ann Lund");
    reader.sees_text(".card-head", "In it: Karl Berg had said the bridge was safe").await;
}

#[wasm_bindgen_test]
async fn a_quote_is_given_another_kind_and_cue_which_are_kept_and_undone() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.clicks(".card-head", "Maria Lund").await;
    reader.presses_button("Change").await;
    reader.chooses("Kind", "indirect").await;
    reader.sees("mark.m-indirect.quote-corrected").await;
    reader.presses_button("Remove the cue").await;
    reader.sees_text(".change .control-words", "None").await;
    reader.selects("p.paragraph", 12, 15).await;
    reader.presses_button("This is its cue").await;
    reader.sees_text(".card-head .card-cue", "met · ").await;
    reader.sees_text(".bar-state", "Saved").await;

    let reader = reader.mounts_again().await;
    reader.sees("mark.m-indirect.quote-corrected").await;
    reader.sees_text(".card-head .card-cue", "met · ").await;
    reader.presses_button("Undo: Change cue to “met”").await;
    reader.waits(|| !reader.text_of(".card-head .card-cue").contains("met"), "no cue").await;
    reader.presses_button_that_begins("Undo: Remove cue").await;
    reader.sees_text(".card-head .card-cue", "said · ").await;
    reader.presses_button("Undo: Change kind to reported").await;
    reader.sees("mark.m-direct").await;
}

#[wasm_bindgen_test]
async fn a_quote_is_given_another_extent_by_its_edges_and_by_a_selection() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.clicks(".card-head", "Maria Lund").await;
    reader.presses_button("Change").await;
    reader.presses_button("Start one word on").await;
    reader.waits(|| reader.text_of("mark.m-direct") == "The bridge is safe,”", "no mark").await;
    reader.presses_button_that_begins("Undo: Move edge of").await;
    reader.waits(|| reader.text_of("mark.m-direct") == "“The bridge is safe,”", "all").await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("This is the quote").await;
    reader.waits(|| reader.text_of("mark.m-direct") == "The council", "the selection").await;
    reader.sees_text(".bar-state", "Saved").await;

    let reader = reader.mounts_again().await;
    reader.waits(|| reader.text_of("mark.m-direct") == "The council", "it is kept").await;
}

#[wasm_bindgen_test]
async fn a_name_is_given_another_kind_in_all_its_places_but_those_left_out() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    let places = reader.count("article mark.m-place");
    reader.clicks("article mark.m-place", "Nordvik").await;
    reader.chooses("Where", "article").await;
    assert_eq!(reader.count(".same-places input:checked"), places - 1);
    reader.chooses("Kind", "organization").await;
    assert_eq!(reader.count("article mark.m-organization.name-corrected"), places);
    reader.sees_text(".toast", "Kind changed in 2 places").await;
    reader.presses_button("Undo: Change 2 kinds to organization").await;
    assert_eq!(reader.count("article mark.m-place"), places);
}

#[wasm_bindgen_test]
async fn a_name_marked_by_hand_is_marked_in_its_other_places_too() {
    let reader = Reader::arrives().await;
    reader.pastes(&format!("{ARTICLE}\n\nThe council is glad. So is a council elsewhere.")).await;
    reader.selects("p.paragraph", 4, 11).await;
    reader.chooses("Mark as", "organization").await;
    reader.clicks("article mark.m-organization", "council").await;
    reader.chooses("Where", "article").await;
    reader.presses_button("Mark these too").await;
    reader.counts("article mark.m-organization", 3).await;
    reader.presses_button_that_begins("Undo: Change").await;
    reader.counts("article mark.m-organization", 1).await;
}

#[wasm_bindgen_test]
async fn keys_go_through_the_marks_accept_reject_and_close() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.types_key("q", false).await;
    assert_eq!(reader.is_at(), "Direct quote: Maria Lund");
    reader.sees(".card.is-lit .controls").await;
    reader.types_key("a", false).await;
    reader.sees("article mark.m-direct.quote-confirmed").await;
    reader.types_key("x", false).await;
    assert_eq!(reader.count("article mark.m-direct"), 0);
    reader.types_key("z", true).await;
    reader.sees("article mark.m-direct.quote-confirmed").await;

    reader.types_key("p", false).await;
    assert_eq!(reader.is_at(), "Person: Maria Lund");
    reader.sees("[role=dialog][aria-label='Person: Maria Lund']").await;
    reader.types_key("Escape", false).await;
    assert_eq!(reader.count("[role=dialog]"), 0);
    reader.types_key("?", false).await;
    reader.sees_text("dialog", "Next quote").await;
    reader.presses_button("Done").await;
    assert_eq!(reader.count("dialog"), 0);
}

#[wasm_bindgen_test]
async fn what_is_said_by_key_counts_as_far_as_the_card_says() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    let places = reader.count("article mark.m-place");
    assert!(places > 1, "{places}");
    reader.clicks("article mark.m-place", "Nordvik").await;
    reader.types_key("x", false).await;
    reader.counts("article mark.m-place", places - 1).await;
    reader.types_key("z", true).await;
    reader.counts("article mark.m-place", places).await;

    // The name that is back is pointed at again, and its card is open.
    reader.sees("select[aria-label=Where]").await;
    reader.chooses("Where", "article").await;
    reader.types_key("x", false).await;
    reader.counts("article mark.m-place", 0).await;
    reader.types_key("z", true).await;
    reader.counts("article mark.m-place", places).await;

    reader.sees("select[aria-label=Where]").await;
    reader.chooses("Where", "everywhere").await;
    reader.types_key("a", false).await;
    reader.sees_text(".card-sure", "Your rule: always a place").await;
}

#[wasm_bindgen_test]
async fn buttons_tell_the_keys_that_do_the_same_and_none_where_none_works() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.clicks(".card-head", "Maria Lund").await;
    let told = |button: &str| reader.count(&format!(".controls button{button}"));
    assert_eq!(told("[title='Accept (A)'][aria-keyshortcuts=A]"), 1);
    reader.presses_button("Settings").await;
    reader.presses_button("No key for “Accept what was found”").await;
    assert_eq!(told("[title='Accept']:not([aria-keyshortcuts])"), 1);
    assert_eq!(told("[title='Note (N)'][aria-keyshortcuts=N]"), 1);
    reader.presses_choice("Does nothing").await;
    assert_eq!(told("[title='Note']:not([aria-keyshortcuts])"), 1);
    reader.presses_button("Done").await;
}

#[wasm_bindgen_test]
async fn the_keyboard_reaches_the_article_at_one_mark_and_each_mark_has_a_name() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    assert_eq!(reader.count("article [data-stop][tabindex='0']"), 1);
    let stops = reader.count("article [data-stop]");
    assert_eq!(reader.count("article [data-stop][role=button][aria-label*=': ']"), stops);
    assert!(stops >= 4, "{stops}");
}

#[wasm_bindgen_test]
async fn what_is_said_of_a_name_everywhere_is_a_rule_for_the_next_article_too() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    let places = reader.count("article mark.m-place");
    reader.clicks("article mark.m-place", "Nordvik").await;
    reader.chooses("Where", "everywhere").await;
    reader.chooses("Kind", "organization").await;
    reader.counts("article mark.m-organization", places).await;
    reader.sees_text(".card-sure", "Your rule: always an organization").await;
    reader.sees_text(".bar-state", "Saved").await;
    assert_eq!(storage::keys_with("galley/rule/"), 1);

    let reader = reader.mounts_again().await;
    reader.pastes("Storm\n\nThe harbour of Nordvik was closed.").await;
    assert_eq!(reader.text_of("mark.m-organization"), "Nordvik");
    reader.clicks("article mark.m-organization", "Nordvik").await;
    reader.presses_button("Remove rule").await;
    assert_eq!(reader.count("article mark.m-organization"), 0);
    reader.presses_button("Undo: Remove rule for “Nordvik”").await;
    assert_eq!(reader.count("article mark.m-organization"), 1);
}

#[wasm_bindgen_test]
async fn rules_are_listed_changed_removed_and_come_back() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button("Settings").await;
    reader.sees_text("dialog", "None yet.").await;
    reader.presses_button("Done").await;
    reader.clicks("article mark.m-place", "Nordvik").await;
    reader.chooses("Where", "everywhere").await;
    reader.presses_button("Accept").await;

    reader.presses_button("Settings").await;
    assert_eq!(reader.value_of("select[aria-label='Rule for “Nordvik”']"), "place");
    reader.chooses("Rule for “Nordvik”", "never").await;
    assert_eq!(reader.count("article mark.m-place"), 0);
    reader.presses_button("Remove the rule for “Nordvik”").await;
    assert!(reader.count("article mark.m-place") > 0);
    reader.presses_button("Undo: Remove rule for “Nordvik”").await;
    assert_eq!(reader.count("article mark.m-place"), 0);
    reader.sees_text("dialog", "Save as a file").await;
}

#[wasm_bindgen_test]
async fn what_was_rejected_is_listed_after_a_reload_and_can_be_taken_back() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    let people = reader.count("article mark.m-person");
    reader.clicks("article mark.m-person", "Maria Lund").await;
    reader.presses_button("Reject").await;
    reader.waits(|| reader.count("article mark.m-person") < people, "one fewer").await;
    reader.sees_text(".bar-state", "Saved").await;

    let reader = reader.mounts_again().await;
    reader.sees("aside.pane").await;
    reader.presses_button("Notes").await;
    reader.sees_text("section[aria-label=Rejected]", "Maria Lund").await;
    reader.presses_button("Take back “Maria Lund”").await;
    reader.counts("section[aria-label=Rejected]", 0).await;
    reader.counts("article mark.m-person", people).await;
}

#[wasm_bindgen_test]
async fn words_set_apart_are_accepted_rejected_and_made_a_quote_and_each_is_undone() {
    let reader = Reader::arrives().await;
    reader.pastes(&format!("{ARTICLE}\n\nThe ‘temporary’ closure of the road goes on.")).await;
    reader.clicks("article mark.m-scare", "temporary").await;
    reader.presses_button("Accept").await;
    reader.sees("article mark.m-scare.scare-confirmed").await;
    reader.presses_button("Take back").await;
    reader.presses_button("Reject").await;
    reader.counts("article mark.m-scare", 0).await;
    reader.presses_button("Undo: Reject words set apart").await;

    reader.types_key("Escape", false).await;
    reader.types_key("q", false).await;
    reader.types_key("q", false).await;
    assert!(reader.is_at().starts_with("Words set apart"), "the next quote: {}", reader.is_at());
    reader.presses_button("It is a quote").await;
    reader.counts("article mark.m-scare", 0).await;
    reader.sees_text("article mark.m-direct.quote-own", "temporary").await;
    reader.sees(".card.is-lit select[aria-label=Speaker]").await;
    reader.presses_button("Undo: Take words set apart for a quote").await;
    reader.types_key("x", false).await;
    reader.counts("article mark.m-scare", 0).await;
    reader.sees_text(".bar-state", "Saved").await;

    let reader = reader.mounts_again().await;
    reader.sees("article mark.m-direct").await;
    assert_eq!(reader.count("article mark.m-scare"), 0);
    reader.presses_button("Undo: Reject words set apart").await;
    reader.sees("article mark.m-scare").await;
}

#[wasm_bindgen_test]
async fn all_that_was_said_is_listed_by_what_became_of_it_asked_for_gone_to_and_taken_back() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.clicks("article mark.m-person", "Maria Lund").await;
    reader.presses_button("Accept").await;
    reader.clicks("article mark.m-place", "Nordvik").await;
    reader.presses_button("Reject").await;
    reader.clicks(".card-head", "Maria Lund").await;
    reader.chooses("Speaker", " nobody").await;
    reader.presses_button("Notes").await;
    let list = "section[aria-label='What you said here']";
    reader.sees_text(&format!("{list} section[aria-label=Confirmed]"), "Maria Lund").await;
    reader.sees_text(&format!("{list} section[aria-label=Rejected]"), "Nordvik").await;
    reader.sees_text(&format!("{list} section[aria-label=Corrected]"), "The bridge is safe").await;
    assert_eq!(reader.count(&format!("{list} li")), 3);

    reader.clicks(&format!("{list} .chip"), "Quotes").await;
    reader.counts(&format!("{list} li"), 1).await;
    reader.clicks(&format!("{list} .note-go"), "The bridge is safe").await;
    reader.sees("article mark.lit-quote").await;
    reader.clicks(&format!("{list} .chip"), "Quotes").await;
    reader.clicks(&format!("{list} .chip"), "Rejected").await;
    reader.counts(&format!("{list} li"), 1).await;
    reader.presses_button("Take back “Nordvik”").await;
    reader.sees_text(".toast", "Correction taken back").await;
    reader.counts(&format!("{list} section[aria-label=Rejected]"), 0).await;
}

/// An article where one person goes by two names that the engine does not put together.
const TWO_NAMES: &str = "Bridge to stay open\n\n\
    “The bridge is safe,” said Maria Lund.\n\n\
    “It will be repaired,” said Anna Berg.\n\n\
    “It must be,” said Lund.";

#[wasm_bindgen_test]
async fn two_people_become_one_and_a_name_is_taken_off_again() {
    let reader = Reader::arrives().await;
    reader.pastes(TWO_NAMES).await;
    reader.clicks(".name", "Anna Berg").await;
    reader.chooses_named("Same as", "Maria Lund").await;
    reader.sees_text(".name", "Maria Lund3").await;
    reader.presses_button("Voices").await;
    assert!(!reader.text_of("aside.pane").contains("Anna Berg"));
    reader.presses_button("Undo: Take “Anna Berg” for “Maria Lund”").await;
    reader.sees_text("aside.pane", "Anna Berg").await;

    reader.clicks("article mark.m-person", "Lund").await;
    reader.presses_button("Same as").await;
    reader.presses_button("Someone else here").await;
    reader.sees_text(".bar-state", "Saved").await;
    let reader = reader.mounts_again().await;
    reader.sees("aside.pane").await;
    reader.presses_button("Notes").await;
    reader.sees_text("section[aria-label='Who is who']", "Someone else, in this place").await;
}
