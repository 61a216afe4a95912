//! Tokens in letters: whatever is changed of one, it proves nothing any more.

use jiff::Timestamp;
use std::sync::LazyLock;
use timeslot_chassis::keys::Keys;
use timeslot_chassis::secret::Secret;
use timeslot_chassis::token::{Claims, Purpose};
use uuid::Uuid;

const BOOKING: Uuid = Uuid::from_u128(0x0195_5e3f_7c00_7000_8000_0000_0000_0007);
const PURPOSES: [Purpose; 7] = [
    Purpose::VerifyAddress,
    Purpose::ResetPassword,
    Purpose::ChangeAddress,
    Purpose::ManageBooking,
    Purpose::NotMe,
    Purpose::Invitation,
    Purpose::Operator,
];
static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys::new(&[Secret::new(vec![7; 32])]).unwrap());
static OURS: LazyLock<String> = LazyLock::new(|| KEYS.sign(Purpose::ManageBooking, BOOKING, 3, None));

pub fn holds(data: &[u8]) {
    let Some(text) = super::words(data) else { return };
    for purpose in PURPOSES {
        let proven = KEYS.verify(purpose, text, Timestamp::UNIX_EPOCH);
        let is_ours = text == *OURS && purpose == Purpose::ManageBooking;
        let claims = Claims { object: BOOKING, generation: 3, expires_at: None };
        assert_eq!(proven, is_ours.then_some(claims), "{purpose:?}");
    }
    // What is made of the input, and once more with one letter of it changed.
    let place = data.iter().fold(0_usize, |sum, it| sum + usize::from(*it)) % OURS.len();
    let mut changed = OURS.clone().into_bytes();
    changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
    let changed = String::from_utf8(changed).unwrap();
    assert_eq!(KEYS.verify(Purpose::ManageBooking, &changed, Timestamp::UNIX_EPOCH), None, "{changed}");
}
