//! [`corrections`]: what the reader said of findings and cannot be seen at its place in the article: who
//! is who, what was rejected, and what no longer changes anything. Each can be taken back.

use galley_engine::{MentionKind, QuoteKind};
use galley_notebook::{
    About, Access, Action, Anchor, CorrectionId, Edit, Identity, Notebook, Reach, What, Who,
};
use galley_review::Review;
use yew::prelude::*;

use super::LONGEST;
use crate::ui::words;

/// The list; nothing where all that the reader said can be seen.
pub(in crate::ui::pane) fn corrections(
    notebook: &Notebook,
    review: &Review,
    act: &Callback<Action>,
) -> Html {
    let said = |ids: &[CorrectionId]| {
        let known = ids.iter().filter_map(|id| notebook.correction(*id));
        let rows = known.map(|it| {
            let About { anchor, .. } = &it.about;
            row(notebook, anchor, kind(&it.about), Edit::Retract(vec![it.id]), act)
        });
        rows.collect::<Vec<Html>>()
    };
    let who = notebook.identities().iter().map(|it| {
        let counts = !review.unidentified.contains(&it.id);
        row(notebook, &it.mention, who(it, counts), Edit::Unidentify(it.id), act)
    });
    html! {
        <>
            { section("Who is who", "What you said of who somebody is.", who.collect()) }
            { section("Rejected", "You said that this is nothing to mark.", said(&review.rejections)) }
            { section(
                "Without effect",
                "What you said of this changes nothing now: it is not found any more, or you said \
                 something else later.",
                said(&review.idle),
            ) }
        </>
    }
}

fn section(label: &'static str, told: &'static str, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="pane-kind" aria-label={label}>
            <h3 class="pane-title">{ label }</h3>
            <p class="pane-told">{ told }</p>
            <ul>{ rows }</ul>
        </section>
    }
}

/// What was said of the words of `anchor`, and what takes it back.
fn row(
    notebook: &Notebook,
    anchor: &Anchor,
    told: String,
    take_back: Edit,
    act: &Callback<Action>,
) -> Html {
    let words = words::shortened(&anchor.exact, LONGEST);
    let lost = anchor.resolve(notebook.article().text()).span().is_none();
    let onclick = act.reform(move |_: MouseEvent| Action::Edit(take_back.clone()));
    html! {
        <li class="note is-said">
            <div>
                <p class="said-words" dir="auto">{ words.clone() }</p>
                <p class="card-cue">{ told }</p>
                if lost {
                    <p class="card-cue">{ "These words are not in the text any more." }</p>
                }
            </div>
            if notebook.access() == Access::ReadWrite {
                <button class="link" aria-label={format!("Take back “{words}”")} {onclick}>
                    { "Take back" }
                </button>
            }
        </li>
    }
}

/// Who that is. `counts` says whether it changes anything now.
fn who(identity: &Identity, counts: bool) -> String {
    let who = match &identity.who {
        Who::SameAs(other) => format!("The same as “{}”", other.exact),
        Who::SomeoneElse => "Someone else".into(),
    };
    let reach = match identity.reach {
        Reach::One => ", in this place",
        Reach::Alias => ", wherever it stands so",
        Reach::All => "",
    };
    let idle = if counts { "" } else { "; it changes nothing now" };
    format!("{who}{reach}{idle}")
}

/// What it was taken for. A kind that this Galley does not know is named in its own word.
fn kind(about: &About) -> String {
    let known = match about.what {
        What::Mention => MentionKind::from_word(&about.kind).map(words::mention_kind),
        What::Quote => QuoteKind::from_word(&about.kind).map(words::quote_label),
    };
    known.map_or_else(|| about.kind.clone(), str::to_owned)
}
