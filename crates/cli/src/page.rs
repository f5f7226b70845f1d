//! [`write()`]: one plain text annotated and written as a file for people.

use galley_engine::Reader;
use galley_notebook::export::{csv, html, markdown, w3c};
use galley_notebook::{Article, ArticleId, Draft, Millis, Notebook};
use galley_review::report;

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Html,
    Markdown,
    Csv,
    W3c,
}

/// Annotates `text` and writes what was found.
pub(crate) fn write(reader: &Reader, text: &str, form: Form) -> String {
    let draft = Draft::plain(text);
    let (article, header) = Article::open(draft, id_of(text), Millis(0));
    let findings = reader.analyse(article.text());
    let report = report(&findings);
    let notebook = Notebook::new(article, header);
    match form {
        Form::Html => html::write(&notebook, &report),
        Form::Markdown => markdown::write(&notebook, &report),
        Form::Csv => csv::write(notebook.article(), &report),
        Form::W3c => w3c::write(&notebook, &report),
    }
}

/// The same text has the same id at every run: FNV-1a of it, 128 bits.
fn id_of(text: &str) -> ArticleId {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash =
        text.bytes().fold(OFFSET, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    ArticleId::from_random(hash)
}
