//! Passwords: what they must be, and their hashes.

use argon2::password_hash::PasswordHasher;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordVerifier, Version};
use std::sync::Arc;
use timeslot_chassis::settings::PasswordCost;
use timeslot_chassis::{App, Problem, Secret};
use timeslot_core::text::Refused;

/// Fewest and most characters.
const CHARACTERS: std::ops::RangeInclusive<usize> = 8..=200;
/// Most bytes.
const BYTES: usize = 1024;

/// A password that may be set.
#[derive(Debug)]
pub(crate) struct Password(Secret<String>);

impl Password {
    /// Checks a new password of the account with the address `email_key`. It is taken as it is, spaces and all.
    pub fn parse(text: String, email_key: &str) -> Result<Self, Refused> {
        let refuse = |why: &str| Err(Refused(why.to_owned()));
        if !CHARACTERS.contains(&text.chars().count()) || text.len() > BYTES {
            return refuse("has to have 8 to 200 characters");
        }
        if text.trim().is_empty() {
            return refuse("is nothing but spaces; please choose another");
        }
        if text.trim().eq_ignore_ascii_case(email_key) {
            return refuse("is the mail address itself; please choose another");
        }
        Ok(Self(Secret::new(text)))
    }
}

/// The hash of a new password, a PHC string.
pub(crate) async fn hash(app: &App, password: Password) -> Result<String, Problem> {
    let mut salt = [0_u8; 16];
    app.entropy().fill(&mut salt);
    in_its_place(app, move |argon2| {
        let hash: Result<PasswordHash, _> =
            argon2.hash_password_with_salt(password.0.reveal().as_bytes(), &salt);
        hash.map(|hash| hash.to_string())
    })
    .await?
    .map_err(|error| broken(&error))
}

/// Whether `text` is the password that `hash` was made of. Without a hash the same work is done, and it isn't.
pub(crate) async fn matches(app: &App, text: &str, hash: Option<String>) -> Result<bool, Problem> {
    let text = Secret::new(text.to_owned());
    in_its_place(app, move |argon2| {
        let text = text.reveal().as_bytes();
        match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => argon2.verify_password(text, &hash).is_ok(),
            Some(Err(error)) => {
                tracing::error!(%error, "a stored password can't be read");
                false
            }
            None => {
                let unknown: Result<PasswordHash, _> =
                    argon2.hash_password_with_salt(text, b"an unknown account");
                // Kept from the optimiser, which would leave out work that comes to nothing.
                std::hint::black_box(unknown.is_ok());
                false
            }
        }
    })
    .await
}

/// Runs `work` on a thread that may take its time, when there is a place for it.
async fn in_its_place<T: Send + 'static>(
    app: &App,
    work: impl FnOnce(Argon2<'_>) -> T + Send + 'static,
) -> Result<T, Problem> {
    let argon2 = argon2(app.settings().password_cost)?;
    let place = Arc::clone(app.hashing()).acquire_owned().await.map_err(|error| broken(&error))?;
    let task = tokio::task::spawn_blocking(move || {
        let done = work(argon2);
        drop(place);
        done
    });
    task.await.map_err(|error| broken(&error))
}

fn argon2(cost: PasswordCost) -> Result<Argon2<'static>, Problem> {
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, None).map_err(|error| broken(&error))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn broken(error: &dyn std::fmt::Display) -> Problem {
    tracing::error!(%error, "a password's hash could not be made");
    Problem::broken()
}

#[cfg(test)]
mod tests {
    use super::Password;

    #[test]
    fn passwords_have_8_to_200_characters_and_are_not_the_address() {
        let parse = |text: &str| Password::parse(text.to_owned(), "grace@example.com");
        for good in ["correct horse", "пароль-пароль", "        x", &"x".repeat(200), &"𝒳".repeat(200)]
        {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in ["", "1234567", "        ", "Grace@Example.com", " grace@example.com ", &"x".repeat(201)] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn it_is_never_printed() {
        let password = Password::parse("correct horse".to_owned(), "").unwrap();
        assert!(!format!("{password:?}").contains("horse"));
    }
}
