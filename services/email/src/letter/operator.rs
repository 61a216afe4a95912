//! Letters to the operator of the instance.

use super::Parts;
use crate::sheet::Sheet;
use crate::when::moment;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use minijinja::context;

/// Shows the operator that letters arrive.
#[derive(Clone, Debug)]
pub struct TestMail {
    /// When the test was asked for.
    pub at: Timestamp,
    /// The operator's zone.
    pub time_zone: TimeZone,
}

impl TestMail {
    pub(crate) fn parts(&self) -> Parts {
        Parts { facts: context! { at => moment(self.at, &self.time_zone) }, sheet: Sheet::default() }
    }
}
