//! Schedules: weekly hours with overrides.

use crate::engine::{Asked, Error, Json, Tx};
use crate::{args, record};
use jiff::Timestamp;
use timeslot_core::id::{HostId, ScheduleId};
use timeslot_core::scheduling::wire::Override;
use timeslot_core::scheduling::{Schedule, Weekly};
use timeslot_core::zone::Zone;

record! {
    /// A schedule.
    pub struct ScheduleRow in "schedules" {
        /// Its id.
        pub id: ScheduleId,
        /// Whose.
        pub host_id: HostId,
        /// The host's word for it.
        pub name: String,
        /// The IANA zone in which its hours are meant.
        pub time_zone: String,
        /// The windows of an ordinary week.
        pub weekly: Json<Weekly>,
        /// What holds on single dates, by date.
        pub overrides: Json<Vec<Override>>,
        /// Whether new event types begin with it.
        pub is_default: bool,
        /// Since when it is only kept for what refers to it.
        pub archived_at: Option<Timestamp>,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

impl ScheduleRow {
    /// The hours as the core reads them.
    pub fn hours(&self) -> Result<Schedule, Error> {
        let zone = Zone::parse(&self.time_zone).ok_or_else(|| {
            Error::Unexpected(format!("schedule {} has the unknown zone {}", self.id, self.time_zone))
        })?;
        Ok(Schedule {
            time_zone: zone.time_zone().clone(),
            weekly: self.weekly.0.clone(),
            overrides: self.overrides.0.iter().map(|it| (it.date, it.windows.clone())).collect(),
        })
    }
}

/// One schedule of `host`.
pub async fn find(tx: &mut Tx, host: HostId, id: ScheduleId) -> Result<Option<ScheduleRow>, Error> {
    ask(tx, host, id).await?.first().await
}

/// The same, without waiting for the answer.
pub async fn ask(tx: &mut Tx, host: HostId, id: ScheduleId) -> Result<Asked<ScheduleRow>, Error> {
    let sql = format!("SELECT {} FROM schedules WHERE host_id = $1 AND id = $2", ScheduleRow::columns(""));
    tx.ask(&sql, args![host, id]).await
}

/// The host's schedules in the order they were made, archived ones apart.
pub async fn list(tx: &mut Tx, host: HostId, most: u32) -> Result<Vec<ScheduleRow>, Error> {
    let sql = format!(
        "SELECT {} FROM schedules WHERE host_id = $1 AND archived_at IS NULL ORDER BY created_at, id LIMIT $2",
        ScheduleRow::columns("")
    );
    tx.all(&sql, args![host, most]).await
}

/// Writes the schedule back.
pub async fn update(tx: &mut Tx, schedule: &ScheduleRow) -> Result<(), Error> {
    tx.execute(
        "UPDATE schedules SET name = $1, time_zone = $2, weekly = $3, overrides = $4, is_default = $5, archived_at = $6
         WHERE host_id = $7 AND id = $8",
        args![
            &schedule.name,
            &schedule.time_zone,
            &schedule.weekly,
            &schedule.overrides,
            schedule.is_default,
            schedule.archived_at,
            schedule.host_id,
            schedule.id,
        ],
    )
    .await?;
    Ok(())
}

/// Makes `id` the host's only default.
pub async fn make_default(tx: &mut Tx, host: HostId, id: ScheduleId) -> Result<(), Error> {
    tx.execute("UPDATE schedules SET is_default = (id = $2) WHERE host_id = $1", args![host, id]).await?;
    Ok(())
}

/// How many event types, archived ones included, refer to the schedule.
pub async fn uses(tx: &mut Tx, host: HostId, id: ScheduleId) -> Result<(i64, i64), Error> {
    tx.one(
        "SELECT COUNT(*), COUNT(CASE WHEN archived_at IS NULL THEN 1 END) FROM event_types
         WHERE host_id = $1 AND schedule_id = $2",
        args![host, id],
    )
    .await
}

/// Deletes a schedule that nothing refers to.
pub async fn delete(tx: &mut Tx, host: HostId, id: ScheduleId) -> Result<(), Error> {
    tx.execute("DELETE FROM schedules WHERE host_id = $1 AND id = $2", args![host, id]).await?;
    Ok(())
}
