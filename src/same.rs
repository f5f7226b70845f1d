//! [`Same`]: something large that many parts of the page show.

use std::ops::Deref;
use std::rc::Rc;

use galley_engine::Findings;

/// A shared value that is equal only to itself: to compare a whole article, or thousands of
/// findings, once for each paragraph would cost more than to draw them.
#[derive(Debug)]
pub struct Same<T: ?Sized>(Rc<T>);

/// What the engine found in one reading.
pub type Found = Same<Findings>;

impl<T> Same<T> {
    /// Shares `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: ?Sized> From<Rc<T>> for Same<T> {
    fn from(shared: Rc<T>) -> Self {
        Self(shared)
    }
}

impl<T> FromIterator<T> for Same<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
