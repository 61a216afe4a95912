//! The tables and their columns, read from the schema's own text.

use crate::engine::{Error, Value, schema_text};
use jiff::Timestamp;

/// What a column holds; SQLite's own types don't tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Uuid,
    Instant,
    Date,
    Bool,
    Json,
    Bytes,
    /// Numbers and texts are the same in both databases.
    Plain,
}

/// A table, with its columns in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<(String, Kind)>,
}

impl Table {
    pub fn column_names(&self) -> Vec<&str> {
        self.columns.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// The values of a row as PostgreSQL takes them, from those that SQLite gave.
    pub fn typed(&self, values: Vec<Value>) -> Result<Vec<Value>, Error> {
        self.columns
            .iter()
            .zip(values)
            .map(|((name, kind), value)| kind.typed(value).map_err(|error| error.in_column(&self.name, name)))
            .collect()
    }
}

impl Kind {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "UUID" => Self::Uuid,
            "TIMESTAMPTZ" => Self::Instant,
            "DATE" => Self::Date,
            "BOOLEAN" => Self::Bool,
            "JSONB" => Self::Json,
            "BYTEA" => Self::Bytes,
            "TEXT" | "BIGINT" => Self::Plain,
            _ => return None,
        })
    }

    fn typed(self, value: Value) -> Result<Value, Error> {
        let odd = |why: String| Error::Unexpected(format!("{self:?} expected, {why}"));
        Ok(match (self, value) {
            (_, Value::Null) => Value::Null,
            // Any sixteen bytes look like an id to SQLite.
            (Self::Bytes, Value::Uuid(id)) => Value::Bytes(id.into_bytes().to_vec()),
            (Self::Instant, Value::Int(at)) => {
                Value::Instant(Timestamp::from_millisecond(at).map_err(|error| odd(error.to_string()))?)
            }
            (Self::Date, Value::Text(text)) => {
                Value::Date(text.parse().map_err(|error| odd(format!("{error}")))?)
            }
            (Self::Bool, Value::Int(bit)) => Value::Bool(bit != 0),
            (Self::Json, Value::Text(text)) => {
                Value::Json(serde_json::from_str(&text).map_err(|error| odd(error.to_string()))?)
            }
            (Self::Uuid, value @ Value::Uuid(_))
            | (Self::Bytes, value @ Value::Bytes(_))
            | (Self::Plain, value) => value,
            (_, value) => return Err(odd(format!("{value:?} found"))),
        })
    }
}

/// Every table, those that are referred to before those that refer to them.
pub(super) fn tables() -> Vec<Table> {
    let mut tables = Vec::new();
    let mut open: Option<Table> = None;
    for line in schema_text().lines() {
        if let Some(name) = line.strip_prefix("CREATE TABLE ").and_then(|rest| rest.strip_suffix(" (")) {
            open = Some(Table { name: name.to_owned(), columns: Vec::new() });
        } else if line == ");" {
            tables.extend(open.take());
        } else if let Some(table) = &mut open {
            table.columns.extend(column(line));
        }
    }
    tables
}

fn column(line: &str) -> Option<(String, Kind)> {
    let mut words = line.split_whitespace();
    let (name, kind) = (words.next()?, words.next()?);
    Some((name.to_owned(), Kind::of(kind.trim_end_matches(','))?))
}

#[cfg(test)]
mod tests {
    use super::{Kind, tables};
    use crate::engine::Value;
    use uuid::Uuid;

    #[test]
    fn sixteen_bytes_are_an_id_where_the_column_says_so() {
        let sixteen = Value::Uuid(Uuid::from_bytes([7; 16]));
        assert_eq!(Kind::Uuid.typed(sixteen.clone()).unwrap(), sixteen);
        assert_eq!(Kind::Bytes.typed(sixteen).unwrap(), Value::Bytes(vec![7; 16]));
        assert!(Kind::Uuid.typed(Value::Bytes(vec![7; 15])).is_err());
    }

    #[test]
    fn columns_are_read_from_the_schema() {
        let tables = tables();
        let place = |name| tables.iter().position(|it| it.name == name).unwrap();
        assert!(
            place("accounts") < place("hosts")
                && place("sittings") < place("bookings")
                && place("bookings") < place("jobs")
        );
        let host = &tables[place("given_up_handles")];
        let expected = [("handle", Kind::Plain), ("host_id", Kind::Uuid), ("reserved_until", Kind::Instant)];
        assert_eq!(host.columns, expected.map(|(name, kind)| (name.to_owned(), kind)));
    }
}
