//! Files for people: nothing of the article is lost in them, and nothing of it is taken for
//! mark-up.

use galley_notebook::export::{Mark, Named, Report, Said, csv, html, markdown};
use galley_notebook::{Article, Draft, Millis, Notebook};
use galley_text::Span;
use proptest::prelude::*;

use crate::sessions::{act, article_id, current, highlight, note, opened};

fn notebook(text: &str) -> Notebook {
    let (article, header) = Article::open(Draft::plain(text), article_id(1), Millis(5));
    Notebook::new(article, header)
}

fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let mark = (0..80_usize, 0..30_usize, "[a-z<\"'&]{1,6}");
    prop::collection::vec(mark, 0..8).prop_map(|marks| {
        let mark = |(start, len, word): (usize, usize, String)| Mark {
            span: Span::new(start, start + len),
            kind: word.clone(),
            label: word,
        };
        marks.into_iter().map(mark).collect()
    })
}

/// The text between the tags of `html`, unescaped. Fails where a tag is not one of ours.
fn text_of(html: &str) -> String {
    const OURS: [&str; 12] =
        ["article", "h1", "h2", "p", "ul", "li", "blockquote", "mark", "span", "sup", "a", "br"];
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        let (tag, after) = after.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        assert!(OURS.contains(&name), "<{tag}>");
        assert_eq!(tag.matches('"').count(), 2 * tag.matches("=\"").count(), "<{tag}>");
        rest = after;
    }
    out.push_str(rest);
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    named.iter().fold(out, |text, (name, c)| text.replace(name, c))
}

/// From `start` on, up to `end`.
fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let from = page.find(start).unwrap();
    &page[from..from + page[from..].find(end).unwrap()]
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn the_page_holds_the_whole_text_and_no_tag_of_it(
        text in "([a-c <>&\"'/=🔥é\n]|<script>|<img onerror=x>|</mark>|&lt;){0,60}",
        marks in marks(),
    ) {
        let notebook = notebook(&text);
        let whole = |mark: &Mark| mark.span.fits(notebook.article().text());
        let report = Report { marks: marks.into_iter().filter(whole).collect(), ..Report::default() };
        let page = html::write(&notebook, &report);
        let title = text_of(between(&page, "<h1", "</h1>")) + "\n";
        let shown = text_of(between(&page, "<article>", "</article>"));
        // A headline is drawn once, as the title.
        let first = notebook.article().blocks().first();
        let is_drawn = first.is_some_and(|first| first.kind == galley_text::BlockKind::Heading);
        let shown = if is_drawn { title + &shown } else { shown };
        prop_assert_eq!(letters(&shown), letters(&text));
        let head = between(&page, "<!doctype", "<main>");
        prop_assert!(!head.contains("<script>") && !head.contains("<img"));
    }

    #[test]
    fn a_table_has_seven_columns_whatever_was_said(words in "[a-c,\"\n\r=+ ]{1,20}") {
        prop_assume!(!words.trim().is_empty());
        let notebook = notebook(&format!("Title\n{words}"));
        let text = notebook.article().text();
        let said = Said {
            content: vec![Span::new(6, text.len())],
            cue: None,
            source: Some(Span::new(6, text.len())),
            speaker: Some(words),
            kind: "direct".into(),
        };
        let report = Report { quotes: vec![said], ..Report::default() };
        let table = csv::write(notebook.article(), &report);
        let row = table.split_once("\r\n").unwrap().1;
        prop_assert_eq!(columns(row).len(), 7, "{}", row);
    }
}

/// The fields of one RFC 4180 record.
fn columns(record: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for c in record.strip_suffix("\r\n").unwrap().chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            c => fields.last_mut().unwrap().push(c),
        }
    }
    fields
}

fn said(text: &str, words: &str, speaker: Option<&str>) -> Said {
    let start = text.find(words).unwrap();
    Said {
        content: vec![Span::new(start, start + words.len())],
        cue: None,
        source: None,
        speaker: speaker.map(String::from),
        kind: "direct".into(),
    }
}

#[test]
fn a_quote_links_to_its_place_and_a_note_has_a_number() {
    let session = act(&opened(), highlight(1, "keep the ice", 5));
    let session = act(&session, note(1, "Which ice?\n<b>", 9_000));
    let notebook = current(&session);
    let quote = said(notebook.article().text(), "“We cannot keep the ice away,”", Some("Ane Vik"));
    let name = Named { name: "Ane Vik".into(), kind: "person".into(), count: 1 };
    let report = Report { quotes: vec![quote], names: vec![name], ..Report::default() };
    let page = html::write(notebook, &report);
    for part in [
        "<h1 dir=\"auto\">Harbour closes for winter</h1>",
        "<span id=\"quote-1\"></span><mark class=\"quote\">“We cannot </mark>",
        "<mark class=\"quote annotation\">keep the ice</mark><sup>1</sup>",
        "<a href=\"#quote-1\">“We cannot keep the ice away,”</a>",
        "<a href=\"#note-1\" dir=\"auto\">keep the ice</a><br>Which ice?<br>&lt;b&gt;",
        "<td>Ane Vik</td><td>person</td><td>1</td>",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert_eq!(page.matches("Harbour closes for winter").count(), 2, "in <title> and in <h1>");
}

#[test]
fn markdown_quotes_and_notes_are_lines_that_stay_text() {
    let session = act(&opened(), highlight(1, "Ane Vik", 5));
    let session = act(&session, note(1, "1. *Ask* her\n# again", 9_000));
    let quote = said(current(&session).article().text(), "“We cannot keep the ice away,”", None);
    let report = Report { quotes: vec![quote], ..Report::default() };
    assert_eq!(
        markdown::write(current(&session), &report),
        "# Harbour closes for winter\n\n\
         ## Notes\n\n> Ane Vik\n\n1\\. \\*Ask\\* her\n\n\\# again\n\n\
         ## Who said what\n\n> “We cannot keep the ice away,”\n>\n> — Unattributed\n"
    );
}

#[test]
fn a_cell_is_never_a_formula() {
    let notebook = notebook("Title\n=1+1, she said.");
    let quote = said(notebook.article().text(), "=1+1,", Some("@she"));
    let report = Report { quotes: vec![quote], ..Report::default() };
    let table = csv::write(notebook.article(), &report);
    assert_eq!(
        table,
        "speaker,source,cue,kind,quote,start,end\r\n'@she,,,direct,\"'=1+1,\",6,11\r\n"
    );
}
