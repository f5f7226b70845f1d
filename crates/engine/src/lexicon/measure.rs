//! Units of measure and of time.

/// The unit at the words that `word` gives by their place: its name, and how many words it takes.
pub(crate) fn unit<'t>(word: impl Fn(usize) -> &'t str) -> Option<(String, usize)> {
    let first = word(0);
    if let "square" | "cubic" | "nautical" | "metric" | "sq" | "sq." | "cu" = first {
        let full = match first {
            "sq" | "sq." => "square",
            "cu" => "cubic",
            first => first,
        };
        return single(word(1)).map(|name| (format!("{full} {name}"), 2));
    }
    if matches!(first, "degrees" | "degree") {
        let scale = match word(1) {
            "Celsius" | "C" | "centigrade" => "Celsius",
            "Fahrenheit" | "F" => "Fahrenheit",
            _ => return Some(("degree".to_owned(), 1)),
        };
        return Some((format!("degree {scale}"), 2));
    }
    if first == "°" {
        let scale = match word(1) {
            "C" => "Celsius",
            "F" => "Fahrenheit",
            _ => return None,
        };
        return Some((format!("degree {scale}"), 2));
    }
    let name = single(first)?;
    // "50 miles per hour", "5 km/h".
    let hour = matches!((word(1), word(2)), ("per" | "an", "hour") | ("/", "h" | "hour"));
    let second = matches!((word(1), word(2)), ("per" | "a", "second") | ("/", "s"));
    Some(match () {
        () if hour => (format!("{name}/hour"), 3),
        () if second => (format!("{name}/second"), 3),
        () => (name.to_owned(), 1),
    })
}

/// Symbols and spellings, in byte order, with the name of the unit.
const UNITS: &[(&str, &str)] = &[
    ("GB", "gigabyte"),
    ("GW", "gigawatt"),
    ("GWh", "gigawatt-hour"),
    ("KG", "kilogram"),
    ("KM", "kilometer"),
    ("MB", "megabyte"),
    ("MW", "megawatt"),
    ("MWh", "megawatt-hour"),
    ("TB", "terabyte"),
    ("TW", "terawatt"),
    ("acre", "acre"),
    ("acre-feet", "acre-foot"),
    ("acre-foot", "acre-foot"),
    ("barrel", "barrel"),
    ("bpd", "barrel/day"),
    ("bushel", "bushel"),
    ("byte", "byte"),
    ("calorie", "calorie"),
    ("carat", "carat"),
    ("centimeter", "centimeter"),
    ("centimetre", "centimeter"),
    ("cm", "centimeter"),
    ("decibel", "decibel"),
    ("feet", "foot"),
    ("foot", "foot"),
    ("ft", "foot"),
    ("g", "gram"),
    ("gallon", "gallon"),
    ("gigabyte", "gigabyte"),
    ("gigawatt", "gigawatt"),
    ("gigawatt-hour", "gigawatt-hour"),
    ("gram", "gram"),
    ("gramme", "gram"),
    ("ha", "hectare"),
    ("hectare", "hectare"),
    ("hertz", "hertz"),
    ("horsepower", "horsepower"),
    ("inch", "inch"),
    ("inche", "inch"),
    ("joule", "joule"),
    ("kW", "kilowatt"),
    ("kWh", "kilowatt-hour"),
    ("kg", "kilogram"),
    ("kilo", "kilogram"),
    ("kilogram", "kilogram"),
    ("kilogramme", "kilogram"),
    ("kilohertz", "kilohertz"),
    ("kilometer", "kilometer"),
    ("kilometre", "kilometer"),
    ("kiloton", "kiloton"),
    ("kilowatt", "kilowatt"),
    ("kilowatt-hour", "kilowatt-hour"),
    ("km", "kilometer"),
    ("km/h", "kilometer/hour"),
    ("kmph", "kilometer/hour"),
    ("knot", "knot"),
    ("kph", "kilometer/hour"),
    ("lb", "pound"),
    ("light-year", "light-year"),
    ("liter", "liter"),
    ("litre", "liter"),
    ("m", "meter"),
    ("megabyte", "megabyte"),
    ("megahertz", "megahertz"),
    ("megaton", "megaton"),
    ("megawatt", "megawatt"),
    ("megawatt-hour", "megawatt-hour"),
    ("meter", "meter"),
    ("metre", "meter"),
    ("mg", "milligram"),
    ("mi", "mile"),
    ("microgram", "microgram"),
    ("mile", "mile"),
    ("milligram", "milligram"),
    ("milliliter", "milliliter"),
    ("millilitre", "milliliter"),
    ("millimeter", "millimeter"),
    ("millimetre", "millimeter"),
    ("ml", "milliliter"),
    ("mm", "millimeter"),
    ("mph", "mile/hour"),
    ("ounce", "ounce"),
    ("oz", "ounce"),
    ("pint", "pint"),
    ("pound", "pound"),
    ("quart", "quart"),
    ("terabyte", "terabyte"),
    ("terawatt", "terawatt"),
    ("terawatt-hour", "terawatt-hour"),
    ("ton", "ton"),
    ("tonne", "tonne"),
    ("volt", "volt"),
    ("watt", "watt"),
    ("yard", "yard"),
];

