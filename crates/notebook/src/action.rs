//! [`Action`]: everything that can happen to a session.

use galley_text::Span;

use crate::{
    AnnotationId, ArticleId, CorrectionId, Details, Draft, Finding, IdentityId, Library, Millis,
    Reach, Retag, RuleEdit, Say,
};

/// What happened. Ids of new things and the time come with it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what their names and types say")]
pub enum Action {
    /// A new article was pasted. It becomes the current one.
    Open { draft: Draft, id: ArticleId, now: Millis },
    /// The reader goes to an article, or with `None` back to the shelf.
    Show(Option<ArticleId>),
    /// The reader edits the current article's notebook.
    Edit(Edit),
    /// The reader edits the house rules.
    Rule(RuleEdit),
    /// A tag is called otherwise, in every article. What it changes is told by
    /// [`Session::tagged`](crate::Session::tagged).
    Retag(Retag),
    /// The last step in the current notebook, or on the shelf, is taken back.
    Undo,
    /// The last step taken back is done again.
    Redo,
    /// An article goes into the trash.
    Discard { id: ArticleId, now: Millis },
    /// An article comes back from the trash.
    Recover { id: ArticleId, now: Millis },
    /// An article and its annotations are deleted for good.
    Erase(ArticleId),
    /// Notebooks were read from storage.
    Load(Library),
    /// What storage holds of an article's history was read. It counts until there is a step.
    Recall { id: ArticleId, history: String },
    /// Notebooks came out of a file. What is not here yet is added.
    Add(Library),
    /// Storage was brought up to this state of [`Session::library`](crate::Session::library).
    Saved(Library),
    /// Another tab put a value under a storage key, or removed it.
    Merge { key: String, value: Option<String> },
}

/// An edit of the current notebook. Each is one step that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are what their names and types say")]
pub enum Edit {
    /// Highlights a place. White space at its edges is left out.
    AddHighlight { id: AnnotationId, span: Span, now: Millis },
    /// Writes an annotation's note; an empty one takes it away and leaves the highlight.
    SetNote { id: AnnotationId, note: String, now: Millis },
    /// Sets an annotation's tags. Each is trimmed and kept once.
    SetTags { id: AnnotationId, tags: Vec<String>, now: Millis },
    /// Highlights a place with a tag. Where that very place is an annotation, the tag is put on it,
    /// or taken off where it has it.
    Label { id: AnnotationId, span: Span, tag: String, now: Millis },
    /// Puts a tag on many annotations.
    Tag { ids: Vec<AnnotationId>, tag: String, now: Millis },
    /// Takes a tag off many annotations.
    Untag { ids: Vec<AnnotationId>, tag: String, now: Millis },
    /// Moves an annotation to where no other one is. White space at its edges is left out.
    Move { id: AnnotationId, span: Span, now: Millis },
    /// Removes an annotation.
    Remove(AnnotationId),
    /// Removes many annotations.
    RemoveAll(Vec<AnnotationId>),
    /// Says the same of one finding or of many. A finding that has been spoken of comes with the
    /// id of that correction, any other with a new one.
    Correct { findings: Vec<(CorrectionId, Finding)>, say: Say, now: Millis },
    /// Takes corrections back: what the machine finds stands again as it is.
    Retract(Vec<CorrectionId>),
    /// Says of a mention, and as far as `reach` goes of others, that it names whoever `other` names, or
    /// else nobody else in the article.
    Identify { id: IdentityId, mention: Span, reach: Reach, other: Option<Span>, now: Millis },
    /// Takes that back.
    Unidentify(IdentityId),
    /// Edits what is known about the article.
    Describe { details: Details, now: Millis },
}
