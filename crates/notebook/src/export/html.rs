//! One HTML file that opens anywhere: no script, no address but the article's own links, its style
//! sheet inside. The text stands with its marks, then who said what, the names, and the notes.

mod marked;

use galley_text::BlockKind;

use self::marked::Marked;
use super::Report;
use crate::{Header, Notebook};

/// The notebook and what was found in it as one document.
pub fn write(notebook: &Notebook, report: &Report) -> String {
    let title = escaped(&notebook.header().details.title);
    let marked = Marked::new(notebook, report);
    let parts = [
        heading(notebook, &marked),
        details(notebook.header()),
        legend(report),
        article(notebook, &marked),
        quotes(notebook, report),
        names(report),
        notes(notebook),
    ];
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{style}</style>\n<main>\n{parts}\
         <footer>Made with Galley.</footer>\n</main>\n</html>\n",
        style = include_str!("html.css"),
        parts = parts.concat(),
    )
}

/// Text made safe to stand between tags and in quoted attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Whether the article's first block is its title. It is drawn once then, with its marks.
fn begins_with_title(notebook: &Notebook) -> bool {
    let article = notebook.article();
    let first = article.blocks().first().filter(|block| block.kind == BlockKind::Heading);
    first.is_some_and(|block| {
        super::report::one_line(block.span.of(article.text())) == notebook.header().details.title
    })
}

fn heading(notebook: &Notebook, marked: &Marked) -> String {
    let title = match notebook.article().blocks().first() {
        Some(block) if begins_with_title(notebook) => marked.write(block.span),
        _ => escaped(&notebook.header().details.title),
    };
    format!("<h1 dir=\"auto\">{title}</h1>\n")
}

fn details(header: &Header) -> String {
    let details = &header.details;
    let facts = [&details.byline, &details.outlet, &details.published];
    let mut facts: Vec<String> = facts.into_iter().flatten().map(|fact| escaped(fact)).collect();
    facts.extend(details.address.as_deref().map(|address| link(address, &escaped(address))));
    if facts.is_empty() {
        return String::new();
    }
    format!("<p class=\"details\">{}</p>\n", facts.join(" · "))
}

/// How the kinds look, where there are any. Each differs by its line and not by colour alone.
fn legend(report: &Report) -> String {
    if report.marks.is_empty() && report.quotes.is_empty() {
        return String::new();
    }
    let kinds = [
        ("quote", "quotes"),
        ("person", "people"),
        ("organization", "organizations"),
        ("place", "places"),
        ("date", "dates and numbers"),
    ];
    let kinds = kinds.map(|(class, label)| format!("<mark class=\"{class}\">{label}</mark>"));
    format!("<p class=\"legend\">Marked: {}.</p>\n", kinds.join(", "))
}

/// `inside` is HTML already.
fn link(address: &str, inside: &str) -> String {
    format!("<a href=\"{}\" rel=\"noopener noreferrer\">{inside}</a>", escaped(address))
}

fn article(notebook: &Notebook, marked: &Marked) -> String {
    let mut out = String::from("<article>\n");
    let skipped = usize::from(begins_with_title(notebook));
    let mut in_list = false;
    for block in &notebook.article().blocks()[skipped..] {
        let is_item = block.kind == BlockKind::ListItem;
        if is_item != in_list {
            out.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        let tag = match block.kind {
            BlockKind::Paragraph => "p",
            BlockKind::Heading => "h2",
            BlockKind::ListItem => "li",
            BlockKind::Quotation => "blockquote",
        };
        let inside = marked.write(block.span);
        out.push_str(&format!("<{tag} dir=\"auto\">{inside}</{tag}>\n"));
    }
    out.push_str(if in_list { "</ul>\n</article>\n" } else { "</article>\n" });
    out
}

fn quotes(notebook: &Notebook, report: &Report) -> String {
    let text = notebook.article().text();
    let item = |(at, said): (usize, &super::Said)| {
        let who = said.who(text).map_or_else(|| "Unattributed".into(), |who| escaped(&who));
        format!(
            "<li><span class=\"who\">{who}</span> <span class=\"kind\">{kind}</span>\n\
             <blockquote dir=\"auto\"><a href=\"#quote-{number}\">{words}</a></blockquote></li>\n",
            kind = escaped(&said.kind),
            number = at + 1,
            words = escaped(&said.words(text)),
        )
    };
    let items: String = report.quotes.iter().enumerate().map(item).collect();
    section("quotes", "Who said what", "ol", &items)
}

fn names(report: &Report) -> String {
    let row = |named: &super::Named| {
        let (name, kind) = (escaped(&named.name), escaped(&named.kind));
        format!("<tr><td>{name}</td><td>{kind}</td><td>{}</td></tr>\n", named.count)
    };
    let rows: String = report.names.iter().map(row).collect();
    if rows.is_empty() {
        return rows;
    }
    let head = "<tr><th>Name</th><th>Kind</th><th>Places</th></tr>\n";
    section("names", "Names", "table", &format!("{head}{rows}"))
}

fn notes(notebook: &Notebook) -> String {
    let item = |(at, annotation): (usize, &std::rc::Rc<crate::Annotation>)| {
        let body = &annotation.body;
        let note = escaped(&body.note).replace('\n', "<br>");
        let tags: String = body
            .tags
            .iter()
            .map(|tag| format!(" <span class=\"kind\">{}</span>", escaped(tag)))
            .collect();
        let exact = escaped(&annotation.anchor.exact);
        format!("<li><a href=\"#note-{}\" dir=\"auto\">{exact}</a>{tags}<br>{note}</li>\n", at + 1)
    };
    let items: String = notebook.annotations().iter().enumerate().map(item).collect();
    section("notes", "Notes", "ol", &items)
}

/// A section of the page; nothing where there is nothing in it.
fn section(id: &str, title: &str, tag: &str, inside: &str) -> String {
    if inside.is_empty() {
        return String::new();
    }
    format!("<section id=\"{id}\">\n<h2>{title}</h2>\n<{tag}>\n{inside}</{tag}>\n</section>\n")
}