fn single(word: &str) -> Option<&'static str> {
    let named = |key: &str| {
        let at = UNITS.binary_search_by_key(&key, |(name, _)| name).ok()?;
        Some(UNITS[at].1)
    };
    let stem = word.strip_suffix('s').unwrap_or(word);
    let is_word = word.len() > 3;
    named(word).or_else(|| named(stem)).or_else(|| {
        let small = stem.to_ascii_lowercase();
        if is_word { named(&small) } else { None }
    })
}

/// A unit of time in ISO 8601: so many of the unit of that letter.
#[derive(Clone, Copy)]
pub(crate) struct Period {
    pub(crate) letter: &'static str,
    pub(crate) count: i64,
    is_of_day: bool,
}

impl Period {
    /// The duration of an amount with its letter.
    pub(crate) fn write(self, amount: &str) -> String {
        format!("P{}{amount}", if self.is_of_day { "T" } else { "" })
    }
}

/// The unit of time that `word` names. ISO 8601 has no fortnights, quarters, decades or centuries.
pub(crate) fn period(word: &str) -> Option<Period> {
    let of = |letter, count, is_of_day| Some(Period { letter, count, is_of_day });
    let small = word.to_ascii_lowercase();
    match small.strip_suffix('s').unwrap_or(&small) {
        "second" => of("S", 1, true),
        "minute" | "min" => of("M", 1, true),
        "hour" | "hr" => of("H", 1, true),
        "day" | "night" => of("D", 1, false),
        "week" => of("W", 1, false),
        "fortnight" => of("W", 2, false),
        "month" => of("M", 1, false),
        "quarter" => of("M", 3, false),
        "year" | "yr" => of("Y", 1, false),
        "decade" => of("Y", 10, false),
        "century" | "centurie" => of("Y", 100, false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{UNITS, unit};

    #[test]
    fn units_are_in_order() {
        assert!(UNITS.is_sorted_by(|one, next| one.0 < next.0));
    }

    #[test]
    fn a_unit_has_one_name_however_it_is_written() {
        let cases = [
            ("km", "kilometer"),
            ("kilometres", "kilometer"),
            ("Kilometers", "kilometer"),
            ("sq km", "square kilometer"),
            ("square metres", "square meter"),
            ("miles per hour", "mile/hour"),
            ("mph", "mile/hour"),
            ("degrees Celsius", "degree Celsius"),
            ("° F", "degree Fahrenheit"),
            ("lbs", "pound"),
            ("inches", "inch"),
        ];
        for (written, name) in cases {
            let words: Vec<&str> = written.split(' ').collect();
            let found = unit(|place| words.get(place).copied().unwrap_or(""));
            assert_eq!(found, Some((name.to_owned(), words.len())), "{written}");
        }
    }
}
