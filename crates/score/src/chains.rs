//! Chains against chains: which names and pronouns are one person, organization or place (MUC, B3,
//! CEAF-e and their mean, as at CoNLL 2012). Found mentions are first paired with gold ones, exact
//! before overlapping; singletons count, entities without a name do not.

use std::collections::{BTreeMap, BTreeSet};

use galley_engine::{Form, MentionKind};
use galley_text::Span;

use crate::assignment::heaviest;
use crate::names::bare;
use crate::{Mention, Reading};

const PRONOUNS: [&str; 17] = [
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "it",
    "its",
    "itself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "themself",
];

/// A mention of an entity: whether it is a pronoun, and its words.
type Link = (bool, Span);

/// A mention after pairing: its gold place, or its own where it has none there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Gold(usize, usize),
    Found(usize, usize),
}

type Cluster = BTreeSet<Node>;

/// A share: how much of how much.
#[derive(Clone, Copy, Default)]
struct Share(f64, f64);

/// What is counted in the chains of one article, and of several added up.
#[derive(Clone, Copy, Default)]
pub(crate) struct Chains {
    /// Recall and precision of each.
    muc: [Share; 2],
    b3: [Share; 2],
    ceaf: [Share; 2],
    /// Gold entities.
    pub(crate) entities: usize,
}

impl Chains {
    pub(crate) fn add(&mut self, other: &Self) {
        let measures = [(&mut self.muc, other.muc), (&mut self.b3, other.b3)];
        for (mine, theirs) in measures.into_iter().chain([(&mut self.ceaf, other.ceaf)]) {
            for (mine, theirs) in mine.iter_mut().zip(theirs) {
                *mine = Share(mine.0 + theirs.0, mine.1 + theirs.1);
            }
        }
        self.entities += other.entities;
    }

    /// The mean F1 of the three, from 0 to 1.
    pub(crate) fn average(&self) -> f64 {
        [self.muc, self.b3, self.ceaf].map(f1).iter().sum::<f64>() / 3.0
    }
}

fn f1([recall, precision]: [Share; 2]) -> f64 {
    let [r, p] = [recall, precision].map(|Share(of, all)| if all > 0.0 { of / all } else { 0.0 });
    if r + p > 0.0 { 2.0 * r * p / (r + p) } else { 0.0 }
}

/// Compares the chains of one article.
pub(crate) fn compare(text: &str, gold: &Reading, found: &Reading) -> Chains {
    let (gold, found) = (links(text, gold), links(text, found));
    let paired = pair(text, &gold, &found);
    let node = |chain: usize, link: usize| {
        let at = paired.get(&(chain, link));
        at.map_or(Node::Found(chain, link), |&(chain, link)| Node::Gold(chain, link))
    };
    let gold = clusters(&gold, Node::Gold);
    let found = clusters(&found, node);
    Chains {
        muc: [muc(&gold, &found), muc(&found, &gold)],
        b3: [b3(&gold, &found), b3(&found, &gold)],
        ceaf: ceaf(&gold, &found),
        entities: gold.len(),
    }
}

fn clusters(chains: &[Vec<Link>], node: impl Fn(usize, usize) -> Node) -> Vec<Cluster> {
    let cluster = |(chain, links): (usize, &Vec<Link>)| {
        (0..links.len()).map(|link| node(chain, link)).collect()
    };
    chains.iter().enumerate().map(cluster).collect()
}

/// The mentions that count, by entity, in order of the entities' first ones.
fn links(text: &str, reading: &Reading) -> Vec<Vec<Link>> {
    let mut order = Vec::new();
    let mut chains: BTreeMap<usize, BTreeSet<Link>> = BTreeMap::new();
    for mention in &reading.mentions {
        let (Some(entity), Some(link)) = (mention.entity, link(text, mention)) else { continue };
        if !order.contains(&entity) {
            order.push(entity);
        }
        chains.entry(entity).or_default().insert(link);
    }
    let chains = order.iter().filter_map(|entity| chains.get(entity));
    let named = chains.filter(|links| links.iter().any(|(is_pronoun, _)| !is_pronoun));
    named.map(innermost).collect()
}

