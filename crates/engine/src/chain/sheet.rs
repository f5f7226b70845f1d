//! [`Sheet`]: what speaks for a name as the one that a pronoun stands for, as numbers, and
//! [`Weights`]: how much each of them counts.
//!
//! The weights are learned by `training/pronouns`. Scores are whole numbers, so that the choice is the
//! same on every machine.

use std::sync::OnceLock;

macro_rules! aspects {
    ($($aspect:ident)*) => {
        /// Something about a pronoun and a name. Its values are small numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Aspect { $($aspect),* }

        impl Aspect {
            const ALL: &[Aspect] = &[$(Aspect::$aspect),*];

            const fn name(self) -> &'static str {
                match self { $(Aspect::$aspect => stringify!($aspect)),* }
            }
        }
    };
}

aspects! {
    Distance Roles Between Opening Verbs WordBefore WordAfter PronounAfter Sex Kind Frequency First
    Chain Recency Speech Aside Paired Kin Block Words Sureness LastSubject Presence Awaited
    Lead Parallel Following Cue ChainRole Shape Plain
}

/// Values of an aspect are below this.
pub(crate) const VALUES: usize = 160;

/// How many numbers there are for all aspects and values.
pub(crate) const SPACE: usize = Aspect::ALL.len() * VALUES;

/// The aspects of one name for one pronoun, each as the number of its value.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet(pub(crate) Vec<u16>);

impl Sheet {
    pub(super) fn note(&mut self, aspect: Aspect, value: usize) {
        let number = aspect as usize * VALUES + value.min(VALUES - 1);
        self.0.push(u16::try_from(number).unwrap_or(u16::MAX));
    }
}

/// What each value of each aspect counts.
pub(crate) struct Weights(Vec<i16>);

impl Weights {
    /// The weights that come with the engine.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Weights> = OnceLock::new();
        SHIPPED.get_or_init(|| Weights::read(include_str!("weights.txt")))
    }

    /// Reads one aspect a line, its name before its weights; what is not there counts nothing.
    pub(crate) fn read(lines: &str) -> Self {
        let mut out = vec![0; SPACE];
        for line in lines.lines() {
            let mut fields = line.split_ascii_whitespace();
            let name = fields.next().unwrap_or("");
            let Some(aspect) = Aspect::ALL.iter().find(|aspect| aspect.name() == name) else {
                continue;
            };
            for (value, weight) in fields.enumerate().take(VALUES) {
                out[*aspect as usize * VALUES + value] = weight.parse().unwrap_or(0);
            }
        }
        Self(out)
    }

    pub(crate) fn score(&self, sheet: &Sheet) -> i32 {
        let weights = sheet.0.iter().filter_map(|number| self.0.get(usize::from(*number)));
        weights.map(|weight| i32::from(*weight)).sum()
    }

    #[cfg(feature = "training")]
    pub(crate) fn new(weights: &[i16]) -> Self {
        Self(weights.to_vec())
    }

    /// The lines that [`Weights::read`] reads.
    #[cfg(feature = "training")]
    pub(crate) fn write(weights: &[i16]) -> String {
        let mut out = String::new();
        for aspect in Aspect::ALL {
            let start = *aspect as usize * VALUES;
            let row = &weights[start..start + VALUES];
            let end = row.iter().rposition(|weight| *weight != 0).map_or(0, |last| last + 1);
            let row: Vec<String> = row[..end].iter().map(ToString::to_string).collect();
            out += &format!("{} {}\n", aspect.name(), row.join(" "));
        }
        out
    }
}
