//! [`Tally`]: who speaks in an article, how much, and where.

use galley_engine::{EntityId, Findings, Quote, QuoteKind};
use galley_text::{Span, order};

use crate::ui::drawing::Target;
use crate::ui::pane::names::fingerprint;
use crate::ui::words::{self, Speaker};

/// How well the article says who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// By name.
    Named,
    /// By what they are, and not by name: "officials".
    Unnamed,
    /// Not at all.
    Nobody,
}

impl Standing {
    /// All of them, in the order in which they are shown.
    pub(crate) const ALL: [Standing; 3] = [Standing::Named, Standing::Unnamed, Standing::Nobody];

    /// What it is called on the page.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Standing::Named => "Named",
            Standing::Unnamed => "Unnamed",
            Standing::Nobody => words::UNATTRIBUTED,
        }
    }
}

/// One quote of a voice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Saying {
    /// Its index among the findings.
    pub(crate) quote: usize,
    /// Where it stands, from its first word to its last.
    pub(crate) span: Span,
    /// How much of it stands in quotation marks.
    pub(crate) kind: QuoteKind,
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Voice {
    /// What the article calls them.
    pub(crate) name: String,
    /// How well it says who they are.
    pub(crate) standing: Standing,
    /// Their entity, where they have one.
    pub(crate) entity: Option<EntityId>,
    /// How many words are theirs; a word that two of their quotes hold counts once.
    pub(crate) words: usize,
    /// Their quotes, in order; at least one.
    pub(crate) sayings: Vec<Saying>,
}

impl Voice {
    /// What to point at for all that they say.
    pub(crate) fn target(&self) -> Target {
        self.entity.map_or(Target::Quote(self.sayings[0].quote), Target::Entity)
    }
}

/// Everybody who speaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    /// Those who say most come first; what nobody is named for comes last.
    pub(crate) voices: Vec<Voice>,
    /// The words of all of them, once for each who says them.
    pub(crate) words: usize,
    /// The words of the article that anybody says.
    pub(crate) quoted: usize,
    /// The words of the article.
    pub(crate) article: usize,
}

impl Tally {
    /// Counts the words of everybody in `text`.
    pub(crate) fn of(text: &str, findings: &Findings) -> Self {
        let named = words::named(findings);
        // Who says a quote with somebody else says all its words.
        let said = findings.quotes.iter().enumerate().flat_map(|(index, quote)| {
            let speakers = words::speakers(findings, quote, text).into_iter();
            speakers.filter_map(move |speaker| Some((speaker, saying(index, quote)?)))
        });
        let said: Vec<(Speaker, Saying)> = said.collect();
        let keys: Vec<[u64; 2]> = said.iter().map(|(speaker, _)| key(speaker)).collect();
        let by_voice = keys.iter().zip(&said);
        let by_voice =
            by_voice.map(|(&[who, which], (_, saying))| [who, which, saying.quote as u64]);
        let mut voices: Vec<Voice> = Vec::new();
        let mut last = None;
        for at in order(by_voice) {
            let (speaker, saying) = &said[at];
            match voices.last_mut() {
                Some(voice) if last == Some(keys[at]) => voice.sayings.push(*saying),
                _ => voices.push(voice(speaker, &named, *saying)),
            }
            last = Some(keys[at]);
        }
        for voice in &mut voices {
            voice.words = spoken(findings, &voice.sayings, text);
        }
        let most_first = order(voices.iter().map(|voice| {
            let nobody = u64::from(voice.standing == Standing::Nobody);
            [nobody, u64::MAX - voice.words as u64, voice.sayings[0].quote as u64]
        }));
        let voices: Vec<Voice> = most_first.into_iter().map(|at| voices[at].clone()).collect();
        let words = voices.iter().map(|voice| voice.words).sum();
        let sayings: Vec<Saying> = said.into_iter().map(|(_, saying)| saying).collect();
        Self { voices, words, quoted: spoken(findings, &sayings, text), article: count(text) }
    }

    /// The words of all voices of that standing.
    pub(crate) fn words_of(&self, standing: Standing) -> usize {
        let voices = self.voices.iter().filter(|voice| voice.standing == standing);
        voices.map(|voice| voice.words).sum()
    }
}

/// `part` of `whole` in whole percent, rounded; 0 of nothing.
pub(crate) fn percent(part: usize, whole: usize) -> usize {
    (part * 100 + whole / 2).checked_div(whole).unwrap_or(0)
}

/// Quotes with the same key are one voice's.
fn key(speaker: &Speaker) -> [u64; 2] {
    match speaker {
        Speaker::Named(entity) => [0, u64::from(entity.id.0)],
        Speaker::Unnamed(source) => [1, fingerprint(&source.to_ascii_lowercase())],
        Speaker::Nobody => [2, 0],
    }
}

