//! Letters about an account: to the one who registers, logs in, or was invited to.

use super::Parts;
use crate::said::Line;
use crate::sheet::{Aside, Sheet};
use crate::when::moment;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use minijinja::context;
use url::Url;

/// Why an address is to be verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Somebody registered with it.
    Registration,
    /// An account shall have it from now on.
    Change,
}

/// Asks whether the address belongs to the reader.
#[derive(Clone, Debug)]
pub struct VerifyAddress {
    /// The account's name.
    pub name: Line,
    /// `/verify-email/{token}`.
    pub link: Url,
    /// When the link stops working.
    pub expires: Timestamp,
    /// The account's zone.
    pub time_zone: TimeZone,
    /// Why it is asked.
    pub purpose: Purpose,
}

impl VerifyAddress {
    pub(crate) fn parts(&self) -> Parts {
        let until = moment(self.expires, &self.time_zone);
        let is_change = self.purpose == Purpose::Change;
        link_parts(context! { name => self.name.as_str(), until, is_change }, &self.link)
    }
}

/// Tells the owner of an account that somebody tried to register with its address.
#[derive(Clone, Debug)]
pub struct AddressTaken {
    /// The account's name.
    pub name: Line,
    /// `/login`.
    pub login: Url,
    /// `/forgot-password`.
    pub forgot: Url,
}

impl AddressTaken {
    pub(crate) fn parts(&self) -> Parts {
        let mut parts = link_parts(context! { name => self.name.as_str() }, &self.login);
        parts.sheet.asides.push(Aside { label: "I forgot my password", link: self.forgot.to_string() });
        parts
    }
}

/// Lets the reader choose a new password.
#[derive(Clone, Debug)]
pub struct ResetPassword {
    /// The account's name.
    pub name: Line,
    /// `/reset-password/{token}`.
    pub link: Url,
    /// When the link stops working.
    pub expires: Timestamp,
    /// The account's zone.
    pub time_zone: TimeZone,
}

impl ResetPassword {
    pub(crate) fn parts(&self) -> Parts {
        let until = moment(self.expires, &self.time_zone);
        link_parts(context! { name => self.name.as_str(), until }, &self.link)
    }
}

/// What changed in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The password.
    Password,
    /// The address, as soon as the new one is verified.
    AddressAsked,
    /// A key for scripts was made.
    ApiKeyAdded,
    /// A key for scripts was deleted.
    ApiKeyDeleted,
    /// The account was closed.
    AccountClosed,
}

impl Change {
    /// What jobs call it, with the name of its letter.
    const NAMES: [(Self, &'static str, &'static str); 5] = [
        (Self::Password, "password", "password_changed"),
        (Self::AddressAsked, "address_asked", "address_change_asked"),
        (Self::ApiKeyAdded, "api_key_added", "api_key_added"),
        (Self::ApiKeyDeleted, "api_key_deleted", "api_key_deleted"),
        (Self::AccountClosed, "account_closed", "account_closed"),
    ];

    /// Reads what a job calls it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(_, name, _)| *name == text);
        found.map(|(change, ..)| *change)
    }
}

/// Tells of a change of password, address or keys; goes to the address that the account has had so far.
#[derive(Clone, Debug)]
pub struct CredentialsChanged {
    /// The account's name.
    pub name: Line,
    /// What changed.
    pub change: Change,
    /// When.
    pub at: Timestamp,
    /// The account's zone.
    pub time_zone: TimeZone,
    /// `/forgot-password`, where a password that somebody else set is replaced.
    pub forgot: Url,
}

impl CredentialsChanged {
    pub(crate) fn name(&self) -> &'static str {
        let found = Change::NAMES.iter().find(|(change, ..)| *change == self.change);
        found.map_or("password_changed", |(.., letter)| letter)
    }

    pub(crate) fn parts(&self) -> Parts {
        let facts = context! { name => self.name.as_str(), at => moment(self.at, &self.time_zone) };
        match self.change {
            // There is nothing left to log in to.
            Change::AccountClosed => Parts { facts, sheet: Sheet::default() },
            _ => link_parts(facts, &self.forgot),
        }
    }
}

/// Invites somebody to register.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// The operator who invites.
    pub inviter: Line,
    /// `/register` with the invitation.
    pub link: Url,
    /// When the invitation runs out; read in UTC, since the reader's zone isn't known.
    pub expires: Timestamp,
}

impl Invitation {
    pub(crate) fn parts(&self) -> Parts {
        let until = moment(self.expires, &TimeZone::UTC);
        link_parts(context! { inviter => self.inviter.as_str(), until }, &self.link)
    }
}

fn link_parts(facts: minijinja::Value, link: &Url) -> Parts {
    Parts { facts, sheet: Sheet { button: Some(link.to_string()), ..Sheet::default() } }
}
