//! “Send me the link again”.

use super::{Care, Draft, Drafted, held_back, zone};
use crate::letter::{Letter, LinkedBooking, ManageLinks};
use crate::links;
use crate::said::Line;
use timeslot_chassis::App;
use timeslot_chassis::worker::HandlerError;
use timeslot_core::id::CustomerId;
use timeslot_core::job::JobKind;
use timeslot_store::addressees::{self, id_in};
use timeslot_store::jobs::JobRow;
use timeslot_store::{Tx, bookings, customers};

/// Most bookings that are looked at; the newest meetings come first.
const MOST: u32 = 200;

pub(super) async fn draft(tx: &mut Tx, app: &App, job: &JobRow) -> Result<Drafted, HandlerError> {
    let (Some(host), Some(customer)) = (job.host_id, id_in(&job.payload.0, "customer_id")) else {
        return Err(HandlerError("the job names no customer of a host".into()));
    };
    let customer = customers::find(tx, host, CustomerId(customer)).await?;
    let (Some(customer), Some(account)) = (customer, addressees::account(tx, host).await?) else {
        return Ok(Drafted::Outdated);
    };
    if let Some(held) = held_back(tx, app.now(), JobKind::ManageLinks, &account, &customer.email).await? {
        return Ok(held);
    }
    let mut linked = Vec::new();
    for booking in bookings::of_customer(tx, host, customer.id, MOST).await? {
        if booking.state()?.is_live() && booking.ends_at > app.now() {
            linked.push(LinkedBooking {
                title: Line::new(&booking.title),
                time: booking.core(),
                time_zone: zone(&booking.customer_zone),
                manage: links::manage(app, &booking)?,
            });
        }
    }
    if linked.is_empty() {
        return Ok(Drafted::Outdated);
    }
    linked.reverse();
    let name = Line::new(&account.name);
    Ok(Drafted::from(Draft {
        letter: Letter::ManageLinks(ManageLinks { host: name.clone(), bookings: linked }),
        to: customer.email,
        host: Some(name),
        reply_to: Some(account.email),
        edition: None,
        care: Care::Others(Some(host)),
    }))
}
