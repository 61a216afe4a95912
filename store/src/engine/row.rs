//! A row, and the records that are read from and written to one.

use super::convert::FromValue;
use super::error::Error;
use super::value::{Value, of_postgres};

/// The columns of one row, in the order in which the statement names them.
pub struct Row<'r> {
    source: Source<'r>,
    columns: usize,
    /// The next column that is taken.
    at: usize,
}

/// A row as its database's own library gives it: read from there, column by column, without a copy between.
enum Source<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

impl<'r> Row<'r> {
    pub(super) const fn of_sqlite(row: &'r rusqlite::Row<'r>, columns: usize) -> Self {
        Self { source: Source::Sqlite(row), columns, at: 0 }
    }

    pub(super) fn of_postgres(row: &'r tokio_postgres::Row) -> Self {
        Self { source: Source::Postgres(row), columns: row.len(), at: 0 }
    }

    /// The next column.
    #[inline]
    pub fn take<T: FromValue>(&mut self) -> Result<T, Error> {
        let at = self.step()?;
        match self.source {
            Source::Sqlite(row) => T::from_sqlite(row.get_ref(at)?),
            Source::Postgres(row) => T::from_value(of_postgres(row, at)?),
        }
    }

    #[inline]
    fn step(&mut self) -> Result<usize, Error> {
        if self.at == self.columns {
            return Err(Error::Unexpected("the row has fewer columns than are read".into()));
        }
        self.at += 1;
        Ok(self.at - 1)
    }
}

/// A struct that is read from the columns of a row in order.
pub trait FromRow: Sized {
    /// Reads the row.
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error>;
}

/// All that is left of the row, as it is stored.
impl FromRow for Vec<Value> {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
        (row.at..row.columns).map(|_| row.take()).collect()
    }
}

macro_rules! tuple {
    ($($name:ident)+) => {
        impl<$($name: FromValue),+> FromRow for ($($name,)+) {
            fn from_row(row: &mut Row<'_>) -> Result<Self, Error> {
                Ok(($(row.take::<$name>()?,)+))
            }
        }
    };
}
tuple!(A);
tuple!(A B);
tuple!(A B C);
tuple!(A B C D);
tuple!(A B C D E);
tuple!(A B C D E F);
tuple!(A B C D E F G);

/// Declares a struct whose fields are the columns of a table: one list gives the struct, the select list and the
/// insert. `columns(alias)` names them for a `SELECT`; `insert(&self, tx)` writes the row.
#[macro_export]
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident in $table:literal {
            $( $(#[$field_doc:meta])* pub $field:ident : $ty:ty ),+ $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $name {
            $( $(#[$field_doc])* pub $field: $ty ),+
        }

        impl $crate::engine::FromRow for $name {
            fn from_row(row: &mut $crate::engine::Row<'_>) -> Result<Self, $crate::Error> {
                Ok(Self { $( $field: row.take::<$ty>().map_err(|error| error.in_column($table, stringify!($field)))? ),+ })
            }
        }

        impl $name {
            const FIELDS: &'static [&'static str] = &[$( stringify!($field) ),+];

            /// The select list, each column behind `alias` (with its point) where there is one.
            #[must_use]
            pub fn columns(alias: &str) -> std::borrow::Cow<'static, str> {
                // Asked for by nearly every statement, and nearly always without an alias.
                const LIST: &str = concat!($( stringify!($field), ", " ),+);
                if alias.is_empty() {
                    return std::borrow::Cow::Borrowed(LIST.trim_end_matches(", "));
                }
                Self::FIELDS.iter().map(|field| format!("{alias}{field}")).collect::<Vec<_>>().join(", ").into()
            }

            /// Writes the row.
            pub async fn insert(&self, tx: &mut $crate::Tx) -> Result<(), $crate::Error> {
                let (sql, args) = self.insertion();
                tx.execute(sql, &args).await.map(drop)
            }

            /// Writes the row without waiting for it, as [`Tx::send`](crate::Tx::send) does.
            pub async fn send(&self, tx: &mut $crate::Tx) -> Result<(), $crate::Error> {
                let (sql, args) = self.insertion();
                tx.send(sql, &args).await
            }

            fn insertion(&self) -> (&'static str, Vec<$crate::engine::Value>) {
                static SQL: std::sync::LazyLock<String> =
                    std::sync::LazyLock::new(|| $crate::engine::insert_sql($table, $name::FIELDS));
                (&SQL, vec![$( $crate::engine::Value::from(self.$field.clone()) ),+])
            }
        }
    };
}

impl Error {
    /// The same error, naming the column it was met in.
    #[must_use]
    pub fn in_column(self, table: &str, column: &str) -> Self {
        match self {
            Self::Unexpected(text) => Self::Unexpected(format!("{table}.{column}: {text}")),
            other => other,
        }
    }
}

/// `INSERT INTO table (…) VALUES ($1, …)`.
#[must_use]
pub fn insert_sql(table: &str, fields: &[&str]) -> String {
    let places: Vec<String> = (1..=fields.len()).map(|place| format!("${place}")).collect();
    format!("INSERT INTO {table} ({}) VALUES ({})", fields.join(", "), places.join(", "))
}
