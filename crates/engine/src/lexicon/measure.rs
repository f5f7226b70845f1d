//! Units of measure and of time.

/// The unit at `word`, perhaps of two words with `next`: its name and how many words it takes.
pub(crate) fn unit(word: &str, next: &str) -> Option<(String, usize)> {
    if word == "square" || word == "cubic" || word == "nautical" {
        return single(next).map(|name| (format!("{word} {name}"), 2));
    }
    if word == "degrees" && matches!(next, "Celsius" | "Fahrenheit" | "C" | "F") {
        return Some((format!("degree {next}"), 2));
    }
    single(word).map(|name| (name.to_owned(), 1))
}

fn single(word: &str) -> Option<&'static str> {
    const NAMES: &[&str] = &[
        "acre",
        "barrel",
        "bushel",
        "byte",
        "calorie",
        "centimeter",
        "centimetre",
        "degree",
        "gallon",
        "gigabyte",
        "gigawatt",
        "gram",
        "gramme",
        "hectare",
        "hertz",
        "inch",
        "joule",
        "kilogram",
        "kilogramme",
        "kilometer",
        "kilometre",
        "kilowatt",
        "kiloton",
        "knot",
        "liter",
        "litre",
        "megabyte",
        "megawatt",
        "megaton",
        "meter",
        "metre",
        "mile",
        "milligram",
        "milliliter",
        "millilitre",
        "millimeter",
        "millimetre",
        "ounce",
        "pint",
        "pound",
        "quart",
        "terabyte",
        "ton",
        "tonne",
        "volt",
        "watt",
        "yard",
    ];
    const SYMBOLS: &[&str] = &[
        "cm", "mm", "km", "kg", "kW", "MW", "GW", "TW", "mph", "kph", "km/h", "lb", "lbs", "oz",
        "ml", "GB", "TB", "MB", "KM", "KG", "kWh", "MWh", "sq", "ft", "m", "g",
    ];
    if word == "feet" || word == "foot" {
        return Some("foot");
    }
    if word == "inches" {
        return Some("inch");
    }
    let stem = word.strip_suffix('s').unwrap_or(word);
    let name = NAMES.iter().find(|name| name.eq_ignore_ascii_case(word) || **name == stem);
    name.or_else(|| SYMBOLS.iter().find(|symbol| **symbol == word)).copied()
}

/// The ISO 8601 letter of a period, with "T" before hours and below.
pub(crate) fn period(word: &str) -> Option<&'static str> {
    const PERIODS: &[(&str, &str)] = &[
        ("second", "TS"),
        ("minute", "TM"),
        ("hour", "TH"),
        ("day", "D"),
        ("night", "N"),
        ("week", "W"),
        ("fortnight", "FN"),
        ("month", "M"),
        ("quarter", "Q"),
        ("year", "Y"),
        ("decade", "DE"),
        ("century", "CE"),
        ("centurie", "CE"),
        ("hr", "TH"),
        ("min", "TM"),
    ];
    let stem = word.strip_suffix('s').unwrap_or(word);
    PERIODS.iter().find(|(name, _)| name.eq_ignore_ascii_case(stem)).map(|(_, code)| *code)
}
