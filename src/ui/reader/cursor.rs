//! [`Mode`]: reading by keyboard, sentence by sentence or with a caret, and [`caret_view`], which shows that.

use galley_text::{Lines, Span, Step, Way};
use web_sys::HtmlElement;
use yew::prelude::*;

use super::commanding::Commanded;
use crate::same::Same;
use crate::shell::page_text;
use crate::shell::reflow::on_reflow;
use crate::ui::drawing::Piece;

/// How the keyboard reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// This sentence is lit.
    Sentence(Span),
    /// A caret stands before this byte.
    Caret(usize),
}

impl Mode {
    /// The sentence that is lit.
    pub(super) const fn sentence(self) -> Option<Span> {
        match self {
            Mode::Sentence(span) => Some(span),
            Mode::Caret(_) => None,
        }
    }
}

/// What is shown of the article, for cursors.
pub(super) struct Shown {
    /// Its paragraphs, but for those that are folded.
    paragraphs: Vec<Span>,
    /// Their sentences; whole paragraphs where the article could not be read.
    sentences: Vec<Span>,
}

impl Shown {
    /// What is shown of `pieces`, with these sentences.
    pub(super) fn of(pieces: &[Piece], sentences: &[Span]) -> Self {
        let paragraph = |piece: &Piece| match piece {
            Piece::Paragraph(paragraph) => Some(paragraph.span),
            Piece::Furniture(..) => None,
        };
        let paragraphs: Vec<Span> = pieces.iter().filter_map(paragraph).collect();
        let within = |sentence: &&Span| {
            let next = paragraphs.partition_point(|it| it.end() <= sentence.start());
            paragraphs.get(next).is_some_and(|it| it.holds(sentence.start()))
        };
        let shown: Vec<Span> = sentences.iter().filter(within).copied().collect();
        let sentences = if shown.is_empty() { paragraphs.clone() } else { shown };
        Self { paragraphs, sentences }
    }

    /// The sentence next to the one that is lit, or the one at or after `at` where none is.
    fn sentence(&self, lit: Option<Span>, way: Way, at: usize) -> Option<Span> {
        let next = match (lit, way) {
            (Some(lit), Way::On) => self.sentences.partition_point(|it| it.start() < lit.end()),
            (Some(lit), Way::Back) => {
                self.sentences.partition_point(|it| it.end() <= lit.start()).checked_sub(1)?
            }
            (None, _) => self.sentences.partition_point(|it| it.end() <= at),
        };
        self.sentences.get(next).copied()
    }
}

/// Lights the next or the previous sentence, brings it into view and reads it out.
pub(super) fn go_sentence(with: &Commanded, way: Way) {
    let lit = with.mode.and_then(Mode::sentence);
    let Some(sentence) = with.shown().sentence(lit, way, start(with)) else {
        with.tell(if way == Way::On {
            "That was the last sentence"
        } else {
            "That was the first sentence"
        });
        return;
    };
    if lit.is_none() {
        with.tell("Sentence by sentence. Escape leaves.");
    }
    with.pointing.clear.emit(());
    page_text::deselect();
    page_text::leave_field();
    with.mode.set(Some(Mode::Sentence(sentence)));
    page_text::scroll_to(&with.ground.text, sentence.start());
    with.read_out(sentence, "");
}

/// Puts a caret into the text, or takes it away.
pub(super) fn turn_caret(with: &Commanded) {
    if matches!(*with.mode, Some(Mode::Caret(_))) {
        return leave(with);
    }
    let at = start(with);
    with.tell("Caret. Arrows move it, with Shift they select. Escape leaves.");
    put_caret(with, [at, at]);
}

/// Moves the caret, where there is one.
pub(super) fn move_caret(with: &Commanded, way: Way, step: Step) -> bool {
    let Some(Mode::Caret(at)) = *with.mode else { return false };
    let at = page_text::ends(&with.ground.text).map_or(at, |[_, end]| end);
    let to = with.step(at, way, step);
    put_caret(with, [to, to]);
    // By characters, the one that the caret now stands before.
    let passed = match step {
        Step::Character => Span::new(to, with.step(to, Way::On, step)),
        Step::Word | Step::Sentence => Span::new(at, to),
    };
    with.read_out(passed, "");
    true
}

/// Moves the end of the selection. Where there is none, it begins with the lit sentence, with the mark that
/// is pointed at, or with what is in view. Selections elsewhere on the page are let alone.
pub(super) fn grow(with: &Commanded, way: Way, step: Step) -> bool {
    let text = &with.ground.text;
    let ends = page_text::ends(text);
    if ends.is_none() && page_text::is_selecting() {
        return false;
    }
    let at_caret = matches!(*with.mode, Some(Mode::Caret(_)));
    let words = with.words().filter(|_| !at_caret && !page_text::is_selecting());
    let [begin, end] = match words {
        Some(words) => [words.start(), words.end()],
        None => ends.unwrap_or_else(|| [start(with); 2]),
    };
    let to = with.step(end, way, step);
    if at_caret {
        put_caret(with, [begin, to]);
    } else {
        with.mode.set(None);
        show(with, [begin, to]);
    }
    let far = if (to > end) == (end >= begin) { " selected" } else { " not selected" };
    with.read_out(Span::new(end, to), far);
    true
}

