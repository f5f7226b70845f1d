//! [`name`]: whom the label of a turn names that is read as nobody's name: "LUND:" is Anna Lund, "Gazette:"
//! the Gazette.

use std::collections::{HashMap, HashSet};

use galley_text::Span;

use crate::article::Article;
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
        let Some((entity, kind)) = known.get(&last(article, label)).copied() else { continue };
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
    mentions.sort_by_key(|mention| mention.span);
}

/// The entity of each name outside the labels that ends with the last word of one; rather a person.
fn known(
    article: &Article,
    mentions: &[Mention],
    labels: &[Span],
) -> HashMap<String, (EntityId, MentionKind)> {
    let wanted: HashSet<String> = labels.iter().map(|label| last(article, *label)).collect();
    let is_label = |span: Span| {
        let at = labels.partition_point(|label| label.end() <= span.start());
        labels.get(at).is_some_and(|label| label.overlaps(span))
    };
    let mut out: HashMap<String, (EntityId, MentionKind)> = HashMap::new();
    for mention in mentions.iter().filter(|it| it.form == Form::Name && !is_label(it.span)) {
        let key = last(article, mention.span);
        let Some(id) = mention.entity.filter(|_| wanted.contains(&key)) else { continue };
        let known = out.entry(key).or_insert((id, mention.kind));
        if known.1 != MentionKind::Person && mention.kind == MentionKind::Person {
            *known = (id, mention.kind);
        }
    }
    out
}

/// The last word of `span` in small letters.
fn last(article: &Article, span: Span) -> String {
    let words = span.of(article.text);
    words.rsplit(' ').next().unwrap_or(words).to_lowercase()
}
