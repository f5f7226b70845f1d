//! The pairing of two lists, one to one, that weighs the most (Kuhn and Munkres).

/// The largest total weight; `weights[row][column]`, all rows of one length.
pub(crate) fn heaviest(weights: &[Vec<f64>]) -> f64 {
    let columns = weights.first().map_or(0, Vec::len);
    if weights.len() > columns {
        let turn = |column| weights.iter().map(|row: &Vec<f64>| row[column]).collect();
        return pair(&(0..columns).map(turn).collect::<Vec<_>>());
    }
    pair(weights)
}

/// The same, for at most as many rows as columns. Rows and columns are counted from 1, and column 0 is
/// where a row waits until it has one.
fn pair(weights: &[Vec<f64>]) -> f64 {
    let columns = weights.first().map_or(0, Vec::len);
    let mut of_row = vec![0.0; weights.len() + 1];
    let mut of_column = vec![0.0; columns + 1];
    let mut row_at = vec![0; columns + 1];
    for row in 1..=weights.len() {
        row_at[0] = row;
        let (mut from, mut least) = (vec![0; columns + 1], vec![f64::INFINITY; columns + 1]);
        let mut is_done = vec![false; columns + 1];
        let mut at = 0;
        while row_at[at] != 0 {
            is_done[at] = true;
            let (mut step, mut next) = (f64::INFINITY, 0);
            for column in (1..=columns).filter(|&column| !is_done[column]) {
                let row = row_at[at];
                let slack = -weights[row - 1][column - 1] - of_row[row] - of_column[column];
                if slack < least[column] {
                    (least[column], from[column]) = (slack, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=columns {
                if is_done[column] {
                    of_row[row_at[column]] += step;
                    of_column[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            row_at[at] = row_at[from[at]];
            at = from[at];
        }
    }
    let paired = (1..=columns).filter(|&column| row_at[column] != 0);
    paired.map(|column| weights[row_at[column] - 1][column - 1]).sum()
}

#[cfg(test)]
mod tests {
    use super::heaviest;

    #[test]
    fn the_best_pairing_may_leave_the_best_pair() {
        let weights = [vec![9.0, 8.0, 1.0], vec![8.0, 1.0, 1.0]];
        assert_eq!(heaviest(&weights), 16.0);
        let turned = [vec![9.0, 8.0], vec![8.0, 1.0], vec![1.0, 1.0]];
        assert_eq!(heaviest(&turned), 16.0);
    }

    #[test]
    fn nothing_weighs_nothing() {
        assert_eq!(heaviest(&[]), 0.0);
        assert_eq!(heaviest(&[Vec::new()]), 0.0);
    }
}
