//! Laws of the stored form: what is written reads back, and nothing that storage holds is too
//! strange to be read.

use std::collections::BTreeMap;

use galley_notebook::stored::{self, Key, Record, Unreadable, Write};
use galley_notebook::{Access, Action, Edit, IdentityId, Session};
use proptest::prelude::*;

use crate::sessions::{
    act, after, annotation_id, article_id, correction_id, current, highlight, note, opened,
    rule_id, save, saved, steps,
};

type Storage = BTreeMap<String, String>;

fn carry_out(storage: &mut Storage, writes: Vec<Write>) {
    for write in writes {
        match write {
            Write::Put { key, value } => {
                storage.insert(key, value);
            }
            Write::Remove { key } => {
                storage.remove(&key);
            }
            Write::RemoveAll { prefix } => storage.retain(|key, _| !key.starts_with(&prefix)),
        }
    }
}

fn load(storage: &Storage) -> stored::Loaded {
    stored::load(storage.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}

fn storage_of(session: &Session) -> Storage {
    let mut storage = Storage::new();
    carry_out(&mut storage, session.unsaved());
    storage
}

/// A storage with one highlight and a note on it.
fn small() -> Storage {
    let session = act(&opened(), highlight(1, "Ane Vik", 2_000));
    storage_of(&act(&session, note(1, "Ask her again.", 9_000)))
}

proptest! {
    #[test]
    fn what_is_saved_is_loaded(steps in steps()) {
        let session = after(opened(), steps);
        let loaded = load(&storage_of(&session));
        prop_assert_eq!(&loaded.library, session.library());
        prop_assert_eq!(loaded.unreadable, []);
    }

    #[test]
    fn a_backup_opened_elsewhere_is_the_same_library_and_is_to_be_saved_there(steps in steps()) {
        let session = after(opened(), steps);
        let backup = stored::write_backup(session.library(), &[]);
        let read = stored::read_backup(&backup).expect("a backup");
        prop_assert_eq!(&read.library, session.library());
        let elsewhere = Session::default().update(Action::Add(read.library)).expect("a new article");
        prop_assert_eq!(storage_of(&elsewhere), storage_of(&session));
    }

    #[test]
    fn saving_bit_by_bit_ends_where_saving_once_does(steps in steps(), more in steps()) {
        let session = after(opened(), steps);
        let mut storage = storage_of(&session);
        let session = after(save(&session), more);
        carry_out(&mut storage, session.unsaved());
        prop_assert_eq!(&load(&storage).library, session.library());
        prop_assert!(save(&session).is_saved() && save(&session).unsaved().is_empty());
    }

    #[test]
    fn a_save_that_breaks_off_loses_nothing_and_can_be_done_again(
        steps in steps(),
        more in steps(),
        broken in any::<prop::sample::Index>(),
    ) {
        let before = after(opened(), steps);
        let now = after(save(&before), more);
        let writes = now.unsaved();
        let mut storage = storage_of(&before);
        carry_out(&mut storage, writes[..broken.index(writes.len() + 1)].to_vec());

        let found = load(&storage);
        prop_assert_eq!(found.unreadable, []);
        let found = found.library.get(article_id(1)).unwrap().clone();
        for annotation in current(&before).annotations() {
            let is_there = found.annotation(annotation.id).is_some();
            prop_assert!(is_there || current(&now).annotation(annotation.id).is_none());
        }
        for correction in current(&before).corrections() {
            let is_there = found.correction(correction.id).is_some();
            prop_assert!(is_there || current(&now).correction(correction.id).is_none());
        }
        carry_out(&mut storage, writes);
        prop_assert_eq!(&load(&storage).library, now.library());
    }

    #[test]
    fn any_value_is_read_or_refused(which in 0..6_usize, value in "\\PC{0,200}|[{}\\[\\]:,\"vkindsumdata0-9]{0,60}") {
        let (article, annotation) = (article_id(1), annotation_id(1));
        let keys = [
            Key::Text(article),
            Key::Header(article),
            Key::Annotation(article, annotation),
            Key::Correction(article, correction_id(1)),
            Key::Identity(article, IdentityId::from_random(1)),
            Key::HouseRule(rule_id(1)),
        ];
        prop_assert!(stored::read(&keys[which], &value).is_err());
        let key = keys[which].to_string();
        prop_assert_eq!(stored::load([(key.as_str(), value.as_str())]).unreadable.len(), 1);
    }

    #[test]
    fn one_changed_character_is_noticed(at in any::<prop::sample::Index>(), new in "[ -~]") {
        for (key, value) in small() {
            let key: Key = key.parse().unwrap();
            let whole = stored::read(&key, &value).unwrap();
            let (start, old) = *at.get(&value.char_indices().collect::<Vec<_>>());
            let changed = format!("{}{new}{}", &value[..start], &value[start + old.len_utf8()..]);
            match stored::read(&key, &changed) {
                Ok(record) => prop_assert_eq!(record, whole),
                Err(Unreadable::Damaged { .. }) => {}
                Err(Unreadable::Newer { version }) => prop_assert!(version > stored::VERSION),
                Err(Unreadable::Alone) => prop_assert!(false, "it was read by itself"),
            }
        }
    }

    #[test]
    fn keys_read_back(a in any::<u128>(), n in any::<u128>(), name in "\\PC{0,20}") {
        let (article, annotation) = (article_id(a), annotation_id(n));
        for key in [
            Key::Text(article),
            Key::Header(article),
            Key::Annotation(article, annotation),
            Key::Correction(article, correction_id(n)),
            Key::Identity(article, IdentityId::from_random(n)),
            Key::History(article),
            Key::HouseRule(rule_id(n)),
            Key::Setting(name.clone()),
            Key::Damaged(name),
        ] {
            let text = key.to_string();
            prop_assert!(key.article().is_none_or(|id| text.starts_with(&Key::prefix(id))));
            prop_assert_eq!(text.parse(), Ok(key));
        }
    }
}

#[test]
fn a_damaged_annotation_costs_itself_alone() {
    let mut storage = small();
    let key = Key::Annotation(article_id(1), annotation_id(1));
    let value = storage.get_mut(&key.to_string()).unwrap();
    *value = value.replace("again", "never");
    let loaded = load(&storage);
    let [(damaged, why)] = &loaded.unreadable[..] else { panic!("{:?}", loaded.unreadable) };
    assert_eq!(damaged, &key);
    assert_eq!(
        why.to_string(),
        "This record is damaged (its checksum does not match). It is set aside and can be \
         downloaded."
    );
    assert_eq!(loaded.library.notebooks().count(), 1);
}

#[test]
fn a_damaged_header_is_guessed_anew() {
    let mut storage = small();
    storage.insert(Key::Header(article_id(1)).to_string(), "{\"v\":1".into());
    let loaded = load(&storage);
    let notebook = loaded.library.get(article_id(1)).unwrap();
    assert_eq!(notebook.header().details.title, "Harbour closes for winter");
    assert_eq!(notebook.annotations().len(), 1);
}

#[test]
fn annotations_whose_text_is_gone_are_left_where_they_are() {
    let mut storage = small();
    storage.remove(&Key::Text(article_id(1)).to_string());
    let loaded = load(&storage);
    assert!(loaded.unreadable.iter().all(|(_, why)| *why == Unreadable::Alone));
    assert_eq!(loaded.unreadable.len(), 2);
    let session = Session::default().update(Action::Load(loaded.library));
    assert_eq!(session, None, "there is nothing to load and nothing to write");
}

#[test]
fn a_newer_record_makes_its_article_read_only_and_is_not_overwritten() {
    let mut storage = small();
    let key = Key::Annotation(article_id(1), annotation_id(1));
    storage.insert(key.to_string(), r#"{"v":2,"what":["ever"]}"#.into());
    let loaded = load(&storage);
    let [(_, why)] = &loaded.unreadable[..] else { panic!("{:?}", loaded.unreadable) };
    assert_eq!(
        why.to_string(),
        "This record was written by a newer Galley (version 2). It is left as it is; an \
         article that it belongs to is opened read-only."
    );
    let session = Session::default().update(Action::Load(loaded.library)).unwrap();
    let session = session.update(Action::Show(Some(article_id(1)))).unwrap();
    assert_eq!(current(&session).access(), Access::ReadOnly);
    assert_eq!(session.update(Action::Edit(highlight(2, "the port", 5))), None);
    assert_eq!(session.update(Action::Erase(article_id(1))), None);
    assert!(session.unsaved().is_empty());
    assert_eq!(stored::changes(session.library(), &Default::default()), []);
}

#[test]
fn a_record_under_the_key_of_another_is_refused() {
    let storage = small();
    let header = &storage[&Key::Header(article_id(1)).to_string()];
    let read = stored::read(&Key::Header(article_id(2)), header);
    assert!(matches!(read, Err(Unreadable::Damaged { .. })));
}

#[test]
fn an_erased_article_leaves_no_key() {
    let mut storage = small();
    let session = Session::default().update(Action::Load(load(&storage).library)).unwrap();
    carry_out(&mut storage, session.update(Action::Erase(article_id(1))).unwrap().unsaved());
    assert_eq!(storage, Storage::new());
}

#[test]
fn the_trash_gives_an_article_back_as_it_was() {
    let session = saved();
    let (id, now) = (article_id(1), galley_notebook::Millis(7_000));
    let binned = session.update(Action::Discard { id, now }).unwrap();
    assert_eq!(binned.current(), None);
    assert!(binned.library().shelf().is_empty());
    let back = binned.update(Action::Recover { id, now }).unwrap();
    assert_eq!(back.library().shelf().len(), 1);
    assert_eq!(back.library().get(id).unwrap().article(), current(&session).article());
}

#[test]
fn a_setting_reads_back() {
    let Write::Put { key, value } = stored::setting("theme", "dark") else { panic!() };
    assert_eq!(key, "galley/setting/theme");
    assert_eq!(stored::read(&key.parse().unwrap(), &value), Ok(Record::Setting("dark".into())));
}

#[test]
fn a_text_that_is_no_backup_is_not_taken_for_one() {
    for text in ["", "A story.", "{}", "[]", "[1]", r#"[{"key":"a","value":"b"}]"#] {
        assert_eq!(stored::read_backup(text), None, "{text}");
    }
}

#[test]
fn a_backup_holds_the_settings_with_the_articles_and_one_that_is_damaged_costs_no_other() {
    let settings = [("size", "large".to_owned()), ("keys", "next\tF9\n".to_owned())];
    let backup = stored::write_backup(opened().library(), &settings);
    let read = stored::read_backup(&backup).expect("a backup");
    assert_eq!(&read.library, opened().library());
    assert_eq!(read.settings, settings.map(|(name, value)| (name.to_owned(), value)));
    let damaged = backup.replace("large", "huge");
    let read = stored::read_backup(&damaged).expect("a backup");
    assert_eq!(read.settings, [("keys".to_owned(), "next\tF9\n".to_owned())]);
}

#[test]
fn a_backup_brings_a_removed_annotation_back_and_leaves_newer_ones_alone() {
    let before = act(&opened(), highlight(1, "Ane Vik", 2_000));
    let backup = stored::write_backup(before.library(), &[]);
    let now = act(&before, highlight(2, "the port", 3_000));
    let now = act(&now, Edit::Remove(annotation_id(1)));
    let found = stored::read_backup(&backup).expect("a backup").library;
    let restored = now.update(Action::Add(found)).expect("something is back");
    assert_eq!(current(&restored).annotations().len(), 2);
}
