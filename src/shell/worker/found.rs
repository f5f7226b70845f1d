//! [`Found`]: what the engine found, shared by all that show it.

use std::ops::Deref;
use std::rc::Rc;

use galley_engine::Findings;

/// What the engine found in one reading. Equal only to itself: to compare thousands of findings at
/// each drawing would cost more than the drawing.
#[derive(Clone, Debug, Default)]
pub struct Found(Rc<Findings>);

impl Found {
    /// The findings of a reading.
    pub fn new(findings: Findings) -> Self {
        Self(Rc::new(findings))
    }
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Found {
    type Target = Findings;

    fn deref(&self) -> &Findings {
        &self.0
    }
}
