//! The mounted page in a real browser: `wasm-pack test --headless --chrome`.
//!
//! No worker is served here, so the page reads articles itself.
#![cfg(target_arch = "wasm32")]

mod corrections;
mod reader;
mod shown;

use galley_notebook::{Library, stored};
use reader::{ARTICLE, Reader, storage};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_pasted_article_shows_its_quote_and_who_says_it() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    assert_eq!(reader.text_of("mark.m-direct"), "“The bridge is safe,”");
    assert!(reader.text_of(".card-speaker").contains("Maria Lund"));
}

#[wasm_bindgen_test]
async fn pasted_markup_becomes_text_and_nothing_in_it_runs() {
    let reader = Reader::arrives().await;
    let markup = "<h1>A title here</h1><p>One <b>two</b> &lt;i&gt;.</p>\
                  <img src=x onerror='document.title=\"ran\"'><script>document.title=\"ran\"</script>";
    reader.pastes_markup(markup).await;
    assert_eq!(reader.text_of("p.paragraph"), "One two <i>.");
    assert_ne!(reader.page_title(), "ran");
}

#[wasm_bindgen_test]
async fn a_note_is_still_there_when_the_page_is_mounted_again() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("Note").await;
    reader.writes(".note-text", "Ask the engineer.").await;
    reader.sees_text(".bar-state", "Saved").await;

    let reader = reader.mounts_again().await;
    reader.sees("mark.m-mine").await;
    assert_eq!(reader.text_of("mark.m-mine"), "The council");
    assert_eq!(reader.value_of(".note-text"), "Ask the engineer.");
}

#[wasm_bindgen_test]
async fn undo_takes_a_highlight_back_and_redo_makes_it_again() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 4, 11).await;
    reader.presses_button("Highlight").await;
    assert_eq!(reader.text_of("mark.m-mine"), "council");
    reader.presses_button("Undo: Add highlight").await;
    assert_eq!(reader.count("mark.m-mine"), 0);
    reader.presses_button("Redo: Add highlight").await;
    assert_eq!(reader.text_of("mark.m-mine"), "council");
}

#[wasm_bindgen_test]
async fn after_a_reload_the_last_steps_can_still_be_undone() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 4, 11).await;
    reader.presses_button("Highlight").await;
    reader.sees_text(".bar-state", "Saved").await;
    let reader = reader.mounts_again().await;
    reader.presses_button("Undo: Add highlight").await;
    assert_eq!(reader.count("mark.m-mine"), 0);
    reader.presses_button("Redo: Add highlight").await;
    assert_eq!(reader.text_of("mark.m-mine"), "council");
}

#[wasm_bindgen_test]
async fn a_layer_that_is_switched_off_leaves_plain_text() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button_that_begins("Quotes").await;
    assert_eq!(reader.count("article mark.m-direct"), 0);
    assert_eq!(reader.count(".card"), 0);
}

#[wasm_bindgen_test]
async fn a_full_storage_is_said_and_the_work_goes_on_and_is_saved_later() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.sees_text(".bar-state", "Saved").await;
    let filler = storage::fill();
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("Highlight").await;
    reader.sees_text(".bar-state", "Not saved: the browser’s storage is full").await;
    assert!(reader.text_of("[role=alert]").contains("Download a backup"));
    assert_eq!(reader.text_of("article mark.m-mine"), "The council");

    storage::remove(&filler);
    reader.selects("p.paragraph:last-of-type", 0, 4).await;
    reader.presses_button("Highlight").await;
    reader.sees_text(".bar-state", "Saved").await;
    assert_eq!(storage::keys_with("/annotation/"), 2);
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_set_aside_and_everything_else_is_shown() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("Highlight").await;
    reader.sees_text(".bar-state", "Saved").await;
    let key = storage::key_with("/annotation/");
    storage::put(&key, "half a rec");

    let reader = reader.mounts_again().await;
    reader.sees_text(".banner", "1 record could not be read and is set aside").await;
    assert_eq!(storage::get(&format!("galley/damaged/{key}")), "half a rec");
    assert!(reader.text_of(".article-title").contains("Bridge"));

    let reader = reader.mounts_again().await;
    reader.sees_text(".banner", "1 record could not be read and is set aside").await;
}

