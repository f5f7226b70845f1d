//! What the reader says of who somebody is. That it undoes, stores, loads and merges exactly, the other
//! laws hold: their sessions are full of it.

use galley_notebook::{Action, Edit, History, IdentityId, Millis, Session, Step, Who};
use galley_text::Span;

use crate::sessions::{act, current, identify, opened, span};

fn undoes(session: &Session) -> Option<&str> {
    session.history().and_then(History::undoes).map(Step::label)
}

#[test]
fn to_say_who_somebody_is_and_to_take_it_back_are_steps_with_names() {
    let same = identify(1, span("Ane Vik"), Some(span("port")), Millis(5));
    let session = act(&opened(), same);
    assert_eq!(undoes(&session), Some("Take “Ane Vik” for “port”"));
    let [identity] = current(&session).identities() else { panic!("one identity") };
    assert_eq!(identity.mention.exact, "Ane Vik");
    assert!(matches!(&identity.who, Who::SameAs(other) if other.exact == "port"));

    let back = act(&session, Edit::Unidentify(IdentityId::from_random(1)));
    assert_eq!(undoes(&back), Some("Take back who “Ane Vik” is"));
    assert_eq!(back.update(Action::Undo).unwrap().library(), session.library());

    let session = act(&opened(), identify(1, span("Ane Vik"), None, Millis(5)));
    assert_eq!(undoes(&session), Some("Take “Ane Vik” for another"));
}

#[test]
fn what_is_no_place_names_nobody() {
    let nowhere = Span::new(4, 4);
    for edit in [
        identify(1, nowhere, None, Millis(5)),
        identify(1, span("Ane Vik"), Some(nowhere), Millis(5)),
        Edit::Unidentify(IdentityId::from_random(7)),
    ] {
        assert_eq!(opened().update(Action::Edit(edit.clone())), None, "{edit:?}");
    }
}
