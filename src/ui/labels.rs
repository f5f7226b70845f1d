//! [`Labels`]: what a screen reader says of each mark, made once for each reading; and [`own`], what it says of the
//! reader's own.

use galley_engine::{Confidence, Mention, Quote, Scare};
use galley_notebook::Body;
use galley_review::{Review, Standing, Trace};
use yew::AttrValue;

use super::words::{self, in_marks};
use crate::shell::settings::Naming;

/// The labels, in the order of the findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Labels {
    /// Of mentions: "Person: Ruth Penhallow".
    pub(crate) mentions: Vec<AttrValue>,
    /// Of quotes: "Direct quote: Ruth Penhallow".
    pub(crate) quotes: Vec<AttrValue>,
    /// Of words set apart.
    pub(crate) scare: Vec<AttrValue>,
}

impl Labels {
    /// The labels of all that is found in `text`.
    pub(crate) fn of(text: &str, review: &Review, naming: Naming) -> Self {
        let findings = &review.findings;
        let mentions = findings.mentions.iter().zip(&review.mentions);
        let quotes = findings.quotes.iter().zip(&review.quotes);
        let set_apart = findings.scare.iter().zip(&review.scare);
        Self {
            mentions: mentions
                .map(|(it, trace)| mention(text, review, it, trace, naming))
                .collect(),
            quotes: quotes.map(|(it, trace)| quote(text, review, it, trace, naming)).collect(),
            scare: set_apart.map(|(it, trace)| scare(it, trace, naming)).collect(),
        }
    }
}

/// So many characters of the reader's own marks tell them apart.
const WORDS: usize = 40;

/// What the reader's own mark is called: `Your note, Important: “a bedsheet with…”`.
pub(crate) fn own(words: &str, body: &Body, naming: Naming) -> AttrValue {
    let words = in_marks(&words::beginning(words, WORDS));
    let kind = if body.note.is_empty() { "Your highlight" } else { "Your note" };
    match naming {
        Naming::Name => words.into(),
        Naming::Full if !body.tags.is_empty() => {
            format!("{kind}, {}: {words}", body.tags.join(", ")).into()
        }
        Naming::Full | Naming::Kind => format!("{kind}: {words}").into(),
    }
}

fn mention(
    text: &str,
    review: &Review,
    mention: &Mention,
    trace: &Trace,
    naming: Naming,
) -> AttrValue {
    let kind = words::mention_kind(mention.kind);
    let name = words::mention_name(&review.findings, mention, text);
    match naming {
        Naming::Name => return name.into(),
        Naming::Kind => return format!("{kind}: {name}").into(),
        Naming::Full => {}
    }
    let value = mention.value.as_deref().filter(|value| *value != name);
    let value = value.map(|value| format!(", {value}")).unwrap_or_default();
    sure(format!("{kind}: {name}{value}"), mention.confidence, trace)
}

fn quote(text: &str, review: &Review, quote: &Quote, trace: &Trace, naming: Naming) -> AttrValue {
    let speaker = words::speaker_name(&review.findings, quote, text);
    let kind = words::quote_label(quote.kind);
    match naming {
        Naming::Name => speaker.into(),
        Naming::Kind => format!("{kind}: {speaker}").into(),
        Naming::Full => sure(format!("{kind}: {speaker}"), quote.confidence, trace),
    }
}

fn scare(scare: &Scare, trace: &Trace, naming: Naming) -> AttrValue {
    match naming {
        Naming::Name | Naming::Kind => words::SET_APART.into(),
        Naming::Full => sure(words::SET_APART.to_owned(), scare.confidence, trace),
    }
}

fn sure(label: String, confidence: Confidence, trace: &Trace) -> AttrValue {
    let doubtful = trace.standing == Standing::Found && confidence.is_doubtful();
    match words::standing(trace.standing) {
        Some(standing) => format!("{label}, {standing}").into(),
        None if doubtful => format!("{label}? Not sure").into(),
        None => label.into(),
    }
}

#[cfg(test)]
mod tests {
    use galley_engine::analyse;
    use galley_review::{Remarks, review};

    use super::*;

    const TEXT: &str = "“We may stay,” said Ada Berg.";

    /// What is told of the quote and of the name.
    fn told(naming: Naming) -> [String; 2] {
        let review = review(TEXT, &analyse(TEXT), Remarks::default());
        let Labels { mentions, quotes, .. } = Labels::of(TEXT, &review, naming);
        [&quotes[0], &mentions[0]].map(ToString::to_string)
    }

    fn body(note: &str, tags: &[&str]) -> Body {
        Body { note: note.into(), tags: tags.iter().map(|&tag| tag.into()).collect() }
    }

    #[test]
    fn what_is_told_of_a_mark_is_as_much_as_the_reader_wants() {
        let [quote, person] = told(Naming::Full);
        assert!(quote.starts_with("Direct quote: Ada Berg"), "{quote}");
        assert!(person.starts_with("Person: Ada Berg"), "{person}");
        assert_eq!(told(Naming::Kind), ["Direct quote: Ada Berg", "Person: Ada Berg"]);
        assert_eq!(told(Naming::Name), ["Ada Berg", "Ada Berg"]);
        let sure = |naming| {
            let mut found = analyse(TEXT);
            found.mentions[0].confidence = Confidence::new(0.3);
            let review = review(TEXT, &found, Remarks::default());
            Labels::of(TEXT, &review, naming).mentions[0].ends_with("Not sure")
        };
        assert_eq!([Naming::Full, Naming::Kind, Naming::Name].map(sure), [true, false, false]);
    }

    #[test]
    fn words_set_apart_are_called_so_and_how_sure_that_is_only_where_it_is_wanted() {
        let text = "The ‘temporary’ closure goes on.";
        let told = |confidence: f32, naming| {
            let mut found = analyse(text);
            found.scare[0].confidence = Confidence::new(confidence);
            let review = review(text, &found, Remarks::default());
            Labels::of(text, &review, naming).scare[0].to_string()
        };
        assert_eq!(told(1.0, Naming::Full), "Words set apart");
        assert_eq!(told(0.3, Naming::Full), "Words set apart? Not sure");
        assert_eq!(told(0.3, Naming::Kind), "Words set apart");
        assert_eq!(told(0.3, Naming::Name), "Words set apart");
    }

    #[test]
    fn ones_own_mark_is_called_by_its_tags_and_its_first_words() {
        let words = "a bedsheet with red letters hangs from the wall";
        let noted = body("Ask.", &["Important", "ice"]);
        let full = own(words, &noted, Naming::Full);
        assert_eq!(full, "Your note, Important, ice: “a bedsheet with red letters hangs from…”");
        let kind = own("Wall", &noted, Naming::Kind);
        assert_eq!(kind, "Your note: “Wall”");
        assert_eq!(own("Wall", &body("", &[]), Naming::Full), "Your highlight: “Wall”");
        assert_eq!(own("Wall", &noted, Naming::Name), "“Wall”");
    }

    #[test]
    fn first_words_are_whole_unless_there_is_but_one() {
        assert_eq!(words::beginning("one two", 40), "one two");
        assert_eq!(words::beginning("one two", 5), "one…");
        assert_eq!(words::beginning("🙂🙂🙂", 2), "🙂🙂…");
    }
}
