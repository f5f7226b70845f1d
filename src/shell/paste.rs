//! What a reader pastes, drops or opens, turned into a [`Draft`]: text, never markup.

use galley_notebook::{Draft, Library, stored};
use galley_text::BlockKind;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, Document, DomParser, Element, Event, File, HtmlInputElement, Node, Response,
};
use yew::Callback;

use super::huge::Huge;
use super::trusted;

/// What was copied elsewhere.
#[derive(Default, PartialEq)]
pub(crate) struct Copied {
    markup: String,
    plain: String,
}

impl Copied {
    /// What a clipboard or a drop holds.
    pub(crate) fn of(data: &DataTransfer) -> Self {
        let get = |kind| data.get_data(kind).unwrap_or_default();
        Self { markup: get("text/html"), plain: get("text/plain") }
    }

    /// What was written by hand.
    pub(crate) fn written(plain: String) -> Self {
        Self { plain, ..Self::default() }
    }

    /// How large it is.
    pub(super) fn bytes(&self) -> usize {
        self.markup.len().max(self.plain.len())
    }

    /// The article in it: its markup where there is some, else its plain text.
    pub(super) fn draft(&self) -> Draft {
        let markup = Some(&self.markup).filter(|markup| !markup.trim().is_empty());
        let marked = markup.and_then(|markup| from_markup(markup));
        marked.unwrap_or_else(|| Draft::plain(&self.plain))
    }

    /// Hands it on: as an article, unless it is huge.
    pub(crate) fn hand_on(self, on_incoming: &Callback<Incoming>) {
        on_incoming.emit(match Huge::copied(self) {
            Ok(huge) => Incoming::Huge(huge),
            Err(copied) => Incoming::Article(copied.draft()),
        });
    }
}

/// What comes in from outside.
pub(crate) enum Incoming {
    /// An article.
    Article(Draft),
    /// What the reader is to be asked about first.
    Huge(Huge),
    /// A backup, with what could be read of it.
    Backup(Library, Vec<(String, String)>),
}

/// Reads `file`, unless it is huge, and hands on what it holds.
pub(crate) fn read_file(file: &File, on_incoming: Callback<Incoming>) {
    match Huge::file(file) {
        Some(huge) => on_incoming.emit(Incoming::Huge(huge)),
        None => read(file, on_incoming),
    }
}

/// Reads `file` and hands on what it holds. A file that cannot be read is an empty article.
pub(super) fn read(file: &File, on_incoming: Callback<Incoming>) {
    let name = file.name();
    let content = file.text();
    yew::platform::spawn_local(async move {
        let content = JsFuture::from(content).await.ok().and_then(|text| text.as_string());
        on_incoming.emit(file_content(&name, &content.unwrap_or_default()));
    });
}

/// Reads the file that was chosen in a field for files.
pub(crate) fn read_chosen(event: &Event, on_incoming: Callback<Incoming>) {
    let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
        read_file(&file, on_incoming);
    }
}

/// Hands on the sample article, which lies beside the page. Nothing comes of it where it does not.
pub(crate) fn read_sample(on_incoming: Callback<Incoming>) {
    let answer = gloo::utils::window().fetch_with_str("./sample.txt");
    yew::platform::spawn_local(async move {
        let response = JsFuture::from(answer).await.ok().map(JsCast::unchecked_into::<Response>);
        let Some(text) = response.filter(Response::ok).and_then(|it| it.text().ok()) else {
            return;
        };
        if let Some(text) = JsFuture::from(text).await.ok().and_then(|text| text.as_string()) {
            on_incoming.emit(Incoming::Article(Draft::plain(&text)));
        }
    });
}

/// Whether the event goes to the field that articles are pasted into.
pub(crate) fn is_opener(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.id() == "opener")
}

