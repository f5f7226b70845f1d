//! [`report()`]: findings in the plain words that the exports take.

use galley_engine::{EntityId, Findings, Form, Mention, Quote};
use galley_notebook::export::{Mark, Named, Report, Said};

/// Says what `findings` hold. Pronouns and descriptions are counted with their entity but not
/// marked.
pub fn report(findings: &Findings) -> Report {
    let scare = findings.scare.iter().map(|it| mark(it.span, "scare", it.rule.reason()));
    let furniture =
        findings.furniture.iter().map(|it| mark(it.span, "furniture", it.rule.reason()));
    let named = findings
        .mentions
        .iter()
        .filter(|mention| matches!(mention.form, Form::Name | Form::Numeric));
    Report {
        marks: furniture.chain(scare).chain(named.map(|it| mention(findings, it))).collect(),
        quotes: findings.quotes.iter().map(|it| said(findings, it)).collect(),
        names: names(findings),
    }
}

fn mark(span: galley_text::Span, kind: &str, label: &str) -> Mark {
    Mark { span, kind: kind.into(), label: label.into() }
}

fn mention(findings: &Findings, mention: &Mention) -> Mark {
    let kind = mention.kind.word().to_owned();
    let meaning = mention.entity.and_then(|id| name_of(findings, id));
    let label = match meaning.or(mention.value.as_deref()) {
        Some(meaning) => format!("{kind}: {meaning}"),
        None => kind.clone(),
    };
    Mark { span: mention.span, kind, label }
}

fn said(findings: &Findings, quote: &Quote) -> Said {
    Said {
        content: quote.content.clone(),
        cue: quote.cue,
        source: quote.source,
        speaker: speakers(findings, quote),
        kind: quote.kind.word().into(),
    }
}

/// What stands between the names of several who say a quote. None of them has it in it.
pub(crate) const BETWEEN: &str = "; ";

/// The names of those who say `quote`; none where that is nobody known.
pub fn speakers(findings: &Findings, quote: &Quote) -> Option<String> {
    let names = quote.speakers.iter().filter_map(|it| name_of(findings, it.entity));
    let names: Vec<&str> = names.collect();
    (!names.is_empty()).then(|| names.join(BETWEEN))
}

fn names(findings: &Findings) -> Vec<Named> {
    let mut counts = vec![0; findings.entities.len()];
    for EntityId(id) in findings.mentions.iter().filter_map(|mention| mention.entity) {
        if let Some(count) = counts.get_mut(id as usize) {
            *count += 1;
        }
    }
    let entities = findings.entities.iter().zip(counts);
    // Whoever was taken for somebody else is named no more.
    entities
        .filter(|(_, count)| *count > 0)
        .map(|(entity, count)| Named {
            name: entity.name.clone(),
            kind: entity.kind.word().into(),
            count,
        })
        .collect()
}

fn name_of(findings: &Findings, id: EntityId) -> Option<&str> {
    findings.entities.get(id.0 as usize).map(|entity| entity.name.as_str())
}
