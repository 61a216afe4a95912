//! One set of values for both databases: what a statement takes, and what a row gives.
//!
//! | here | PostgreSQL | SQLite |
//! |---|---|---|
//! | `Int` | `bigint` | integer |
//! | `Bool` | `boolean` | 0 or 1 |
//! | `Instant` | `timestamptz` | integer, milliseconds since 1970 |
//! | `Date` | `date` | text `YYYY-MM-DD` |
//! | `Uuid` | `uuid` | 16 bytes; any 16 are read as one |
//! | `Json` | `jsonb` | text |

use super::error::Error;
use bytes::BytesMut;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::{ToSqlOutput, Value as LiteValue, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// A value on its way to or from a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// SQL's NULL.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text.
    Text(String),
    /// Raw bytes.
    Bytes(Vec<u8>),
    /// An id.
    Uuid(Uuid),
    /// An instant, kept to the millisecond.
    Instant(Timestamp),
    /// A local date.
    Date(Date),
    /// A document.
    Json(serde_json::Value),
}

impl Value {
    /// What kind of value it is.
    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Int(_) => "a number",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
            Self::Uuid(_) => "an id",
            Self::Instant(_) => "an instant",
            Self::Date(_) => "a date",
            Self::Json(_) => "a document",
        }
    }
}

fn to_millisecond(instant: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(instant.as_millisecond()).unwrap_or(instant)
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Bool(it) => it.to_sql(ty, out),
            Self::Int(it) if *ty == Type::INT4 => i32::try_from(*it)?.to_sql(ty, out),
            Self::Int(it) => it.to_sql(ty, out),
            Self::Text(it) => it.to_sql(ty, out),
            Self::Bytes(it) => it.to_sql(ty, out),
            Self::Uuid(it) => it.to_sql(ty, out),
            Self::Instant(it) => to_millisecond(*it).to_sql(ty, out),
            Self::Date(it) => it.to_sql(ty, out),
            Self::Json(it) => it.to_sql(ty, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        // Which value goes with which column is known only when both are there; the server checks it then.
        true
    }

    to_sql_checked!();
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(LiteValue::Null),
            Self::Bool(it) => ToSqlOutput::Owned(LiteValue::Integer(i64::from(*it))),
            Self::Int(it) => ToSqlOutput::Owned(LiteValue::Integer(*it)),
            Self::Text(it) => ToSqlOutput::Borrowed(ValueRef::Text(it.as_bytes())),
            Self::Bytes(it) => ToSqlOutput::Borrowed(ValueRef::Blob(it)),
            Self::Uuid(it) => ToSqlOutput::Borrowed(ValueRef::Blob(it.as_bytes())),
            Self::Instant(it) => ToSqlOutput::Owned(LiteValue::Integer(it.as_millisecond())),
            Self::Date(it) => ToSqlOutput::Owned(LiteValue::Text(it.to_string())),
            Self::Json(it) => ToSqlOutput::Owned(LiteValue::Text(it.to_string())),
        })
    }
}

impl From<ValueRef<'_>> for Value {
    #[inline]
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(it) => Self::Int(it),
            // Nothing is stored as a float; the text names the odd value in the error that follows.
            ValueRef::Real(it) => Self::Text(it.to_string()),
            ValueRef::Text(it) => Self::Text(String::from_utf8_lossy(it).into_owned()),
            // Most bytes are ids, and in long lists: they are kept as such, without an allocation for each.
            ValueRef::Blob(it) => Uuid::from_slice(it).map_or_else(|_| Self::Bytes(it.to_vec()), Self::Uuid),
        }
    }
}

/// Reads column `index` of a PostgreSQL row.
pub(super) fn of_postgres(row: &tokio_postgres::Row, index: usize) -> Result<Value, Error> {
    fn read<'r, T, F>(row: &'r tokio_postgres::Row, index: usize, wrap: F) -> Result<Value, Error>
    where
        T: tokio_postgres::types::FromSql<'r>,
        F: FnOnce(T) -> Value,
    {
        Ok(row.try_get::<_, Option<T>>(index)?.map_or(Value::Null, wrap))
    }
    match *row.columns()[index].type_() {
        Type::BOOL => read(row, index, Value::Bool),
        Type::INT8 => read(row, index, Value::Int),
        Type::INT4 => read(row, index, |it: i32| Value::Int(i64::from(it))),
        Type::TEXT | Type::VARCHAR | Type::NAME => read(row, index, Value::Text),
        Type::BYTEA => read(row, index, Value::Bytes),
        Type::UUID => read(row, index, Value::Uuid),
        Type::TIMESTAMPTZ => read(row, index, Value::Instant),
        Type::DATE => read(row, index, Value::Date),
        Type::JSONB | Type::JSON => read(row, index, Value::Json),
        ref other => Err(Error::Unexpected(format!("column {index} is of the unknown type {other}"))),
    }
}
