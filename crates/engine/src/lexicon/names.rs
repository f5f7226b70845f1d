//! [`classes`] and [`runs`]: the lists that names are in, looked up where they lie.
//!
//! `cargo xtask lexicon` compiles `lexicon/*.txt` into `names.bin`: the number of different sets of
//! lists, the sets, and a finite state transducer from each name to its set. It is read as it
//! lies: there is nothing to build when the engine starts.

use std::sync::LazyLock;

use fst::raw::{Fst, Node, Output};

use super::class::Classes;
use super::spelling::letters;

static SHIPPED: LazyLock<Option<Names<'static>>> =
    LazyLock::new(|| Names::read(include_bytes!("names.bin")));

/// The lists that `name` is in, however it is spelled. An acronym's lists are only told of a name
/// in capitals.
pub fn classes(name: &str) -> Classes {
    told(name, SHIPPED.as_ref().map_or(Classes::NONE, |names| names.classes(name)))
}

/// What is told of the lists that `name` is in.
fn told(name: &str, known: Classes) -> Classes {
    if is_withheld(name) { known.without(Classes::PERSON) } else { known }
}

/// Whether the lists of persons keep `name` to themselves. They do so from those who learn weights,
/// for a name in five: who has seen every name listed takes a name that is not for none.
fn is_withheld(name: &str) -> bool {
    let hash = |hash: u32, c: char| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193);
    cfg!(feature = "training") && letters(name).fold(0x811c_9dc5, hash) % 5 == 0
}

/// The lists that `word` is in, and whether a listed name of several words begins with it.
pub(crate) fn opening(word: &str) -> (Classes, bool) {
    let Some(mut search) = SHIPPED.as_ref().map(Names::search) else {
        return (Classes::NONE, false);
    };
    search.go(word);
    let known = told(word, search.classes());
    search.step(' ');
    (known, !search.is_over() && letters(word).next().is_some())
}

/// Every listed name that begins with the first of `words`, shortest first: how many words it takes
/// and its lists. A word that opens with an apostrophe belongs to the one before.
pub fn runs<'w, I: Iterator<Item = &'w str>>(words: I) -> Runs<'w, I> {
    let names = SHIPPED.as_ref();
    Runs { search: names.map(Names::search), taken: 0, words }
}

/// What [`runs`] gives.
pub struct Runs<'w, I: Iterator<Item = &'w str>> {
    search: Option<Search<'static>>,
    taken: usize,
    words: I,
}

impl<'w, I: Iterator<Item = &'w str>> Iterator for Runs<'w, I> {
    type Item = (usize, Classes);

    fn next(&mut self) -> Option<Self::Item> {
        let search = self.search.as_mut()?;
        while !search.is_over() {
            let word = self.words.next()?;
            letters(word).next()?;
            if self.taken > 0 && !word.starts_with(['\'', '’']) {
                search.step(' ');
            }
            search.go(word);
            self.taken += 1;
            let classes = search.classes();
            if classes != Classes::NONE {
                return Some((self.taken, classes));
            }
        }
        None
    }
}

struct Names<'n> {
    sets: &'n [u8],
    entries: Fst<&'n [u8]>,
}

impl<'n> Names<'n> {
    fn read(bytes: &'n [u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (sets, entries) = rest.split_at_checked(count.checked_mul(4)?)?;
        Some(Self { sets, entries: Fst::new(entries).ok()? })
    }

    fn classes(&self, name: &str) -> Classes {
        let mut search = self.search();
        search.go(name);
        search.classes()
    }

    fn search(&self) -> Search<'_> {
        let small = Some(Walk { node: self.entries.root(), output: Output::zero() });
        Search { names: self, small, capital: small }
    }

    fn set(&self, output: Output) -> Classes {
        let at = usize::try_from(output.value()).map_or(usize::MAX, |at| at.saturating_mul(4));
        let set = self.sets.get(at..).and_then(<[u8]>::first_chunk);
        Classes::from_bits(set.map_or(0, |set| u32::from_le_bytes(*set)))
    }
}

