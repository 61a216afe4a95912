//! Between the types of the code and [`Value`].

use super::error::Error;
use super::value::Value;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use rusqlite::types::ValueRef;
use timeslot_core::id::{
    ApiKeyId, BlockId, BookingId, CustomerId, DeliveryId, EventTypeId, HostId, InvitationId, JobId,
    OpeningId, ScheduleId, SessionId, SittingId,
};
use uuid::Uuid;

/// A type that can be read from a column.
pub trait FromValue: Sized {
    /// Reads `value`; an unexpected kind of value is an error, never a default.
    fn from_value(value: Value) -> Result<Self, Error>;

    /// The same from SQLite. What long lists are made of reads it without a [`Value`] between.
    #[inline]
    fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
        Self::from_value(value.into())
    }
}

impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self, Error> {
        Ok(value)
    }
}

/// Names the kind of what was found, never the value: errors are logged, and values may be personal.
fn unexpected<T>(wanted: &str, found: &Value) -> Result<T, Error> {
    Err(Error::Unexpected(format!("{wanted} expected, {} found", found.kind())))
}

impl FromValue for i64 {
    #[inline]
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Int(it) => Ok(it),
            other => unexpected("a whole number", &other),
        }
    }

    #[inline]
    fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
        match value {
            ValueRef::Integer(it) => Ok(it),
            other => Self::from_value(other.into()),
        }
    }
}

#[inline]
fn narrow<T: TryFrom<i64>>(wide: i64) -> Result<T, Error> {
    T::try_from(wide).map_err(|_| Error::Unexpected(format!("{wide} is out of range")))
}

macro_rules! narrower {
    ($($ty:ty),+) => {$(
        impl FromValue for $ty {
            fn from_value(value: Value) -> Result<Self, Error> {
                narrow(i64::from_value(value)?)
            }

            #[inline]
            fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
                narrow(i64::from_sqlite(value)?)
            }
        }
        impl From<$ty> for Value {
            fn from(it: $ty) -> Self {
                Self::Int(i64::from(it))
            }
        }
    )+};
}
narrower!(u8, u16, u32, i32);

impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Bool(it) => Ok(it),
            Value::Int(it) => Ok(it != 0),
            other => unexpected("true or false", &other),
        }
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Text(it) => Ok(it),
            other => unexpected("text", &other),
        }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Bytes(it) => Ok(it),
            // What SQLite reads of bytes that are as many as an id has.
            Value::Uuid(it) => Ok(it.into_bytes().to_vec()),
            other => unexpected("bytes", &other),
        }
    }
}

impl FromValue for Uuid {
    #[inline]
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Uuid(it) => Ok(it),
            other => unexpected("an id", &other),
        }
    }

    #[inline]
    fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
        match value {
            ValueRef::Blob(it) if it.len() == size_of::<Self>() => Self::from_slice(it).map_err(out_of_range),
            other => Self::from_value(other.into()),
        }
    }
}

impl FromValue for Timestamp {
    #[inline]
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Instant(it) => Ok(it),
            Value::Int(it) => Self::from_millisecond(it).map_err(out_of_range),
            other => unexpected("an instant", &other),
        }
    }

    #[inline]
    fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
        match value {
            ValueRef::Integer(it) => Self::from_millisecond(it).map_err(out_of_range),
            other => Self::from_value(other.into()),
        }
    }
}

fn out_of_range(error: impl std::fmt::Display) -> Error {
    Error::Unexpected(error.to_string())
}

impl FromValue for Date {
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Date(it) => Ok(it),
            Value::Text(it) => it.parse().map_err(|_| Error::Unexpected("a text that is no date".into())),
            other => unexpected("a date", &other),
        }
    }
}

impl FromValue for serde_json::Value {
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Json(it) => Ok(it),
            Value::Text(it) => {
                serde_json::from_str(&it).map_err(|error| Error::Unexpected(error.to_string()))
            }
            other => unexpected("a document", &other),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }

    #[inline]
    fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
        match value {
            ValueRef::Null => Ok(None),
            other => T::from_sqlite(other).map(Some),
        }
    }
}

macro_rules! into_value {
    ($($ty:ty => $variant:ident),+ $(,)?) => {$(
        impl From<$ty> for Value {
            fn from(it: $ty) -> Self {
                Self::$variant(it)
            }
        }
    )+};
}
into_value!(bool => Bool, i64 => Int, String => Text, Vec<u8> => Bytes, Uuid => Uuid, Timestamp => Instant,
    Date => Date, serde_json::Value => Json);

impl From<&str> for Value {
    fn from(it: &str) -> Self {
        Self::Text(it.to_owned())
    }
}

impl From<&String> for Value {
    fn from(it: &String) -> Self {
        Self::Text(it.clone())
    }
}

impl From<&[u8]> for Value {
    fn from(it: &[u8]) -> Self {
        Self::Bytes(it.to_vec())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(it: Option<T>) -> Self {
        it.map_or(Self::Null, Into::into)
    }
}

macro_rules! ids {
    ($($ty:ident),+ $(,)?) => {$(
        impl FromValue for $ty {
            fn from_value(value: Value) -> Result<Self, Error> {
                Uuid::from_value(value).map(Self)
            }

            #[inline]
            fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
                Uuid::from_sqlite(value).map(Self)
            }
        }
        impl From<$ty> for Value {
            fn from(it: $ty) -> Self {
                Self::Uuid(it.0)
            }
        }
    )+};
}
ids!(
    HostId,
    SessionId,
    ApiKeyId,
    InvitationId,
    ScheduleId,
    EventTypeId,
    OpeningId,
    BlockId,
    SittingId,
    BookingId,
    CustomerId,
    JobId,
    DeliveryId,
);

/// A column that holds a document of type `T`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Json<T>(pub T);

impl<T: serde::de::DeserializeOwned> FromValue for Json<T> {
    fn from_value(value: Value) -> Result<Self, Error> {
        let parsed = match value {
            Value::Json(it) => serde_json::from_value(it),
            Value::Text(it) => serde_json::from_str(&it),
            other => return unexpected("a document", &other),
        };
        parsed
            .map(Self)
            .map_err(|error| Error::Unexpected(format!("a stored document can't be read: {error}")))
    }
}

impl<T: serde::Serialize> From<&Json<T>> for Value {
    fn from(it: &Json<T>) -> Self {
        // Stored documents are plain structs with text keys, which always serialise.
        serde_json::to_value(&it.0).map_or(Self::Null, Self::Json)
    }
}

impl<T: serde::Serialize> From<Json<T>> for Value {
    fn from(it: Json<T>) -> Self {
        Self::from(&it)
    }
}

/// A length of time, stored in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

impl Minutes {
    /// As a duration.
    #[must_use]
    pub const fn duration(self) -> SignedDuration {
        SignedDuration::from_mins(self.0 as i64)
    }
}

impl FromValue for Minutes {
    fn from_value(value: Value) -> Result<Self, Error> {
        u32::from_value(value).map(Self)
    }

    #[inline]
    fn from_sqlite(value: ValueRef<'_>) -> Result<Self, Error> {
        u32::from_sqlite(value).map(Self)
    }
}

impl From<Minutes> for Value {
    fn from(it: Minutes) -> Self {
        Self::Int(i64::from(it.0))
    }
}
