//! What only the operator may do.

pub(crate) mod accounts;
pub(crate) mod invitations;