fn file_content(name: &str, content: &str) -> Incoming {
    if let Some(backup) = stored::read_backup(content) {
        return Incoming::Backup(backup.library, backup.settings);
    }
    let name = name.to_ascii_lowercase();
    let is_markup = [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end));
    // A picture or a program is no article.
    let content = if content.contains('\0') { "" } else { content };
    let marked = is_markup.then(|| from_markup(content)).flatten();
    Incoming::Article(marked.unwrap_or_else(|| Draft::plain(content)))
}

/// Reads markup in an inert document and walks it. `None` where it holds no words.
fn from_markup(markup: &str) -> Option<Draft> {
    let document = parse(markup).ok()?;
    let mut draft = Draft::default();
    if let Some(base) = document.query_selector("base[href], link[rel=canonical]").ok().flatten() {
        draft.came_from(&base.get_attribute("href").unwrap_or_default());
    }
    walk(&document.body()?.into(), &mut draft);
    (!draft.is_empty()).then_some(draft)
}

fn parse(markup: &str) -> Result<Document, JsValue> {
    let parser = DomParser::new()?;
    let markup = trusted::inert_markup(markup)?;
    trusted::call(&parser, "parseFromString", &[&markup, &"text/html".into()])?.dyn_into()
}

/// A step of the walk. The walk keeps its own stack, since pasted markup nests as deep as it likes.
enum Step {
    Enter(Node, BlockKind),
    Block(BlockKind),
    Link { start: usize, address: String },
}

fn walk(root: &Node, draft: &mut Draft) {
    let mut ahead = vec![Step::Enter(root.clone(), BlockKind::Paragraph)];
    while let Some(step) = ahead.pop() {
        match step {
            Step::Enter(node, _) if node.node_type() == Node::TEXT_NODE => {
                draft.words(&node.text_content().unwrap_or_default());
            }
            Step::Enter(node, outer) => {
                if let Some(element) = node.dyn_ref::<Element>() {
                    enter(element, outer, draft, &mut ahead);
                }
            }
            Step::Block(kind) => draft.block(kind),
            Step::Link { start, address } => draft.link(start, &address),
        }
    }
}

fn enter(element: &Element, outer: BlockKind, draft: &mut Draft, ahead: &mut Vec<Step>) {
    let tag = element.tag_name().to_ascii_lowercase();
    if element.has_attribute("hidden") {
        return;
    }
    let kind = match role(&tag) {
        Role::Left => return,
        Role::Break => return draft.block(outer),
        Role::Inline => outer,
        Role::Block(kind) => {
            // A paragraph inside a list item or a block quotation is a part of that.
            let kind = if kind == BlockKind::Paragraph { outer } else { kind };
            draft.block(kind);
            ahead.push(Step::Block(outer));
            kind
        }
    };
    if matches!(&*tag, "td" | "th") {
        draft.words(" ");
    }
    if tag == "a"
        && let Some(address) = element.get_attribute("href")
    {
        ahead.push(Step::Link { start: draft.here(), address });
    }
    let children = element.child_nodes();
    for index in (0..children.length()).rev() {
        ahead.extend(children.get(index).map(|child| Step::Enter(child, kind)));
    }
}

/// What an element does to the text around it.
enum Role {
    /// It is a block of its own.
    Block(BlockKind),
    /// It runs on.
    Inline,
    /// It ends a line.
    Break,
    /// It is not text.
    Left,
}

fn role(tag: &str) -> Role {
    match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Role::Block(BlockKind::Heading),
        "li" | "dt" | "dd" => Role::Block(BlockKind::ListItem),
        "blockquote" => Role::Block(BlockKind::Quotation),
        "address" | "article" | "aside" | "body" | "caption" | "details" | "div" | "dl"
        | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "header" | "hr" | "main"
        | "nav" | "ol" | "p" | "pre" | "section" | "summary" | "table" | "tr" | "ul" => {
            Role::Block(BlockKind::Paragraph)
        }
        "br" => Role::Break,
        "audio" | "button" | "canvas" | "embed" | "iframe" | "input" | "math" | "noscript"
        | "object" | "script" | "select" | "style" | "svg" | "template" | "textarea" | "title"
        | "video" => Role::Left,
        _ => Role::Inline,
    }
}
