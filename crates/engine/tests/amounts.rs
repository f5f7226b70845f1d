//! Money, percentages and quantities, on sentences of our own: one row a reading.

mod described;

use described::check;

/// Holds each sentence's one mention to be `words` of that value.
#[track_caller]
fn rows(kind: &str, rule: &str, rows: &[(&str, &str, &str)]) {
    for (text, words, value) in rows {
        let value = if value.is_empty() { String::new() } else { format!(" ({value})") };
        check(text, &format!("{words} = {kind}{value} by {rule}"));
    }
}

#[test]
fn money_after_its_sign_has_its_currency() {
    rows(
        "money",
        "amount/money-sign",
        &[
            ("It cost $5.2 million.", "$5.2 million", "USD 5200000"),
            ("It cost $1.1 million.", "$1.1 million", "USD 1100000"),
            ("It cost US$20.", "US$20", "USD 20"),
            ("It cost HK$20.", "HK$20", "HKD 20"),
            ("It cost N$8 600 in all.", "N$8 600", "NAD 8600"),
            ("It cost N7.2 billion.", "N7.2 billion", "NGN 7200000000"),
            ("It cost R50 000.", "R50 000", "ZAR 50000"),
            ("It cost €2,25 then.", "€2,25", "EUR 2.25"),
            ("It cost ₹21 crore.", "₹21 crore", "INR 210000000"),
            ("It cost Rs 40,000 crore.", "Rs 40,000 crore", "INR 400000000000"),
            ("It cost ₡1000.", "₡1000", "CRC 1000"),
            ("It cost GH₵180,000.00.", "GH₵180,000.00", "GHS 180000"),
            ("It cost KSh500.", "KSh500", "KES 500"),
            ("It cost Dh3,200.", "Dh3,200", "AED 3200"),
            ("It cost QR8,944,593.", "QR8,944,593", "QAR 8944593"),
            ("It cost RM750mil.", "RM750mil", "MYR 750000000"),
            ("It cost EUR 300.", "EUR 300", "EUR 300"),
            ("It cost $5 to $15.", "$5 to $15", "USD 5 to USD 15"),
            ("It cost $5-10 million.", "$5-10 million", "USD 5000000 to USD 10000000"),
        ],
    );
}

#[test]
fn money_before_its_noun_has_its_currency() {
    rows(
        "money",
        "amount/money-noun",
        &[
            ("It cost two million euros.", "two million euros", "EUR 2000000"),
            ("It cost 60 cents.", "60 cents", "USD 0.6"),
            ("It cost 50 pence.", "50 pence", "GBP 0.5"),
            ("It cost a million yuan.", "a million yuan", "CNY 1000000"),
            ("It cost half a billion yen.", "half a billion yen", "JPY 500000000"),
            ("It cost 300 Egyptian pounds.", "300 Egyptian pounds", "EGP 300"),
            (
                "It cost 61 million Hong Kong dollars.",
                "61 million Hong Kong dollars",
                "HKD 61000000",
            ),
            ("It cost 500 USD.", "500 USD", "USD 500"),
            ("It cost 12 €.", "12 €", "EUR 12"),
            ("It is a 30-million-dollar house.", "30-million-dollar", "USD 30000000"),
            ("It is a billion-dollar house.", "billion-dollar", ""),
            ("It cost tens of billions of dollars.", "tens of billions of dollars", ""),
            (
                "It cost three and a half million pesos.",
                "three and a half million pesos",
                "MXN 3500000",
            ),
        ],
    );
}

#[test]
fn conferences_victories_weights_and_years_are_no_money() {
    check("It began at COP 27 there.", "COP 27 = organization by name/tagger");
    for text in ["The first 1 won the match.", "He is in room R 2."] {
        check(text, "");
    }
    check("It weighs 220 pounds of sand.", "220 pounds = quantity (220 pound) by amount/quantity");
}

#[test]
fn percentages_are_found_however_they_are_written() {
    rows(
        "percent",
        "amount/percent",
        &[
            ("It rose 5%.", "5%", "5%"),
            ("It rose 5 %.", "5 %", "5%"),
            ("It rose 3.5 per cent.", "3.5 per cent", "3.5%"),
            ("It fell five percent.", "five percent", "5%"),
            ("It fell half a percent.", "half a percent", "0.5%"),
            ("It fell minus 0.2 percent.", "minus 0.2 percent", "-0.2%"),
            ("It grew 1,200%.", "1,200%", "1200%"),
            ("It was 0.5pc.", "0.5pc", "0.5%"),
            ("It is up 3.2 pct now.", "3.2 pct", "3.2%"),
            ("Ninety-five percent agree.", "Ninety-five percent", "95%"),
            ("One hundred percent agree.", "One hundred percent", "100%"),
            ("It was a 40-per cent cut.", "40-per cent", "40%"),
            ("It is a 5-percent tax.", "5-percent", "5%"),
            ("It was a 2.5-percentage-point rise.", "2.5-percentage-point", "2.5%"),
            ("It rose by two percentage points.", "two percentage points", "2%"),
            ("Some 30 to 40 percent left.", "30 to 40 percent", "30% to 40%"),
            ("It rose 5-10% since.", "5-10%", "5% to 10%"),
        ],
    );
}

#[test]
fn quantities_have_one_name_for_their_unit() {
    rows(
        "quantity",
        "amount/quantity",
        &[
            ("It ran 129 kilometers.", "129 kilometers", "129 kilometer"),
            ("It ran 129 km.", "129 km", "129 kilometer"),
            ("It ran 5,000 sq ft.", "5,000 sq ft", "5000 square foot"),
            ("It ran at 60 miles per hour.", "60 miles per hour", "60 mile/hour"),
            ("It was 30 degrees Celsius.", "30 degrees Celsius", "30 degree Celsius"),
            ("It made 2.4 million tonnes.", "2.4 million tonnes", "2400000 tonne"),
            ("It was a six-foot wall.", "six-foot", "6 foot"),
            ("It ran 5 to 10 metres.", "5 to 10 metres", "5 meter to 10 meter"),
        ],
    );
    check("It moved 40 people and three cats.", "");
}
