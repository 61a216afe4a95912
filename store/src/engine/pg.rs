//! PostgreSQL: a pool of connections, each statement prepared once per connection.

use super::error::Error;
use super::value::Value;
use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use futures::future::BoxFuture;
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Row, Statement};

/// How long one waits for a new connection.
const CONNECTION_DEADLINE: Duration = Duration::from_secs(5);
/// How long one waits in line for a free connection: hundreds who want the same minute are served one after the other,
/// on a slow machine, too. Together with the wait for a lock it stays below the 30 seconds after which a request is
/// given up: who is told that nothing was done must not find it done a moment later.
const LINE_DEADLINE: Duration = Duration::from_secs(14);
/// What every session is told: a lost client's transaction ends, a stuck statement or lock doesn't hold others up. Every
/// statement goes by an index: a plan is kept for as long as its connection, and one that was made while a table was
/// nearly empty would read it through when it isn't any more. For the few that no index serves, compiling them would
/// cost more than they do.
const SESSION: &str = "SET idle_in_transaction_session_timeout = '10s'; SET statement_timeout = '14s'; \
                       SET lock_timeout = '12s'; SET TIME ZONE 'UTC'; SET enable_seqscan = off; SET jit = off";

/// What a statement on its way to the server will answer.
pub(super) type Coming<T> = BoxFuture<'static, Result<T, tokio_postgres::Error>>;

/// A connection of the pool with a transaction that may be open.
pub(super) struct Client {
    object: Option<Arc<Object>>,
    /// Statements that nobody has waited for yet, in the order in which they were sent.
    sent: Vec<Coming<u64>>,
    open: bool,
    /// The transaction begins together with its first statement: one journey to the server instead of two.
    unsaid: bool,
}