/// A name on its way through the entries in small letters and those in capitals.
struct Search<'n> {
    names: &'n Names<'n>,
    small: Option<Walk<'n>>,
    capital: Option<Walk<'n>>,
}

impl Search<'_> {
    fn go(&mut self, word: &str) {
        if word.chars().any(char::is_lowercase) {
            self.capital = None;
        }
        for c in letters(word) {
            self.step(c);
        }
    }

    fn step(&mut self, c: char) {
        let entries = &self.names.entries;
        self.small = self.small.and_then(|walk| walk.step(entries, c));
        self.capital = self.capital.and_then(|walk| walk.step(entries, c.to_ascii_uppercase()));
    }

    fn classes(&self) -> Classes {
        let both = [self.small, self.capital].into_iter().flatten();
        let outputs = both.filter(|walk| walk.node.is_final());
        outputs.fold(Classes::NONE, |all, walk| {
            all.or(self.names.set(walk.output.cat(walk.node.final_output())))
        })
    }

    fn is_over(&self) -> bool {
        self.small.is_none() && self.capital.is_none()
    }
}

/// A place in the transducer.
#[derive(Clone, Copy)]
struct Walk<'n> {
    node: Node<'n>,
    output: Output,
}

impl<'n> Walk<'n> {
    fn step(self, entries: &'n Fst<&'n [u8]>, c: char) -> Option<Self> {
        let mut next = self;
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            let taken = next.node.transition(next.node.find_input(byte)?);
            next.output = next.output.cat(taken.out);
            next.node = entries.node(taken.addr);
        }
        Some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::{Classes, Names, classes, runs};

    fn found(words: &[&str]) -> Vec<usize> {
        runs(words.iter().copied()).map(|(taken, _)| taken).collect()
    }

    #[test]
    fn a_name_has_the_lists_that_it_is_in() {
        assert!(classes("Ghana").meets(Classes::COUNTRY));
        assert!(classes("GHANA").meets(Classes::COUNTRY));
        assert!(
            classes("São Paulo").meets(Classes::CITY) && classes("Sao Paulo").meets(Classes::CITY)
        );
        assert!(classes("Maria").meets(Classes::GIVEN_FEMALE));
        assert!(classes("Fernández").meets(Classes::FAMILY));
        for absent in ["", "-", "Ghan", "Ghanax", "\n", "Ghana Ghana"] {
            assert_eq!(classes(absent), Classes::NONE, "{absent:?}");
        }
    }

    #[test]
    fn an_acronym_is_no_word() {
        assert!(classes("US").meets(Classes::ANY_PLACE));
        assert!(classes("U.S.").meets(Classes::ANY_PLACE));
        assert!(!classes("us").meets(Classes::ANY_PLACE));
        assert!(!classes("Us").meets(Classes::ANY_PLACE));
    }

    #[test]
    fn runs_tell_every_name_that_begins_with_the_first_word() {
        assert_eq!(found(&["New", "York", "Times", "reporters"]), [1, 2, 3]);
        assert_eq!(found(&["Guinea-Bissau", "and"]), [1]);
        assert_eq!(found(&["Guinea", "Bissau", "and"]), [1, 2]);
        assert_eq!(found(&["Guinea", "-", "Bissau"]), [1]);
        assert_eq!(found(&[",", "Ghana"]), [0; 0]);
        assert_eq!(found(&[]), [0; 0]);
    }

    #[test]
    fn what_is_no_table_is_not_read() {
        let shipped = include_bytes!("names.bin");
        assert!(Names::read(shipped).is_some());
        for length in [0, 3, 4, 20] {
            assert!(Names::read(&shipped[..length]).is_none());
        }
        assert!(Names::read(&[0xff; 100]).is_none());
    }
}
