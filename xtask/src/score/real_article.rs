//! The article that the project was started for. It is not ours: what is expected of the engine is
//! told here in counts, in order, and by the two names that its readers came for.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::figure::Verdict;
use super::{Bench, report};

/// The article as pasted; another text under its name is not checked.
const SHA256: &str = "1034174b0ef3dffbcbe0fe6e45c9b8b704ec9e04f281694f63f83a75897e093d";

/// The passages between double quotation marks, in order, with who says them.
#[rustfmt::skip]
const PASSAGES: &[(Passage, &str)] = {
    use Passage::{Direct, Part};
    &[
        (Part, PUTIN), (Part, PUTIN), (Direct, PUTIN), (Direct, PUTIN), (Part, PUTIN),
        (Direct, PUTIN), (Part, PUTIN), (Direct, PUTIN), (Direct, PUTIN), (Direct, PUTIN),
        (Part, KIM), (Direct, PUTIN), (Part, KIM), (Part, KIM), (Part, KIM),
    ]
};
const PUTIN: &str = "Putin";
const KIM: &str = "Kim";

/// Where the cue of each indirect quote starts, with who says it.
#[rustfmt::skip]
const INDIRECT: &[(usize, &str)] = &[
    (201, PUTIN), (483, PUTIN), (1710, PUTIN), (2065, PUTIN), (2280, PUTIN), (3062, "both sides"),
    (3134, "Washington"), (3283, KIM), (3413, KIM), (3589, "Trump"), (3673, KIM), (3721, KIM), (3930, "Bei"),
];

/// How many lines at the end are not the article but the page around it.
const FURNITURE: usize = 7;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Passage {
    /// A whole utterance or clause.
    Direct,
    /// A few words inside the writer's own sentence.
    Part,
}

/// Start and end in code points.
type Range = (usize, usize);

/// Checks the article, where it is there; gives what is not met.
pub(super) fn check(bench: &Bench) -> Result<Vec<String>> {
    let file = bench.shared.join("articles/seed.txt");
    let Ok(text) = fs::read_to_string(&file) else {
        println!("No real article to check.");
        return Ok(Vec::new());
    };
    if format!("{:x}", Sha256::digest(&text)) != SHA256 {
        println!("The real article is not the one that is known here: not checked.");
        return Ok(Vec::new());
    }
    let (texts, answers) = (bench.file("seed", "texts"), bench.file("seed", "answers"));
    fs::write(&texts, format!("{}\n", json!({ "id": "seed", "text": text })))?;
    bench.annotate(&texts, &answers)?;
    let found = serde_json::from_str(&fs::read_to_string(answers)?)?;
    let article = Article { text: text.chars().collect(), found };
    let shares = [
        ("Real article: direct quotes whole, right speaker", article.quoted(Passage::Direct)?),
        ("Real article: quoted parts, right speaker", article.quoted(Passage::Part)?),
        ("Real article: indirect quotes, right speaker", article.indirect()),
        ("Real article: lines of the page folded", article.furniture()),
        ("Real article: mentions of Putin in one entity", article.mentions(PUTIN)),
        ("Real article: mentions of Kim in one entity", article.mentions(KIM)),
    ];
    for kind in ["direct", "mixed", "indirect"] {
        let quotes = article.list("quotes").iter().filter(|quote| quote["kind"] == kind);
        println!("Real article: {kind} quotes found: {}", quotes.count());
    }
    let unmet = shares
        .into_iter()
        .filter(|(name, share)| report(name, *share, Some(100.0), "") == Verdict::Unmet);
    Ok(unmet.map(|(name, ..)| name.to_owned()).collect())
}

/// The text and what the engine found in it.
struct Article {
    text: Vec<char>,
    found: Value,
}

impl Article {
    /// The share of passages of a kind that are whole in a quote of the right speaker, in percent.
    fn quoted(&self, kind: Passage) -> Result<f64> {
        let passages = self.passages();
        let expected = PASSAGES.iter().zip(&passages).filter(|((it, _), _)| *it == kind);
        let hits = expected.map(|((_, speaker), &passage)| self.says(speaker, kind, passage));
        (passages.len() == PASSAGES.len()).then_some(()).context("other passages are quoted")?;
        Ok(share(hits))
    }

