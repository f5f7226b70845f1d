//! [`stack`]: where cards stand in a margin, beside their words and never over each other.

use std::iter::repeat_n;

/// A card before it is placed, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Card {
    /// Where its words stand.
    pub(crate) wish: f64,
    /// How high it is.
    pub(crate) height: f64,
}

/// How much more than all others together the card counts that is held.
const HELD: f64 = 1e9;

/// The top of each card. Cards are in the order of their words, with `gap` between two and none above the margin.
/// Those that crowd are as near to their wishes as can be, which is measured by the sum of the squares of their
/// ways; the card at `held`, if any, stands at its wish wherever those above it have room, and where it would
/// stand more than `farthest` from there, with the first of them above the margin, to be hidden.
///
/// Without the cards above them all tops may only grow from card to card, so this is isotonic regression, and the
/// pool of adjacent violators solves it (Ayer et al. 1955).
pub(crate) fn stack(cards: &[Card], gap: f64, held: Option<usize>, farthest: f64) -> Vec<f64> {
    let mut pools: Vec<Pool> = Vec::new();
    let mut above = 0.0;
    for (index, card) in cards.iter().enumerate() {
        let weight = if held == Some(index) { HELD } else { 1.0 };
        let mut pool = Pool { wish: card.wish - above, weight, cards: 1 };
        while let Some(last) = pools.pop_if(|last| last.wish >= pool.wish) {
            pool = last.with(&pool);
        }
        pools.push(pool);
        above += card.height + gap;
    }
    let tops = |least: f64| -> Vec<f64> {
        let wishes = pools.iter().flat_map(|pool| repeat_n(pool.wish.max(least), pool.cards));
        let heights = cards.iter().scan(0.0, |above, card| {
            let here = *above;
            *above += card.height + gap;
            Some(here)
        });
        wishes.zip(heights).map(|(wish, above)| wish + above).collect()
    };
    let below = tops(0.0);
    let is_far = |at: usize| below[at] - cards[at].wish > farthest;
    if held.is_some_and(|at| at < cards.len() && is_far(at)) { tops(f64::MIN) } else { below }
}

/// Cards that touch, and where they would like the first to stand if nothing stood above it.
struct Pool {
    wish: f64,
    weight: f64,
    cards: usize,
}

impl Pool {
    fn with(&self, other: &Pool) -> Pool {
        let weight = self.weight + other.weight;
        let wish = (self.wish * self.weight + other.wish * other.weight) / weight;
        Pool { wish, weight, cards: self.cards + other.cards }
    }
}

/// How far the card stands from its words that is farthest, if all were `height` high.
pub(crate) fn drift(wishes: &[f64], height: f64, gap: f64) -> f64 {
    let cards: Vec<Card> = wishes.iter().map(|&wish| Card { wish, height }).collect();
    let tops = stack(&cards, gap, None, f64::INFINITY);
    tops.iter().zip(wishes).map(|(top, wish)| (top - wish).abs()).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAR: f64 = 100.0;

    fn cards(of: &[(f64, f64)]) -> Vec<Card> {
        of.iter().map(|&(wish, height)| Card { wish, height }).collect()
    }

    #[test]
    fn cards_with_room_stand_beside_their_words() {
        assert_eq!(stack(&cards(&[(0.0, 10.0), (50.0, 10.0)]), 4.0, None, FAR), [0.0, 50.0]);
    }

    #[test]
    fn cards_without_room_share_the_way_and_none_stands_above_the_margin() {
        let crowded = cards(&[(50.0, 10.0), (50.0, 10.0), (90.0, 10.0)]);
        assert_eq!(stack(&crowded, 4.0, None, FAR), [43.0, 57.0, 90.0]);
        let at_the_top = cards(&[(0.0, 10.0), (5.0, 10.0), (6.0, 10.0)]);
        assert_eq!(stack(&at_the_top, 4.0, None, FAR), [0.0, 14.0, 28.0]);
    }

    #[test]
    fn the_held_card_stands_at_its_words_where_those_above_have_room() {
        let crowded = cards(&[(50.0, 10.0), (55.0, 10.0), (56.0, 10.0)]);
        let tops = stack(&crowded, 4.0, Some(2), FAR);
        assert_eq!(tops.iter().map(|top| top.round()).collect::<Vec<_>>(), [28.0, 42.0, 56.0]);
        assert_eq!(stack(&cards(&[(0.0, 10.0), (1.0, 10.0)]), 4.0, Some(1), FAR), [0.0, 14.0]);
    }

    #[test]
    fn what_is_held_stands_at_its_words_however_many_stand_above() {
        let many = cards(&[(0.0, 26.0); 20]);
        assert!(stack(&many, 2.0, Some(3), FAR).iter().all(|top| *top >= 0.0));
        let tops = stack(&many, 2.0, Some(19), FAR);
        assert!(tops[19].abs() < 1e-3 && tops[18] < 0.0);
    }

    #[test]
    fn a_card_to_each_line_of_a_talk_stays_beside_it_if_it_is_low_enough() {
        let lines: Vec<f64> = (0..80).map(|line| f64::from(line) * 51.0).collect();
        assert!(drift(&lines, 58.0, 6.0) > 400.0);
        assert_eq!(drift(&lines, 26.0, 2.0), 0.0);
    }

    #[test]
    fn no_two_cards_ever_overlap_and_none_stands_above_the_margin() {
        let crowded = cards(&[(0.0, 30.0), (1.0, 5.0), (1.0, 80.0), (2.0, 9.0), (60.0, 7.0)]);
        for held in [None, Some(0), Some(1), Some(2), Some(3), Some(4)] {
            let tops = stack(&crowded, 3.0, held, f64::INFINITY);
            assert!(tops[0] >= 0.0, "{held:?}");
            for (index, pair) in tops.windows(2).enumerate() {
                assert!(pair[0] + crowded[index].height + 3.0 <= pair[1] + 1e-6, "{held:?}");
            }
        }
    }
}