#[wasm_bindgen_test]
async fn a_record_that_is_damaged_twice_is_kept_twice() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.sees_text(".bar-state", "Saved").await;
    let key = storage::key_with("/header");
    storage::put(&key, "half a rec");
    let reader = reader.mounts_again().await;
    storage::put(&key, "another ha");
    let reader = reader.mounts_again().await;
    reader.sees_text(".banner", "2 records could not be read and are set aside").await;
    assert_eq!(storage::get(&format!("galley/damaged/{key}")), "half a rec");
    assert_eq!(storage::get(&format!("galley/damaged/{key}/again")), "another ha");
}

#[wasm_bindgen_test]
async fn a_damaged_record_that_finds_no_room_aside_is_never_written_over() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.sees_text(".bar-state", "Saved").await;
    let key = storage::key_with("/header");
    storage::put(&key, "half a rec");
    let filler = storage::fill();

    let reader = reader.mounts_again().await;
    reader.sees_text(".banner", "could not be set aside: the browser’s storage is full").await;
    storage::remove(&filler);
    reader.presses_button("Articles").await;
    reader.presses_button_that_begins("Remove “Bridge").await;
    assert_eq!(reader.count(".trash"), 0);
    assert_eq!(storage::get(&key), "half a rec");
}

#[wasm_bindgen_test]
async fn a_setting_that_cannot_be_read_is_not_lost_when_another_is_chosen() {
    let key = "galley/setting/theme";
    let newer = r#"{"v":2,"kind":"setting","what":"not known yet"}"#;
    let reader = Reader::arrives_with(key, newer).await;
    reader.presses_button_that_begins("Colours").await;
    assert_eq!(storage::get(key), newer);
    drop(reader);

    let reader = Reader::arrives_with(key, "half a set").await;
    reader.presses_button_that_begins("Colours").await;
    assert!(storage::get(key).contains("light"));
    assert_eq!(storage::get(&format!("galley/damaged/{key}")), "half a set");
}

#[wasm_bindgen_test]
async fn the_voices_of_an_article_are_drawn_and_stand_in_a_table() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button("Voices").await;
    reader.sees(".plot [role=button]").await;
    assert!(reader.text_of(".plot [role=button]").contains("Maria Lund"));
    assert!(reader.text_of(".plot-table tbody tr").contains("Maria Lund"));
    reader.presses_button("Maria Lund").await;
    reader.sees("article mark.lit-quote").await;
}

#[wasm_bindgen_test]
async fn a_name_opens_with_every_place_where_it_stands() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button_that_begins("Nordvik").await;
    assert_eq!(reader.count(".place"), 2);
    reader.sees(".name[aria-expanded=true]").await;
}

#[wasm_bindgen_test]
async fn marks_are_found_tagged_and_removed_many_at_once_and_come_back_in_one_step() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button("Notes").await;
    assert!(reader.text_of(".pane-inside").contains("No marks yet"));
    reader.selects("p.paragraph", 0, 11).await;
    reader.types_key("2", false).await;
    reader.sees("article mark.t-orange[data-sign='2']").await;
    reader.sees_text(".toast", "Marked as: Check").await;
    reader.selects("p.paragraph:last-of-type", 0, 4).await;
    reader.presses_button("Highlight").await;
    reader.writes("input[type=search]", "COUNCIL").await;
    reader.sees_text(".pane-inside", "1 of 2 marks").await;
    reader.writes("input[type=search]", "").await;
    reader.presses_button("Pick all").await;
    reader.presses_button("Remove").await;
    reader.sees_text(".toast", "Removed: 2 marks").await;
    reader.sees_text(".pane-inside", "No marks yet").await;
    reader.presses_button("Undo: Remove 2 marks").await;
    assert_eq!(reader.count(".note"), 2);
}

