//! Words that are written with a final dot.

/// Always followed by a name or a number: their dot never ends a sentence.
const BEFORE_A_NAME: &[&str] = &[
    "Adm", "Amb", "Atty", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Det", "Dr", "Drs", "Engr", "Fr",
    "Gen", "Gov", "Govs", "Hon", "Insp", "Lt", "Maj", "Messrs", "Mme", "Mlle", "Mr", "Mrs", "Ms",
    "Mt", "Mx", "Pres", "Prof", "Pte", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Spc",
    "St", "Ste", "Supt", "Treas",
];

/// Written with a dot inside a sentence and sometimes at its end.
const ANYWHERE: &[&str] = &[
    "Ala", "Apr", "Ariz", "Assn", "Assoc", "Aug", "Ave", "Bhd", "Blvd", "Bros", "Calif", "Co",
    "Colo", "Conn", "Corp", "Dec", "Del", "Dept", "Dist", "Esq", "Feb", "Fla", "Ft", "Ga", "Ill",
    "Inc", "Ind", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "La", "Ltd", "Mar", "Md", "Mfg", "Mich",
    "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Nov", "Oct", "Okla", "Ore", "Pa", "Penn", "Ph.D",
    "Pty", "Sept", "Sep", "Sr", "Tenn", "Tex", "Univ", "Va", "Vt", "Wash", "Wis", "Wyo", "al",
    "approx", "cf", "dept", "est", "etc", "fig", "vol", "vs",
];

/// Whether a dot after `word` is a part of it.
pub(crate) fn is_known(word: &str) -> bool {
    comes_before_a_name(word) || ANYWHERE.contains(&word)
}

/// Whether `word` never ends a sentence, dot or not.
pub(crate) fn comes_before_a_name(word: &str) -> bool {
    BEFORE_A_NAME.contains(&word)
}
