//! [`same_as`] and [`someone_else`]: who a mention is, where the engine took two for one or one for two.

use galley_engine::{Entity, Findings, Form, Mention, MentionKind};
use galley_notebook::Reach;
use yew::prelude::*;

use super::Saying;
use super::parts::choice;
use crate::ui::pane::{Named, cast};
use crate::ui::words;

/// The value of the choice that is nobody. Every other is the index of a mention.
const NOBODY: &str = "";

/// Of which mention.
#[derive(Clone, Copy)]
pub(crate) struct Who<'a> {
    /// The article.
    pub(crate) text: &'a str,
    /// What is found in it.
    pub(crate) findings: &'a Findings,
    /// Which of its mentions.
    pub(crate) index: usize,
    /// Called with what is said.
    pub(crate) on_say: &'a Callback<Saying>,
}

impl Who<'_> {
    fn entity(&self) -> Option<(&Mention, &Entity)> {
        let mention = self.findings.mentions.get(self.index)?;
        Some((mention, words::entity(self.findings, mention.entity?)?))
    }
}

/// Others of its kind, to be taken for the same. A pronoun is spoken of alone, a name with all that
/// the article calls whoever it names.
pub(crate) fn same_as(who: Who) -> Html {
    let Some((mention, entity)) = who.entity() else { return Html::default() };
    let cast = cast(who.text, who.findings);
    let others = cast
        .iter()
        .filter(|it| it.named && it.entity.kind == entity.kind && it.entity.id != entity.id);
    // What is done is called by the words of a mention, of which some are titles.
    let named = |it: &Named| {
        let is_name = |at: &&usize| who.findings.mentions[**at].span.of(who.text) == it.entity.name;
        *it.mentions.iter().find(is_name).unwrap_or(&it.mentions[0])
    };
    let options: Vec<(AttrValue, AttrValue)> =
        others.map(|it| (named(it).to_string().into(), it.entity.name.clone().into())).collect();
    if options.is_empty() {
        return Html::default();
    }
    let nobody = if entity.kind == MentionKind::Person { "Nobody else" } else { "Nothing else" };
    let reach = if mention.form == Form::Pronoun { Reach::One } else { Reach::All };
    let places: Vec<_> = who.findings.mentions.iter().map(|it| it.span).collect();
    let (place, on_say) = (mention.span, who.on_say.clone());
    let on_choice = Callback::from(move |chosen: String| {
        let other = chosen.parse().ok().and_then(|index: usize| places.get(index).copied());
        if other.is_some() {
            on_say.emit(Saying::Identify(place, reach, other));
        }
    });
    let all = [(NOBODY.into(), nobody.into())].into_iter().chain(options);
    choice("Same as", all, NOBODY, &on_choice)
}

/// Buttons that take the mention, or its words in every place, off whom the engine takes it for.
pub(super) fn someone_else(who: Who) -> Html {
    let Some((mention, entity)) = who.entity() else { return Html::default() };
    let of_it = who.findings.mentions.iter().filter(|it| it.entity == mention.entity);
    let words = mention.span.of(who.text);
    let (all, alike) = of_it.fold((0, 0), |(all, alike), it| {
        (all + 1, alike + usize::from(it.span.of(who.text) == words))
    });
    let other = if entity.kind == MentionKind::Person { "Someone else" } else { "Something else" };
    let button = |reach: Reach, label: String| {
        let place = mention.span;
        let onclick = who.on_say.reform(move |_: MouseEvent| Saying::Identify(place, reach, None));
        html! { <button class="verdict" {onclick}>{ label }</button> }
    };
    html! {
        if all > 1 {
            <div class="card-actions">
                { button(Reach::One, format!("{other} here")) }
                if alike > 1 && alike < all && mention.form != Form::Pronoun {
                    { button(Reach::Alias, format!("{other} at every “{words}”")) }
                }
            </div>
        }
    }
}
