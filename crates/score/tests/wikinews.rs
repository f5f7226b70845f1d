//! The Wikinews articles that a person has labelled, and the figures on them that must not fall.

use std::fs;
use std::path::{Path, PathBuf};

use galley_engine::Reader;
use galley_score::{Article, Ratchet, Reading, figures, table};

/// The fewest articles that the figures stand on.
const FEWEST: usize = 18;

#[test]
fn no_figure_on_the_labelled_articles_falls() {
    let file = folder().join("ratchet.txt");
    let mut ratchet = Ratchet::read(&fs::read_to_string(&file).unwrap()).unwrap();
    let reader = Reader::shipped();
    let now = figures(&articles(), |text| Reading::from(&reader.analyse(text)));
    if std::env::var_os("UPDATE_RATCHET").is_some() {
        ratchet.raise(&now);
        fs::write(&file, ratchet.to_string()).unwrap();
    }
    let fallen = ratchet.check(&now);
    assert!(
        fallen.is_empty(),
        "fallen on the labelled Wikinews articles:\n  {}\n\n{}\n\
         `UPDATE_RATCHET=1 cargo test -p galley-score` raises what is better now. To let a figure \
         fall, lower it by hand in {} and say why in the commit.",
        fallen.join("\n  "),
        table(&now),
        file.display()
    );
}

#[test]
fn every_labelled_article_is_left_out_of_training_and_attributed() {
    let ids = fs::read_to_string(folder().join("ids.txt")).unwrap();
    let guide = fs::read_to_string(folder().join("GUIDE.md")).unwrap();
    let articles = articles();
    assert!(articles.len() >= FEWEST, "only {} articles", articles.len());
    for Article { name, text, .. } in articles {
        let id = format!("GUM_news_{name}");
        assert!(ids.lines().any(|it| it == id), "{id} is not in ids.txt");
        let title = text.lines().next().unwrap();
        assert!(guide.contains(&format!("`{name}`")), "{name} is not in GUIDE.md");
        assert!(guide.contains(title), "GUIDE.md does not give the title “{title}”");
    }
}

#[test]
fn the_gold_scores_in_full_against_itself() {
    let articles = articles();
    let gold = |text: &str| articles.iter().find(|it| it.text == text).unwrap().gold.clone();
    for figure in figures(&articles, gold) {
        assert_eq!(figure.percent, 100.0, "{}", figure.name);
    }
}

fn articles() -> Vec<Article> {
    Article::read_all(&folder()).unwrap_or_else(|error| panic!("{error}"))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../engine/tests/wikinews")
}
