//! The reader's side: articles, annotations, history and stored formats.
