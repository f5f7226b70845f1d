//! [`time`]: what the reader waits for at the desk, in a small text and in a large one, and how soon
//! marks are to be seen beside Recogito's text-annotator.

use anyhow::Result;

use super::rivals::Served;

/// Adds marks, points at them, opens articles and has them read, and prints what that takes; fails
/// where that is more than was promised.
pub(super) fn time(rivals: &Served) -> Result<()> {
    rivals.walk(&["desk"])
}
