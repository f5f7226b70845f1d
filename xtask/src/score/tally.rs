//! [`Tally`]: how many were right, with the interval that the choice of texts leaves open.

use std::collections::BTreeMap;

/// Right ones and all, by text.
#[derive(Default)]
pub(super) struct Tally(BTreeMap<String, (u32, u32)>);

/// How often texts are drawn again for the interval.
const DRAWINGS: usize = 1000;

impl Tally {
    pub(super) fn count(&mut self, text: &str, is_right: bool) {
        let (right, all) = self.0.entry(text.to_owned()).or_default();
        *right += u32::from(is_right);
        *all += 1;
    }

    pub(super) fn all(&self) -> u32 {
        self.0.values().map(|(_, all)| all).sum()
    }

    /// The share that is right, in percent.
    pub(super) fn share(&self) -> f64 {
        percent(self.0.values().copied())
    }

    /// The 95 % bootstrap interval of the share over texts, drawn with a fixed seed.
    pub(super) fn interval(&self) -> (f64, f64) {
        let texts: Vec<(u32, u32)> = self.0.values().copied().collect();
        let mut seed = 0x2545_f491_4f6c_dd1d_u64;
        let mut draw = || {
            // xorshift64: enough for a drawing, and the same everywhere.
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            texts[(seed % texts.len().max(1) as u64) as usize]
        };
        if self.0.is_empty() {
            return (0.0, 0.0);
        }
        let mut shares: Vec<f64> =
            (0..DRAWINGS).map(|_| percent((0..self.0.len()).map(|_| draw()))).collect();
        shares.sort_unstable_by(f64::total_cmp);
        (shares[DRAWINGS / 40], shares[DRAWINGS - 1 - DRAWINGS / 40])
    }
}

fn percent(counts: impl Iterator<Item = (u32, u32)>) -> f64 {
    let (right, all) = counts.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    if all == 0 { 0.0 } else { 100.0 * f64::from(right) / f64::from(all) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_holds_the_share_and_is_the_same_each_time() {
        let mut tally = Tally::default();
        (0..40).for_each(|text| tally.count(&format!("{text}"), text % 4 != 0));
        let (low, high) = tally.interval();
        assert_eq!((tally.share(), tally.all()), (75.0, 40));
        assert!(low < 75.0 && high > 75.0 && tally.interval() == (low, high));
    }
}
