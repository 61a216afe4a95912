//! Money: integer minor units with an ISO 4217 currency. Never a float, never a sum across currencies.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

/// The most that one price or sum may be, in minor units: far above any booking, far below an overflow.
pub const MOST_MINOR: i64 = 1_000_000_000_000;

/// An amount of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// The amount in the currency's smallest unit: paise, cents, or yen.
    pub amount_minor: i64,
    /// The ISO 4217 code.
    pub currency: Currency,
}

impl Money {
    /// The sum, if both are of one currency and it can be counted.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        (self.currency == other.currency)
            .then(|| self.amount_minor.checked_add(other.amount_minor))
            .flatten()
            .map(|amount_minor| Self { amount_minor, ..self })
    }

    /// `percent` of the amount, rounded down to a whole minor unit.
    #[must_use]
    pub fn percent(self, percent: u8) -> Self {
        let share = i128::from(self.amount_minor) * i128::from(percent.min(100)) / 100;
        Self { amount_minor: i64::try_from(share).unwrap_or(self.amount_minor), ..self }
    }

    /// How many digits stand behind the currency's point: 2 for INR, 0 for JPY, 3 for KWD.
    #[must_use]
    pub fn exponent(self) -> u16 {
        self.currency.exponent().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Money;
    use iso_currency::Currency;

    #[test]
    fn currencies_are_never_summed() {
        let rupees = Money { amount_minor: 100, currency: Currency::INR };
        let euros = Money { amount_minor: 100, currency: Currency::EUR };
        assert_eq!(rupees.checked_add(euros), None);
        assert_eq!(rupees.checked_add(rupees).map(|sum| sum.amount_minor), Some(200));
    }

    #[test]
    fn exponents_follow_the_currency() {
        for (currency, exponent) in [(Currency::INR, 2), (Currency::JPY, 0), (Currency::KWD, 3)] {
            assert_eq!(Money { amount_minor: 1, currency }.exponent(), exponent);
        }
    }

    #[test]
    fn a_share_is_rounded_down() {
        let odd = Money { amount_minor: 333, currency: Currency::INR };
        assert_eq!(odd.percent(50).amount_minor, 166);
        assert_eq!(odd.percent(100), odd);
    }
}
