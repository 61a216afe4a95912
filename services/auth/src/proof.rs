//! Asking for the password again, before credentials are touched.

use crate::password;
use axum::http::StatusCode;
use timeslot_chassis::problem::FieldError;
use timeslot_chassis::{App, Network, Problem};
use timeslot_core::id::HostId;
use timeslot_store::accounts::{self, AccountRow};

/// The account, if `password`, which came in `field`, is its own. Counted like a login.
pub(crate) async fn password_again(
    app: &App,
    network: Network,
    account: HostId,
    field: &str,
    password: &str,
) -> Result<AccountRow, Problem> {
    app.limits().login(network, &account.to_string())?;
    let row = read(app, account).await?.ok_or_else(Problem::unauthorized)?;
    if password::matches(app, password, Some(row.password_hash.clone())).await? {
        Ok(row)
    } else {
        Err(wrong_password(field))
    }
}

/// An account by itself.
pub(crate) async fn read(app: &App, id: HostId) -> Result<Option<AccountRow>, Problem> {
    app.db().read(move |tx| Box::pin(async move { Ok(accounts::find(tx, id).await?) })).await
}

fn wrong_password(field: &str) -> Problem {
    let detail = "That is not the account's password. Try again, or ask for a new one.";
    Problem::new(StatusCode::FORBIDDEN, "wrong-password", "The password is wrong", detail).with_errors(vec![
        FieldError { field: field.to_owned(), message: "is not the account's password".to_owned() },
    ])
}
