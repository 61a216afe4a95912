//! What is measured, one scenario a file.

pub mod bookings;
pub mod postgres;
pub mod rush;
pub mod slots;
pub mod start;

use crate::load::Measured;
use std::time::Duration;

/// Connections of a load.
pub const CONNECTIONS: usize = 64;

/// A time in milliseconds.
pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Memory in MiB.
pub fn mebibytes(kib: u64) -> f64 {
    f64::from(u32::try_from(kib).unwrap_or(u32::MAX)) / 1024.0
}

/// Fails where another answer came than the one that was to be measured.
pub fn expect(measured: &Measured, status: u16) -> anyhow::Result<()> {
    anyhow::ensure!(
        measured.all(status),
        "every answer was to be {status}, but there were {:?}",
        measured.statuses
    );
    Ok(())
}
