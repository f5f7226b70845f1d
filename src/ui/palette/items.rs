//! [`Item`]: what the palette offers, and [`matching`], which of it is called something.

use galley_engine::{EntityId, Findings};
use galley_notebook::{ArticleId, Library};
use galley_text::{fold, order};
use yew::AttrValue;

use crate::hooks::Chord;
use crate::ui::command::{Command, Entry, Keymap, TABLE};
use crate::ui::label::Label;
use crate::ui::pane::cast;
use crate::ui::words::straight;

/// What is done or gone to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Jump {
    /// A command is carried out.
    Command(Command),
    /// Words are marked with a label of that name.
    Label(String),
    /// Somebody or something of the article.
    Entity(EntityId),
    /// An article.
    Article(ArticleId),
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    /// What it is called.
    pub(crate) name: AttrValue,
    /// What it is, where its name does not say so.
    pub(crate) kind: &'static str,
    /// The parts of its key.
    pub(crate) keys: Vec<String>,
    /// What it does.
    pub(crate) jump: Jump,
}

/// The commands that can be used now.
pub(crate) fn commands(keymap: &Keymap, can: impl Fn(&Entry) -> bool) -> Vec<Item> {
    // The palette is no way to itself, nor to what closes it.
    let offered =
        |entry: &&Entry| !matches!(entry.command, Command::Palette | Command::Close) && can(entry);
    let item = |entry: &Entry| Item {
        name: entry.name.into(),
        kind: "",
        keys: keymap.keys(entry).first().map(Chord::shown).unwrap_or_default(),
        jump: Jump::Command(entry.command),
    };
    TABLE.iter().filter(offered).map(item).collect()
}

/// The reader's labels.
pub(crate) fn labels(labels: &[Label], keymap: &Keymap) -> Vec<Item> {
    let item = |label: &Label| Item {
        name: format!("Mark as “{}”", label.name).into(),
        kind: "",
        keys: label.key.filter(|_| keymap.has_letters()).map(String::from).into_iter().collect(),
        jump: Jump::Label(label.name.clone()),
    };
    labels.iter().map(item).collect()
}

/// Whom and what the article names, the most mentioned first.
pub(crate) fn people(text: &str, findings: &Findings) -> Vec<Item> {
    let named = cast(text, findings).into_iter().filter(|it| it.named);
    let item = |name: &str, id| Item {
        name: straight(&["Go to ", name].concat()).into(),
        kind: "",
        keys: Vec::new(),
        jump: Jump::Entity(id),
    };
    named.map(|it| item(&it.entity.name, it.entity.id)).collect()
}

/// The articles on the shelf.
pub(crate) fn articles(library: &Library) -> Vec<Item> {
    let item = |name: &str, id| Item {
        name: straight(name).into(),
        kind: "Article",
        keys: Vec::new(),
        jump: Jump::Article(id),
    };
    library.shelf().iter().map(|header| item(&header.details.title, header.id)).collect()
}

/// More than this nobody looks through.
const MOST: usize = 100;

/// The items whose names hold each word of `query`: those first in which a word of the name begins with
/// it, else in their order.
pub(super) fn matching(items: &[Item], query: &str) -> Vec<usize> {
    let query = fold(query.trim());
    let mut found: Vec<(u64, usize)> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let name = fold(&item.name);
        if !query.split_whitespace().all(|word| name.contains(word)) {
            continue;
        }
        let begins = |at: usize| !name[..at].ends_with(char::is_alphanumeric);
        let rank = match name.find(&query) {
            Some(0) => 0,
            Some(_) if name.match_indices(&query).any(|(at, _)| begins(at)) => 1,
            _ => 2,
        };
        found.push((rank, index));
    }
    let best_first = order(found.iter().map(|&(rank, index)| [rank, index as u64, 0]));
    best_first.into_iter().map(|place| found[place].1).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(query: &str) -> Vec<AttrValue> {
        let items = commands(&Keymap::default(), |_| true);
        matching(&items, query).into_iter().map(|index| items[index].name.clone()).collect()
    }

    #[test]
    fn every_command_is_in_the_palette_but_those_that_open_and_close_it() {
        let items = commands(&Keymap::default(), |_| true);
        for entry in TABLE {
            let is_there = items.iter().any(|it| it.jump == Jump::Command(entry.command));
            let own = matches!(entry.command, Command::Palette | Command::Close);
            assert_eq!(is_there, !own, "{}", entry.id);
        }
    }

    #[test]
    fn every_command_is_found_first_by_its_own_name() {
        for item in commands(&Keymap::default(), |_| true) {
            assert_eq!(found(&item.name)[0], item.name);
        }
    }

    #[test]
    fn words_are_found_in_any_order_and_any_case_and_beginnings_come_first() {
        assert_eq!(found("QUOTE next")[0], "Next quote");
        assert_eq!(found("und")[0], "Undo");
        assert_eq!(found("note")[0], "Write a note");
        assert!(found("no such thing").is_empty());
        assert_eq!(found("").len(), TABLE.len() - 2);
    }

    #[test]
    fn a_command_is_shown_with_its_own_key() {
        let items = commands(&Keymap::default(), |_| true);
        let keys = |name: &str| items.iter().find(|it| it.name == name).map(|it| it.keys.join(" "));
        assert_eq!(keys("Previous quote").as_deref(), Some("Shift Q"));
        assert_eq!(keys("Show the names").as_deref(), Some(""));
    }
}
