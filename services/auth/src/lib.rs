//! Accounts: registering, logging in, proving an address, passwords, sessions, API keys, and the operator's part.

mod address;
pub mod admin;
mod api_keys;
mod change_password;
mod close;
mod enroll;
mod forgot;
mod letters;
mod login;
mod logout;
mod operator;
mod password;
mod proof;
mod register;
mod registration;
mod resend;
mod reset;
mod session;
mod sessions;
mod user;
mod verify;

pub use admin::operator_link;

use timeslot_chassis::Service;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The service's door: its routes. It has no jobs; letters are carried out by `email`, sweeping by `client`.
#[must_use]
pub fn service() -> Service {
    Service {
        name: "auth",
        routes: OpenApiRouter::new()
            .routes(routes!(registration::get_registration))
            .routes(routes!(register::register))
            .routes(routes!(login::log_in))
            .routes(routes!(logout::log_out))
            .routes(routes!(session::get_session))
            .routes(routes!(verify::verify_email))
            .routes(routes!(resend::resend_verification))
            .routes(routes!(address::change_email))
            .routes(routes!(forgot::forgot_password))
            .routes(routes!(reset::reset_password))
            .routes(routes!(change_password::change_password))
            .routes(routes!(sessions::list_sessions))
            .routes(routes!(sessions::revoke_session))
            .routes(routes!(sessions::revoke_other_sessions))
            .routes(routes!(api_keys::list_api_keys, api_keys::create_api_key))
            .routes(routes!(api_keys::delete_api_key))
            .routes(routes!(close::close_account))
            .routes(routes!(operator::accounts::list_accounts))
            .routes(routes!(operator::accounts::suspend_account))
            .routes(routes!(operator::accounts::restore_account))
            .routes(routes!(
                operator::invitations::list_invitations,
                operator::invitations::create_invitation
            ))
            .routes(routes!(operator::invitations::delete_invitation)),
        jobs: Vec::new(),
        face: None,
    }
}
