//! [`order`]: the one sort.

/// The indices of `keys` in ascending order of the keys, equal ones as they came.
///
/// The standard library's sorts are compiled anew, at about 5 kB, for every type that is sorted.
/// What a page downloads counts, so everything that it sorts is sorted by numbers, here.
pub fn order(keys: impl IntoIterator<Item = [u64; 3]>) -> Vec<usize> {
    let mut keyed: Vec<([u64; 3], usize)> =
        keys.into_iter().enumerate().map(|(index, key)| (key, index)).collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, index)| index).collect()
}
