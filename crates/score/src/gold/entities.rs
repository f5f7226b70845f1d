//! Entities and their mentions, and the findings that belong to no entity.

use galley_engine::{Form, MentionKind};
use galley_text::Span;

use super::place::{self, Place};
use super::{Fault, Line};
use crate::Mention;

/// The words for kinds in a gold file.
#[rustfmt::skip]
pub(crate) const KINDS: [(&str, MentionKind); 17] = [
    ("person", MentionKind::Person), ("organization", MentionKind::Organization),
    ("place", MentionKind::Place), ("facility", MentionKind::Facility),
    ("nationality", MentionKind::Nationality), ("date", MentionKind::Date),
    ("time", MentionKind::Time), ("duration", MentionKind::Duration),
    ("money", MentionKind::Money), ("percent", MentionKind::Percent),
    ("quantity", MentionKind::Quantity), ("event", MentionKind::Event),
    ("law", MentionKind::Law), ("title", MentionKind::Title),
    ("product", MentionKind::Product), ("work", MentionKind::Work),
    ("misc", MentionKind::Misc),
];

/// The entities of a gold file, as they are read.
pub(super) struct Cast<'g> {
    text: &'g str,
    /// The entities' names; their index is their number.
    names: Vec<&'g str>,
    mentions: Vec<(usize, Mention)>,
    /// Words that are meant wherever no other name holds them: resolved when all else is known.
    everywhere: Vec<(usize, &'g str, Mention)>,
}

impl<'g> Cast<'g> {
    pub(super) fn new(text: &'g str) -> Self {
        Self { text, names: Vec::new(), mentions: Vec::new(), everywhere: Vec::new() }
    }

    /// Reads one entity, or a kind's findings without entity.
    pub(super) fn read(&mut self, head: Line<'g>, inner: &[Line<'g>]) -> Result<(), Fault> {
        let (word, name) = head.words.split_once(' ').unwrap_or((head.words, ""));
        let kind = KINDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
        let kind = kind.ok_or_else(|| (head.number, format!("“{word}” is no kind")))?;
        if inner.is_empty() {
            return Err((head.number, "nothing is labelled beneath it".to_owned()));
        }
        let entity = if name.is_empty() { None } else { Some(self.entity(head.number, name)?) };
        for line in inner {
            self.mention(*line, kind, entity).map_err(|what| (line.number, what))?;
        }
        Ok(())
    }

    fn entity(&mut self, line: usize, name: &'g str) -> Result<usize, Fault> {
        if self.names.contains(&name) {
            return Err((line, format!("a second entity is called “{name}”")));
        }
        self.names.push(name);
        Ok(self.names.len() - 1)
    }

    fn mention(
        &mut self,
        line: Line<'g>,
        kind: MentionKind,
        entity: Option<usize>,
    ) -> Result<(), String> {
        let (words, places) = place::split(line.words);
        let (form, kind, words) = form(words, kind, entity);
        let whole = Span::new(0, self.text.len());
        let mention = |span| Mention { span, kind, form, entity };
        if places.is_empty() {
            let span = place::one(self.text, whole, words, None)?;
            self.mentions.push((line.number, mention(span)));
        }
        for place in places {
            let span = match place {
                Place::Every => {
                    self.everywhere.push((line.number, words, mention(whole)));
                    continue;
                }
                Place::Nth(nth) => place::one(self.text, whole, words, Some(nth))?,
                Place::Line(at, nth) => {
                    let within = place::line(self.text, at)?;
                    let found = place::one(self.text, within, words, nth);
                    found.map_err(|what| format!("on line {at}, {what}"))?
                }
            };
            self.mentions.push((line.number, mention(span)));
        }
        Ok(())
    }

    /// The entities' names, and all mentions in order. The longest words take their places first.
    pub(super) fn close(mut self) -> Result<(Vec<&'g str>, Vec<Mention>), Fault> {
        self.everywhere.sort_by_key(|(_, words, _)| std::cmp::Reverse(words.len()));
        for (line, words, mention) in std::mem::take(&mut self.everywhere) {
            let mut spans = place::all(self.text, mention.span, words);
            spans.retain(|span| !self.named().any(|other| other.span.overlaps(*span)));
            if spans.is_empty() {
                return Err((line, format!("“{words}” stands nowhere outside of longer names")));
            }
            let found = spans.into_iter().map(|span| (line, Mention { span, ..mention.clone() }));
            self.mentions.extend(found);
        }
        self.mentions.sort_by_key(|(_, mention)| mention.span);
        let named: Vec<_> = self.mentions.iter().filter(|(_, it)| it.is_named()).collect();
        for pair in named.windows(2) {
            let [(_, one), (line, other)] = pair else { continue };
            if one.span.overlaps(other.span) {
                let (one, other) = (one.span.of(self.text), other.span.of(self.text));
                return Err((*line, format!("“{other}” shares words with the name “{one}”")));
            }
        }
        Ok((self.names, self.mentions.into_iter().map(|(_, mention)| mention).collect()))
    }

    fn named(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().map(|(_, mention)| mention).filter(|mention| mention.is_named())
    }
}

/// How a line's words refer and what they are; `pronoun`, `nominal` and `title` may say so before them.
fn form(words: &str, kind: MentionKind, entity: Option<usize>) -> (Form, MentionKind, &str) {
    use MentionKind::{Date, Duration, Money, Percent, Quantity, Time, Title};
    if entity.is_some() {
        match words.split_once(' ') {
            Some(("pronoun", rest)) => return (Form::Pronoun, kind, rest),
            Some(("nominal", rest)) => return (Form::Nominal, kind, rest),
            Some(("title", rest)) => return (Form::Name, Title, rest),
            _ => {}
        }
    }
    let is_amount = matches!(kind, Date | Time | Duration | Money | Percent | Quantity);
    (if is_amount { Form::Numeric } else { Form::Name }, kind, words)
}
