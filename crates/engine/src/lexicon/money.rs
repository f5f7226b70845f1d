//! Currencies: signs, codes and names, with the ISO 4217 code of each.

use super::table::Table;

/// Letters that stand right before the digits of an amount: "Rs500", "N7.2 billion".
pub(crate) const CURRENCY_LETTERS: &[&str] = &[
    "N", "R", "Rs", "RM", "Rp", "Sh", "Shs", "KSh", "Ksh", "KES", "TSh", "Tsh", "USh", "Ush",
    "UGX", "Tk", "USD", "EUR", "GBP", "INR", "NGN", "GHS", "GHC", "GH", "ZAR", "RMB", "CHF", "PHP",
    "PKR", "AUD", "CAD", "HKD", "Php", "Dh", "Dhs", "AED", "QR", "QAR", "SR", "SAR", "BD", "BND",
    "KD", "MNT", "NIS", "LE", "FCFA", "CFA", "KZT", "JPY", "SGD", "NZD", "BRL", "MXN", "CNY",
    "KRW",
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
        "₡" => "CRC",
        "₲" => "PYG",
        "₮" => "MNT",
        "₸" => "KZT",
        "₼" => "AZN",
        "₾" => "GEL",
        "₭" => "LAK",
        "៛" => "KHR",
        "৳" => "BDT",
        _ => return None,
    })
}

/// The currency that letters before a sign tell: "US$", "HK$", "GH₵".
pub(crate) fn lettered(letters: &str, of: &str) -> Option<&'static str> {
    if of != "$" {
        return if letters == "GH" { sign(of) } else { None };
    }
    Some(match letters {
        "US" | "U.S." | "U.S" | "USD" => "USD",
        "A" | "AU" | "AUD" => "AUD",
        "AR" | "ARS" => "ARS",
        "B" | "BN" => "BND",
        "BZ" => "BZD",
        "Bds" => "BBD",
        "C" | "CA" | "CAD" | "CDN" | "Can" => "CAD",
        "CLP" => "CLP",
        "COP" | "Col" => "COP",
        "EC" => "XCD",
        "FJ" => "FJD",
        "G" | "GY" => "GYD",
        "HK" => "HKD",
        "J" => "JMD",
        "MX" | "Mex" => "MXN",
        "N" => "NAD",
        "NT" => "TWD",
        "NZ" => "NZD",
        "R" => "BRL",
        "RD" => "DOP",
        "S" => "SGD",
        "TT" => "TTD",
        "U" => "UYU",
        "Z" | "ZW" | "RTGS" => "ZWL",
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
        "Sh" | "Shs" | "KSh" | "Ksh" | "KES" | "KShs" => "KES",
        "TSh" | "Tsh" | "TZS" => "TZS",
        "USh" | "Ush" | "UGX" => "UGX",
        "Tk" | "Tk." | "BDT" => "BDT",
        "KD" | "KWD" => "KWD",
        "BD" | "BHD" => "BHD",
        "RO" | "OMR" => "OMR",
        "JD" | "JOD" => "JOD",
        "Dh" | "Dhs" | "AED" => "AED",
        "QR" | "QAR" => "QAR",
        "SR" | "SAR" => "SAR",
        "LE" | "EGP" => "EGP",
        "NIS" | "ILS" => "ILS",
        "GH" | "GHS" | "GHC" => "GHS",
        "RMB" | "CNY" => "CNY",
        "PHP" | "Php" | "P" => "PHP",
        "FCFA" | "CFA" | "XOF" => "XOF",
        "Le" | "SLL" => "SLL",
        _ => return iso(letters),
    })
}

/// Codes that an article writes as they are.
fn iso(code: &str) -> Option<&'static str> {
    const CODES: &[&str] = &[
        "ARS", "AUD", "AZN", "BAM", "BBD", "BGN", "BND", "BOB", "BRL", "BWP", "BYN", "CAD", "CHF",
        "CLP", "COP", "CRC", "CUP", "CZK", "DKK", "DOP", "DZD", "ETB", "EUR", "FJD", "GBP", "GEL",
        "GYD", "HKD", "HNL", "HUF", "IQD", "IRR", "ISK", "JMD", "JPY", "KHR", "KRW", "KZT", "LAK",
        "LBP", "LKR", "LYD", "MAD", "MMK", "MNT", "MUR", "MVR", "MWK", "MXN", "MZN", "NAD", "NIO",
        "NOK", "NPR", "NZD", "PEN", "PGK", "PKR", "PLN", "PYG", "RON", "RSD", "RUB", "RWF", "SDG",
        "SEK", "SGD", "SYP", "THB", "TND", "TRY", "TTD", "TWD", "UAH", "USD", "UYU", "UZS", "VES",
        "VND", "XAF", "XCD", "YER", "ZMW", "ZWL",
    ];
    CODES.binary_search(&code).ok().map(|at| CODES[at])
}

