//! Laws of [`Offsets`].

use galley_text::{CodePoint, Offsets, Utf16};
use proptest::prelude::*;

use crate::texts::{text, text_and_offset};

proptest! {
    #[test]
    fn units_count_what_stands_before((text, offset) in text_and_offset()) {
        let offsets = Offsets::new(&text);
        let start = (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        let before = &text[..start];
        prop_assert_eq!(offsets.utf16(offset), Utf16(before.encode_utf16().count()));
        prop_assert_eq!(offsets.code_point(offset), CodePoint(before.chars().count()));
    }

    #[test]
    fn every_character_start_survives_the_round_trip(text in text()) {
        let offsets = Offsets::new(&text);
        for at in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
            prop_assert_eq!(offsets.byte_of_utf16(offsets.utf16(at)), at);
            prop_assert_eq!(offsets.byte_of_code_point(offsets.code_point(at)), at);
        }
    }

    #[test]
    fn any_number_becomes_a_place_between_characters(text in text(), n in 0..400_usize) {
        let offsets = Offsets::new(&text);
        for byte in [offsets.byte_of_utf16(Utf16(n)), offsets.byte_of_code_point(CodePoint(n))] {
            prop_assert!(text.is_char_boundary(byte));
        }
        prop_assert_eq!(offsets.byte_of_utf16(Utf16(usize::MAX)), text.len());
    }
}

#[test]
fn a_long_text_is_counted_the_same_far_from_its_start() {
    let text = "🔥 é 新 ".repeat(2_000);
    let offsets = Offsets::new(&text);
    let (byte, _) = text.char_indices().nth(9_999).unwrap();
    assert_eq!(offsets.code_point(byte), CodePoint(9_999));
    assert_eq!(offsets.byte_of_code_point(CodePoint(9_999)), byte);
    assert_eq!(offsets.utf16(byte), Utf16(text[..byte].encode_utf16().count()));
}

#[test]
fn the_second_half_of_a_surrogate_pair_is_its_character() {
    assert_eq!(Offsets::new("a🔥b").byte_of_utf16(Utf16(2)), 1);
}
