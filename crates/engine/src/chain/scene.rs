//! [`Scene`]: the names of an article as those whom a pronoun may stand for.

use std::ops::Range;

use galley_text::Span;

use super::Cast;
use super::role::Role;
use super::sex::Sex;
use super::unread::{Unread, unread};
use crate::lexicon::{Classes, classes};
use crate::quote::{Tag, Words};
use crate::{EntityId, Form, Mention, MentionKind, Quote, QuoteKind};

/// A name that a pronoun may stand for.
pub(super) struct Actor {
    pub(super) span: Span,
    pub(super) tokens: Range<usize>,
    pub(super) entity: EntityId,
    pub(super) sentence: usize,
    pub(super) block: usize,
    pub(super) role: Role,
    /// Whether it is the first name in its sentence, and whether it stands among its first words.
    pub(super) is_first: bool,
    pub(super) opens: bool,
    /// What kind of name it is, and whether its words are known as a person's or a place's.
    pub(super) kind: usize,
    pub(super) shape: usize,
    pub(super) sureness: usize,
    /// Whether it says something, and whether it stands in what somebody says.
    pub(super) speaks: bool,
    pub(super) is_spoken: bool,
    pub(super) in_brackets: bool,
    /// Whether another name stands beside it: "Lund and Wexmoor".
    pub(super) is_paired: bool,
    /// Whether "who" follows.
    pub(super) is_relative: bool,
    pub(super) before: usize,
    pub(super) after: usize,
}

/// The names and quotes of an article.
pub(super) struct Scene<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) actors: Vec<Actor>,
    /// How often each entity is named.
    pub(super) frequency: Vec<usize>,
    pub(super) most_named: usize,
    /// Which of `actors` is the first name of each entity.
    pub(super) first: Vec<usize>,
    /// What stands in direct quotes, in order.
    pub(super) spoken: Vec<Span>,
    /// The source of each.
    speakers: Vec<Option<Span>>,
    /// The sources of quotes, in order.
    pub(super) sources: Vec<Span>,
    /// What may be names though none was read there. Their entities come after those of the cast.
    pub(super) unread: Vec<Unread>,
    sexes: Vec<Option<Sex>>,
    /// Which entities have a name of several words.
    is_full: Vec<bool>,
}

impl<'a> Scene<'a> {
    pub(super) fn read(
        words: &'a Words<'a>,
        cast: &Cast,
        mentions: &[Mention],
        quotes: &[Quote],
    ) -> Self {
        let direct = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
        let pieces = |quote: &Quote| {
            let source = quote.source;
            quote.content.clone().into_iter().map(move |piece| (piece, source))
        };
        let mut said: Vec<(Span, Option<Span>)> = direct.flat_map(pieces).collect();
        said.sort_unstable_by_key(|(piece, _)| *piece);
        let (spoken, speakers): (Vec<Span>, Vec<Option<Span>>) = said.into_iter().unzip();
        let mut sources: Vec<Span> = quotes.iter().filter_map(|quote| quote.source).collect();
        sources.sort_unstable();
        let unread = unread(words, mentions);
        let named = mentions.iter().filter(|it| may_act(it, it.span.of(words.article.text)));
        let named = named.filter_map(|mention| {
            let sureness = sureness(mention.confidence.value());
            Some((mention.span, mention.entity?, kind(mention.kind), sureness))
        });
        let mut entries: Vec<(Span, EntityId, usize, usize)> = named.collect();
        let mut sexes = cast.sexes.clone();
        for (number, name) in (cast.entities.len()..).zip(&unread) {
            let id = EntityId(u32::try_from(number).unwrap_or(u32::MAX));
            entries.extend(name.places.iter().map(|place| (*place, id, UNREAD, 0)));
            let first = name.places[0].of(words.article.text).split_whitespace().next();
            sexes.push(first.filter(|_| cast.knows_sexes).and_then(Sex::of_given_name));
        }
        let mut is_full: Vec<bool> = cast.entities.iter().map(|it| it.name.contains(' ')).collect();
        is_full.resize(sexes.len(), false);
        entries.sort_unstable_by_key(|entry| entry.0);
        let mut scene = Self {
            words,
            actors: Vec::new(),
            frequency: vec![0; sexes.len()],
            most_named: 0,
            first: vec![usize::MAX; sexes.len()],
            spoken,
            speakers,
            sources,
            unread,
            sexes,
            is_full,
        };
        for (span, entity, kind, sureness) in entries {
            scene.enter(span, entity, kind, sureness);
        }
        scene.most_named = scene.frequency.iter().copied().max().unwrap_or(0);
        scene
    }

    /// The source of the direct quote that `span` lies in, if it lies in one.
    pub(super) fn speaker(&self, span: Span) -> Option<Option<Span>> {
        let after = self.spoken.partition_point(|one| one.start() <= span.start());
        let at = after.checked_sub(1).filter(|at| self.spoken[*at].contains(span))?;
        Some(self.speakers[at])
    }

    /// The last name that `source` holds.
    pub(super) fn named_in(&self, source: Span) -> Option<usize> {
        let after = self.actors.partition_point(|actor| actor.span.start() < source.end());
        after.checked_sub(1).filter(|last| source.overlaps(self.actors[*last].span))
    }

    /// Whether a name in full, or a title, tells that an actor is of the other sex. What a single
    /// given name tells is only weighed.
    pub(super) fn may_be(&self, actor: &Actor, sex: Sex) -> bool {
        !self.is_full[actor.entity.0 as usize]
            || self.sex(actor.entity).is_none_or(|told| told == sex)
    }

