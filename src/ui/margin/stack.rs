//! [`stack`]: where cards stand in a margin, beside their words and never over each other.

/// A card before it is placed, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Card {
    /// Where its words stand.
    pub(crate) wish: f64,
    /// How high it is.
    pub(crate) height: f64,
}

/// The top of each card. Cards are in the order of their words; each gets as near to its wish as
/// the ones above it let it, with `gap` between two. The card at `held`, if any, stands exactly at
/// its wish, and the cards above it make room.
pub(crate) fn stack(cards: &[Card], gap: f64, held: Option<usize>) -> Vec<f64> {
    let mut tops = Vec::with_capacity(cards.len());
    let mut floor = f64::NEG_INFINITY;
    for (index, card) in cards.iter().enumerate() {
        let top = if held == Some(index) { card.wish } else { card.wish.max(floor) };
        floor = top + card.height + gap;
        tops.push(top);
    }
    if let Some(held) = held.filter(|&held| held < cards.len()) {
        for index in (0..held).rev() {
            let ceiling = tops[index + 1] - gap - cards[index].height;
            tops[index] = tops[index].min(ceiling);
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards(of: &[(f64, f64)]) -> Vec<Card> {
        of.iter().map(|&(wish, height)| Card { wish, height }).collect()
    }

    #[test]
    fn cards_with_room_stand_beside_their_words() {
        assert_eq!(stack(&cards(&[(0.0, 10.0), (50.0, 10.0)]), 4.0, None), [0.0, 50.0]);
    }

    #[test]
    fn a_card_without_room_moves_down_just_enough() {
        let crowded = cards(&[(0.0, 10.0), (5.0, 10.0), (6.0, 10.0), (90.0, 10.0)]);
        assert_eq!(stack(&crowded, 4.0, None), [0.0, 14.0, 28.0, 90.0]);
    }

    #[test]
    fn the_held_card_stands_at_its_words_and_those_above_make_room() {
        let crowded = cards(&[(0.0, 10.0), (5.0, 10.0), (6.0, 10.0), (90.0, 10.0)]);
        assert_eq!(stack(&crowded, 4.0, Some(2)), [-22.0, -8.0, 6.0, 90.0]);
    }

    #[test]
    fn no_two_cards_ever_overlap() {
        let crowded = cards(&[(0.0, 30.0), (1.0, 5.0), (1.0, 80.0), (2.0, 9.0), (60.0, 7.0)]);
        for held in [None, Some(0), Some(1), Some(2), Some(3), Some(4)] {
            let tops = stack(&crowded, 3.0, held);
            for (index, pair) in tops.windows(2).enumerate() {
                assert!(pair[0] + crowded[index].height + 3.0 <= pair[1] + 1e-9, "{held:?}");
            }
        }
    }
}
