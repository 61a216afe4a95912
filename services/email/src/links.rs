//! The links of letters. Tokens are written again from what is stored, so every letter can carry one.

use jiff::Timestamp;
use timeslot_chassis::App;
use timeslot_chassis::token::Purpose;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::id::{BookingId, InvitationId};
use timeslot_store::addressees::Addressee;
use timeslot_store::bookings::BookingRow;
use url::Url;

/// The page at `path`, which begins with a slash.
pub(crate) fn page(app: &App, path: &str) -> Result<Url, HandlerError> {
    let link = app.settings().link(path);
    link.parse()
        .map_err(|error| HandlerError(format!("“{link}” is no address: {error}; set TIMESLOT_PUBLIC_URL")))
}

/// The manage page of a booking.
pub(crate) fn manage(app: &App, booking: &BookingRow) -> Result<Url, HandlerError> {
    page(app, &format!("/manage/{}", of_booking(app, booking, Purpose::ManageBooking)))
}

/// “I didn't book this.”
pub(crate) fn not_me(app: &App, booking: &BookingRow) -> Result<Url, HandlerError> {
    page(app, &format!("/not-me/{}", of_booking(app, booking, Purpose::NotMe)))
}

/// The booking in the host's dashboard.
pub(crate) fn dashboard(app: &App, booking: BookingId) -> Result<Url, HandlerError> {
    page(app, &format!("/app/bookings/{booking}"))
}

/// Verifies the address of an account, or its new one, until `expires`.
pub(crate) fn verify(
    app: &App,
    account: &Addressee,
    purpose: Purpose,
    expires: Timestamp,
) -> Result<Url, HandlerError> {
    page(app, &format!("/verify-email/{}", of_account(app, account, purpose, expires)))
}

/// Sets a new password, until `expires`.
pub(crate) fn reset(app: &App, account: &Addressee, expires: Timestamp) -> Result<Url, HandlerError> {
    let token = of_account(app, account, Purpose::ResetPassword, expires);
    page(app, &format!("/reset-password/{token}"))
}

/// Registers by an invitation, until `expires`.
pub(crate) fn invitation(app: &App, id: InvitationId, expires: Timestamp) -> Result<Url, HandlerError> {
    let token = app.keys().sign(Purpose::Invitation, id.0, 0, Some(expires));
    page(app, &format!("/register?invitation={token}"))
}

fn of_booking(app: &App, booking: &BookingRow, purpose: Purpose) -> String {
    let generation = i64::from(booking.manage_generation);
    app.keys().sign(purpose, booking.id.0, generation, None)
}

fn of_account(app: &App, account: &Addressee, purpose: Purpose, expires: Timestamp) -> String {
    app.keys().sign(purpose, account.id.0, account.token_generation, Some(expires))
}
