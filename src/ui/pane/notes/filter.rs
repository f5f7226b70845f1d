//! [`Filter`]: which of the reader's marks are wanted, and [`tags`], which there are to ask for.

use std::rc::Rc;

use galley_notebook::Annotation;
use galley_text::{fold, order};

/// What is asked of a mark. All of it must be so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Words that stand in the mark, its note or its tags, whatever their case and accents.
    pub(crate) words: String,
    /// Whether it must bear a note.
    pub(crate) bearing: Bearing,
    /// A tag that it must have.
    pub(crate) tag: Option<String>,
}

/// Whether a mark bears a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Bearing {
    /// It may or may not.
    #[default]
    Any,
    /// It does.
    Note,
    /// It does not.
    NoNote,
}

impl Filter {
    /// Whether nothing is asked.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The annotations that are wanted.
    pub(crate) fn wanted<'a>(&self, all: &'a [Rc<Annotation>]) -> Vec<&'a Rc<Annotation>> {
        let words = fold(&self.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        all.iter().filter(|it| self.wants(it, &words)).collect()
    }

    /// Whether `annotation` is wanted, of which `words` are asked for.
    fn wants(&self, annotation: &Annotation, words: &[&str]) -> bool {
        let body = &annotation.body;
        let bears = match self.bearing {
            Bearing::Any => true,
            Bearing::Note => !body.note.is_empty(),
            Bearing::NoNote => body.note.is_empty(),
        };
        let tagged = self.tag.as_ref().is_none_or(|tag| body.tags.contains(tag));
        bears && tagged && says(annotation, words)
    }
}

/// Whether each of `words` stands in the mark, its note or a tag.
fn says(annotation: &Annotation, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let body = &annotation.body;
    // No word reaches over the end of a line.
    let said = [&annotation.anchor.exact, &body.note, &body.tags.join("\n")].map(|it| fold(it));
    words.iter().all(|word| said.iter().any(|it| it.contains(word)))
}

/// Every tag with how many marks have it, the most used first.
pub(crate) fn tags<'a>(annotations: impl Iterator<Item = &'a Annotation>) -> Vec<(&'a str, usize)> {
    let mut tags: Vec<(&str, usize)> = Vec::new();
    for tag in annotations.flat_map(|it| &it.body.tags) {
        match tags.iter_mut().find(|(known, _)| known == tag) {
            Some((_, count)) => *count += 1,
            None => tags.push((tag, 1)),
        }
    }
    let most_first = order(tags.iter().map(|(_, count)| [u64::MAX - *count as u64, 0, 0]));
    most_first.into_iter().map(|at| tags[at]).collect()
}

#[cfg(test)]
mod tests {
    use galley_notebook::{AnnotationId, Millis};
    use galley_text::Span;

    use super::*;

    const TEXT: &str = "The Bridge is safe, said Åse.";

    fn mark(words: &str, note: &str, tags: &[&str]) -> Annotation {
        let start = TEXT.find(words).expect("words of the text");
        let span = Span::new(start, start + words.len());
        let id = AnnotationId::from_random(start as u128);
        let mut mark = Annotation::highlight(TEXT, span, id, Millis(0));
        mark.body.note = note.into();
        mark.body.tags = tags.iter().map(|&tag| tag.into()).collect();
        mark
    }

    fn asking(words: &str) -> Filter {
        Filter { words: words.into(), ..Filter::default() }
    }

    fn wants(filter: &Filter, mark: Annotation) -> bool {
        !filter.wanted(&[Rc::new(mark)]).is_empty()
    }

    #[test]
    fn words_are_looked_for_in_mark_note_and_tags_whatever_their_case() {
        let mark = mark("Bridge", "Ask the ENGINEER.", &["to check"]);
        for words in ["", "bridge", "engineer", "CHECK", "bridge ask", " ", "rid"] {
            assert!(wants(&asking(words), mark.clone()), "{words}");
        }
        for words in ["ferry", "bridge ferry", "Bridge is"] {
            assert!(!wants(&asking(words), mark.clone()), "{words}");
        }
        for words in ["Åse", "åse", "ASE"] {
            assert!(wants(&asking(words), self::mark("Åse", "", &[])), "{words}");
        }
    }

    #[test]
    fn a_note_and_a_tag_can_be_asked_for_together() {
        let filter =
            Filter { bearing: Bearing::Note, tag: Some("ice".into()), ..Filter::default() };
        assert!(wants(&filter, mark("safe", "x", &["ice"])));
        assert!(!wants(&filter, mark("safe", "", &["ice"])));
        assert!(!wants(&filter, mark("safe", "x", &["snow"])));
        assert!(!filter.is_empty() && Filter::default().is_empty());
        let bare = Filter { bearing: Bearing::NoNote, ..Filter::default() };
        assert!(wants(&bare, mark("safe", "", &[])) && !wants(&bare, mark("safe", "x", &[])));
    }

    #[test]
    fn tags_are_counted_the_most_used_first() {
        let marks = [mark("The", "", &["a"]), mark("safe", "", &["b", "a"])];
        assert_eq!(tags(marks.iter()), [("a", 2), ("b", 1)]);
    }
}
