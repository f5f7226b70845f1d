//! Galley: the browser half.
