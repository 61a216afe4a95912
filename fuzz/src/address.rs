//! Mail addresses: what is accepted can stand in a letter's header and in a command of SMTP as it is.

use timeslot_core::text::Email;

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    let Ok(email) = Email::parse(text) else { return };
    let address = email.as_str();
    assert_eq!(address, text.trim());
    assert!(address.len() <= 254 && address.bytes().all(|it| it.is_ascii_graphic()), "{address:?}");
    assert!(!address.contains(['<', '>', '"', '(', ')', ',', ';', ':', '\\', '[', ']']), "{address:?}");
    let (local, domain) = address.split_once('@').unwrap();
    assert!((1..=64).contains(&local.len()) && domain.contains('.') && !domain.contains('@'), "{address:?}");
    assert!(domain.split('.').all(|label| !label.is_empty() && label.len() < 64), "{address:?}");
    assert_eq!(email.key(), address.to_lowercase());
    assert_eq!(Email::parse(address), Ok(email.clone()));
    // Who is compared by the key is found by it.
    assert_eq!(Email::parse(email.key()).unwrap().key(), email.key());
}
