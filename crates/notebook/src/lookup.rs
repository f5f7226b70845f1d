//! [`Lookup`]: where each of many ids stands in a list, found without going through the list.

use galley_text::order;

/// The places of ids in a list. One type for ids of all sorts, since maps of each would be a noticeable part
/// of every download.
pub struct Lookup(Vec<(u128, usize)>);

impl Lookup {
    /// The places in this list.
    pub fn of(ids: &[u128]) -> Self {
        let in_order = order(ids.iter().map(|id| [(id >> 64) as u64, *id as u64, 0]));
        Self(in_order.into_iter().map(|at| (ids[at], at)).collect())
    }

    /// Where the first of these ids stands.
    pub fn get(&self, id: u128) -> Option<usize> {
        let first = self.0.partition_point(|(it, _)| *it < id);
        self.0.get(first).filter(|(it, _)| *it == id).map(|(_, at)| *at)
    }
}
