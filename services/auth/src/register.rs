//! Registering. Whether an address is known is told to nobody but its owner: the answer, its work and its rows are the
//! same.

use crate::enroll::{Newcomer, enroll};
use crate::password::{self, Password};
use crate::registration::Shown;
use crate::session::{self, Agent, NewSession};
use crate::user::UserAnswer;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use timeslot_chassis::check::{Check, zone};
use timeslot_chassis::{App, Body, Network, Problem, Refusals};
use timeslot_core::id::HostId;
use timeslot_core::text::{self, Email};
use timeslot_core::zone::Zone;
use utoipa::ToSchema;

/// Most characters of a name.
const NAME_LENGTH: usize = 100;

/// Who wants to register.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegisterBody {
    #[schema(example = "ada@example.com")]
    email: String,
    /// 8 to 200 characters.
    password: String,
    #[schema(example = "Ada Lovelace")]
    name: String,
    /// An IANA name.
    #[schema(example = "Europe/London")]
    time_zone: String,
    /// The token of an invitation.
    invitation: Option<String>,
    /// The token of the link that `serve` prints for the first account.
    operator_token: Option<String>,
}

struct Form {
    email: Email,
    password: Password,
    name: String,
    zone: Zone,
}

impl RegisterBody {
    fn parse(self) -> Result<(Form, Shown), Problem> {
        let mut check = Check::new();
        let email = check.take("email", Email::parse(&self.email));
        let key = email.as_ref().map(|email| email.key().to_owned()).unwrap_or_default();
        let password = check.take("password", Password::parse(self.password, &key));
        let name = check.take("name", text::line(&self.name, NAME_LENGTH));
        let zone = check.take("time_zone", zone(&self.time_zone));
        let (email, password, name, zone) = check.all((email, password, name, zone))?;
        let form = Form { email, password, name, zone };
        let shown = Shown { invitation: self.invitation, operator_token: self.operator_token };
        Ok((form, shown))
    }
}

/// Registers a host and begins a session. The address is verified by the link in a letter.
#[utoipa::path(post, path = "/api/v1/auth/register", tag = "auth", request_body = RegisterBody,
    responses((status = 201, body = UserAnswer), Refusals))]
pub(crate) async fn register(
    State(app): State<App>,
    network: Network,
    agent: Agent,
    Body(body): Body<RegisterBody>,
) -> Result<Response, Problem> {
    let (form, shown) = body.parse()?;
    app.limits().register(network)?;
    let password_hash = password::hash(&app, form.password).await?;
    let id = HostId::new(app.now(), app.entropy());
    let (session, token) = NewSession::new(&app, id, agent).split();
    let newcomer =
        Newcomer { id, email: form.email, password_hash, name: form.name, zone: form.zone, session };
    let clerk = app.clone();
    let user =
        app.db().write(move |tx| Box::pin(async move { enroll(tx, &clerk, newcomer, &shown).await })).await?;
    session::begun(&app, StatusCode::CREATED, &token, user)
}
