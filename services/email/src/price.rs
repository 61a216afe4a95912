//! Sums of money as people read them.

use timeslot_core::money::Money;

/// `₹1,12,500`, `€25`, `€25.50`, `JPY 3,000`, `KWD 1.250`: without decimals where they are nought.
#[must_use]
pub fn shown(money: Money) -> String {
    let unit = 10_u64.pow(u32::from(money.exponent()));
    let amount = money.amount_minor.unsigned_abs();
    let sign = if money.amount_minor < 0 { "−" } else { "" };
    let whole = grouped(amount / unit, money.currency == iso_currency::Currency::INR);
    let digits = usize::from(money.exponent());
    let rest = match amount % unit {
        0 => String::new(),
        rest => format!(".{rest:0digits$}"),
    };
    format!("{sign}{}{whole}{rest}", symbol(money.currency))
}

/// Only signs that mean one currency to everybody; `$` and `¥` do not.
fn symbol(currency: iso_currency::Currency) -> String {
    use iso_currency::Currency::{EUR, GBP, INR};
    match currency {
        INR => "₹".to_owned(),
        EUR => "€".to_owned(),
        GBP => "£".to_owned(),
        other => format!("{}\u{A0}", other.code()),
    }
}

/// Thousands parted by commas; beyond the first thousand in steps of two figures where sums are counted in lakh.
fn grouped(whole: u64, in_lakh: bool) -> String {
    let figures = whole.to_string();
    let count = figures.len();
    figures.chars().enumerate().fold(String::new(), |mut text, (index, figure)| {
        let left = count - index;
        let parts = if in_lakh && left > 3 { (left - 3).is_multiple_of(2) } else { left.is_multiple_of(3) };
        if index > 0 && parts {
            text.push(',');
        }
        text.push(figure);
        text
    })
}

#[cfg(test)]
mod tests {
    use super::shown;
    use iso_currency::Currency;
    use timeslot_core::money::Money;

    #[test]
    fn sums_read_naturally() {
        for (amount_minor, currency, text) in [
            (250_000, Currency::INR, "₹2,500"),
            (11_250_000, Currency::INR, "₹1,12,500"),
            (1_234_567_850, Currency::INR, "₹1,23,45,678.50"),
            (2_550, Currency::EUR, "€25.50"),
            (123_456_700, Currency::EUR, "€1,234,567"),
            (3_000, Currency::JPY, "JPY\u{A0}3,000"),
            (1_250, Currency::KWD, "KWD\u{A0}1.250"),
            (5_000, Currency::USD, "USD\u{A0}50"),
            (-5, Currency::GBP, "−£0.05"),
        ] {
            assert_eq!(shown(Money { amount_minor, currency }), text);
        }
    }
}