/// Leaves the mode.
pub(super) fn leave(with: &Commanded) {
    match *with.mode {
        Some(Mode::Sentence(_)) => with.tell("No longer sentence by sentence"),
        Some(Mode::Caret(_)) => with.tell("No caret any more"),
        None => {}
    }
    page_text::deselect();
    with.mode.set(None);
}

fn put_caret(with: &Commanded, ends: [usize; 2]) {
    with.pointing.clear.emit(());
    page_text::leave_field();
    with.mode.set(Some(Mode::Caret(ends[1])));
    show(with, ends);
}

fn show(with: &Commanded, ends: [usize; 2]) {
    page_text::select_between(&with.ground.text, ends);
    page_text::scroll_to(&with.ground.text, ends[1].saturating_sub(1));
}

/// Where the keyboard begins to read.
fn start(with: &Commanded) -> usize {
    let words = with.words().map(Span::start);
    let caret = || page_text::ends(&with.ground.text).map(|[_, end]| end);
    words.or_else(caret).unwrap_or_else(page_text::first_in_view)
}

impl Shown {
    /// The same for carets.
    pub(super) fn lines<'a>(&'a self, text: &'a str) -> Lines<'a> {
        Lines { text, paragraphs: &self.paragraphs, sentences: &self.sentences }
    }
}

/// Where the caret is.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The article.
    pub(super) text: Same<str>,
    /// Before which byte.
    pub(super) at: usize,
}

/// The caret. Browsers show none in what cannot be written in.
#[component]
pub(super) fn CaretView(props: &Props) -> Html {
    let node = use_node_ref();
    use_effect_with((node.clone(), props.text.clone(), props.at), |(node, text, at)| {
        let (node, text, at) = (node.clone(), text.clone(), *at);
        on_reflow(None, move || arrange(&node, &text, at))
    });
    html! { <div ref={node} class="caret" aria-hidden="true" /> }
}

fn arrange(node: &NodeRef, text: &str, at: usize) {
    let Some(caret) = node.cast::<HtmlElement>() else { return };
    let place = page_text::caret_place(text, at);
    caret.set_hidden(place.is_none());
    let Some(place) = place else { return };
    for (name, length) in
        [("left", place.left), ("top", place.top), ("height", place.bottom - place.top)]
    {
        // A length in pixels is always legal.
        let _ = caret.style().set_property(name, &format!("{}px", length.round() as i64));
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use galley_text::BlockKind;

    use super::*;
    use crate::ui::drawing::Paragraph;

    /// Two paragraphs of two sentences each, with a folded one between them.
    fn shown(sentences: &[Span]) -> Shown {
        let paragraph = |start, end| {
            let (span, kind, marks) = (Span::new(start, end), BlockKind::Paragraph, Vec::new());
            Rc::new(Paragraph { span, kind, is_cut: false, marks })
        };
        let pieces = [
            Piece::Paragraph(paragraph(0, 20)),
            Piece::Furniture(vec![paragraph(22, 30)], "why"),
            Piece::Paragraph(paragraph(32, 50)),
        ];
        Shown::of(&pieces, sentences)
    }

    fn sentences() -> [Span; 5] {
        [(0, 9), (10, 20), (22, 30), (32, 40), (41, 50)].map(|(a, b)| Span::new(a, b))
    }

    #[test]
    fn each_sentence_is_lit_once_in_order_and_none_that_is_folded() {
        let shown = shown(&sentences());
        let (mut lit, mut seen) = (None, Vec::new());
        while let Some(next) = shown.sentence(lit, Way::On, 0) {
            seen.push(next.start());
            lit = Some(next);
        }
        assert_eq!(seen, [0, 10, 32, 41]);
        let mut back = Vec::new();
        while let Some(before) = shown.sentence(lit, Way::Back, 0) {
            back.push(before.start());
            lit = Some(before);
        }
        assert_eq!(back, [32, 10, 0]);
    }

    #[test]
    fn the_first_that_is_lit_is_where_the_reader_is() {
        let shown = shown(&sentences());
        for (at, start) in [(0, 0), (12, 10), (20, 32), (25, 32), (45, 41)] {
            for way in [Way::On, Way::Back] {
                assert_eq!(shown.sentence(None, way, at).map(Span::start), Some(start));
            }
        }
    }

    #[test]
    fn an_article_that_could_not_be_read_is_gone_through_by_paragraphs() {
        let shown = shown(&[]);
        assert_eq!(shown.sentence(None, Way::On, 0), Some(Span::new(0, 20)));
    }
}
