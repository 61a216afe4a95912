//! Keys: derived per purpose from one secret that can be changed. Tokens carry the id of the key they were made with,
//! so old secrets go on verifying until nothing needs them.

use crate::secret::Secret;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Fewest bytes of a secret.
const SHORTEST: usize = 32;

/// A MAC over a text, 256 bits.
pub type Tag = [u8; 32];

/// Why no keys can be made of the secrets.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeysError {
    /// There is none.
    #[error("there is no secret key; at least one is needed")]
    None,
    /// One is too short to be strong.
    #[error("secret key number {number} has {length} bytes; it needs at least {SHORTEST} random ones")]
    Short {
        /// Its place in the list, from 1.
        number: usize,
        /// How many bytes it has.
        length: usize,
    },
}

/// What everything is derived from, newest secret first.
#[derive(Clone, Debug)]
pub struct Keys(Vec<Key>);

#[derive(Clone, Debug)]
struct Key {
    id: [u8; 4],
    root: Secret<Hkdf<Sha256>>,
}

impl Keys {
    /// Keys of `secrets`, newest first: the first one signs, all verify.
    pub fn new(secrets: &[Secret<Vec<u8>>]) -> Result<Self, KeysError> {
        if secrets.is_empty() {
            return Err(KeysError::None);
        }
        let keys = secrets.iter().zip(1..).map(|(secret, number)| {
            let bytes = secret.reveal();
            if bytes.len() < SHORTEST {
                return Err(KeysError::Short { number, length: bytes.len() });
            }
            Ok(Key::of(bytes))
        });
        keys.collect::<Result<Vec<Key>, KeysError>>().map(Self)
    }

    /// The id of the key that signs.
    #[must_use]
    pub fn newest(&self) -> [u8; 4] {
        self.0.first().map(|key| key.id).unwrap_or_default()
    }

    /// The id of the key that signs, as it is shown: eight hexadecimal digits. It tells nothing of the key itself.
    #[must_use]
    pub fn newest_name(&self) -> String {
        name(self.newest())
    }

    /// Whether the key of this name is among them.
    #[must_use]
    pub fn knows(&self, key_name: &str) -> bool {
        self.0.iter().any(|key| name(key.id) == key_name)
    }

    /// The MAC of `text` for `purpose` under the key `id`; `None` where that key is not known.
    #[must_use]
    pub fn tag(&self, id: [u8; 4], purpose: &str, text: &[u8]) -> Option<Tag> {
        let key = self.0.iter().find(|key| key.id == id)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key.derive(purpose)).ok()?;
        mac.update(text);
        Some(mac.finalize().into_bytes().into())
    }

    /// A keyed hash of an address: counts its letters without naming it. It changes with the newest secret.
    #[must_use]
    pub fn address_hash(&self, address_key: &str) -> Tag {
        // The newest key is always known: there are no keys without one.
        self.tag(self.newest(), "address", address_key.as_bytes()).unwrap_or_default()
    }
}

fn name(id: [u8; 4]) -> String {
    format!("{:08x}", u32::from_be_bytes(id))
}

impl Key {
    fn of(secret: &[u8]) -> Self {
        let root = Hkdf::<Sha256>::new(Some(b"timeslot"), secret);
        let mut key = Self { id: [0; 4], root: Secret::new(root) };
        let named = key.derive("key-id");
        key.id.copy_from_slice(&named[..4]);
        key
    }

    fn derive(&self, purpose: &str) -> [u8; 32] {
        let mut derived = [0_u8; 32];
        // Refused only beyond 255 times the hash's length.
        if self.root.reveal().expand(purpose.as_bytes(), &mut derived).is_err() {
            tracing::error!(purpose, "no key could be derived");
        }
        derived
    }
}

#[cfg(test)]
mod tests {
    use super::{Keys, KeysError};
    use crate::secret::Secret;

    #[test]
    fn a_short_secret_is_named() {
        let secrets = [Secret::new(vec![1; 32]), Secret::new(vec![2; 8])];
        assert_eq!(Keys::new(&secrets).map(|_| ()), Err(KeysError::Short { number: 2, length: 8 }));
        assert_eq!(Keys::new(&[]).map(|_| ()), Err(KeysError::None));
    }

    #[test]
    fn purposes_have_keys_of_their_own() {
        let keys = Keys::new(&[Secret::new(vec![7; 32])]).unwrap();
        let id = keys.newest();
        assert_ne!(keys.tag(id, "a", b"text"), keys.tag(id, "b", b"text"));
        assert_eq!(keys.tag([0; 4], "a", b"text"), None);
        assert!(!format!("{keys:?}").contains("Hkdf"));
    }
}
