//! Files hold what the reader sees.

use galley_notebook::export::{csv, html, markdown, w3c};
use galley_notebook::{Action, AnnotationId, Edit, Millis, Reach, Say};
use galley_review::report;

use crate::desk::{Desk, named, span};

/// The article in every form, as it stands on the desk.
fn files(desk: &Desk) -> [(&'static str, String); 4] {
    let (notebook, report) = (desk.notebook(), report(&desk.review().findings));
    [
        ("html", html::write(notebook, &report)),
        ("markdown", markdown::write(notebook, &report)),
        ("csv", csv::write(notebook.article(), &report)),
        ("w3c", w3c::write(notebook, &report)),
    ]
}

#[test]
fn a_corrected_speaker_is_in_every_form() {
    let mut desk = Desk::new();
    desk.quote("“Nobody", named("Joan Tregear"));
    for (form, file) in files(&desk) {
        assert!(file.contains("Joan Tregear"), "{form}: {file}");
    }
}

#[test]
fn a_rejected_quote_is_in_no_list_of_quotes() {
    let mut desk = Desk::new();
    desk.quote("“Nobody", Say::Reject);
    let [_, (_, markdown), (_, csv), (_, w3c)] = files(&desk);
    let quoted = [("markdown", markdown, "“Nobody"), ("csv", csv, "“Nobody")];
    for (form, file, words) in quoted.iter().chain(&[("w3c", w3c, "\"exact\": \"“Nobody")]) {
        assert!(!file.contains(words), "{form}: {file}");
    }
}

#[test]
fn the_readers_notes_come_back_from_a_file_of_corrected_findings() {
    let mut desk = Desk::new();
    let (id, span, now) = (AnnotationId::from_random(1), span("the boats"), Millis(5));
    desk.does(Action::Edit(Edit::AddHighlight { id, span, now }));
    desk.quote("“Nobody", named("Joan Tregear"));
    let [.., (_, file)] = files(&desk);
    let read = w3c::read(&file, desk.notebook().article()).unwrap().annotations;
    let own: Vec<_> = read.into_iter().filter(|it| it.id == id).collect();
    assert_eq!(own, [galley_notebook::Annotation::clone(&desk.notebook().annotations()[0])]);
}

#[test]
fn a_rejected_name_is_not_marked() {
    let mut desk = Desk::new();
    let marks = |desk: &Desk| report(&desk.review().findings).marks;
    assert!(marks(&desk).iter().any(|it| it.label == "place: Exeter"));
    desk.mention("Exeter", Say::Reject);
    assert!(marks(&desk).iter().all(|it| it.label != "place: Exeter"));
    let [(_, page), .., (_, annotations)] = files(&desk);
    assert!(!page.contains("place: Exeter") && !annotations.contains("place: Exeter"));
}

#[test]
fn whoever_was_taken_for_somebody_else_is_named_no_more() {
    let mut desk = Desk::new();
    desk.identifies("Daniel Okafor", Reach::All, Some("Ruth Penhallow"));
    let report = report(&desk.review().findings);
    assert!(report.names.iter().all(|it| it.name != "Daniel Okafor" && it.count > 0));
    let speakers: Vec<_> = report.quotes.iter().filter_map(|it| it.speaker.as_deref()).collect();
    assert!(!speakers.contains(&"Daniel Okafor") && speakers.contains(&"Ruth Penhallow"));
}