/// Connects lazily; the first use tells whether the server is there.
pub(super) fn pool(url: &str, size: usize) -> Result<Pool, Error> {
    let config: tokio_postgres::Config = url
        .parse()
        .map_err(|error| Error::Unexpected(format!("the database's address can't be read: {error}")))?;
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    let tls = rustls::ClientConfig::builder_with_provider(rustls::crypto::ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Unexpected(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let manager = Manager::from_config(
        config,
        tokio_postgres_rustls::MakeRustlsConnect::new(tls),
        ManagerConfig { recycling_method: RecyclingMethod::Fast },
    );
    Pool::builder(manager)
        .max_size(size)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(LINE_DEADLINE))
        .create_timeout(Some(CONNECTION_DEADLINE))
        .post_create(Hook::async_fn(|client, _| {
            Box::pin(async move { client.batch_execute(SESSION).await.map_err(HookError::Backend) })
        }))
        .build()
        .map_err(|error| Error::Unexpected(error.to_string()))
}

impl Client {
    pub async fn take(pool: &Pool) -> Result<Self, Error> {
        let object = pool.get().await.map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(Self { object: Some(Arc::new(object)), sent: Vec::new(), open: false, unsaid: false })
    }

    fn object(&self) -> Result<&Arc<Object>, Error> {
        self.object.as_ref().ok_or_else(|| Error::Unexpected("the connection was given back".into()))
    }

    /// From here on everything is one transaction.
    pub const fn begin(&mut self) {
        (self.open, self.unsaid) = (true, true);
    }

    pub async fn commit(&mut self) -> Result<(), Error> {
        self.end("COMMIT").await
    }

    pub async fn rollback(&mut self) -> Result<(), Error> {
        self.end("ROLLBACK").await
    }

    async fn end(&mut self, word: &str) -> Result<(), Error> {
        if std::mem::take(&mut self.unsaid) {
            self.open = false;
            return Ok(());
        }
        let ended = self.object()?.batch_execute(word).await;
        self.open = ended.is_err();
        // A transaction of which one statement failed is rolled back by COMMIT: what failed is the answer.
        self.settle().await?;
        Ok(ended?)
    }

    /// Waits for everything that was sent; the first that failed is what failed.
    async fn settle(&mut self) -> Result<(), Error> {
        let mut settled = Ok(());
        for coming in std::mem::take(&mut self.sent) {
            settled = settled.and(coming.await.map(drop));
        }
        Ok(settled?)
    }

    /// The statement of `sql`, prepared once per connection. Where what was sent before it failed, so does this.
    async fn prepared(&mut self, sql: &str) -> Result<Statement, Error> {
        let prepared = self.object()?.prepare_cached(sql).await;
        if prepared.is_err() {
            self.settle().await?;
        }
        Ok(prepared?)
    }

    /// Waits for an answer, and for those that were sent before it.
    async fn after_sent<T>(&mut self, answer: Result<T, Error>) -> Result<T, Error> {
        self.settle().await?;
        answer
    }

    pub async fn query(&mut self, sql: &str, args: &[Value]) -> Result<Vec<Row>, Error> {
        let statement = self.prepared(sql).await?;
        let unsaid = std::mem::take(&mut self.unsaid);
        let object = self.object()?;
        let answer = after_begin(object, unsaid, object.query(&statement, &borrowed(args))).await;
        self.after_sent(answer).await
    }

    pub async fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, Error> {
        let statement = self.prepared(sql).await?;
        let unsaid = std::mem::take(&mut self.unsaid);
        let object = self.object()?;
        let answer = after_begin(object, unsaid, object.execute(&statement, &borrowed(args))).await;
        self.after_sent(answer).await
    }

    /// Sends a statement on its way; whether it failed is told with the next answer, or with the commit.
    pub async fn send(&mut self, sql: &str, args: Vec<Value>) -> Result<(), Error> {
        if self.unsaid {
            return self.execute(sql, &args).await.map(drop);
        }
        // Preparing is waited for, where it is still to be done: what is sent later must not overtake.
        let statement = self.prepared(sql).await?;
        let object = Arc::clone(self.object()?);
        let coming = on_its_way(async move { object.execute(&statement, &borrowed(&args)).await }).await;
        self.sent.push(coming);
        Ok(())
    }

    /// Sends a query on its way, and gives its answer to be waited for.
    pub async fn ask(&mut self, sql: &str, args: Vec<Value>) -> Result<Coming<Vec<Row>>, Error> {
        if self.unsaid {
            let rows = self.query(sql, &args).await?;
            return Ok(Box::pin(std::future::ready(Ok(rows))));
        }
        // Preparing is waited for, where it is still to be done: what is sent later must not overtake.
        let statement = self.prepared(sql).await?;
        let object = Arc::clone(self.object()?);
        Ok(on_its_way(async move { object.query(&statement, &borrowed(&args)).await }).await)
    }

    pub async fn batch(&mut self, sql: &str) -> Result<(), Error> {
        let unsaid = std::mem::take(&mut self.unsaid);
        let object = self.object()?;
        let answer = after_begin(object, unsaid, object.batch_execute(sql)).await;
        self.after_sent(answer).await
    }
}

/// Polls a statement once, which hands it to the connection, and leaves the waiting for later.
async fn on_its_way<T: Send + 'static>(
    statement: impl Future<Output = Result<T, tokio_postgres::Error>> + Send + 'static,
) -> Coming<T> {
    let mut coming: Coming<T> = Box::pin(statement);
    match futures::poll!(&mut coming) {
        Poll::Ready(answer) => Box::pin(std::future::ready(answer)),
        Poll::Pending => coming,
    }
}

/// Sends BEGIN, where it is still unsaid, and `statement` right behind it. The server takes them in this order.
async fn after_begin<T>(
    object: &Object,
    unsaid: bool,
    statement: impl Future<Output = Result<T, tokio_postgres::Error>>,
) -> Result<T, Error> {
    if !unsaid {
        return Ok(statement.await?);
    }
    let (begun, answer) = futures::join!(object.batch_execute("BEGIN"), statement);
    begun?;
    Ok(answer?)
}

impl Drop for Client {
    fn drop(&mut self) {
        // A transaction that was neither committed nor rolled back (a panic, a lost server) must not go back into
        // the pool with its connection: closing it is what ends it for certain.
        self.sent.clear();
        if self.open
            && let Some(object) = self.object.take().and_then(Arc::into_inner)
        {
            drop(Object::take(object));
        }
    }
}

fn borrowed(args: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    args.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}
