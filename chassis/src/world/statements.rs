//! What is asked of the database, for tests of plans and of how often.

use std::sync::{Arc, Mutex};
use timeslot_store::engine::{Value, Watcher};

/// A statement that was run.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Its text.
    pub sql: String,
    /// Its arguments.
    pub args: Vec<Value>,
}

/// The statements since one began to watch; nothing is kept before.
#[derive(Clone, Debug, Default)]
pub(super) struct Statements(Arc<Mutex<Option<Vec<Statement>>>>);

impl Statements {
    pub fn watcher(&self) -> Watcher {
        let kept = Arc::clone(&self.0);
        Arc::new(move |sql, args| {
            if let Some(list) = kept.lock().unwrap().as_mut() {
                list.push(Statement { sql: sql.to_owned(), args: args.to_vec() });
            }
        })
    }

    /// Begins anew and tells what was kept until now; the first time nothing was.
    pub fn take(&self) -> Vec<Statement> {
        self.0.lock().unwrap().replace(Vec::new()).unwrap_or_default()
    }
}
