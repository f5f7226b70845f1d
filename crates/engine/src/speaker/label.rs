//! [`name`]: whom the label of a turn names that is read as nobody's name: "LUND:" is Anna Lund, "Gazette:"
//! the Gazette.

use galley_text::Span;

use crate::article::Article;
use crate::findings::in_order;
use crate::quote::Part;
use crate::{Confidence, EntityId, Form, Mention, MentionKind, Quote, Rule};

/// Gives the labels among `quotes` the entity whose name ends like them, in `mentions`, which are in
/// order. A person's own name stays as it is read.
pub(super) fn name(article: &Article, mentions: &mut Vec<Mention>, quotes: &[Quote]) {
    let labels: Vec<Span> = quotes
        .iter()
        .filter(|quote| quote.rule == Rule::QuoteTurn)
        .filter_map(|quote| quote.source)
        .filter(|label| Part::of(label.of(article.text)).is_none())
        .collect();
    if labels.is_empty() {
        return;
    }
    let known = known(article, mentions, &labels);
    let mut unread: Vec<Mention> = Vec::new();
    for label in labels {
        let word = last(article, label);
        let told = known.iter().find(|(key, _)| *key == word).and_then(|(_, told)| *told);
        let Some((entity, kind)) = told else { continue };
        let named = Mention {
            span: label,
            kind,
            form: Form::Name,
            entity: Some(entity),
            value: None,
            confidence: Confidence::new(0.8),
            rule: Rule::NameLabel,
        };
        let from = mentions.partition_point(|it| it.span.end() <= label.start());
        match mentions.get_mut(from).filter(|it| it.span.overlaps(label)) {
            Some(read) if read.kind == MentionKind::Person => {}
            Some(read) => *read = named,
            None => unread.push(named),
        }
    }
    mentions.extend(unread);
    in_order(mentions);
}

/// The most labels that are told apart; more people do not talk.
const MOST: usize = 64;

/// Who is named by the last word of a label, if anybody is.
type Known = (String, Option<(EntityId, MentionKind)>);

/// The entity of each name outside the labels that ends with the last word of one; rather a person.
fn known(article: &Article, mentions: &[Mention], labels: &[Span]) -> Vec<Known> {
    let mut out: Vec<Known> = Vec::new();
    for label in labels {
        let word = last(article, *label);
        if out.len() < MOST && !out.iter().any(|(key, _)| *key == word) {
            out.push((word, None));
        }
    }
    let is_label = |span: Span| {
        let at = labels.partition_point(|label| label.end() <= span.start());
        labels.get(at).is_some_and(|label| label.overlaps(span))
    };
    for mention in mentions.iter().filter(|it| it.form == Form::Name && !is_label(it.span)) {
        let word = last(article, mention.span);
        let Some((_, told)) = out.iter_mut().find(|(key, _)| *key == word) else { continue };
        let is_person = mention.kind == MentionKind::Person;
        if told.is_none_or(|(_, kind)| is_person && kind != MentionKind::Person) {
            *told = mention.entity.map(|id| (id, mention.kind)).or(*told);
        }
    }
    out
}

/// The last word of `span` in small letters.
fn last(article: &Article, span: Span) -> String {
    let words = span.of(article.text);
    words.rsplit(' ').next().unwrap_or(words).to_lowercase()
}
