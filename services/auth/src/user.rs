//! An account as its owner sees it.

use serde::Serialize;
use timeslot_chassis::{Instant, Problem};
use timeslot_core::id::HostId;
use timeslot_store::accounts::{self, Member};
use timeslot_store::{Db, Tx};
use utoipa::ToSchema;
use uuid::Uuid;

/// The one who is logged in.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct User {
    id: Uuid,
    email: String,
    /// Until it is, the host's page can't be seen and no letters go to customers.
    email_verified: bool,
    name: String,
    /// The word in the link to the host's page.
    handle: String,
    /// An IANA name.
    time_zone: String,
    /// Whether this account runs the instance.
    is_operator: bool,
    /// A new address whose letter has not been answered yet.
    pending_email: Option<String>,
    created_at: Instant,
}

/// `{"user": …}`.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct UserAnswer {
    pub user: User,
}

impl From<Member> for UserAnswer {
    fn from(member: Member) -> Self {
        let account = member.account;
        let user = User {
            id: account.id.0,
            email: account.email,
            email_verified: account.verified_at.is_some(),
            name: member.name,
            handle: member.handle,
            time_zone: member.time_zone,
            is_operator: account.is_operator,
            pending_email: account.pending_email,
            created_at: account.created_at.into(),
        };
        Self { user }
    }
}

/// The account `id` in an open transaction; nobody is logged in where there is none any more.
pub(crate) async fn load(tx: &mut Tx, id: HostId) -> Result<UserAnswer, Problem> {
    let member = accounts::member(tx, id).await?;
    member.map(UserAnswer::from).ok_or_else(Problem::unauthorized)
}

/// The same by itself.
pub(crate) async fn read(db: &Db, id: HostId) -> Result<UserAnswer, Problem> {
    db.read(move |tx| Box::pin(async move { load(tx, id).await })).await
}
