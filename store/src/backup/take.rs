//! Taking a backup while the services run.

use super::columns::{Table, tables};
use super::file::{Facts, File};
use crate::engine::{Db, Dialect, Error, Tx, Value};
use std::path::Path;

/// Rows that are held in memory at a time.
const PAGE: usize = 1000;

/// Writes every row of this instant into a new file, and tells how many they are. The services go on meanwhile. A file
/// that is there already is refused; one that could not be finished is taken away.
pub async fn take(db: &Db, path: &Path, facts: Facts) -> Result<u64, Error> {
    let mut file = File::create(path, &facts)?;
    let target = path.to_owned();
    let taken = db
        .snapshot(move |tx| {
            Box::pin(async move {
                let mut count = 0;
                for table in tables() {
                    count += copy(tx, &table, &mut file).await?;
                }
                file.close(&target)?;
                Ok(count)
            })
        })
        .await;
    if taken.is_err() {
        take_away(path);
    }
    taken
}

async fn copy(tx: &mut Tx, table: &Table, file: &mut File) -> Result<u64, Error> {
    let mut pages = Pages::open(tx, table).await?;
    let mut count = 0;
    loop {
        let rows = pages.next(tx).await?;
        file.write(table, &rows)?;
        count += rows.len() as u64;
        if rows.len() < PAGE {
            return Ok(count);
        }
    }
}

/// The rows of a table, a page at a time.
struct Pages {
    sql: String,
    /// The place of the last row that was read, which SQLite goes on from; PostgreSQL's cursor knows it itself.
    after: i64,
}

impl Pages {
    async fn open(tx: &mut Tx, table: &Table) -> Result<Self, Error> {
        let (name, columns) = (&table.name, table.column_names().join(", "));
        let sql = match tx.dialect() {
            Dialect::Sqlite => {
                format!("SELECT rowid, {columns} FROM {name} WHERE rowid > $1 ORDER BY rowid LIMIT {PAGE}")
            }
            Dialect::Postgres => {
                tx.execute(
                    &format!("DECLARE backup_{name} NO SCROLL CURSOR FOR SELECT {columns} FROM {name}"),
                    &[],
                )
                .await?;
                format!("FETCH {PAGE} FROM backup_{name}")
            }
        };
        Ok(Self { sql, after: i64::MIN })
    }

    async fn next(&mut self, tx: &mut Tx) -> Result<Vec<Vec<Value>>, Error> {
        if tx.dialect() == Dialect::Postgres {
            return tx.all(&self.sql, &[]).await;
        }
        let mut rows: Vec<Vec<Value>> = tx.all(&self.sql, crate::args![self.after]).await?;
        for row in &mut rows {
            if let Value::Int(place) = row.remove(0) {
                self.after = place;
            }
        }
        Ok(rows)
    }
}

fn take_away(path: &Path) {
    if let Err(error) = std::fs::remove_file(path) {
        tracing::warn!(%error, file = %path.display(), "an unfinished backup could not be removed");
    }
}