/// The currency of a code or sign behind a number: "500 USD", "1500 Rs", "12 €".
pub(crate) fn after(word: &str) -> Option<&'static str> {
    let is_short = word.len() < 2 || matches!(word, "Le" | "LE" | "RO" | "GH" | "BD" | "SR" | "JD");
    sign(word).filter(|_| word != "$").or_else(|| code(word).filter(|_| !is_short))
}

static NOUNS: Table = Table::new(include_str!("currencies.txt"));

/// The currency of a noun: "dollars", "yuan".
pub(crate) fn noun(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    NOUNS.value(&word).or_else(|| NOUNS.value(word.strip_suffix('s')?))
}

/// The currency whose hundredth a noun is: "cents", "pence".
pub(crate) fn hundredth(word: &str) -> Option<&'static str> {
    Some(match word {
        "cent" | "cents" | "Cents" | "¢" => "USD",
        "pence" | "p" => "GBP",
        "kobo" => "NGN",
        "sen" => "MYR",
        "paise" | "paisa" => "INR",
        "centavos" => "MXN",
        "kopecks" | "kopeks" => "RUB",
        _ => return None,
    })
}

/// The currency that a country and a noun name: "Canadian dollars", "Egyptian pounds".
pub(crate) fn of_country(country: &str, noun: &str) -> Option<&'static str> {
    const NAMED: &[(&str, &str, &str)] = &[
        ("Algerian", "dinar", "DZD"),
        ("Argentine", "peso", "ARS"),
        ("Australian", "dollar", "AUD"),
        ("Bahraini", "dinar", "BHD"),
        ("Brunei", "dollar", "BND"),
        ("Canadian", "dollar", "CAD"),
        ("Chilean", "peso", "CLP"),
        ("Colombian", "peso", "COP"),
        ("Congolese", "franc", "CDF"),
        ("Cuban", "peso", "CUP"),
        ("Czech", "koruna", "CZK"),
        ("Danish", "krone", "DKK"),
        ("Dominican", "peso", "DOP"),
        ("Egyptian", "pound", "EGP"),
        ("Fijian", "dollar", "FJD"),
        ("Guyanese", "dollar", "GYD"),
        ("HK", "dollar", "HKD"),
        ("Hong", "dollar", "HKD"),
        ("Iraqi", "dinar", "IQD"),
        ("Jamaican", "dollar", "JMD"),
        ("Jordanian", "dinar", "JOD"),
        ("Kuwaiti", "dinar", "KWD"),
        ("Lebanese", "pound", "LBP"),
        ("Libyan", "dinar", "LYD"),
        ("Mexican", "peso", "MXN"),
        ("Moroccan", "dirham", "MAD"),
        ("Namibian", "dollar", "NAD"),
        ("Nepali", "rupee", "NPR"),
        ("Nepalese", "rupee", "NPR"),
        ("New", "dollar", "NZD"),
        ("Norwegian", "krone", "NOK"),
        ("Omani", "rial", "OMR"),
        ("Pakistani", "rupee", "PKR"),
        ("Philippine", "peso", "PHP"),
        ("Qatari", "riyal", "QAR"),
        ("Rwandan", "franc", "RWF"),
        ("Serbian", "dinar", "RSD"),
        ("Singapore", "dollar", "SGD"),
        ("Sudanese", "pound", "SDG"),
        ("Swedish", "krona", "SEK"),
        ("Syrian", "pound", "SYP"),
        ("Taiwan", "dollar", "TWD"),
        ("Tanzanian", "shilling", "TZS"),
        ("Trinidad", "dollar", "TTD"),
        ("Tunisian", "dinar", "TND"),
        ("Ugandan", "shilling", "UGX"),
        ("Uruguayan", "peso", "UYU"),
        ("Yemeni", "rial", "YER"),
        ("Zimbabwean", "dollar", "ZWL"),
    ];
    let noun = noun.to_lowercase();
    let stem = noun.strip_suffix('s').unwrap_or(&noun);
    let found = NAMED.iter().find(|(land, name, _)| *land == country && *name == stem);
    found.map(|(_, _, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::{after, code, iso, lettered, noun, of_country, sign};

    #[test]
    fn currencies_have_their_code_however_they_are_written() {
        assert_eq!((sign("₡"), code("KSh"), code("RWF")), (Some("CRC"), Some("KES"), Some("RWF")));
        assert_eq!((lettered("HK", "$"), lettered("GH", "₵")), (Some("HKD"), Some("GHS")));
        assert_eq!((noun("Rupees"), after("USD"), after("N")), (Some("INR"), Some("USD"), None));
        assert_eq!(of_country("Egyptian", "pounds"), Some("EGP"));
        assert_eq!((iso("AAA"), iso("ZWL"), iso("ARS")), (None, Some("ZWL"), Some("ARS")));
    }
}