fn voice(speaker: &Speaker, named: &[bool], first: Saying) -> Voice {
    let (standing, entity) = match speaker {
        Speaker::Named(entity) => {
            let has_name = named.get(entity.id.0 as usize) == Some(&true);
            let standing = if has_name { Standing::Named } else { Standing::Unnamed };
            (standing, Some(entity.id))
        }
        Speaker::Unnamed(_) => (Standing::Unnamed, None),
        Speaker::Nobody => (Standing::Nobody, None),
    };
    Voice {
        name: words::straight(speaker.name()),
        standing,
        entity,
        words: 0,
        sayings: vec![first],
    }
}

fn saying(index: usize, quote: &Quote) -> Option<Saying> {
    let (first, last) = (quote.content.first()?, quote.content.last()?);
    Some(Saying { quote: index, span: first.cover(*last), kind: quote.kind })
}

/// How many words stand in any of the sayings.
fn spoken(findings: &Findings, sayings: &[Saying], text: &str) -> usize {
    let pieces: Vec<Span> =
        sayings.iter().flat_map(|it| findings.quotes[it.quote].content.iter().copied()).collect();
    let in_order = order(pieces.iter().map(|it| [it.start() as u64, it.end() as u64, 0]));
    let (mut words, mut reached) = (0, 0);
    for piece in in_order.into_iter().map(|at| pieces[at]) {
        let start = piece.start().max(reached);
        if start < piece.end() {
            words += count(Span::new(start, piece.end()).of(text));
            reached = piece.end();
        }
    }
    words
}

/// Words between white space that hold a letter or a digit.
fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use galley_engine::analyse;

    use super::*;

    const TEXT: &str = "Ferry to stay\n\n\
        “We cannot leave them,” said Marta Lindqvist. “We will pay.”\n\n\
        Officials said the pier was safe.\n\n\
        “It is late.”";

    /// The reading, with the last quote left to nobody.
    fn findings() -> Findings {
        let mut findings = analyse(TEXT);
        let last = findings.quotes.last_mut().expect("quotes");
        (last.source, last.speakers) = (None, Vec::new());
        findings
    }

    #[test]
    fn the_words_of_a_voice_are_counted_over_all_pieces() {
        let tally = Tally::of(TEXT, &findings());
        let marta = &tally.voices[0];
        assert_eq!((marta.name.as_str(), marta.standing), ("Marta Lindqvist", Standing::Named));
        assert_eq!(marta.words, 7);
        assert!(matches!(marta.target(), Target::Entity(_)));
    }

    #[test]
    fn unnamed_and_unattributed_words_are_told_apart_and_the_latter_come_last() {
        let tally = Tally::of(TEXT, &findings());
        assert_eq!(tally.words_of(Standing::Unnamed), 4, "{:?}", tally.voices);
        let last = tally.voices.last().expect("voices");
        assert_eq!((last.standing, last.words), (Standing::Nobody, 3));
        assert!(matches!(last.target(), Target::Quote(_)));
    }

    #[test]
    fn the_standings_add_up_to_all_that_is_said() {
        let tally = Tally::of(TEXT, &findings());
        let all: usize = Standing::ALL.iter().map(|&it| tally.words_of(it)).sum();
        assert_eq!(all, tally.words);
        assert!(tally.words == tally.quoted && tally.quoted <= tally.article);
    }

    #[test]
    fn who_speaks_with_somebody_says_all_of_it_and_the_article_quotes_it_once() {
        let text = "“We cannot leave them,” said Marta Lindqvist and Ole Berg.";
        let tally = Tally::of(text, &analyse(text));
        let each: Vec<_> = tally.voices.iter().map(|it| (&*it.name, it.words)).collect();
        assert_eq!(each, [("Marta Lindqvist", 4), ("Ole Berg", 4)]);
        assert_eq!((tally.words, tally.quoted), (8, 4));
    }

    #[test]
    fn words_that_two_quotes_of_one_voice_share_count_once() {
        let mut findings = findings();
        let again = findings.quotes[0].clone();
        findings.quotes.insert(1, again);
        assert_eq!(Tally::of(TEXT, &findings).voices[0].words, 7);
    }

    #[test]
    fn an_article_without_quotes_has_no_voices_and_no_share() {
        let tally = Tally::of("Rain fell.", &Findings::default());
        assert_eq!(tally.voices, []);
        assert_eq!(percent(tally.words, tally.words), 0);
        assert_eq!((percent(1, 3), percent(2, 3), percent(3, 3)), (33, 67, 100));
    }
}
