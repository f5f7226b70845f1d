use super::*;
use crate::Article;

const TEXT: &str = "Ruth Lund met Ole Berg in Moor. Lund said he knew her. Berg left Moor.";

const GOLD: &str = "person Ruth Lund
  Ruth Lund
  Lund *
  pronoun her
person Ole Berg
  Ole Berg
  Berg *
  pronoun he
place Moor
  Moor *
";

fn against(found: &str) -> Chains {
    let read = |gold| Article::read("moor", TEXT, gold).unwrap().gold;
    compare(TEXT, &read(GOLD), &read(found))
}

fn percent(chains: Chains) -> f64 {
    (chains.average() * 1000.0).round() / 10.0
}

#[test]
fn the_same_chains_are_all_right() {
    assert_eq!(percent(against(GOLD)), 100.0);
    assert_eq!(against(GOLD).entities, 3);
}

#[test]
fn nothing_found_is_nothing_right() {
    let alone = "date\n  Moor #1\n";
    assert_eq!(percent(against(alone)), 0.0);
}

#[test]
fn two_persons_in_one_chain_cost_what_the_measures_say() {
    let merged = "person Ruth Lund
  Ruth Lund
  Lund *
  pronoun her
  Ole Berg
  Berg *
  pronoun he
place Moor
  Moor *
";
    let chains = against(merged);
    // MUC: all 5 gold links are kept; of the 6 found ones 5 are right.
    assert_eq!((chains.muc[0].0, chains.muc[0].1), (5.0, 5.0));
    assert_eq!((chains.muc[1].0, chains.muc[1].1), (5.0, 6.0));
    // B3: each of the 6 mentions finds half of its cluster right, Moor's 2 all of it.
    assert_eq!((chains.b3[0].0, chains.b3[1].0), (8.0, 5.0));
    // CEAF-e: one person is paired, 2 * 3 / (3 + 6), and the place.
    assert!((chains.ceaf[0].0 - (2.0 / 3.0 + 1.0)).abs() < 1e-9);
    assert_eq!((chains.ceaf[0].1, chains.ceaf[1].1), (3.0, 2.0));
}

#[test]
fn a_name_may_be_half_of_the_gold_one_and_a_pronoun_alone_is_no_entity() {
    let part = "person Ruth Lund
  Lund *
person who
  pronoun he
person Ole Berg
  Berg *
place Moor
  Moor *
";
    let chains = against(part);
    // "Lund" for "Ruth Lund" (4 of 9 letters) is no match, "Berg" for "Ole Berg" (4 of 8) is one.
    let found = chains.b3[1];
    assert_eq!(found.1, 6.0);
    assert_eq!((chains.ceaf[0].1, chains.ceaf[1].1), (3.0, 3.0));
    assert_eq!(chains.muc[0].0, 2.0);
}
