//! Which services run here.

use std::sync::Arc;
use timeslot_chassis::Service;
use timeslot_email::MailRoute;
use timeslot_email::provider::{Smtp, SmtpSettings};

/// The names of all services.
pub const ALL: &[&str] = &["auth", "user", "client", "email"];

/// The services called `names`, or all.
pub fn services(names: &[String], mail: &MailRoute) -> anyhow::Result<Vec<Service>> {
    if let Some(unknown) = names.iter().find(|name| !ALL.contains(&name.as_str())) {
        anyhow::bail!("“{unknown}” is no service; the services are {}", ALL.join(", "));
    }
    let all = vec![
        timeslot_auth::service(),
        timeslot_user::service(),
        timeslot_client::service(),
        timeslot_email::service(mail),
    ];
    Ok(all.into_iter().filter(|it| names.is_empty() || names.iter().any(|name| name == it.name)).collect())
}

/// Where letters go.
#[must_use]
pub fn mail_route(smtp: Option<&SmtpSettings>) -> MailRoute {
    smtp.map_or(MailRoute::Mailbox, |settings| MailRoute::Smtp(Arc::new(Smtp::new(settings.clone()))))
}
