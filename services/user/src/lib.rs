//! The host's side: profile, availability, event types, tracking, customers and insights.

mod ahead;
mod bookings;
mod count_offers;
mod customers;
mod event_types;
mod export;
mod insights;
mod openings;
mod overview;
mod patch;
mod profile;
mod schedules;
mod slots;
mod stream;

use timeslot_chassis::Service;
use timeslot_chassis::worker::handler;
use timeslot_core::job::JobKind;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The service's door: its routes and its jobs.
#[must_use]
pub fn service() -> Service {
    Service {
        name: "user",
        routes: OpenApiRouter::new()
            .routes(routes!(profile::get_profile, profile::update_profile))
            .routes(routes!(schedules::list::list_schedules, schedules::create::create_schedule))
            .routes(routes!(
                schedules::show::get_schedule,
                schedules::update::update_schedule,
                schedules::delete::delete_schedule
            ))
            .routes(routes!(event_types::list::list_event_types, event_types::create::create_event_type))
            .routes(routes!(
                event_types::show::get_event_type,
                event_types::update::update_event_type,
                event_types::delete::delete_event_type
            ))
            .routes(routes!(openings::list::list_openings, openings::create::create_opening))
            .routes(routes!(openings::series::create_opening_series))
            .routes(routes!(openings::delete::delete_opening))
            .routes(routes!(openings::blocks::list_blocks, openings::blocks::create_block))
            .routes(routes!(openings::blocks::delete_block))
            .routes(routes!(bookings::list::list_bookings, bookings::create::create_booking))
            .routes(routes!(bookings::show::get_booking))
            .routes(routes!(bookings::cancel::cancel_booking))
            .routes(routes!(bookings::reschedule::reschedule_booking))
            .routes(routes!(bookings::answer::approve_booking))
            .routes(routes!(bookings::answer::decline_booking))
            .routes(routes!(bookings::no_show::mark_no_show))
            .routes(routes!(bookings::retry::retry_job))
            .routes(routes!(slots::list_host_slots))
            .routes(routes!(customers::list_customers))
            .routes(routes!(customers::get_customer))
            .routes(routes!(insights::get_insights))
            .routes(routes!(overview::get_overview))
            .routes(routes!(overview::mark_link_shared))
            .routes(routes!(export::export_data))
            .routes(routes!(stream::stream_host)),
        jobs: vec![(JobKind::CountOffers, handler(count_offers::count_offers))],
        face: None,
    }
}