#[wasm_bindgen_test]
async fn a_note_is_shown_as_its_markdown_says_and_never_as_markup() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("Note").await;
    let note = "**Ask** <img src=x onerror='document.title=\"ran\"'> [him](javascript:alert(1))";
    reader.writes(".note-text", note).await;
    reader.presses_button("Notes").await;
    assert_eq!(reader.text_of(".written strong"), "Ask");
    assert!(reader.text_of(".written").contains("<img src=x"));
    assert_eq!(reader.count(".written img") + reader.count(".written a"), 0);
    assert_ne!(reader.page_title(), "ran");
}

#[wasm_bindgen_test]
async fn what_is_set_counts_at_once_and_is_there_again() {
    let reader = Reader::arrives().await;
    reader.presses_button("Settings").await;
    reader.presses_choice("Sepia").await;
    reader.presses_choice("Largest").await;
    assert_eq!(reader.set_of_page("data-theme"), "sepia");
    reader.presses_button("Done").await;
    let reader = reader.mounts_again().await;
    assert_eq!(reader.count("dialog"), 0);
    assert_eq!(reader.set_of_page("data-theme"), "sepia");
    assert_eq!(reader.set_of_page("data-size"), "largest");
}

#[wasm_bindgen_test]
async fn what_is_set_is_undone_and_redone_by_name_after_the_dialog_has_closed_too() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.sees("article [aria-label^='Person: ']").await;
    reader.presses_button("Settings").await;
    reader.presses_choice("Sepia").await;
    reader.presses_choice("Largest").await;
    reader.presses_choice("Only what went wrong").await;
    reader.presses_choice("Its name alone").await;
    reader.counts("article [aria-label^='Person: ']", 0).await;
    reader.presses_button("Done").await;
    reader.presses_button("Settings").await;
    reader.presses_button("Undo: A screen reader tells of each mark: Its name alone").await;
    reader.sees("article [aria-label^='Person: ']").await;
    reader.presses_button("Undo: A screen reader tells as you work: Only what went wrong").await;
    reader.sees("[aria-live=polite]").await;
    reader.presses_button("Undo: Size of the article: Largest").await;
    assert_eq!(reader.set_of_page("data-size"), "normal");
    reader.presses_button("Undo: Colours: Sepia").await;
    assert_eq!(reader.set_of_page("data-theme"), "system");
    reader.presses_button("Redo: Colours: Sepia").await;
    reader.presses_button("Redo: Size of the article: Largest").await;
    assert_eq!(reader.set_of_page("data-theme"), "sepia");
    assert_eq!(reader.set_of_page("data-size"), "largest");
    reader.presses_button("Done").await;
}

#[wasm_bindgen_test]
async fn a_label_that_gets_another_name_takes_its_marks_along_and_back() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.types_key("2", false).await;
    reader.sees("article mark.t-orange[data-sign='2']").await;
    reader.presses_button("Settings").await;
    reader.enters("input[aria-label='Name of the label “Check”']", "Verify").await;
    reader.sees_text(".toast", "“Check” is called “Verify” now, on 1 mark in 1 article").await;
    reader.presses_button("Done").await;
    reader.sees("article mark.t-orange[data-sign='2']").await;
    reader.sees("article [aria-label^='Your highlight, Verify: ']").await;
    reader.presses_button("Notes").await;
    reader.sees_text(".note-tags", "Verify").await;
    reader.sees_text(".bar-state", "Saved").await;
    assert!(storage::get(&storage::key_with("/annotation/")).contains("Verify"));

    reader.presses_button("Settings").await;
    reader.presses_button("Undo: Rename label “Check”").await;
    reader.sees_text(".note-tags", "Check").await;
    reader.sees("article mark.t-orange[data-sign='2']").await;
    reader.sees("article [aria-label^='Your highlight, Check: ']").await;
    reader.presses_button("Redo: Rename label “Check”").await;
    reader.sees_text(".note-tags", "Verify").await;
    reader.presses_button("Done").await;
}

