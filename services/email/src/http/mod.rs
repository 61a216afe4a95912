//! What the service answers.

pub(crate) mod deliveries;
pub(crate) mod dev_mailbox;
pub(crate) mod operator;
pub(crate) mod operator_jobs;
pub(crate) mod operator_mail;
pub(crate) mod preferences;
pub(crate) mod preview;
