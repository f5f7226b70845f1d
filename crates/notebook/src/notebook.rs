//! [`Notebook`]: one article with the reader's annotations and corrections.

use std::rc::Rc;

use crate::entry::Entries;
use crate::{
    Annotation, AnnotationId, Article, ArticleId, Correction, CorrectionId, Header, Identity,
    Millis, guess,
};

/// Whether a notebook may be changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// It may.
    #[default]
    ReadWrite,
    /// It may not: a newer Galley wrote a part of it, which this one would spoil, or a part of it
    /// is damaged and could not be set aside.
    ReadOnly,
}

/// An article, its header, and what the reader annotated and corrected. Changed by
/// [`Transaction`](crate::Transaction)s only; cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notebook {
    pub(crate) article: Article,
    pub(crate) header: Rc<Header>,
    pub(crate) annotations: Entries<Annotation>,
    pub(crate) corrections: Entries<Correction>,
    pub(crate) identities: Entries<Identity>,
    pub(crate) access: Access,
}

impl Notebook {
    /// An article without annotations.
    pub fn new(article: Article, header: Header) -> Self {
        Self {
            article,
            header: Rc::new(header),
            annotations: Entries::default(),
            corrections: Entries::default(),
            identities: Entries::default(),
            access: Access::ReadWrite,
        }
    }

    /// An article whose text alone is known. Its header is guessed, older than any other.
    pub(crate) fn from_text(article: Article) -> Self {
        let header = guess::header(article.id(), article.text(), article.blocks(), None, Millis(0));
        Self::new(article, header)
    }

    /// Its id, which is its article's.
    pub fn id(&self) -> ArticleId {
        self.article.id()
    }

    /// The frozen text.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// What the shelf shows of it.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Whether it may be changed.
    pub fn access(&self) -> Access {
        self.access
    }

    /// The annotations in order of their positions.
    pub fn annotations(&self) -> &[Rc<Annotation>] {
        self.annotations.as_slice()
    }

    /// One annotation.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Rc<Annotation>> {
        self.annotations.get(id)
    }

    /// The corrections in order of the positions of what they are about.
    pub fn corrections(&self) -> &[Rc<Correction>] {
        self.corrections.as_slice()
    }

    /// What the reader said of who somebody is, in order of the positions of those mentions.
    pub fn identities(&self) -> &[Rc<Identity>] {
        self.identities.as_slice()
    }

    /// One correction.
    pub fn correction(&self, id: CorrectionId) -> Option<&Rc<Correction>> {
        self.corrections.get(id)
    }
}
