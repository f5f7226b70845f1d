//! The stored form, version 1, as it lies on disks. These files are never edited: a form that no
//! longer agrees with them is another version.

use std::collections::BTreeMap;

use galley_notebook::stored::{self, Write};
use galley_notebook::{Action, ArticleId, Session};
use galley_text::BlockKind;

/// A key and its value by turns, a line each.
const V1: &str = include_str!("../stored/v1.txt");

fn entries() -> BTreeMap<&'static str, &'static str> {
    let lines: Vec<&str> = V1.lines().collect();
    lines.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

fn session() -> Session {
    let loaded = stored::load(entries());
    assert_eq!(loaded.unreadable, []);
    Session::default().update(Action::Load(loaded.library)).unwrap()
}

#[test]
fn version_1_is_read() {
    let session = session();
    let id: ArticleId = "00000000-0000-4000-8000-000000000011".parse().unwrap();
    let notebook = session.library().get(id).unwrap();
    let (article, header) = (notebook.article(), notebook.header());
    assert_eq!(header.details.title, "Harbour closes for winter 🔥");
    assert_eq!(header.details.byline.as_deref(), Some("Ane Vik"));
    assert_eq!(header.details.address.as_deref(), Some("https://www.example.org/harbour"));
    assert_eq!(header.added.iso8601(), "2026-01-02T03:04:05.678Z");
    assert_eq!(article.blocks().len(), 3);
    assert_eq!(article.blocks()[0].kind, BlockKind::Heading);
    assert_eq!(article.links()[0].span.of(article.text()), "Jon Aas");

    let [quote, harbour] = notebook.annotations() else { panic!("two annotations") };
    assert_eq!(quote.body.note, "Ask him\nabout \"away\".");
    assert_eq!(quote.body.tags, ["to check", "ice"]);
    assert_eq!(harbour.anchor.resolve(article.text()).span().unwrap().of(article.text()), "港");
    assert!(harbour.body.is_empty());

    let shelf: Vec<ArticleId> = session.library().shelf().iter().map(|header| header.id).collect();
    assert_eq!(shelf, [id], "the other article is in the trash");
}

#[test]
fn version_1_is_written() {
    let all = Action::Saved(Default::default());
    let writes = session().update(all).unwrap().unsaved();
    let written: BTreeMap<&str, &str> = writes
        .iter()
        .map(|write| match write {
            Write::Put { key, value } => (key.as_str(), value.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(written, entries());
}