fn link(text: &str, mention: &Mention) -> Option<Link> {
    use MentionKind::{Facility, Organization, Person, Place};
    let is_kind = matches!(mention.kind, Person | Organization | Place | Facility);
    if !is_kind {
        return None;
    }
    match mention.form {
        Form::Name | Form::Numeric => Some((false, bare(text, mention.span, mention.kind))),
        Form::Pronoun | Form::Nominal => {
            let is_pronoun = PRONOUNS.contains(&mention.span.of(text).to_lowercase().as_str());
            is_pronoun.then_some((true, mention.span))
        }
    }
}

/// Of mentions that overlap, the shortest.
fn innermost(links: &BTreeSet<Link>) -> Vec<Link> {
    let mut sorted: Vec<Link> = links.iter().copied().collect();
    sorted.sort_by_key(|(_, span)| (span.len(), *span));
    let mut kept: Vec<Link> = Vec::new();
    for link in sorted {
        if !kept.iter().any(|(_, span)| span.overlaps(link.1)) {
            kept.push(link);
        }
    }
    kept.sort_by_key(|(_, span)| *span);
    kept
}

/// Chain and mention in it, by index.
type At = (usize, usize);

/// Which found mention is which gold one: the likest first, each once.
fn pair(text: &str, gold: &[Vec<Link>], found: &[Vec<Link>]) -> BTreeMap<At, At> {
    let all = |chains: &[Vec<Link>]| -> Vec<(At, Link)> {
        let links = |(chain, links): (usize, &Vec<Link>)| {
            links.iter().enumerate().map(|(at, link)| ((chain, at), *link)).collect::<Vec<_>>()
        };
        chains.iter().enumerate().flat_map(links).collect()
    };
    let gold = all(gold);
    let mut candidates = Vec::new();
    for (mine, one) in all(found) {
        for (theirs, other) in &gold {
            if let Some(likeness) = likeness(text, one, *other) {
                candidates.push((likeness, one.1, mine, *theirs));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    let (mut paired, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (_, _, mine, theirs) in candidates {
        if !paired.contains_key(&mine) && taken.insert(theirs) {
            paired.insert(mine, theirs);
        }
    }
    paired
}

/// How like two mentions are; none where they cannot be the same. Pronouns must be equal, names share
/// half of what they cover.
fn likeness(text: &str, (is_pronoun, one): Link, (as_well, other): Link) -> Option<f64> {
    if is_pronoun != as_well {
        return None;
    }
    if one == other {
        return Some(2.0);
    }
    let length = |span: Span| span.of(text).chars().count() as f64;
    let both = one.intersection(other).filter(|_| !is_pronoun)?;
    let likeness = length(both) / length(one.cover(other));
    (likeness >= 0.5).then_some(likeness)
}

/// Links of clusters `a` that `b` keeps, out of all.
fn muc(a: &[Cluster], b: &[Cluster]) -> Share {
    let parts = |cluster: &Cluster| {
        let home = |node: &Node| b.iter().position(|other| other.contains(node));
        let homes: BTreeSet<_> = cluster.iter().filter_map(home).collect();
        homes.len() + cluster.iter().filter(|node| home(node).is_none()).count()
    };
    let kept: usize = a.iter().map(|cluster| cluster.len() - parts(cluster)).sum();
    let all: usize = a.iter().map(|cluster| cluster.len() - 1).sum();
    Share(kept as f64, all as f64)
}

/// For each mention of `a`, the share of its cluster that its cluster in `b` holds too.
fn b3(a: &[Cluster], b: &[Cluster]) -> Share {
    let mut share = Share::default();
    for cluster in a {
        for node in cluster {
            let other = b.iter().find(|other| other.contains(node));
            let both = other.map_or(0, |other| cluster.intersection(other).count());
            share = Share(share.0 + both as f64 / cluster.len() as f64, share.1 + 1.0);
        }
    }
    share
}

/// How like the clusters are when paired best, out of the gold ones and of the found ones.
fn ceaf(gold: &[Cluster], found: &[Cluster]) -> [Share; 2] {
    let like = |a: &Cluster, b: &Cluster| {
        2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64
    };
    let row = |a: &Cluster| found.iter().map(|b| like(a, b)).collect();
    let total = heaviest(&gold.iter().map(row).collect::<Vec<_>>());
    [gold.len(), found.len()].map(|all| Share(total, all as f64))
}

#[cfg(test)]
mod tests;
