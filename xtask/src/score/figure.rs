//! The figures that are watched, with the least that is good enough.

use std::fmt;

/// One figure of the scorer's tables.
pub(super) struct Figure {
    pub(super) name: &'static str,
    /// The file in `../shared/data`, without its ending.
    pub(super) set: &'static str,
    /// The scorer's task, and what it needs to know of the set.
    pub(super) task: &'static [&'static str],
    /// The row of the scorer's table.
    pub(super) measure: &'static str,
    /// Its column: `p`, `r` or `f`.
    pub(super) column: &'static str,
    /// The least that is good enough, in percent; without one the figure is only told.
    pub(super) floor: Option<f64>,
}

/// How a figure stands to its floor.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Met,
    Unmet,
    Told,
}

impl Verdict {
    pub(super) fn of(now: f64, floor: Option<f64>) -> Self {
        match floor {
            None => Self::Told,
            Some(floor) if now >= floor => Self::Met,
            Some(_) => Self::Unmet,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Met => "met",
            Self::Unmet => "NOT MET",
            Self::Told => "",
        })
    }
}

const POLNEAR: &str = "quotes/polnear-dev";
const HITS: &str = "quotes by content IoU>=0.5";
const WW: &str = "entities/ww-dev";
const QUOTES: &[&str] = &["quotes"];
const WW_ENTITIES: &[&str] = &["entities", "--set", "ww"];
const TIMEBANK: &str = "dates/timebank";
const DATES: &[&str] = &["dates"];
const RE3D: &str = "entities/re3d";
const RE3D_ENTITIES: &[&str] = &["entities", "--set", "re3d"];
const GMB: &str = "entities/gmb";

#[rustfmt::skip]
pub(super) const FIGURES: &[Figure] = &[
    figure("PolNeAR dev: source, exact F1", POLNEAR, QUOTES, "source exact", "f").at_least(70.0),
    figure("PolNeAR dev: cue, exact F1", POLNEAR, QUOTES, "cue exact", "f").at_least(66.0),
    figure("PolNeAR dev: content, exact F1", POLNEAR, QUOTES, "content exact", "f").at_least(60.0),
    figure("PolNeAR dev: content, token overlap F1", POLNEAR, QUOTES, "content token overlap", "f").at_least(75.0),
    figure("PolNeAR dev: hits, precision", POLNEAR, QUOTES, HITS, "p").at_least(75.0),
    figure("PolNeAR dev: hits, recall", POLNEAR, QUOTES, HITS, "r").at_least(65.0),
    figure("PolNeAR dev: direct quotes, recall", POLNEAR, QUOTES, "direct-quote recall (opens with a quote mark)", "r").at_least(92.0),
    figure("PolNeAR dev: right source on hits", POLNEAR, QUOTES, "source overlap accuracy on hits", "r").at_least(92.0),
    figure("PolNeAR dev: right source on direct hits", POLNEAR, QUOTES, "direct: source accuracy on hits", "r").at_least(92.0),
    figure("WW dev: people, organizations, places, exact F1", WW, WW_ENTITIES, "PER/ORG/LOC exact", "f").at_least(85.0),
    figure("WW dev: persons, exact F1", WW, WW_ENTITIES, "PER exact", "f"),
    figure("WW dev: organizations, exact F1", WW, WW_ENTITIES, "ORG exact", "f"),
    figure("WW dev: places, exact F1", WW, WW_ENTITIES, "LOC exact", "f"),
    figure("WW dev: facilities, exact F1", WW, WW_ENTITIES, "FAC exact", "f"),
    figure("WW dev: dates, overlap F1", WW, WW_ENTITIES, "DATE overlap", "f").at_least(93.0),
    figure("WW dev: money, overlap F1", WW, WW_ENTITIES, "MONEY overlap", "f").at_least(92.0),
    figure("Our sentences: percentages, overlap F1", super::percent::SET, &["entities", "--set", "engine"], "PERCENT overlap", "f").at_least(95.0),
    figure("WW dev: nationalities, exact F1", WW, WW_ENTITIES, "NORP exact", "f").at_least(86.0),
    figure("WW dev: nationalities, overlap F1", WW, WW_ENTITIES, "NORP overlap", "f"),
    figure("UNER EWT dev: exact F1", "entities/uner-ewt-dev", &["entities", "--set", "uner"], "PER/ORG/LOC exact", "f").at_least(70.0),
    figure("CrossNER politics test, with its train part: exact F1", "entities/crossner-politics-test", &["entities", "--set", "crossner"], "PER/ORG/LOC exact", "f"),
    figure("GUM dev: chains, CoNLL average F1", "entities/gum-dev", &["coref"], "CoNLL average (MUC, B3, CEAF-e)", "f").at_least(55.0),
    figure("GAP validation: pronouns, F1", "coref/gap-validation", &["gap"], "overall", "f"),
    figure("TimeBank: dates, overlap F1", TIMEBANK, DATES, "overlap", "f").at_least(80.0),
    figure("TimeBank: date, time or duration right on hits", TIMEBANK, DATES, "type right on overlap", "r"),
    figure("AQUAINT: dates, overlap F1", "dates/aquaint", DATES, "overlap", "f"),
    figure("TimeBank and AQUAINT, dated: right values", super::dated::SET, DATES, "value right, where given", "r"),
    figure("GUM dev: dates, overlap F1", "entities/gum-dev", DATES, "overlap", "f"),
    figure("re3d: dates that name their day, overlap F1", RE3D, RE3D_ENTITIES, "TEMPORAL overlap", "f"),
    figure("re3d: money, overlap F1", RE3D, RE3D_ENTITIES, "MONEY overlap", "f"),
    figure("GMB: dates that name their day, overlap F1", GMB, &["entities", "--set", "gmb"], "TEMPORAL overlap", "f"),
];

const fn figure(
    name: &'static str,
    set: &'static str,
    task: &'static [&'static str],
    measure: &'static str,
    column: &'static str,
) -> Figure {
    Figure { name, set, task, measure, column, floor: None }
}

impl Figure {
    const fn at_least(self, floor: f64) -> Self {
        Self { floor: Some(floor), ..self }
    }

    /// How often the scorer draws documents anew for its intervals. With the 4,796 of GMB that
    /// takes minutes, and an interval of half a point.
    pub(super) fn drawings(&self) -> &'static str {
        if self.set == GMB { "0" } else { "1000" }
    }
}
