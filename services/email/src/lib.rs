//! Letters: what is told to whom, in which words and look, with which calendar part, how it reaches a mail server, and
//! what became of it.
//!
//! [`service`] is the door of the running service. What it is made of stands open too, for whoever works on the letters.

mod calendar_part;
mod deliver;
mod draft;
mod http;
pub mod letter;
mod limits;
mod line;
mod links;
mod message;
pub mod provider;
mod route;
pub mod said;
pub mod samples;
mod sender;
mod sheet;
pub mod when;
mod words;

pub use calendar_part::{CalendarPart, Edition, Method, calendar_part};
pub use http::dev_mailbox::dev_mailbox;
pub use message::{Cover, Message, MessageError};
pub use route::MailRoute;
pub use words::{RenderError, Rendered, SUBJECT_CHARS};

use axum::Extension;
use deliver::deliver;
use timeslot_chassis::Service;
use timeslot_chassis::worker::{Handler, handler};
use timeslot_core::job::{JobKind, Service as Of};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The service's door: its routes and its jobs, whose letters go to `mail`.
#[must_use]
pub fn service(mail: &MailRoute) -> Service {
    Service {
        name: "email",
        routes: OpenApiRouter::new()
            .routes(routes!(http::deliveries::list_deliveries))
            .routes(routes!(http::preview::preview_letter))
            .routes(routes!(http::preferences::get_preferences, http::preferences::update_preferences))
            .routes(routes!(http::operator::list_undelivered))
            .routes(routes!(http::operator::list_kept_letters))
            .routes(routes!(http::operator_jobs::list_buried_jobs))
            .routes(routes!(http::operator_jobs::retry_buried_job))
            .routes(routes!(http::operator_mail::get_mail_status))
            .routes(routes!(http::operator_mail::send_test_mail))
            .layer(Extension(mail.clone())),
        jobs: jobs(mail),
        face: None,
    }
}

/// One handler for each kind of letter.
fn jobs(mail: &MailRoute) -> Vec<(JobKind, Handler)> {
    let letters = JobKind::ALL.iter().filter(|kind| kind.service() == Of::Email);
    letters
        .map(|&kind| {
            let mail = mail.clone();
            (kind, handler(move |app, job| deliver(app, mail.clone(), kind, job)))
        })
        .collect()
}