    /// Whether a piece of a quote by `speaker` holds this passage, give or take its outer marks. A
    /// direct quote is also most of its piece: a word such as "that" may stand before it.
    fn says(&self, speaker: &str, kind: Passage, (from, to): Range) -> bool {
        self.list("quotes").iter().any(|quote| {
            let by = quote["speaker"].as_u64().map(|id| self.name(id)).unwrap_or_default();
            let mut pieces = quote["content"].as_array().into_iter().flatten().filter_map(range);
            by.contains(speaker)
                && pieces.any(|(start, end)| {
                    let is_most = kind == Passage::Part || (to - from) * 5 >= (end - start) * 4;
                    start <= from + 1 && end + 2 >= to && is_most
                })
        })
    }

    /// The share of indirect quotes that have their cue and their speaker, in percent.
    fn indirect(&self) -> f64 {
        share(INDIRECT.iter().map(|&(at, speaker)| {
            self.list("quotes").iter().any(|quote| {
                let by = quote["speaker"].as_u64().map(|id| self.name(id)).unwrap_or_default();
                let cue = range(&quote["cue"]).unwrap_or_default();
                cue.0 <= at && at < cue.1 && by.contains(speaker)
            })
        }))
    }

    /// How well the lines at the end, and no others, are folded, in percent.
    fn furniture(&self) -> f64 {
        let lines = self.lines();
        let article = lines.len().saturating_sub(FURNITURE);
        let folded: Vec<Range> = self.list("furniture").iter().filter_map(range).collect();
        share(lines.iter().enumerate().map(|(index, &(start, end))| {
            let is_folded = folded.iter().any(|it| it.0 <= start && it.1 >= end);
            is_folded == (index >= article)
        }))
    }

    /// The share of places that name somebody which are mentions of one and the same person.
    fn mentions(&self, name: &str) -> f64 {
        let entity = |(start, end): Range| {
            self.list("mentions").iter().find_map(|mention| {
                let (from, to) = (mention["start"].as_u64()?, mention["end"].as_u64()?);
                let covers = from <= start as u64 && to >= end as u64;
                (covers && mention["type"] == "person").then(|| mention["entity"].as_u64())?
            })
        };
        let places = self.places(name);
        let first = places.first().copied().and_then(entity);
        share(places.into_iter().map(|place| first.is_some() && entity(place) == first))
    }

    fn name(&self, entity: u64) -> &str {
        let entity = self.list("entities").iter().find(|it| it["id"] == entity);
        entity.and_then(|it| it["name"].as_str()).unwrap_or_default()
    }

    fn list(&self, name: &str) -> &[Value] {
        self.found[name].as_array().map_or(&[], Vec::as_slice)
    }

    /// The passages between double quotation marks, the marks included.
    fn passages(&self) -> Vec<Range> {
        let at = |mark| self.text.iter().enumerate().filter(move |(_, c)| **c == mark);
        at('“').zip(at('”')).map(|((start, _), (end, _))| (start, end + 1)).collect()
    }

    /// The lines that hold anything.
    fn lines(&self) -> Vec<Range> {
        let mut start = 0;
        let lines = self.text.split(|&c| c == '\n').map(|line| {
            let range = (start, start + line.len());
            start = range.1 + 1;
            range
        });
        lines
            .filter(|&(start, end)| self.text[start..end].iter().any(|c| !c.is_whitespace()))
            .collect()
    }

    /// Where a name stands.
    fn places(&self, name: &str) -> Vec<Range> {
        let name: Vec<char> = name.chars().collect();
        let windows = self.text.windows(name.len()).enumerate();
        windows.filter(|(_, it)| *it == name).map(|(at, _)| (at, at + name.len())).collect()
    }
}

fn range(value: &Value) -> Option<Range> {
    let end = |index: usize| usize::try_from(value.get(index)?.as_u64()?).ok();
    Some((end(0)?, end(1)?))
}

/// How many are true, in percent.
fn share(hits: impl Iterator<Item = bool>) -> f64 {
    let (mut all, mut hit) = (0_u32, 0_u32);
    for is_hit in hits {
        all += 1;
        hit += u32::from(is_hit);
    }
    if all == 0 { 0.0 } else { 100.0 * f64::from(hit) / f64::from(all) }
}
