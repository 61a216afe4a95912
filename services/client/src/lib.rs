//! The customer's side: pages, slots, booking, and what the manage link can do. It also serves the web client's files.

mod bookings;
mod expire;
mod html;
mod manage_link;
mod pages;
mod stream;
mod sweep;

use timeslot_chassis::Service;
use timeslot_chassis::worker::handler;
use timeslot_core::job::JobKind;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The service's door: its routes and its jobs.
#[must_use]
pub fn service() -> Service {
    Service {
        name: "client",
        routes: OpenApiRouter::new()
            .routes(routes!(pages::host::get_host_page))
            .routes(routes!(pages::event_type::get_event_type_page))
            .routes(routes!(pages::slots::list_slots))
            .routes(routes!(stream::stream_slots))
            .routes(routes!(bookings::create::create_booking))
            .routes(routes!(bookings::show::get_client_booking))
            .routes(routes!(bookings::show::get_managed_booking))
            .routes(routes!(bookings::calendar::get_booking_calendar))
            .routes(routes!(bookings::cancel::cancel_client_booking))
            .routes(routes!(bookings::reschedule::reschedule_client_booking))
            .routes(routes!(bookings::not_me::report_not_me))
            .routes(routes!(manage_link::send_manage_link))
            .merge(OpenApiRouter::from(html::routes())),
        jobs: vec![
            (JobKind::ExpireBooking, handler(expire::expire_booking)),
            (JobKind::Sweep, handler(sweep::sweep)),
        ],
        face: Some(html::refusal),
    }
}
