//! [`Label`]: a tag with a colour and a key. The tags of an annotation are plain words, so that
//! labels can change, and go, without anything that was marked with them.

use std::fmt::Write;

/// The colour of a label's marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tint {
    /// As marks without a label.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Violet.
    Violet,
    /// Pink.
    Pink,
    /// Orange.
    Orange,
}

impl Tint {
    /// All of them.
    pub(crate) const ALL: [Tint; 6] =
        [Tint::Yellow, Tint::Green, Tint::Blue, Tint::Violet, Tint::Pink, Tint::Orange];

    /// What it is called, on the page and in storage.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Tint::Yellow => "yellow",
            Tint::Green => "green",
            Tint::Blue => "blue",
            Tint::Violet => "violet",
            Tint::Pink => "pink",
            Tint::Orange => "orange",
        }
    }

    /// The class that draws it.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Tint::Yellow => "t-yellow",
            Tint::Green => "t-green",
            Tint::Blue => "t-blue",
            Tint::Violet => "t-violet",
            Tint::Pink => "t-pink",
            Tint::Orange => "t-orange",
        }
    }
}

/// A tag with a colour and a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    /// The tag.
    pub(crate) name: String,
    /// The colour of its marks.
    pub(crate) tint: Tint,
    /// The key that marks a selection with it.
    pub(crate) key: Option<char>,
}

impl Label {
    /// The sign that stands at the end of its marks: its key, else its first letter.
    pub(crate) fn sign(&self) -> char {
        self.key.or_else(|| self.name.chars().next()).unwrap_or('?')
    }
}

/// More labels than this cannot be told apart.
pub(crate) const MOST: usize = 24;

/// Those that Galley brings.
const BROUGHT: &str = "Important\tyellow\t1\nCheck\torange\t2\nDisagree\tviolet\t3";

/// The labels in `setting`, a line each: name, colour and key between tabs. What is no label is
/// passed over.
pub(crate) fn read(setting: Option<&str>) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for line in setting.unwrap_or(BROUGHT).lines().take(MOST) {
        let mut parts = line.split('\t');
        let name = parts.next().unwrap_or_default().trim();
        if name.is_empty() || labels.iter().any(|known| known.name == name) {
            continue;
        }
        let tint = parts.next().and_then(|word| Tint::ALL.into_iter().find(|it| it.word() == word));
        let key = parts.next().and_then(|key| key.chars().next());
        let key = key.filter(|&key| labels.iter().all(|known| known.key != Some(key)));
        labels.push(Label { name: name.to_owned(), tint: tint.unwrap_or_default(), key });
    }
    labels
}

/// The labels as [`read`] reads them.
pub(crate) fn write(labels: &[Label]) -> String {
    let mut lines = String::new();
    for Label { name, tint, key } in labels {
        let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let key = key.map(String::from).unwrap_or_default();
        // Writing to a string does not fail.
        let _ = writeln!(lines, "{}\t{}\t{key}", name.trim(), tint.word());
    }
    lines
}

/// The first of `tags` that is a label.
pub(crate) fn of<'a>(labels: &'a [Label], tags: &[String]) -> Option<&'a Label> {
    tags.iter().find_map(|tag| labels.iter().find(|label| label.name == *tag))
}

/// `tags` with `name`, or without it where they have it.
pub(crate) fn toggled(tags: &[String], name: &str) -> Vec<String> {
    let mut toggled: Vec<String> = tags.iter().filter(|tag| *tag != name).cloned().collect();
    if toggled.len() == tags.len() {
        toggled.push(name.to_owned());
    }
    toggled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_they_were_written() {
        let labels = read(None);
        assert_eq!(labels.len(), 3);
        assert_eq!(read(Some(&write(&labels))), labels);
        assert_eq!(read(Some("")), []);
    }

    #[test]
    fn what_is_no_label_is_passed_over_and_nothing_stands_twice() {
        let setting = "\tblue\t1\nCheck\tno colour\t2\nCheck\tblue\t3\nMore\tblue\t2\nBare";
        let labels = read(Some(setting));
        let told: Vec<_> = labels.iter().map(|it| (it.name.as_str(), it.tint, it.key)).collect();
        let expected = [
            ("Check", Tint::Yellow, Some('2')),
            ("More", Tint::Blue, None),
            ("Bare", Tint::Yellow, None),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_name_with_tabs_and_line_ends_is_one_line() {
        let label = Label { name: "a\tb\nc".into(), tint: Tint::Pink, key: None };
        assert_eq!(read(Some(&write(&[label])))[0].name, "a b c");
    }

    #[test]
    fn a_label_is_put_on_and_taken_off() {
        let tags = ["ice".to_owned()];
        assert_eq!(toggled(&tags, "Check"), ["ice", "Check"]);
        assert!(toggled(&tags, "ice").is_empty());
    }

    #[test]
    fn the_first_tag_that_is_a_label_gives_the_colour() {
        let labels = read(None);
        let tags = ["else".to_owned(), "Check".to_owned(), "Important".to_owned()];
        assert_eq!(of(&labels, &tags).map(Label::sign), Some('2'));
        assert_eq!(of(&labels, &tags[..1]), None);
    }
}
