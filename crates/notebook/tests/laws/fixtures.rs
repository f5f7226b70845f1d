//! The stored forms, version 1, as they lie on disks. These files are never edited: a form that no
//! longer agrees with them is another version.

use std::collections::BTreeMap;

use galley_notebook::stored::{self, Key, Write};
use galley_notebook::{
    Action, ArticleId, Cue, History, Marking, Reach, Ruling, Session, Speaker, Step, What, Who,
};
use galley_text::BlockKind;

/// A key and its value by turns, a line each.
const V1: &str = include_str!("../stored/v1.txt");

/// The same, of an article with corrections.
const CORRECTIONS_V1: &str = include_str!("../stored/corrections-v1.txt");

/// The same, of house rules.
const RULES_V1: &str = include_str!("../stored/rules-v1.txt");

/// The same, of an article where the reader said who is who.
const IDENTITIES_V1: &str = include_str!("../stored/identities-v1.txt");

/// The same, of an article with what can be undone and redone in it.
const HISTORY_V1: &str = include_str!("../stored/history-v1.txt");
const HISTORY_DIFFERENCES_V1: &str = include_str!("../stored/history-differences-v1.txt");

fn entries(form: &'static str) -> BTreeMap<&'static str, &'static str> {
    let lines: Vec<&str> = form.lines().collect();
    lines.chunks(2).map(|pair| (pair[0], pair[1])).collect()
}

fn session(form: &'static str) -> Session {
    let loaded = stored::load(entries(form));
    assert_eq!(loaded.unreadable, []);
    Session::default().update(Action::Load(loaded.library)).unwrap()
}

#[test]
fn version_1_is_read() {
    let session = session(V1);
    let id: ArticleId = "00000000-0000-4000-8000-000000000011".parse().unwrap();
    let notebook = session.library().get(id).unwrap();
    let (article, header) = (notebook.article(), notebook.header());
    assert_eq!(header.details.title, "Harbour closes for winter 🔥");
    assert_eq!(header.details.byline.as_deref(), Some("Ane Vik"));
    assert_eq!(header.details.address.as_deref(), Some("https://www.example.org/harbour"));
    assert_eq!(header.added.iso8601(), "2026-01-02T03:04:05.678Z");
    assert_eq!(article.blocks().len(), 3);
    assert_eq!(article.blocks()[0].kind, BlockKind::Heading);
    assert_eq!(article.links()[0].span.of(article.text()), "Jon Aas");

    let [quote, harbour] = notebook.annotations() else { panic!("two annotations") };
    assert_eq!(quote.body.note, "Ask him\nabout \"away\".");
    assert_eq!(quote.body.tags, ["to check", "ice"]);
    assert_eq!(harbour.anchor.resolve(article.text()).span().unwrap().of(article.text()), "港");
    assert!(harbour.body.is_empty());

    let shelf: Vec<ArticleId> = session.library().shelf().iter().map(|header| header.id).collect();
    assert_eq!(shelf, [id], "the other article is in the trash");
}

#[test]
fn corrections_of_version_1_are_read() {
    let session = session(CORRECTIONS_V1);
    let id: ArticleId = "00000000-0000-4000-8000-000000000013".parse().unwrap();
    let notebook = session.library().get(id).unwrap();
    let [quote, name, own] = notebook.corrections() else { panic!("three corrections") };

    assert_eq!((quote.about.what, quote.about.kind.as_str()), (What::Quote, "direct"));
    assert_eq!(quote.ruling, Ruling::Accepted);
    assert_eq!(quote.amends.kind.as_deref(), Some("mixed"));
    assert_eq!(quote.amends.speaker, Some(Speaker::Named("Jon Aas".into())));
    let Some(Cue::At(cue)) = &quote.amends.cue else { panic!("{:?}", quote.amends) };
    assert_eq!(cue.exact, "said");
    assert_eq!(quote.amends.extent.as_ref().unwrap().exact, "“We cannot keep the ice away");

    assert_eq!((name.about.what, name.ruling), (What::Mention, Ruling::Rejected));
    assert_eq!(name.about.anchor.exact, "Jon");
    assert!(name.amends.is_empty());

    assert_eq!(own.amends.speaker, Some(Speaker::Nobody));
    assert_eq!(own.amends.cue, Some(Cue::Nowhere));
}

#[test]
fn rules_of_version_1_are_read() {
    let session = session(RULES_V1);
    let [always, never] = session.library().rules() else { panic!("two rules") };
    assert_eq!((&*always.words, &always.marking), ("港", &Marking::Always("place".into())));
    assert_eq!((&*never.words, &never.marking), ("May", &Marking::Never));
    assert_eq!((never.created.0, never.modified.0), (1_767_323_100_000, 1_767_323_300_000));
}

#[test]
fn identities_of_version_1_are_read() {
    let session = session(IDENTITIES_V1);
    let notebook = session.library().notebooks().next().unwrap();
    let [apart, same] = notebook.identities() else { panic!("two identities") };
    assert_eq!((&*apart.mention.exact, apart.reach), ("Jon Aas", Reach::Alias));
    assert_eq!(apart.who, Who::SomeoneElse);
    assert_eq!((&*same.mention.exact, same.reach), ("The port", Reach::All));
    assert!(matches!(&same.who, Who::SameAs(other) if other.exact == "Jon Aas"));
}

#[test]
fn a_history_of_version_1_is_read_in_both_its_forms_and_written_in_the_later() {
    let id: ArticleId = "00000000-0000-4000-8000-000000000001".parse().unwrap();
    let key = Key::History(id).to_string();
    for form in [HISTORY_V1, HISTORY_DIFFERENCES_V1] {
        let session = session(form).update(Action::Show(Some(id))).unwrap();
        let recall = Action::Recall { id, history: entries(form)[&*key].to_owned() };
        let session = session.update(recall).unwrap();
        let [Write::Put { value, .. }] = &session.histories_since(&Session::default())[..] else {
            panic!("one history")
        };
        assert_eq!(value, entries(HISTORY_DIFFERENCES_V1)[&*key]);
        assert_all_steps(session);
    }
}

fn assert_all_steps(session: Session) {
    let redoes = session.history().and_then(History::redoes).map(Step::label);
    assert_eq!(redoes, Some("Edit tags"));
    let undone = std::iter::successors(Some(session), |session| session.update(Action::Undo));
    let name = |session: Session| Some(session.history()?.undoes()?.label().to_owned());
    let names: Vec<String> = undone.filter_map(name).collect();
    assert_eq!(
        names,
        [
            "Edit details",
            "Never mark “port”",
            "Take “Ane Vik” for someone else",
            "Change extent of person",
            "Reject quote",
            "Edit note",
            "Mark as “to check”",
            "Remove annotation",
            "Add highlight",
        ]
    );
}

#[test]
fn version_1_is_written() {
    for form in [V1, CORRECTIONS_V1, RULES_V1, IDENTITIES_V1] {
        assert_is_written(form);
    }
}

fn assert_is_written(form: &'static str) {
    let all = Action::Saved(Default::default());
    let writes = session(form).update(all).unwrap().unsaved();
    let written: BTreeMap<&str, &str> = writes
        .iter()
        .map(|write| match write {
            Write::Put { key, value } => (key.as_str(), value.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(written, entries(form));
}