#[wasm_bindgen_test]
async fn a_backup_brings_its_settings_where_nothing_is_set_here() {
    let reader = Reader::arrives().await;
    reader.presses_button("Settings").await;
    reader.presses_choice("Sepia").await;
    reader.presses_button("Done").await;
    let settings = [("theme", "dark"), ("size", "largest"), ("keys", "next-sentence\tF9\n")];
    let settings = settings.map(|(name, value)| (name, value.to_owned()));
    let backup = stored::write_backup(&Library::default(), &settings);
    reader.drops_file("galley-backup.json", &backup).await;
    reader.waits(|| reader.set_of_page("data-size") == "largest", "the size").await;
    assert_eq!(reader.set_of_page("data-theme"), "sepia", "what is set here stays");
    let reader = reader.mounts_again().await;
    assert_eq!(reader.set_of_page("data-size"), "largest");
    reader.pastes(ARTICLE).await;
    reader.types_key("F9", false).await;
    reader.sees("h1 mark.m-sentence").await;
}

#[wasm_bindgen_test]
async fn without_storage_the_reader_is_told_once_and_can_read_and_mark() {
    let reader = Reader::arrives().await;
    let forbidden = storage::Forbidden::from_now_on();
    let reader = reader.mounts_again().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("Highlight").await;
    reader.sees_text(".bar-state", "Not saved: this browser gives the page no storage").await;
    assert_eq!(reader.count(".banner"), 1);
    assert!(reader.text_of("[role=alert]").contains("Nothing can be kept here"));
    assert_eq!(reader.text_of("mark.m-direct"), "“The bridge is safe,”");
    assert_eq!(reader.text_of("mark.m-mine"), "The council");
    drop((reader, forbidden));
}

#[wasm_bindgen_test]
async fn text_and_files_that_are_dropped_become_articles() {
    let reader = Reader::arrives().await;
    reader.drops(ARTICLE).await;
    reader.sees_text(".article-title", "Bridge in Nordvik").await;
    reader.drops_file("ferry.txt", "Ferry to stay\n\n“It runs,” said Ines Okafor.").await;
    reader.sees_text(".article-title", "Ferry to stay").await;
    reader
        .drops_file("mill.html", "<h1>Mill to close</h1><p>“It <b>stops</b>,” he said.</p>")
        .await;
    reader.sees_text(".article-title", "Mill to close").await;
    assert_eq!(reader.text_of("p.paragraph"), "“It stops,” he said.");
}

#[wasm_bindgen_test]
async fn a_record_of_a_newer_version_is_left_alone_and_its_article_is_read_only() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 0, 11).await;
    reader.presses_button("Highlight").await;
    reader.sees_text(".bar-state", "Saved").await;
    let key = storage::key_with("/annotation/");
    let newer = r#"{"v":2,"kind":"annotation","what":"not known yet"}"#;
    storage::put(&key, newer);

    let reader = reader.mounts_again().await;
    reader.sees_text(".banner", "newer Galley").await;
    reader.sees(".article-title").await;
    reader.drags("p.paragraph", 0, 11).await;
    assert_eq!(reader.count("[role=toolbar]"), 0, "nothing can be marked");
    assert_eq!(storage::get(&key), newer);
}

#[wasm_bindgen_test]
async fn without_a_worker_the_reader_is_told_and_can_still_annotate() {
    let reader = Reader::arrives_where_no_worker_is().await;
    reader.pastes(ARTICLE).await;
    reader.sees_text(".banner", "could not read this article").await;
    reader.selects("p.paragraph", 0, 5).await;
    reader.presses_button("Highlight").await;
    reader.sees_text(".bar-state", "Saved").await;
    assert_eq!(storage::keys_with("/annotation/"), 1);
}

#[wasm_bindgen_test]
async fn keys_mark_the_selection_and_take_it_back() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 4, 11).await;
    reader.types_key("h", false).await;
    assert_eq!(reader.text_of("mark.m-mine"), "council");
    reader.types_key("z", true).await;
    assert_eq!(reader.count("mark.m-mine"), 0);
}

