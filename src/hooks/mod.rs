//! Effects that follow state.

mod autosave;
mod chord;
mod desk;
mod goes;
mod keys;
mod reading;
mod review;
mod route;
mod settings;
mod settled;

pub(crate) use autosave::{SaveState, use_autosave};
pub(crate) use chord::Chord;
pub(crate) use desk::{Notice, use_desk};
pub(crate) use goes::{growing, use_goes};
pub(crate) use keys::{Pressed, chord_of, is_field, use_keys};
pub use reading::ReadHere;
pub(crate) use reading::{Reading, Wish, use_reading};
pub(crate) use review::{Reviewed, use_review};
pub(crate) use route::use_route;
pub(crate) use settings::{LabelStep, Set, Setting, Step as SetStep, use_settings};
pub(crate) use settled::{Settled, use_settled};
