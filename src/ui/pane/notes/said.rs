//! [`all`]: everything that the reader said of what was found in an article, and [`Asked`], which of it is
//! wanted.

use std::rc::Rc;

use galley_engine::MentionKind;
use galley_notebook::{Correction, CorrectionId, Identity, Lookup, Notebook, What};
use galley_review::{Review, Standing, Trace};

use crate::ui::drawing::Target;
use crate::ui::layer::Layer;

/// What became of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Confirmed,
    Corrected,
    Own,
    Rejected,
    Who,
    Ruled,
    Idle,
}

impl State {
    pub(super) const ALL: [State; 7] = [
        State::Confirmed,
        State::Corrected,
        State::Own,
        State::Rejected,
        State::Who,
        State::Ruled,
        State::Idle,
    ];

    /// What it is called.
    pub(super) const fn label(self) -> &'static str {
        match self {
            State::Confirmed => "Confirmed",
            State::Corrected => "Corrected",
            State::Own => "Marked by you",
            State::Rejected => "Rejected",
            State::Who => "Who is who",
            State::Ruled => "By your rules",
            State::Idle => "Without effect",
        }
    }

    /// What that means, and how far it goes.
    pub(super) const fn told(self) -> &'static str {
        match self {
            State::Confirmed => "You said that this is right, each in its place.",
            State::Corrected => "You changed this, each in its place.",
            State::Own => "You alone found this.",
            State::Rejected => "You said that this is nothing to mark.",
            State::Who => "What you said of who somebody is in this article.",
            State::Ruled => "Your rules say so, in every article.",
            State::Idle => {
                "What you said of this changes nothing now: it is not found any more, or you said something \
                 else later."
            }
        }
    }

    const fn of(standing: Standing) -> Option<Self> {
        match standing {
            Standing::Found => None,
            Standing::Ruled(_) => Some(State::Ruled),
            Standing::Confirmed(_) => Some(State::Confirmed),
            Standing::Corrected(_) => Some(State::Corrected),
            Standing::Own(_) => Some(State::Own),
        }
    }
}

/// One thing that the reader said.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    pub(super) state: State,
    /// On which layer it stands, or stood.
    pub(super) layer: Layer,
    pub(super) of: Of,
}

/// Of what it was said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Of {
    /// Of something that is drawn.
    Drawn(Target, Standing),
    /// Of something that is not.
    Gone(Rc<Correction>),
    /// Of who somebody is.
    Who(Rc<Identity>),
}

/// All that was said in the article or counts in it, in the order of the text, state by state.
pub(super) fn all(notebook: &Notebook, review: &Review) -> Vec<Said> {
    let findings = &review.findings;
    let drawn = |trace: &Trace, layer, target| {
        let state = State::of(trace.standing)?;
        Some(Said { state, layer, of: Of::Drawn(target, trace.standing) })
    };
    let quotes = review.quotes.iter().enumerate();
    let quotes = quotes.filter_map(|(at, it)| drawn(it, Layer::Quotes, Target::Quote(at)));
    let scare = review.scare.iter().enumerate();
    let scare = scare.filter_map(|(at, it)| drawn(it, Layer::Quotes, Target::Scare(at)));
    let mentions = findings.mentions.iter().zip(&review.mentions).enumerate();
    let mentions = mentions
        .filter_map(|(at, (mention, it))| drawn(it, Layer::of(mention.kind), Target::Mention(at)));
    let corrections = notebook.corrections();
    let ids: Vec<u128> = corrections.iter().map(|it| it.id.bits()).collect();
    let places = Lookup::of(&ids);
    let gone = |ids: &[CorrectionId], state| {
        let known = ids.iter().filter_map(|id| corrections.get(places.get(id.bits())?));
        let said = known.map(|it| Said { state, layer: layer(it), of: Of::Gone(Rc::clone(it)) });
        said.collect::<Vec<_>>()
    };
    let who = notebook.identities().iter();
    let who =
        who.map(|it| Said { state: State::Who, layer: Layer::People, of: Of::Who(Rc::clone(it)) });
    quotes
        .chain(scare)
        .chain(mentions)
        .chain(gone(&review.rejections, State::Rejected))
        .chain(gone(&review.idle, State::Idle))
        .chain(who)
        .collect()
}

fn layer(correction: &Correction) -> Layer {
    match correction.about.what {
        What::Quote => Layer::Quotes,
        What::Mention => {
            MentionKind::from_word(&correction.about.kind).map_or(Layer::Other, Layer::of)
        }
    }
}

/// What is asked of what was said. All of it must be so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) state: Option<State>,
    pub(super) layer: Option<Layer>,
}

impl Asked {
    /// Whether that is wanted.
    pub(super) fn wants(self, said: &Said) -> bool {
        self.state.is_none_or(|it| it == said.state) && self.layer.is_none_or(|it| it == said.layer)
    }
}

#[cfg(test)]
mod tests {
    use galley_engine::analyse;
    use galley_notebook::{Action, ArticleId, Draft, Edit, Finding, Millis, Say, Session};
    use galley_review::{Remarks, review};

    use super::*;

    const TEXT: &str =
        "Wall\n\n“It will hold,” said Ruth Penhallow in Exeter. Penhallow spoke on Monday.";

    /// What is listed after that was said of the first mention of these words.
    fn listed(said: &[(&str, Say)]) -> Vec<Said> {
        let (draft, id) = (Draft::plain(TEXT), ArticleId::from_random(1));
        let open = Action::Open { draft, id, now: Millis(0) };
        let mut session = Session::default().update(open).expect("a text");
        let found = analyse(TEXT);
        for (at, (words, say)) in said.iter().enumerate() {
            let mention = found.mentions.iter().find(|it| it.span.of(TEXT) == *words);
            let mention = mention.expect("a mention");
            let finding = Finding {
                what: What::Mention,
                kind: mention.kind.word().into(),
                span: mention.span,
                speaker: None,
                cue: None,
            };
            let findings = vec![(CorrectionId::from_random(at as u128), finding)];
            let (say, now) = (say.clone(), Millis(at as u64));
            let edit = Action::Edit(Edit::Correct { findings, say, now });
            session = session.update(edit).expect("a change");
        }
        let notebook = session.current().expect("an article");
        let corrections = notebook.corrections();
        let review = review(TEXT, &found, Remarks { corrections, ..Remarks::default() });
        all(notebook, &review)
    }

    #[test]
    fn each_thing_that_was_said_is_listed_once_by_what_became_of_it() {
        let said = listed(&[
            ("Exeter", Say::Accept),
            ("Ruth Penhallow", Say::Reject),
            ("Monday", Say::Kind("event".into())),
        ]);
        let states: Vec<(State, Layer)> = said.iter().map(|it| (it.state, it.layer)).collect();
        assert_eq!(
            states,
            [
                (State::Confirmed, Layer::Places),
                (State::Corrected, Layer::Other),
                (State::Rejected, Layer::People),
            ]
        );
    }

    #[test]
    fn a_state_and_a_kind_can_be_asked_for_together() {
        let said = listed(&[("Exeter", Say::Accept), ("Monday", Say::Accept)]);
        let count =
            |state, layer| said.iter().filter(|it| Asked { state, layer }.wants(it)).count();
        assert_eq!(count(None, None), 2);
        assert_eq!(count(Some(State::Confirmed), Some(Layer::Places)), 1);
        assert_eq!(count(Some(State::Rejected), None), 0);
    }
}
