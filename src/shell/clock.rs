//! The time, and the dice.

use galley_notebook::Millis;

/// Now.
pub(crate) fn now() -> Millis {
    Millis(js_sys::Date::now() as u64)
}

/// 128 random bits, for an id.
pub(crate) fn random() -> u128 {
    (0..4).fold(0, |bits, _| {
        bits << 32 | u128::from((js_sys::Math::random() * 4_294_967_296.0) as u32)
    })
}

/// A day in the reader's own language: "23 November 2026".
pub(crate) fn day(moment: Millis) -> String {
    let options = js_sys::Object::new();
    for (key, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // Setting a property of an object made just now does not fail.
        let _ = js_sys::Reflect::set(&options, &key.into(), &value.into());
    }
    let date = js_sys::Date::new(&(moment.0 as f64).into());
    date.to_locale_date_string("default", &options).into()
}
