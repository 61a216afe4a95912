//! Tokens in letters. They are not stored: whoever holds the key can write the same one again, so a job can put it in
//! a letter, and raising the object's generation voids all that were written before.

use crate::keys::Keys;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// What a token is good for, and for nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Verifying the address of an account.
    VerifyAddress,
    /// Setting a new password of an account.
    ResetPassword,
    /// Verifying the new address of an account.
    ChangeAddress,
    /// Seeing, cancelling and moving a booking.
    ManageBooking,
    /// “I didn't book this.”
    NotMe,
    /// Registering by invitation.
    Invitation,
    /// Becoming the first operator.
    Operator,
}

impl Purpose {
    /// How long a token lives from its writing, unless what it is for ends it sooner or has an end of its own.
    #[must_use]
    pub const fn life(self) -> Option<SignedDuration> {
        match self {
            // As long as an unverified registration lives.
            Self::VerifyAddress | Self::ChangeAddress | Self::Operator => {
                Some(SignedDuration::from_hours(24))
            }
            Self::ResetPassword => Some(SignedDuration::from_hours(1)),
            Self::Invitation => Some(SignedDuration::from_hours(7 * 24)),
            Self::ManageBooking | Self::NotMe => None,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::VerifyAddress => "token/verify-address",
            Self::ResetPassword => "token/reset-password",
            Self::ChangeAddress => "token/change-address",
            Self::ManageBooking => "token/manage-booking",
            Self::NotMe => "token/not-me",
            Self::Invitation => "token/invitation",
            Self::Operator => "token/operator",
        }
    }

    const fn number(self) -> u8 {
        match self {
            Self::VerifyAddress => 1,
            Self::ResetPassword => 2,
            Self::ChangeAddress => 3,
            Self::ManageBooking => 4,
            Self::NotMe => 5,
            Self::Invitation => 6,
            Self::Operator => 7,
        }
    }
}

/// What a token proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The id of the account, booking or invitation.
    pub object: Uuid,
    /// The object's generation when the token was written; another one now voids it.
    pub generation: i64,
    /// From when on it is worth nothing.
    pub expires_at: Option<Timestamp>,
}

/// Key id, purpose, object, generation, expiry.
const HEAD: usize = 4 + 1 + 16 + 8 + 8;
/// 128 bits of the MAC.
const TAG: usize = 16;

impl Keys {
    /// Writes a token.
    #[must_use]
    pub fn sign(
        &self,
        purpose: Purpose,
        object: Uuid,
        generation: i64,
        expires_at: Option<Timestamp>,
    ) -> String {
        let key = self.newest();
        let mut token = Vec::with_capacity(HEAD + TAG);
        token.extend_from_slice(&key);
        token.push(purpose.number());
        token.extend_from_slice(object.as_bytes());
        token.extend_from_slice(&generation.to_be_bytes());
        token.extend_from_slice(&expires_at.map_or(i64::MAX, Timestamp::as_second).to_be_bytes());
        // The newest key is always known; a token without a tag would prove nothing to `verify`.
        let tag = self.tag(key, purpose.name(), &token).unwrap_or_default();
        token.extend_from_slice(&tag[..TAG]);
        URL_SAFE_NO_PAD.encode(token)
    }

    /// Writes a token that lives from `now` for as long as its purpose says.
    #[must_use]
    pub fn sign_for_life(&self, purpose: Purpose, object: Uuid, generation: i64, now: Timestamp) -> String {
        let expires_at = purpose.life().and_then(|life| now.checked_add(life).ok());
        self.sign(purpose, object, generation, expires_at)
    }

    /// Reads a token; `None` where it is not ours, for something else, or over. Whether its generation is the current
    /// one is for the caller to see.
    #[must_use]
    pub fn verify(&self, purpose: Purpose, token: &str, now: Timestamp) -> Option<Claims> {
        let bytes: [u8; HEAD + TAG] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
        let (head, given) = bytes.split_at(HEAD);
        let key = head[..4].try_into().ok()?;
        let tag = self.tag(key, purpose.name(), head)?;
        let is_ours = bool::from(tag[..TAG].ct_eq(given)) && head[4] == purpose.number();
        let expiry = i64::from_be_bytes(head[29..37].try_into().ok()?);
        if !is_ours || now.as_second() >= expiry {
            return None;
        }
        Some(Claims {
            object: Uuid::from_slice(&head[5..21]).ok()?,
            generation: i64::from_be_bytes(head[21..29].try_into().ok()?),
            expires_at: Timestamp::from_second(expiry).ok(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Purpose;
    use crate::keys::Keys;
    use crate::secret::Secret;
    use jiff::Timestamp;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn keys(secrets: &[u8]) -> Keys {
        let secrets: Vec<_> = secrets.iter().map(|byte| Secret::new(vec![*byte; 32])).collect();
        Keys::new(&secrets).unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_token_is_good_for_its_purpose_until_its_end() {
        let keys = keys(&[1]);
        let end = at("2027-01-02T00:00:00Z");
        let token = keys.sign(Purpose::ResetPassword, Uuid::from_u128(5), 3, Some(end));
        let before = at("2027-01-01T23:59:59Z");
        let claims = keys.verify(Purpose::ResetPassword, &token, before).unwrap();
        assert_eq!((claims.object, claims.generation, claims.expires_at), (Uuid::from_u128(5), 3, Some(end)));
        assert_eq!(keys.verify(Purpose::VerifyAddress, &token, before), None);
        assert_eq!(keys.verify(Purpose::ResetPassword, &token, end), None);
    }

    #[test]
    fn old_secrets_go_on_verifying_and_foreign_ones_never_do() {
        let token = keys(&[1]).sign(Purpose::ManageBooking, Uuid::from_u128(5), 0, None);
        let now = at("2027-01-01T00:00:00Z");
        let claims = keys(&[2, 1]).verify(Purpose::ManageBooking, &token, now);
        assert_eq!(claims.map(|claims| claims.expires_at), Some(None));
        assert_eq!(keys(&[2]).verify(Purpose::ManageBooking, &token, now), None);
    }

    proptest! {
        #[test]
        fn a_changed_token_proves_nothing(place in 0_usize..71, letter in "[A-Za-z0-9_-]") {
            let keys = keys(&[1]);
            let token = keys.sign(Purpose::NotMe, Uuid::from_u128(99), 1, None);
            prop_assume!(token.len() == 71 && &token[place..=place] != letter.as_str());
            let changed = format!("{}{letter}{}", &token[..place], &token[place + 1..]);
            prop_assert_eq!(keys.verify(Purpose::NotMe, &changed, at("2027-01-01T00:00:00Z")), None);
        }

        #[test]
        fn rubbish_is_refused(text in "\\PC{0,200}") {
            prop_assert_eq!(keys(&[1]).verify(Purpose::NotMe, &text, at("2027-01-01T00:00:00Z")), None);
        }
    }
}
