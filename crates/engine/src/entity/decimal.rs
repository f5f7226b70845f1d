//! [`Decimal`]: a number as it is written, exact, so that 1.1 million is 1100000 on every machine.

use std::fmt;

/// `digits` divided by ten to the power of `scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: i64,
    scale: u32,
}

/// Most digits behind the point: more say nothing in an article.
const FINEST: u32 = 9;

impl Decimal {
    /// A whole number.
    pub(super) const fn whole(digits: i64) -> Self {
        Self { digits, scale: 0 }
    }

    /// `digits` hundredths.
    pub(super) const fn hundredths(digits: i64) -> Self {
        Self { digits, scale: 2 }
    }

    /// Reads "1,000.25", and "1.000.000" and "2,25" where only that can be meant. None for what is
    /// no number or too long.
    pub(super) fn read(token: &str) -> Option<Self> {
        let point = point(token);
        let (whole, part) = match point {
            Some(at) => (&token[..at], &token[at + 1..]),
            None => (token, ""),
        };
        let mut digits = 0i64;
        for c in whole.chars().filter(|c| !matches!(c, ',' | '.')).chain(part.chars()) {
            let digit = i64::from(c.to_digit(10)?);
            digits = digits.checked_mul(10)?.checked_add(digit)?;
        }
        let scale = part.len() as u32;
        (!whole.is_empty() && scale <= FINEST).then_some(Self { digits, scale })
    }

    /// Both multiplied; none where it grows too large.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        let digits = self.digits.checked_mul(other.digits)?;
        Some(Self { digits, scale: self.scale + other.scale }.plain())
    }

    /// Both added up; none where it grows too large.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let digits = self.at(scale)?.checked_add(other.at(scale)?)?;
        Some(Self { digits, scale }.plain())
    }

    /// Below zero.
    pub(super) fn negative(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// The number, if it is a whole one.
    pub(super) fn as_whole(self) -> Option<i64> {
        let plain = self.plain();
        (plain.scale == 0).then_some(plain.digits)
    }

    fn at(self, scale: u32) -> Option<i64> {
        self.digits.checked_mul(10i64.checked_pow(scale - self.scale)?)
    }

    fn plain(mut self) -> Self {
        while self.scale > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.scale -= 1;
        }
        self
    }
}

/// Where the point is that parts the whole from its part: the last dot, unless several show that
/// dots group; or a comma that no group of three follows ("2,25").
fn point(token: &str) -> Option<usize> {
    if token.matches('.').count() == 1 {
        return token.find('.');
    }
    let comma = token.find(',').filter(|_| token.matches(',').count() == 1)?;
    (token.len() - comma - 1 < 3 && !token.contains('.')).then_some(comma)
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.plain();
        let unit = 10u64.pow(plain.scale.min(FINEST * 2));
        let (whole, part) =
            (plain.digits.unsigned_abs() / unit, plain.digits.unsigned_abs() % unit);
        let sign = if plain.digits < 0 { "-" } else { "" };
        match plain.scale {
            0 => write!(f, "{sign}{whole}"),
            scale => write!(f, "{sign}{whole}.{part:0>width$}", width = scale as usize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let cases = [
            ("1,000", "1000"),
            ("1,000.25", "1000.25"),
            ("1.000.000", "1000000"),
            ("2,25", "2.25"),
            ("3.50", "3.5"),
            ("0.5", "0.5"),
        ];
        for (written, read) in cases {
            assert_eq!(Decimal::read(written).unwrap().to_string(), read, "{written}");
        }
        for none in ["", "10:30", "3rd", "99999999999999999999", ".5", "0.12345678901"] {
            assert_eq!(Decimal::read(none), None, "{none}");
        }
    }

    #[test]
    fn products_and_sums_are_exact() {
        let read = |written| Decimal::read(written).unwrap();
        assert_eq!(read("1.1").times(Decimal::whole(1_000_000)).unwrap().to_string(), "1100000");
        assert_eq!(read("19.56").times(Decimal::hundredths(1)).unwrap().to_string(), "0.1956");
        assert_eq!(read("5").plus(read("0.5")).unwrap().to_string(), "5.5");
        assert_eq!(read("0.2").negative().to_string(), "-0.2");
        assert_eq!(read("9").times(Decimal::whole(i64::MAX)), None);
    }
}
