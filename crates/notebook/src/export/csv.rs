//! Quotes with their speakers as comma-separated values, after RFC 4180.

use galley_text::Offsets;

use super::Report;
use crate::Article;

/// One line for each quote under a line of names. `start` is the first code point of the quote and
/// `end` one past its last.
pub fn write(article: &Article, report: &Report) -> String {
    let text = article.text();
    let offsets = Offsets::new(text);
    let mut out = String::from("speaker,source,cue,kind,quote,start,end\r\n");
    for said in &report.quotes {
        let (Some(first), Some(last)) = (said.content.first(), said.content.last()) else {
            continue;
        };
        let words_of = |span: Option<galley_text::Span>| span.map_or("", |span| span.of(text));
        let fields = [
            field(said.speaker.as_deref().unwrap_or("")),
            field(words_of(said.source)),
            field(words_of(said.cue)),
            field(&said.kind),
            field(&said.words(text)),
            offsets.code_point(first.start()).0.to_string(),
            offsets.code_point(last.end()).0.to_string(),
        ];
        out.push_str(&fields.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A field that begins as a formula does gets an apostrophe before it, because spreadsheets would
/// carry it out.
fn field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{guard}{}\"", text.replace('"', "\"\""));
    }
    format!("{guard}{text}")
}
