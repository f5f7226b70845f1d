//! [`corrections`]: what the reader said of findings and is nowhere to be seen in the article: what was
//! rejected, and what no longer changes anything. Each can be taken back.

use galley_engine::{MentionKind, QuoteKind};
use galley_notebook::{About, Access, Action, Correction, CorrectionId, Edit, Notebook, What};
use galley_review::Review;
use yew::prelude::*;

use super::shortened;
use crate::ui::words;

/// The list; nothing where all that the reader said can be seen.
pub(in crate::ui::pane) fn corrections(
    notebook: &Notebook,
    review: &Review,
    act: &Callback<Action>,
) -> Html {
    let list = |label: &'static str, told: &'static str, ids: &[CorrectionId]| {
        let known = ids.iter().filter_map(|id| notebook.correction(*id));
        let rows: Vec<Html> = known.map(|it| row(notebook, it, act)).collect();
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
    };
    html! {
        <>
            { list("Rejected", "You said that this is nothing to mark.", &review.rejections) }
            { list(
                "Without effect",
                "What you said of this changes nothing now: it is not found any more, or you said \
                 something else later.",
                &review.idle,
            ) }
        </>
    }
}

fn row(notebook: &Notebook, correction: &Correction, act: &Callback<Action>) -> Html {
    let About { anchor, .. } = &correction.about;
    let words = shortened(&anchor.exact);
    let lost = anchor.resolve(notebook.article().text()).span().is_none();
    let id = correction.id;
    let onclick = act.reform(move |_: MouseEvent| Action::Edit(Edit::Retract(vec![id])));
    html! {
        <li class="note is-said" key={id.to_string()}>
            <div>
                <p class="place" dir="auto">{ words.clone() }</p>
                <p class="card-cue">{ kind(&correction.about) }</p>
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

/// What it was taken for. A kind that this Galley does not know is named in its own word.
fn kind(about: &About) -> String {
    let known = match about.what {
        What::Mention => MentionKind::from_word(&about.kind).map(words::mention_kind),
        What::Quote => QuoteKind::from_word(&about.kind).map(words::quote_label),
    };
    known.map_or_else(|| about.kind.clone(), str::to_owned)
}
