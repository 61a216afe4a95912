//! Dates and times of day: one shape each.

use timeslot_chassis::check::{date, money, time};

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    if let Ok(date) = date(text) {
        assert_eq!(date.to_string(), text);
        assert!((1970..=9999).contains(&date.year()));
    }
    if let Ok(time) = time(text) {
        assert_eq!(time.strftime("%H:%M").to_string(), text);
    }
    if let Some((amount, currency)) = text.split_once(' ')
        && let Ok(amount) = amount.parse::<i64>()
        && let Ok(money) = money(amount, currency)
    {
        assert_eq!((money.amount_minor, money.currency.code()), (amount, currency));
        assert!(amount >= 0);
    }
}
