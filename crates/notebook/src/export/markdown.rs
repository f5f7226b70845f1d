//! Notes and quotes as Markdown, to paste elsewhere.

use super::Report;
use super::report::one_line;
use crate::{Header, Notebook};

/// The article's details, the reader's annotations, and who said what.
pub fn write(notebook: &Notebook, report: &Report) -> String {
    let text = notebook.article().text();
    let mut sections = vec![heading(notebook.header())];
    if !notebook.annotations().is_empty() {
        sections.push("## Notes".into());
    }
    for annotation in notebook.annotations() {
        sections.push(format!("> {}", escaped(&annotation.anchor.exact)));
        let body = &annotation.body;
        sections.extend(body.note.split('\n').filter(|line| !line.trim().is_empty()).map(escaped));
        if !body.tags.is_empty() {
            let tags: Vec<String> = body.tags.iter().map(|tag| escaped(tag)).collect();
            sections.push(format!("*Tags: {}*", tags.join(", ")));
        }
    }
    if !report.quotes.is_empty() {
        sections.push("## Who said what".into());
    }
    for said in &report.quotes {
        let who = said.who(text).unwrap_or_else(|| "Unattributed".into());
        sections.push(format!("> {}\n>\n> — {}", escaped(&said.words(text)), escaped(&who)));
    }
    sections.join("\n\n") + "\n"
}

fn heading(header: &Header) -> String {
    let details = &header.details;
    let facts = [&details.byline, &details.outlet, &details.published];
    let mut facts: Vec<String> = facts.into_iter().flatten().map(|fact| escaped(fact)).collect();
    facts.extend(details.address.as_ref().map(|address| format!("<{address}>")));
    let title = format!("# {}", escaped(&details.title));
    if facts.is_empty() { title } else { format!("{title}\n\n{}", facts.join(" · ")) }
}

/// One line on which nothing is taken for mark-up.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        if r"\`*_{}[]<>#|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    let begins_a_list = if digits > 0 {
        out[digits..].starts_with(['.', ')'])
    } else {
        out.starts_with(['+', '-', '='])
    };
    if begins_a_list {
        out.insert(digits, '\\');
    }
    out
}
