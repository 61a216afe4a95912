//! A host's customers, sittings and bookings once more for another host: by the database itself, since a million rows
//! that are sent one by one take half an hour.

use crate::seed::Made;
use timeslot_store::bookings::BookingRow;
use timeslot_store::customers::CustomerRow;
use timeslot_store::engine::Value;
use timeslot_store::sittings::SittingRow;
use timeslot_store::{Error, Tx, args};

/// Writes for `to`, which has nothing yet, what `from` has. `number` tells the copies of one host apart. SQLite only: data
/// sets of this size are read there.
pub async fn copy(tx: &mut Tx, from: &Made, to: &Made, number: u32) -> Result<(), Error> {
    let values = args![from.host, to.host, Value::Bytes(number.to_be_bytes().to_vec()), to.event_type];
    for (table, columns) in [
        ("customers", CustomerRow::columns("")),
        ("sittings", SittingRow::columns("")),
        ("bookings", BookingRow::columns("")),
    ] {
        // Every argument stands in every statement, whether its table has the column or not.
        let sql = format!(
            "INSERT INTO {table} ({columns}) SELECT {} FROM {table} WHERE host_id = $1 AND $4 IS NOT NULL",
            columns.split(", ").map(value).collect::<Vec<_>>().join(", ")
        );
        tx.execute(&sql, values).await?;
    }
    Ok(())
}

/// What a column of the copy holds.
fn value(column: &str) -> String {
    match column {
        "host_id" => "$2".into(),
        "event_type_id" => "$4".into(),
        // The beginning keeps the order of time, the end tells whose it is.
        "id" | "sitting_id" | "customer_id" => format!("CAST(substr({column}, 1, 12) || $3 AS BLOB)"),
        other => other.into(),
    }
}
