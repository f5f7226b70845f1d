//! Laws of ids and dates.

use galley_notebook::{ArticleId, Millis};
use proptest::prelude::*;

proptest! {
    #[test]
    fn ids_are_uuids_that_read_back(bits in any::<u128>()) {
        let id = ArticleId::from_random(bits);
        let text = id.to_string();
        prop_assert_eq!(text.parse(), Ok(id));
        prop_assert_eq!(&text[14..15], "4");
        prop_assert!("89ab".contains(&text[19..20]));
    }

    #[test]
    fn dates_read_back(ms in 0..253_402_300_800_000_u64) {
        prop_assert_eq!(Millis::from_iso8601(&Millis(ms).iso8601()), Some(Millis(ms)));
    }

    #[test]
    fn any_text_is_a_date_or_none(text in "[0-9TZ:.-]{0,26}|\\PC{0,30}") {
        if let Some(moment) = Millis::from_iso8601(&text) {
            prop_assert!(moment.iso8601().as_str() >= "1970");
        }
    }
}

#[test]
fn known_dates() {
    assert_eq!(Millis(0).iso8601(), "1970-01-01T00:00:00.000Z");
    assert_eq!(Millis(951_782_400_000).iso8601(), "2000-02-29T00:00:00.000Z");
    assert_eq!(Millis(1_767_323_045_678).iso8601(), "2026-01-02T03:04:05.678Z");
    assert_eq!(Millis(u64::MAX).iso8601(), "9999-12-31T23:59:59.999Z");
    assert_eq!(Millis::from_iso8601("2026-01-02T03:04:05Z"), Some(Millis(1_767_323_045_000)));
}

#[test]
fn only_the_written_form_of_an_id_is_one() {
    let id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    assert!(id.parse::<ArticleId>().is_ok());
    for wrong in ["", "0f8fad5b", &id.to_uppercase(), &id.replace('-', ""), &id.replace('-', "+")] {
        assert!(wrong.parse::<ArticleId>().is_err(), "{wrong}");
    }
}