#[wasm_bindgen_test]
async fn the_palette_finds_a_command_by_its_name_and_carries_it_out_on_the_selection() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.selects("p.paragraph", 4, 11).await;
    reader.types_key("k", true).await;
    reader.sees_text(".palette-about", "council").await;
    reader.writes("[role=combobox]", "highl").await;
    assert_eq!(reader.count("[role=option]"), 1);
    reader.clicks("[role=option]", "Highlight").await;
    reader.sees("article mark.m-mine").await;
    assert_eq!(reader.text_of("mark.m-mine"), "council");
    assert_eq!(reader.count("dialog"), 0);
}

#[wasm_bindgen_test]
async fn letters_can_be_switched_off_as_keys() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.types_key("s", false).await;
    reader.sees("h1 mark.m-sentence").await;
    reader.types_key("Escape", false).await;
    assert_eq!(reader.count("mark.m-sentence"), 0);
    reader.presses_button("Settings").await;
    reader.presses_choice("Does nothing").await;
    reader.presses_button("Done").await;
    reader.types_key("s", false).await;
    assert_eq!(reader.count("mark.m-sentence"), 0);
    let reader = reader.mounts_again().await;
    reader.types_key("s", false).await;
    assert_eq!(reader.count("mark.m-sentence"), 0);
}

#[wasm_bindgen_test]
async fn keys_that_cannot_be_read_are_set_aside_and_those_that_come_with_galley_work() {
    let key = "galley/setting/keys";
    let reader = Reader::arrives_with(key, "half a set").await;
    reader.pastes(ARTICLE).await;
    reader.types_key("s", false).await;
    reader.sees("mark.m-sentence").await;
    reader.presses_button("Settings").await;
    reader.presses_button("No key for “Next sentence”").await;
    assert_eq!(storage::get(&format!("galley/damaged/{key}")), "half a set");
    assert!(storage::get(key).contains("next-sentence"));
    reader.presses_button("Done").await;
    reader.types_key("Escape", false).await;
    reader.types_key("s", false).await;
    assert_eq!(reader.count("mark.m-sentence"), 0);
}

#[wasm_bindgen_test]
async fn an_article_that_is_removed_lies_in_the_trash_and_can_be_put_back() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button("Articles").await;
    reader.presses_button("Remove “Bridge in Nordvik to stay open”").await;
    reader.sees_text(".trash", "Bridge in Nordvik").await;
    reader.presses_button("Put back “Bridge in Nordvik to stay open”").await;
    assert_eq!(reader.count(".trash"), 0);
    reader.sees_text(".shelf-name", "Bridge in Nordvik").await;
    reader.presses_button("Undo: Put back “Bridge in Nordvik to stay open”").await;
    reader.sees_text(".trash", "Bridge in Nordvik").await;
    reader.types_key("z", true).await;
    reader.counts(".trash", 0).await;
    reader.presses_button("Redo: Remove “Bridge in Nordvik to stay open”").await;
    reader.sees_text(".trash", "Bridge in Nordvik").await;
}

#[wasm_bindgen_test]
async fn who_speaks_is_handed_over_as_a_drawing_and_as_pixels() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button("Voices").await;
    let (name, address) = reader.takes_file("Save as SVG").await;
    assert!(name == "voices.svg" && address.starts_with("blob:"), "{name}: {address}");
    let (name, address) = reader.takes_file("Save as PNG").await;
    assert!(name == "voices.png" && address.starts_with("data:image/png"), "{name}: {address}");
    assert!(address.len() > 5_000, "{} characters show nothing", address.len());
}

#[wasm_bindgen_test]
async fn the_article_is_handed_over_in_each_form() {
    let reader = Reader::arrives().await;
    reader.pastes(ARTICLE).await;
    reader.presses_button("Notes").await;
    for (form, name) in [
        ("Web page", "Bridge-in-Nordvik-to-stay-open.html"),
        ("Markdown", "Bridge-in-Nordvik-to-stay-open.md"),
        ("Table", "Bridge-in-Nordvik-to-stay-open.csv"),
        ("Web annotations", "Bridge-in-Nordvik-to-stay-open.jsonld"),
    ] {
        assert_eq!(reader.takes_file(form).await.0, name);
    }
}
