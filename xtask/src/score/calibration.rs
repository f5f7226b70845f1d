//! [`Calibration`]: of findings said to be this sure, how many are right.

use super::report_interval;
use super::tally::Tally;

/// The least confidence of each row of the table, highest first.
const ROWS: [f64; 7] = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.0];

/// Right ones and all by said confidence.
#[derive(Default)]
pub(super) struct Calibration([Tally; ROWS.len()]);

impl Calibration {
    /// Counts one finding of `text`. A said confidence is rounded to two places, as a reader sees it.
    pub(super) fn count(&mut self, text: &str, said: f64, is_right: bool) {
        let said = (said * 100.0).round() / 100.0;
        let row = ROWS.iter().position(|least| said >= *least);
        self.0[row.unwrap_or(ROWS.len() - 1)].count(text, is_right);
    }

    /// Prints the rows that hold anything.
    pub(super) fn print(&self, name: &str) {
        println!("{name}, right by said confidence:");
        let rows = ROWS.iter().zip(&self.0).filter(|(_, tally)| tally.all() > 0);
        for (least, tally) in rows {
            report_interval(&format!("  from {least:.1}"), tally, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_counts_in_the_highest_row_that_it_reaches() {
        let mut calibration = Calibration::default();
        calibration.count("a", 0.899_999, true);
        calibration.count("a", 0.85, false);
        calibration.count("a", 0.1, false);
        let all = calibration.0.each_ref().map(Tally::all);
        assert_eq!(all, [1, 1, 0, 0, 0, 0, 1]);
    }
}
