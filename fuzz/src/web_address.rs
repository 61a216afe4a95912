//! Addresses on the web that hosts put on their pages: nobody who follows one runs a script or shows a password.

use timeslot_chassis::check::web_address;

const MOST: usize = 200;

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    let Ok(address) = web_address(text, MOST) else { return };
    assert!(address.starts_with("https://") || address.starts_with("http://"), "{address:?}");
    assert!(address.bytes().all(|it| it.is_ascii_graphic()), "{address:?}");
    assert!(!address.contains(['"', '<', '>']), "{address:?}");
    let host = address.split('/').nth(2).unwrap();
    assert!(!host.is_empty() && !host.contains('@'), "{address:?}");
    // It is kept as it is written, so it has to fit and to be accepted again.
    assert_eq!(web_address(&address, MOST), Ok(address.clone()), "{text:?}");
}
