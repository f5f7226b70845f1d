//! What the engine found in an article, as the reader has corrected it.
//!
//! [`review()`] takes findings and what the reader said and gives a [`Review`]: findings again,
//! each with its [`Standing`]. It is pure, and the same corrections hold for every reading of the same
//! text. Rules come first, so that a correction overrules them. A correction that matches nothing does
//! nothing, and is named. [`Review::same`] tells where else the
//! words of a mention stand, for what the reader says of all of them. [`report()`]
//! says all of it in the plain words that files take.
//!
//! It refuses to store anything and to change what the reader said.

mod casting;
mod identities;
mod mentions;
mod placed;
mod quotes;
mod report;
mod rules;
mod same;
mod scare;
mod whole;

use std::rc::Rc;

use galley_engine::{Findings, Mention, Quote};
use galley_notebook::{
    Correction, CorrectionId, Finding, HouseRule, HouseRuleId, Identity, IdentityId, Ruling,
    SET_APART, What,
};
use galley_text::{Span, order};

use self::casting::Casting;
pub use self::report::{report, speakers};
pub use self::same::{MOST_SAME, Same};

/// What the reader has said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Remarks<'a> {
    /// Of words in every article.
    pub rules: &'a [Rc<HouseRule>],
    /// Of findings.
    pub corrections: &'a [Rc<Correction>],
    /// Of who somebody is.
    pub identities: &'a [Rc<Identity>],
}

/// Findings with the reader's corrections carried out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// What is to be shown. Its lists are in order, as the engine's are.
    pub findings: Rc<Findings>,
    /// How each mention came to be there.
    pub mentions: Vec<Trace>,
    /// How each quote came to be there.
    pub quotes: Vec<Trace>,
    /// How words set apart came to be there.
    pub scare: Vec<Trace>,
    /// The corrections by which something is not there.
    pub rejections: Vec<CorrectionId>,
    /// The corrections that match nothing that is found now, or that a later one overrules. They
    /// are kept.
    pub idle: Vec<CorrectionId>,
    /// What was said of who somebody is and changes nothing. It is kept.
    pub unidentified: Vec<IdentityId>,
}

/// Whence a finding is. Whatever the reader says of it, its origin stays the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// How it came to be there.
    pub standing: Standing,
    /// Where the machine found it, or where the reader first marked it.
    pub origin: Span,
}

/// How a finding came to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The machine found it.
    Found,
    /// A house rule says so, whatever the machine found.
    Ruled(HouseRuleId),
    /// The machine found it, and the reader says the same.
    Confirmed(CorrectionId),
    /// The machine found it, and the reader has changed it.
    Corrected(CorrectionId),
    /// The reader alone found it.
    Own(CorrectionId),
}

impl Standing {
    /// The correction behind it.
    pub fn correction(self) -> Option<CorrectionId> {
        match self {
            Standing::Found | Standing::Ruled(_) => None,
            Standing::Confirmed(id) | Standing::Corrected(id) | Standing::Own(id) => Some(id),
        }
    }
}

/// Carries out `remarks` on what was found in `text`: rules, corrections of mentions, who is who, and
/// corrections of quotes, which may name anybody by then.
pub fn review(text: &str, findings: &Findings, remarks: Remarks) -> Review {
    let Remarks { rules, corrections, identities } = remarks;
    let mut review = Review {
        findings: Rc::new(findings.clone()),
        mentions: findings.mentions.iter().map(|it| Trace::found(it.span)).collect(),
        quotes: findings.quotes.iter().map(|it| Trace::found(extent(it))).collect(),
        scare: findings.scare.iter().map(|it| Trace::found(it.span)).collect(),
        ..Review::default()
    };
    if rules.is_empty() && corrections.is_empty() && identities.is_empty() {
        return review;
    }
    let mut casting = Casting::new(text, findings.entities.clone());
    mentions::rule(text, rules, &mut review, &mut casting);
    mentions::correct(text, &said(corrections, What::Mention), &mut review, &mut casting);
    identities::identify(text, identities, &mut review, &mut casting);
    let (set_apart, quotes): (Vec<&Correction>, Vec<&Correction>) =
        said(corrections, What::Quote).into_iter().partition(|it| scare::is_of(it));
    quotes::correct(text, &quotes, &mut review, &mut casting);
    scare::correct(text, &set_apart, &mut review);
    Rc::make_mut(&mut review.findings).entities = casting.entities;
    review
}

/// The corrections of one sort of finding, the latest first: it overrules earlier ones.
fn said(corrections: &[Rc<Correction>], what: What) -> Vec<&Correction> {
    let said: Vec<&Correction> =
        corrections.iter().map(|it| &**it).filter(|it| it.about.what == what).collect();
    let latest_first = order(said.iter().map(|it| [u64::MAX - it.modified.0, 0, 0]));
    latest_first.into_iter().map(|index| said[index]).collect()
}

fn is_rejected(correction: &Correction) -> bool {
    correction.ruling == Ruling::Rejected
}

impl Trace {
    fn found(origin: Span) -> Self {
        Self { standing: Standing::Found, origin }
    }
}

impl Review {
    /// The mention at `index` as the reader sees it, and the correction that it comes from.
    pub fn mention(&self, index: usize) -> Option<(Finding, Option<CorrectionId>)> {
        let Mention { kind, span, .. } = self.findings.mentions.get(index)?;
        let finding = Finding {
            what: What::Mention,
            kind: kind.word().into(),
            span: *span,
            speaker: None,
            cue: None,
        };
        Some((finding, self.mentions.get(index)?.standing.correction()))
    }

    /// The same of a quote.
    pub fn quote(&self, index: usize) -> Option<(Finding, Option<CorrectionId>)> {
        let quote = self.findings.quotes.get(index)?;
        let finding = Finding {
            what: What::Quote,
            kind: quote.kind.word().into(),
            span: extent(quote),
            speaker: speakers(&self.findings, quote),
            cue: quote.cue,
        };
        Some((finding, self.quotes.get(index)?.standing.correction()))
    }

    /// The same of words set apart.
    pub fn scare(&self, index: usize) -> Option<(Finding, Option<CorrectionId>)> {
        let finding = Finding {
            what: What::Quote,
            kind: SET_APART.into(),
            span: self.findings.scare.get(index)?.span,
            speaker: None,
            cue: None,
        };
        Some((finding, self.scare.get(index)?.standing.correction()))
    }
}

/// From the quote's first piece to its last.
pub fn extent(quote: &Quote) -> Span {
    let ends = quote.content.first().zip(quote.content.last());
    ends.map_or(Span::new(0, 0), |(first, last)| first.cover(*last))
}
