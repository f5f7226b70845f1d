//! [`seams`]: what a paragraph is read without.

use galley_text::Span;

use crate::lexicon::{Classes, classes, is_common};

/// What is left out of a text, and what is read in its place.
pub(super) struct Seam {
    pub(super) span: Span,
    pub(super) stitch: &'static str,
}

/// The seams of the paragraph at `block`, in order: line ends with the white space around them, a hyphen
/// that parts a word there, and marks inside words that a reader never sees.
pub(super) fn seams(text: &str, block: Span) -> Vec<Seam> {
    let mut out: Vec<Seam> = Vec::new();
    let paragraph = block.of(text);
    for (at, c) in paragraph.char_indices() {
        let at = block.start() + at;
        let is_done = out.last().is_some_and(|last| at < last.span.end());
        if is_done {
            continue;
        }
        let (before, after) = (&text[block.start()..at], &text[at + c.len_utf8()..block.end()]);
        if is_line_end(c) {
            out.push(line_end(before, after, at));
        } else if is_unseen(c) && is_inside_word(before, after) {
            out.push(Seam { span: Span::new(at, at + c.len_utf8()), stitch: "" });
        }
    }
    out
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Soft hyphens and joiners, which tell only where a line may be broken.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Between letters that have a case: other scripts part words by unseen marks.
fn is_inside_word(before: &str, after: &str) -> bool {
    let has_case = |c: char| c.is_uppercase() || c.is_lowercase();
    before.ends_with(has_case) && after.starts_with(has_case)
}

/// The seam at the line end that starts at `at`.
fn line_end(before: &str, after: &str, at: usize) -> Seam {
    let (line, next) = (before.trim_end(), after.trim_start());
    let [start, end] = [at - (before.len() - line.len()), at + 1 + (after.len() - next.len())];
    let hyphen = line.chars().next_back().filter(|c| matches!(c, '-' | '\u{2010}' | '\u{ad}'));
    let parted = hyphen.map(|hyphen| (hyphen, &line[..line.len() - hyphen.len_utf8()]));
    match parted.filter(|(_, word)| is_inside_word(word, next)) {
        Some((hyphen, word)) if hyphen == '\u{ad}' || !keeps_hyphen(word, next) => {
            Seam { span: Span::new(start - hyphen.len_utf8(), end), stitch: "" }
        }
        Some(_) => Seam { span: Span::new(start, end), stitch: "" },
        None => Seam { span: Span::new(start, end), stitch: " " },
    }
}

/// Whether a hyphen at a line end belongs to the word: "Jean-Pierre", "well-known", but not "Ber-lin".
fn keeps_hyphen(before: &str, after: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let head = before.rsplit(is_mark).next().unwrap_or("");
    let tail = after.split(is_mark).next().unwrap_or("");
    if tail.starts_with(char::is_uppercase) {
        return true;
    }
    let is_one_word = classes(&format!("{head}{tail}")) != Classes::NONE;
    !is_one_word && is_common(tail) && classes(head) != Classes::NONE
}
