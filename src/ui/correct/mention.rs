//! [`MentionCard`]: what a name, a date or an amount is, why, and what the reader can say of it.

use std::rc::Rc;

use galley_engine::{Mention, MentionKind};
use galley_notebook::{CorrectionId, Marking, Say};
use galley_review::{Review, Same as SamePlace, Standing};
use galley_text::Span;
use yew::prelude::*;

use super::Saying;
use super::edges::Edges;
use super::parts::{Fold, choice, fold_button, keyed, kinds, sureness, verdict};
use super::same::{Reach, Scope, others};
use super::who::{Who, same_as, someone_else};
use crate::hooks::Reviewed;
use crate::same::Same;
use crate::ui::command::{Command, Gesture, Keymap, List};
use crate::ui::drawing::Target;
use crate::ui::words;

/// Of which mention.
#[derive(Clone, Properties, PartialEq)]
pub(crate) struct Props {
    /// The article.
    pub(crate) text: Same<str>,
    /// What is found in it.
    pub(crate) review: Reviewed,
    /// Which of its mentions.
    pub(crate) index: usize,
    /// Whether anything may be said.
    pub(crate) writable: bool,
    /// Where what is said counts.
    pub(crate) reach: UseStateHandle<Reach>,
    /// The keys as the reader has them.
    pub(crate) keymap: Rc<Keymap>,
    /// Called with what is said.
    pub(crate) on_say: Callback<Saying>,
    /// Called with an entity to light all its mentions.
    pub(crate) on_choose: Callback<Target>,
    /// Called with words that a note is to be written on.
    pub(crate) on_note: Callback<Span>,
}

/// The card.
#[component]
pub(crate) fn MentionCard(props: &Props) -> Html {
    let fold = use_state_eq(Fold::default);
    let Props { text, review, index, writable, reach, keymap, .. } = props;
    let same = use_memo((review.clone(), *index), {
        let text = text.clone();
        move |(review, index)| review.same(&text, *index)
    });
    let (Some(mention), Some(trace)) =
        (review.findings.mentions.get(*index), review.mentions.get(*index))
    else {
        return Html::default();
    };
    let on_say = say_of(props);
    let span = mention.span;
    let on_note = props.on_note.reform(move |_: MouseEvent| span);
    html! {
        <>
            { head(props, mention) }
            <p class="card-sure">{ sure(mention, trace.standing) }</p>
            if *writable {
                { kind(mention, &on_say) }
                { others(text, mention, &same, reach) }
                <div class="card-actions">
                    { further(trace.standing, mention.kind, reach, &on_say) }
                    { verdict(keymap, trace.standing, &on_say, &props.on_say) }
                    { keyed(keymap, Command::With(Gesture::Note), "Note", on_note) }
                    { fold_button(&fold, Fold::Change, "Start and end") }
                    if mention.entity.is_some() {
                        { fold_button(&fold, Fold::Who, "Same as") }
                    }
                    { fold_button(&fold, Fold::Why, "Why") }
                </div>
                if *fold == Fold::Change {
                    <Edges
                        text={text.clone()}
                        review={props.review.clone()}
                        {span}
                        on_extent={on_say.reform(|it: Span| Say::Extent(it))}
                    />
                }
                if *fold == Fold::Who {
                    { who(props) }
                }
            } else {
                { fold_button(&fold, Fold::Why, "Why") }
            }
            if *fold == Fold::Why {
                <p class="card-why">{ mention.rule.reason() }</p>
            }
        </>
    }
}

/// What the reader has said of this place already, said of the other places too.
fn further(
    standing: Standing,
    kind: MentionKind,
    reach: &Reach,
    on_say: &Callback<Say>,
) -> Option<Html> {
    let label = match reach.scope {
        Scope::Article => "Mark these too",
        Scope::Everywhere => "Remember",
        Scope::Here => return None,
    };
    let onclick = on_say.reform(move |_: MouseEvent| Say::Kind(kind.word().into()));
    let is_said = !matches!(standing, Standing::Found | Standing::Ruled(_));
    is_said.then(|| html! { <button class="verdict" {onclick}>{ label }</button> })
}

/// Who else it is, or is not.
fn who(props: &Props) -> Html {
    let Props { text, review, index, on_say, .. } = props;
    let who = Who { text, findings: &review.findings, index: *index, on_say };
    html! { <>{ same_as(who) }{ someone_else(who) }</> }
}

