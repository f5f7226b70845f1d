//! Currencies: signs, codes and names.

/// Letters that stand right before the digits of an amount: "Rs500", "N7.2 billion", "US$5".
pub(crate) const CURRENCY_LETTERS: &[&str] = &[
    "N", "R", "Rs", "RM", "Rp", "Sh", "Shs", "KSh", "Ksh", "KES", "TSh", "Tsh", "USh", "Ush",
    "UGX", "Tk", "USD", "EUR", "GBP", "INR", "NGN", "GHS", "GHC", "ZAR", "RMB", "CHF", "PHP",
    "PKR", "AUD", "CAD", "HKD", "Php",
];
