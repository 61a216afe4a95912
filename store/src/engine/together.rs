//! Several statements as one. `PostgreSQL` spends more on taking a small statement in than on carrying it out, so what
//! nobody waits for goes as one: `WITH one AS (INSERT …), two AS (UPDATE …) INSERT …`.

use super::value::Value;

/// Statements that go to the server as one.
#[derive(Default)]
pub(super) struct Together {
    statements: Vec<Statement>,
}

struct Statement {
    sql: String,
    args: Vec<Value>,
}

impl Together {
    /// Whether `sql` can go with what is here. Statements that go as one see the rows as they were before all of them, so
    /// none may write a table that another writes, too.
    pub fn admits(&self, sql: &str) -> bool {
        let table = written(sql);
        self.statements.iter().all(|it| table.is_some() && written(&it.sql) != table)
    }

    /// Adds a statement.
    pub fn add(&mut self, sql: &str, args: Vec<Value>) {
        self.statements.push(Statement { sql: sql.to_owned(), args });
    }

    /// Everything that was added, as one statement; `None` where nothing was.
    pub fn take(&mut self) -> Option<(String, Vec<Value>)> {
        let mut statements = std::mem::take(&mut self.statements);
        let last = statements.pop()?;
        let number = statements.len();
        let (mut sql, mut args) = (String::new(), Vec::new());
        for (nth, before) in statements.into_iter().enumerate() {
            sql.push_str(if nth == 0 { "WITH part" } else { ", part" });
            sql.push_str(&nth.to_string());
            sql.push_str(" AS (");
            append(&mut sql, &before.sql, args.len());
            sql.push_str(if nth + 1 == number { ") " } else { ")" });
            args.extend(before.args);
        }
        append(&mut sql, &last.sql, args.len());
        args.extend(last.args);
        Some((sql, args))
    }
}

/// The table that a statement writes; `None` where it isn't a plain `INSERT`, `UPDATE` or `DELETE`.
fn written(sql: &str) -> Option<&str> {
    let mut words = sql.split_ascii_whitespace();
    match words.next()? {
        "INSERT" | "DELETE" => words.nth(1),
        "UPDATE" => words.next(),
        _ => None,
    }
}

/// Writes `sql` with its arguments counted on from `taken`.
fn append(to: &mut String, sql: &str, taken: usize) {
    let mut parts = sql.split('$');
    to.push_str(parts.next().unwrap_or(sql));
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = part.split_at(digits);
        let number =
            number.parse::<usize>().map_or_else(|_| number.to_owned(), |it| (it + taken).to_string());
        to.push('$');
        to.push_str(&number);
        to.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(statements: &[(&str, i64)]) -> Option<(String, Vec<Value>)> {
        let mut together = Together::default();
        for (sql, arg) in statements {
            together.add(sql, vec![Value::Int(*arg), Value::Null]);
        }
        together.take()
    }

    #[test]
    fn arguments_are_counted_on() {
        let (sql, args) = together(&[
            ("INSERT INTO a (b, c) VALUES ($1, $2)", 1),
            ("UPDATE d SET e = $2 WHERE f = $1", 2),
            ("INSERT INTO g SELECT $2, COUNT(*) FROM g WHERE h = $1", 3),
        ])
        .unwrap();
        assert_eq!(
            sql,
            "WITH part0 AS (INSERT INTO a (b, c) VALUES ($1, $2)), part1 AS (UPDATE d SET e = $4 WHERE f = $3) \
             INSERT INTO g SELECT $6, COUNT(*) FROM g WHERE h = $5"
        );
        let numbers: Vec<Value> = args.into_iter().filter(|arg| *arg != Value::Null).collect();
        assert_eq!(numbers, [Value::Int(1), Value::Int(2), Value::Int(3)]);
    }

    #[test]
    fn one_statement_stays_as_it_is() {
        assert_eq!(together(&[("UPDATE a SET b = $1", 1)]).unwrap().0, "UPDATE a SET b = $1");
        assert_eq!(together(&[]), None);
    }

    #[test]
    fn a_table_is_written_once() {
        let mut together = Together::default();
        assert!(together.admits("INSERT INTO steps (a) SELECT COUNT(*) FROM steps"));
        together.add("INSERT INTO steps (a) SELECT COUNT(*) FROM steps", Vec::new());
        assert!(together.admits("INSERT INTO jobs (a) VALUES (1)"));
        for same in
            ["INSERT INTO steps (a) VALUES (1)", "UPDATE steps SET a = 1", "DELETE FROM steps", "SELECT 1"]
        {
            assert!(!together.admits(same), "{same}");
        }
    }
}