/// How sure the engine is, or whose word it is; of a house rule, what it says.
fn sure(mention: &Mention, standing: Standing) -> String {
    match standing {
        Standing::Ruled(_) => format!("Your rule: always {}", words::one_of_kind(mention.kind)),
        _ => sureness(standing, mention.confidence),
    }
}

fn say_of(props: &Props) -> Callback<Say> {
    let Props { text, review, index, reach, on_say, .. } = props.clone();
    Callback::from(move |say| {
        saying(&text, &review, index, &reach, say).into_iter().for_each(|it| on_say.emit(it));
    })
}

/// Something said of the mention and, as far as that goes, of the same ones, or of its words in every article.
/// An edge is of one place only, and what is not marked can be marked but not rejected.
pub(crate) fn saying(
    text: &str,
    review: &Review,
    index: usize,
    reach: &Reach,
    say: Say,
) -> Option<Saying> {
    if reach.scope == Scope::Everywhere
        && let Some(saying) = Everywhere::of(text, review, index).and_then(|it| it.says(&say))
    {
        return Some(saying);
    }
    let wanted = |it: &&SamePlace| match say {
        Say::Extent(_) | Say::Pieces(_) => false,
        Say::Reject => it.mention.is_some(),
        _ => true,
    };
    let same = if reach.scope == Scope::Article { review.same(text, index) } else { Vec::new() };
    let others = reach.of(&same).filter(wanted).map(|it| (it.finding.clone(), it.correction));
    let findings = review.mention(index).into_iter().chain(others).collect();
    Some(Saying::Of(findings, say))
}

/// The words of a mention, what it is, and what has been said of them in the article.
struct Everywhere {
    words: String,
    kind: MentionKind,
    said: Vec<CorrectionId>,
}

impl Everywhere {
    fn of(text: &str, review: &Review, index: usize) -> Option<Self> {
        let findings = &review.findings;
        let Mention { span, kind, .. } = findings.mentions.get(index)?;
        let words = span.of(text);
        let all = findings.mentions.iter().zip(&review.mentions);
        let alike = all.filter(|(it, _)| it.span.of(text) == words);
        let said = alike.filter_map(|(_, trace)| trace.standing.correction()).collect();
        Some(Self { words: words.to_owned(), kind: *kind, said })
    }

    /// The rule that says so; `None` for what no rule can say.
    fn says(&self, say: &Say) -> Option<Saying> {
        let marking = match say {
            Say::Accept | Say::Mark => Marking::Always(self.kind.word().into()),
            Say::Kind(kind) => Marking::Always(kind.clone()),
            Say::Reject => Marking::Never,
            Say::Extent(_) | Say::Pieces(_) | Say::Speaker(_) | Say::Cue(_) => return None,
        };
        Some(Saying::Everywhere(self.words.clone(), marking, self.said.clone()))
    }
}

fn head(props: &Props, mention: &Mention) -> Html {
    let findings = &props.review.findings;
    let name = words::mention_name(findings, mention, &props.text);
    let value = mention.value.clone().filter(|value| *value != name);
    let entity = mention.entity;
    let alike = findings.mentions.iter().filter(|it| entity.is_some() && it.entity == entity);
    let count = alike.count();
    let show = entity.filter(|_| count > 1).map(|id| {
        let onclick = props.on_choose.reform(move |_: MouseEvent| Target::Entity(id));
        html! { <button class="link" {onclick}>{ format!("Show all {count} mentions") }</button> }
    });
    let doubt = props.review.mentions.get(props.index).is_some_and(|trace| {
        trace.standing.correction().is_none() && mention.confidence.is_doubtful()
    });
    html! {
        <>
            <p class={classes!("popover-name", doubt.then_some("is-question"))}>
                { name }{ doubt.then_some("?") }
            </p>
            <p class="card-cue">{ words::mention_kind(mention.kind) }</p>
            if let Some(value) = value {
                <p class="card-value">{ value }</p>
            }
            { show }
        </>
    }
}

fn kind(mention: &Mention, on_say: &Callback<Say>) -> Html {
    choice(List::Kind.label(), kinds(), mention.kind.word(), &on_say.reform(Say::Kind))
}
