//! `timeslot openapi`: the description of the API.

use crate::services::services;
use timeslot_chassis::service::mount;
use timeslot_email::MailRoute;
use utoipa::openapi::OpenApi;

/// The description of every service's API.
pub fn document() -> anyhow::Result<OpenApi> {
    let (_, mut document, _) = mount(services(&[], &MailRoute::Mailbox)?);
    "Timeslot".clone_into(&mut document.info.title);
    env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
    document.info.description = Some("Appointment scheduling that people host themselves.".into());
    document.info.license = None;
    document.info.contact = None;
    Ok(document)
}

/// The description as it is committed and served.
pub fn text() -> anyhow::Result<String> {
    Ok(serde_json::to_string_pretty(&document()?)? + "\n")
}
