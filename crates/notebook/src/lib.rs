//! The reader's side: an article as it was pasted, the annotations on it, their history, and the
//! forms they are kept and handed on in.
//!
//! A [`Draft`] is what was pasted; [`Article::open`] freezes it. A [`Notebook`] is one article with
//! the reader's annotations, corrections and identities, and a [`Library`] is every notebook
//! with the reader's house rules. [`Session`] holds the library and
//! what storage has of it: [`Session::update`] takes an [`Action`] and gives the next session,
//! [`Session::unsaved`] says what is to be written. [`stored`] is the form under storage keys,
//! [`export`] holds the forms for files.
//!
//! ```
//! use galley_notebook::{Action, AnnotationId, ArticleId, Draft, Edit, Millis, Session};
//! use galley_text::Span;
//!
//! let draft = Draft::plain("A title\n\n“Go,” she said.");
//! let open = Action::Open { draft, id: ArticleId::from_random(1), now: Millis(0) };
//! let session = Session::default().update(open).expect("there is something to read");
//!
//! let (id, span) = (AnnotationId::from_random(2), Span::new(9, 18));
//! let highlight = Action::Edit(Edit::AddHighlight { id, span, now: Millis(1) });
//! let marked = session.update(highlight).expect("there is something to highlight");
//! assert_eq!(marked.unsaved().len(), 3, "text, header and annotation");
//! assert_eq!(marked.update(Action::Undo).expect("a step").library(), session.library());
//! ```
//!
//! All of it is pure. Times and ids are arguments, because this crate refuses to read a clock or to
//! throw dice; it refuses to touch storage and to know what the engine finds.

mod action;
mod anchor;
mod annotation;
mod article;
mod correction;
mod draft;
mod edit;
mod entry;
pub mod export;
mod guess;
mod header;
mod history;
mod house_rule;
mod id;
mod identity;
mod library;
mod lookup;
mod merge;
mod notebook;
mod prose;
mod retag;
mod session;
pub mod stored;
mod time;
mod transaction;

pub use action::{Action, Edit};
pub use anchor::{Anchor, Resolution};
pub use annotation::{Annotation, Body, Motivation};
pub use article::{Article, Link};
pub use correction::{
    About, Amendment, Correction, Cue, Finding, Ruling, SET_APART, Say, Speaker, What,
};
pub use draft::Draft;
pub use edit::kind_in_words;
pub use header::{Details, Header};
pub use history::History;
pub use house_rule::{HouseRule, Marking, RuleEdit};
pub use id::{AnnotationId, ArticleId, CorrectionId, HouseRuleId, IdentityId};
pub use identity::{Identity, Reach, Who};
pub use library::Library;
pub use lookup::Lookup;
pub use notebook::{Access, Notebook};
pub use prose::{Passage, PassageKind, Piece, Style, prose};
pub use retag::{Retag, Tagged};
pub use session::Session;
pub use time::Millis;
pub use transaction::{Change, Place, Step, Transaction};
