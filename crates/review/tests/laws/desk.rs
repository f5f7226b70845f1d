//! An article on a desk, and what the reader says of it.

use galley_engine::{Confidence, Entity, Findings, Mention, Quote, Rule, Scare, analyse};
use galley_notebook::{
    Action, ArticleId, Correction, CorrectionId, Draft, Edit, Finding, History, HouseRule,
    HouseRuleId, IdentityId, Marking, Millis, Notebook, Reach, Say, Session, Speaker, Step,
};
use galley_review::{Remarks, Review, Standing, review};
use galley_text::Span;

pub(crate) const TEXT: &str = "Wall to be raised\n\n\
    The council of Port Ellery voted on Thursday to raise its wall.\n\n\
    “The sea will not wait for us,” Mayor Ruth Penhallow told the council. \
    Penhallow said that work would begin on 1 September.\n\n\
    “Three times I asked,” Daniel Okafor said, “and three times I was told to wait.” \
    Okafor lives in Exeter.\n\n\
    “Nobody 🔥 asked the boats.”\n";

/// The article, what is found in it, and the reader's session.
pub(crate) struct Desk {
    session: Session,
    pub(crate) findings: Findings,
    pub(crate) rules: Vec<std::rc::Rc<HouseRule>>,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let open = Action::Open {
            draft: Draft::plain(TEXT),
            id: ArticleId::from_random(1),
            now: Millis(1_000),
        };
        let session = Session::default().update(open).unwrap();
        Self { session, findings: analyse(TEXT), rules: Vec::new() }
    }

    pub(crate) fn corrections(&self) -> &[std::rc::Rc<Correction>] {
        self.notebook().corrections()
    }

    pub(crate) fn notebook(&self) -> &Notebook {
        self.session.current().unwrap()
    }

    pub(crate) fn review(&self) -> Review {
        let notebook = self.notebook();
        let (corrections, identities) = (notebook.corrections(), notebook.identities());
        review(TEXT, &self.findings, Remarks { rules: &self.rules, corrections, identities })
    }

    /// Makes a house rule.
    pub(crate) fn rules(&mut self, words: &str, marking: Marking) {
        let rule = rule(self.rules.len(), words, marking);
        self.rules.push(rule.into());
    }

    /// Says something of a mention, as it is shown.
    pub(crate) fn mention(&mut self, words: &str, say: Say) {
        let review = self.review();
        let (finding, id) = review.mention(index(&review, words)).unwrap();
        self.says(vec![(id, finding)], say);
    }

    /// Says something of the quote that begins with these words, as it is shown.
    pub(crate) fn quote(&mut self, words: &str, say: Say) {
        let review = self.review();
        let begins = |quote: &Quote| quote.content[0].of(TEXT).starts_with(words);
        let at = review.findings.quotes.iter().position(begins).unwrap();
        let (finding, id) = review.quote(at).unwrap();
        self.says(vec![(id, finding)], say);
    }

    /// Says that the first mention of these words, and of others as far as `reach` goes, names whoever
    /// `other` names, or else someone else.
    pub(crate) fn identifies(&mut self, words: &str, reach: Reach, other: Option<&str>) {
        let place = |words| self.review().findings.mentions[index(&self.review(), words)].span;
        let (mention, other) = (place(words), other.map(place));
        let count = self.notebook().identities().len();
        let (id, now) = (IdentityId::from_random(count as u128), Millis(count as u64));
        self.does(Action::Edit(Edit::Identify { id, mention, reach, other, now }));
    }

    pub(crate) fn does(&mut self, action: Action) {
        self.session = self.session.update(action).unwrap();
    }

    /// The name of the last step.
    pub(crate) fn undoes(&self) -> &str {
        self.session.history().and_then(History::undoes).map_or("", Step::label)
    }

    /// Says something of findings at once.
    pub(crate) fn says(&mut self, findings: Vec<(Option<CorrectionId>, Finding)>, say: Say) {
        let count = self.corrections().len() as u128;
        let now = Millis(10_000 * (1 + count as u64));
        let new = |at: usize| CorrectionId::from_random(100 * (count + 1) + at as u128);
        let findings = findings.into_iter().enumerate();
        let findings = findings.map(|(at, (id, it))| (id.unwrap_or_else(|| new(at)), it)).collect();
        let edit = Action::Edit(Edit::Correct { findings, say, now });
        self.session = self.session.update(edit).unwrap();
    }
}

/// A house rule, the later the greater `at`.
pub(crate) fn rule(at: usize, words: &str, marking: Marking) -> HouseRule {
    let moment = Millis(at as u64);
    HouseRule {
        id: HouseRuleId::from_random(at as u128),
        words: words.into(),
        marking,
        created: moment,
        modified: moment,
    }
}

/// The first mention of these words.
pub(crate) fn index(review: &Review, words: &str) -> usize {
    let mut mentions = review.findings.mentions.iter();
    mentions.position(|it| it.span.of(TEXT) == words).unwrap_or_else(|| panic!("no {words}"))
}

pub(crate) fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

/// Words set apart.
pub(crate) fn scare(words: &str) -> Scare {
    Scare { span: span(words), confidence: Confidence::new(0.8), rule: Rule::ScareShort }
}

pub(crate) fn named(name: &str) -> Say {
    Say::Speaker(Speaker::Named(name.into()))
}

/// The first mention of these words, whom it names, and how it came to be there.
pub(crate) fn shown<'r>(
    review: &'r Review,
    words: &str,
) -> (&'r Mention, Option<&'r Entity>, Standing) {
    let at = index(review, words);
    let mention = &review.findings.mentions[at];
    let entity = mention.entity.map(|id| &review.findings.entities[id.0 as usize]);
    (mention, entity, review.mentions[at].standing)
}
