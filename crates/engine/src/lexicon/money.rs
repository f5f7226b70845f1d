//! Currencies: signs, codes and names, with the ISO 4217 code of each.

use super::table::Table;

/// Letters that stand right before the digits of an amount: "Rs500", "N7.2 billion".
pub(crate) const CURRENCY_LETTERS: &[&str] = &[
    "N", "R", "Rs", "RM", "Rp", "Sh", "Shs", "KSh", "Ksh", "KES", "TSh", "Tsh", "USh", "Ush",
    "UGX", "Tk", "USD", "EUR", "GBP", "INR", "NGN", "GHS", "GHC", "ZAR", "RMB", "CHF", "PHP",
    "PKR", "AUD", "CAD", "HKD", "Php",
];

/// The currency of a sign.
pub(crate) fn sign(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" | "￥" => "JPY",
        "₦" => "NGN",
        "₹" => "INR",
        "₩" => "KRW",
        "₽" => "RUB",
        "₵" => "GHS",
        "฿" => "THB",
        "₺" => "TRY",
        "₫" => "VND",
        "₱" => "PHP",
        "₴" => "UAH",
        "₪" => "ILS",
        _ => return None,
    })
}

/// The dollar that letters before its sign tell: "US$", "HK$".
pub(crate) fn dollar(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "US" | "U.S." => "USD",
        "A" | "AU" | "AUD" => "AUD",
        "C" | "CA" => "CAD",
        "HK" => "HKD",
        "NT" => "TWD",
        "NZ" => "NZD",
        "S" => "SGD",
        "R" => "BRL",
        _ => return None,
    })
}

/// The currency of letters before a number: "Rs 500", "EUR 20".
pub(crate) fn code(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "N" | "NGN" => "NGN",
        "R" | "ZAR" => "ZAR",
        "Rs" | "Rs." | "INR" => "INR",
        "RM" | "MYR" => "MYR",
        "Rp" | "IDR" => "IDR",
        "Sh" | "Shs" | "KSh" | "Ksh" | "KES" => "KES",
        "TSh" | "Tsh" | "TZS" => "TZS",
        "USh" | "Ush" | "UGX" => "UGX",
        "Tk" | "BDT" => "BDT",
        "KD" | "KWD" => "KWD",
        "USD" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "GHS" | "GHC" => "GHS",
        "RMB" | "CNY" => "CNY",
        "CHF" => "CHF",
        "PHP" | "Php" => "PHP",
        "PKR" => "PKR",
        "AUD" => "AUD",
        "CAD" => "CAD",
        "HKD" => "HKD",
        "JPY" => "JPY",
        "AED" => "AED",
        "SAR" => "SAR",
        _ => return None,
    })
}

static NOUNS: Table = Table::new(include_str!("currencies.txt"));

/// The currency of a noun: "dollars", "yuan".
pub(crate) fn noun(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    NOUNS.value(&word).or_else(|| NOUNS.value(word.strip_suffix('s')?))
}
