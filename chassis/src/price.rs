//! Sums of money as people read them.

use iso_currency::Currency;
use timeslot_core::money::Money;

/// Currencies whose sign is one of its own in English; every other one is written as its code.
const SIGNS: &[(Currency, &str)] = &[
    (Currency::AUD, "A$"),
    (Currency::BRL, "R$"),
    (Currency::CAD, "CA$"),
    (Currency::CNY, "CN¥"),
    (Currency::EUR, "€"),
    (Currency::GBP, "£"),
    (Currency::HKD, "HK$"),
    (Currency::ILS, "₪"),
    (Currency::INR, "₹"),
    (Currency::JPY, "¥"),
    (Currency::KRW, "₩"),
    (Currency::MXN, "MX$"),
    (Currency::NZD, "NZ$"),
    (Currency::PHP, "₱"),
    (Currency::TWD, "NT$"),
    (Currency::USD, "$"),
    (Currency::VND, "₫"),
];

/// In a letter, whose reader may be anywhere: `₹1,12,500`, `€25.50`, `USD 50`. Only signs that mean one currency to
/// everybody; `$` and `¥` do not.
#[must_use]
pub fn in_letter(money: Money) -> String {
    let sign = sign(money.currency).filter(|sign| matches!(*sign, "€" | "£" | "₹"));
    written(money, sign, money.currency == Currency::INR)
}

/// On a page of a host whose locale this is, as the client's `lib/money.ts` writes it in English: `₹1,12,500` in `en-IN`,
/// `$50`, `CHF 12.50`.
#[must_use]
pub fn on_page(money: Money, locale: &str) -> String {
    written(money, sign(money.currency), locale.ends_with("-IN"))
}

fn sign(currency: Currency) -> Option<&'static str> {
    SIGNS.iter().find(|(known, _)| *known == currency).map(|(_, sign)| *sign)
}

/// Without decimals where they are nought.
fn written(money: Money, sign: Option<&str>, in_lakh: bool) -> String {
    let unit = 10_u64.pow(u32::from(money.exponent()));
    let amount = money.amount_minor.unsigned_abs();
    let minus = if money.amount_minor < 0 { "−" } else { "" };
    let sign = sign.map_or_else(|| format!("{}\u{A0}", money.currency.code()), str::to_owned);
    let digits = usize::from(money.exponent());
    let rest = match amount % unit {
        0 => String::new(),
        rest => format!(".{rest:0digits$}"),
    };
    format!("{minus}{sign}{}{rest}", grouped(amount / unit, in_lakh))
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
    use super::{in_letter, on_page};
    use iso_currency::Currency;
    use timeslot_core::money::Money;

    #[test]
    fn sums_read_naturally_in_letters() {
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
            assert_eq!(in_letter(Money { amount_minor, currency }), text);
        }
    }

    #[test]
    fn pages_write_them_as_the_client_does() {
        for (amount_minor, currency, locale, text) in [
            (250_000, Currency::INR, "en", "₹2,500"),
            (11_250_000, Currency::INR, "en-IN", "₹1,12,500"),
            (11_250_000, Currency::INR, "en", "₹112,500"),
            (1_250, Currency::EUR, "en", "€12.50"),
            (500, Currency::JPY, "en", "¥500"),
            (5_000, Currency::USD, "en", "$50"),
            (1_250, Currency::CHF, "en", "CHF\u{A0}12.50"),
            (1_250, Currency::KWD, "en", "KWD\u{A0}1.250"),
        ] {
            assert_eq!(on_page(Money { amount_minor, currency }, locale), text);
        }
    }
}
