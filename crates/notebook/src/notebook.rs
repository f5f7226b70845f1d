//! [`Notebook`]: one article with the reader's annotations.

use std::rc::Rc;

use crate::{Annotation, AnnotationId, Article, ArticleId, Header, Millis, guess};

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

/// An article, its header and what the reader annotated. Changed by
/// [`Transaction`](crate::Transaction)s only; cloning is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notebook {
    pub(crate) article: Article,
    pub(crate) header: Rc<Header>,
    /// Ordered by position, then id; each id once.
    annotations: Vec<Rc<Annotation>>,
    pub(crate) access: Access,
}

impl Notebook {
    /// An article without annotations.
    pub fn new(article: Article, header: Header) -> Self {
        let header = Rc::new(header);
        Self { article, header, annotations: Vec::new(), access: Access::ReadWrite }
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
        &self.annotations
    }

    /// One annotation.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Rc<Annotation>> {
        self.annotations.iter().find(|annotation| annotation.id == id)
    }

    /// Puts an annotation in place of the one of its id, if there is one.
    pub(crate) fn put(&mut self, annotation: Rc<Annotation>) {
        self.take(annotation.id);
        let order = |a: &Annotation| (a.anchor.span, a.id);
        let at = self.annotations.partition_point(|other| order(other) < order(&annotation));
        self.annotations.insert(at, annotation);
    }

    /// Takes an annotation away, if there is one of this id.
    pub(crate) fn take(&mut self, id: AnnotationId) {
        self.annotations.retain(|annotation| annotation.id != id);
    }
}
