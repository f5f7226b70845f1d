//! Laws of the one sort.

use galley_text::order;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn keys_come_in_order_and_equal_ones_as_they_came(keys in vec([0..4_u64, 0..4, 0..4], 0..40)) {
        let mut expected: Vec<usize> = (0..keys.len()).collect();
        expected.sort_by_key(|&index| keys[index]);
        prop_assert_eq!(order(keys), expected);
    }
}