    /// Whether an actor may be a person of `sex`.
    pub(super) fn fits(&self, actor: &Actor, sex: Sex) -> bool {
        matches!(actor.kind, PERSON | UNREAD)
            && self.sex(actor.entity).is_none_or(|told| told == sex)
    }

    /// The sex of an entity, where it is told.
    pub(super) fn sex(&self, entity: EntityId) -> Option<Sex> {
        self.sexes[entity.0 as usize]
    }

    fn enter(&mut self, span: Span, entity: EntityId, kind: usize, sureness: usize) {
        let (words, article) = (self.words, self.words.article);
        let tokens = article.tokens_in(span);
        let sentence = article.sentence_of(tokens.start);
        let start = article.sentences[sentence].tokens.start;
        let named_before = self.actors.last().map(|last| last.sentence);
        let number = self.actors.len();
        let first = &mut self.first[entity.0 as usize];
        *first = number.min(*first);
        self.frequency[entity.0 as usize] += 1;
        let beside = |at: usize| words.tag(at) == Tag::Name;
        let joint = |at: usize| words.tag(at) == Tag::Conjunction;
        let before = tokens.start.wrapping_sub(1);
        let paired = (joint(tokens.end) && beside(tokens.end + 1))
            || (joint(before) && beside(before.wrapping_sub(1)));
        let name = span.of(article.text);
        let lists = classes(name);
        let mut parts = name.split_whitespace();
        let head = parts.next().unwrap_or("");
        let single = parts.next().is_none();
        self.actors.push(Actor {
            span,
            entity,
            sentence,
            block: article.sentences[sentence].block,
            role: Role::of_name(words, &tokens),
            is_first: named_before != Some(sentence),
            opens: tokens.start < start + 4,
            kind,
            shape: usize::from(single) * 8
                + usize::from(classes(head).meets(Classes::GIVEN)) * 4
                + usize::from(classes(parts_last(name)).meets(Classes::FAMILY)) * 2
                + usize::from(lists.meets(Classes::ANY_PLACE)),
            sureness,
            speaks: overlaps(&self.sources, span),
            is_spoken: is_inside(&self.spoken, span),
            in_brackets: words.tag(before) == Tag::Open,
            is_paired: paired,
            is_relative: words.tag(tokens.end) == Tag::Relative
                || (words.tag(tokens.end) == Tag::Comma
                    && words.tag(tokens.end + 1) == Tag::Relative),
            before: word_class(words, before),
            after: word_class(words, tokens.end),
            tokens,
        });
    }
}

/// Whether "he" may stand for a name: a person's, or one that may be a person's read wrongly.
fn may_act(mention: &Mention, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or("");
    let may_be_person = || match name.contains(' ') {
        true => classes(first).meets(Classes::GIVEN),
        false => {
            name.contains(char::is_lowercase)
                && !classes(name).meets(Classes::BIG_PLACE.or(Classes::COUNTRY))
        }
    };
    mention.form == Form::Name
        && kind(mention.kind) < KINDS
        && (mention.kind == MentionKind::Person || may_be_person())
}

const KINDS: usize = 4;
const PERSON: usize = 0;
/// The kind of what was not read as a name.
const UNREAD: usize = 4;

fn kind(kind: MentionKind) -> usize {
    match kind {
        MentionKind::Person => PERSON,
        MentionKind::Organization => 1,
        MentionKind::Place => 2,
        MentionKind::Misc | MentionKind::Product | MentionKind::Work => 3,
        _ => KINDS,
    }
}

fn parts_last(name: &str) -> &str {
    name.split_whitespace().next_back().unwrap_or("")
}

fn sureness(value: f32) -> usize {
    [0.5, 0.6, 0.7, 0.8, 0.9].iter().filter(|least| value >= **least).count()
}

/// Small words beside a name or a pronoun, told one from another.
const NEAR: &[&str] = &[
    "and", "or", "but", "by", "with", "of", "to", "for", "from", "as", "in", "at", "on", "about",
    "against", "after", "before", "when", "while", "because", "that", "than", "who", "where", "if",
];
/// Word classes: the words of `NEAR`, then the tags below.
pub(super) const CLASSES: usize = 38;

/// The class of the word at token `at`.
pub(super) fn word_class(words: &Words, at: usize) -> usize {
    let word = words.article.word(at);
    if let Some(class) = NEAR.iter().position(|near| near.eq_ignore_ascii_case(word)) {
        return class;
    }
    NEAR.len()
        + match words.tag(at) {
            Tag::Verb => 0,
            Tag::Auxiliary => 1,
            Tag::Noun => 2,
            Tag::Name => 3,
            Tag::Comma => 4,
            Tag::Stop => 5,
            Tag::Genitive => 6,
            Tag::Open | Tag::Close => 7,
            Tag::Adverb => 8,
            Tag::Gerund | Tag::Participle => 9,
            Tag::Preposition | Tag::Subordinator => 10,
            Tag::Mark => 11,
            _ => 12,
        }
}

/// Whether `span` lies inside one of `spans`, which are in order and do not overlap.
pub(super) fn is_inside(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|one| one.start() <= span.start());
    after > 0 && spans[after - 1].contains(span)
}

/// Whether one of `spans`, in order, lies over `span`.
pub(super) fn overlaps(spans: &[Span], span: Span) -> bool {
    let after = spans.partition_point(|one| one.start() < span.end());
    spans[after.saturating_sub(2)..after].iter().any(|one| one.overlaps(span))
}
