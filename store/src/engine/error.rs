//! What can go wrong between us and the database, sorted by what the caller can do about it.

/// A failure of the database. A slot that is taken or a host that is unknown is none: those are values.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database, its disk or a free connection is lacking; the same request may succeed later.
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// A uniqueness, range or guard constraint refused the row; the text is the constraint's name.
    #[error("the database refused the row: {0}")]
    Constraint(String),
    /// A statement or a stored value is not what the code expects: a defect, or a database of another version.
    #[error("the database answered what was not expected: {0}")]
    Unexpected(String),
    /// A backup can't be written, read or put back; the text says why, and what to do.
    #[error("{0}")]
    Backup(String),
    /// A transaction waited for something other than its database.
    #[error("a transaction waited for something outside of the database")]
    Waited,
}

impl Error {
    /// Whether a constraint of this name, or on these columns, refused.
    #[must_use]
    pub fn is_constraint(&self, name: &str) -> bool {
        matches!(self, Self::Constraint(text) if text.contains(name))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let Some(code) = error.sqlite_error_code() else {
            return Self::Unexpected(error.to_string());
        };
        match code {
            Code::ConstraintViolation => Self::Constraint(error.to_string()),
            Code::DatabaseBusy
            | Code::DatabaseLocked
            | Code::DiskFull
            | Code::SystemIoFailure
            | Code::CannotOpen
            | Code::ReadOnly
            | Code::OutOfMemory
            | Code::OperationInterrupted => Self::Unavailable(error.to_string()),
            _ => Self::Unexpected(error.to_string()),
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(db) = error.as_db_error() else {
            return match std::error::Error::source(&error) {
                Some(cause) if error.is_closed() || cause.is::<std::io::Error>() => {
                    Self::Unavailable(format!("{error}: {cause}"))
                }
                _ if error.is_closed() => Self::Unavailable(error.to_string()),
                Some(cause) => Self::Unexpected(format!("{error}: {cause}")),
                None => Self::Unexpected(error.to_string()),
            };
        };
        let code = db.code().code();
        match &code[..2] {
            "23" => Self::Constraint(format!("{} ({})", db.constraint().unwrap_or("unnamed"), db.message())),
            // No connection, no resources, operator's intervention, system error, deadlock or serialisation, lock time-out.
            "08" | "53" | "57" | "58" | "40" | "55" | "25" => {
                Self::Unavailable(format!("{code}: {}", db.message()))
            }
            _ => Self::Unexpected(format!("{code}: {}", db.message())),
        }
    }
}
