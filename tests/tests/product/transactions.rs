//! What a transaction promises, whichever the database.

use futures::future::join_all;
use jiff::SignedDuration;
use timeslot_chassis::both;
use timeslot_chassis::world::World;
use timeslot_core::id::HostId;
use timeslot_store::engine::Value;
use timeslot_store::{Error, Tx, args};
use uuid::Uuid;

const PUT: &str = "INSERT INTO idempotency_keys (scope, route, key, body_hash, status, answer, created_at)
     VALUES ('test', 'test', $1, $2, 201, $3, $4)";

fn row(key: &str) -> [Value; 4] {
    let at: jiff::Timestamp = "2027-01-01T00:00:00Z".parse().unwrap();
    [key.into(), vec![1_u8, 2].into(), serde_json::json!({ "n": 1 }).into(), at.into()]
}

async fn put(tx: &mut Tx, key: &str) -> Result<(), Error> {
    tx.execute(PUT, &row(key)).await.map(drop)
}

async fn send(tx: &mut Tx, key: &str) -> Result<(), Error> {
    tx.send(PUT, &row(key)).await
}

async fn count(world: &World) -> i64 {
    let counted: Result<(i64,), Error> = world
        .app
        .db()
        .read(|tx| {
            Box::pin(async move {
                tx.one("SELECT COUNT(*) FROM idempotency_keys WHERE scope = 'test'", &[]).await
            })
        })
        .await;
    counted.unwrap().0
}

both! {
    async fn what_fails_leaves_nothing_behind(world) {
        let failed: Result<(), Error> = world.app.db().write(|tx| Box::pin(async move {
            put(tx, "a").await?;
            Err(Error::Unexpected("on purpose".into()))
        })).await;
        assert!(failed.is_err());
        assert_eq!(count(&world).await, 0);
    }

    async fn a_large_change_fits_and_can_be_undone(world) {
        // Ten megabytes: more than any journal keeps in one piece.
        const FILL: &str = "WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 20000)
             INSERT INTO filler (number, text) SELECT number, $1 FROM numbers";
        let filled: Result<(), Error> = world.app.db().write(|tx| Box::pin(async move {
            tx.execute("CREATE TABLE filler (number BIGINT PRIMARY KEY, text TEXT NOT NULL)", &[]).await?;
            tx.execute(FILL, args!["x".repeat(500)]).await.map(drop)
        })).await;
        filled.unwrap();
        for is_kept in [false, true] {
            let changed: Result<u64, Error> = world.app.db().write(move |tx| Box::pin(async move {
                let changed = tx.execute("UPDATE filler SET text = $1 WHERE number > 0", args!["y".repeat(500)]).await?;
                if is_kept { Ok(changed) } else { Err(Error::Unexpected("on purpose".into())) }
            })).await;
            match changed {
                Ok(changed) => assert!(is_kept && changed == 20_000),
                Err(error) => assert!(!is_kept && error.to_string().contains("on purpose"), "{error}"),
            }
            let left: Result<(i64,), Error> = world.app.db().read(|tx| Box::pin(async move {
                tx.one("SELECT COUNT(*) FROM filler WHERE text LIKE 'x%'", &[]).await
            })).await;
            assert_eq!(left.unwrap().0, if is_kept { 0 } else { 20_000 });
        }
    }

    async fn neighbours_of_a_failure_are_kept(world) {
        let writes = (0..40).map(|number| {
            let db = world.app.db().clone();
            async move {
                db.write(move |tx| Box::pin(async move {
                    put(tx, &format!("key {number}")).await?;
                    if number % 3 == 0 { Err(Error::Unexpected("on purpose".into())) } else { Ok(()) }
                })).await
            }
        });
        let kept = join_all(writes).await.iter().filter(|it| it.is_ok()).count();
        assert_eq!((kept, count(&world).await), (26, 26));
    }

    async fn a_constraint_is_told_by_name_and_spoils_nothing_else(world) {
        let put_twice = || world.app.db().write(|tx| Box::pin(async move { put(tx, "same").await }));
        put_twice().await.unwrap();
        let refused: Error = put_twice().await.unwrap_err();
        assert!(matches!(refused, Error::Constraint(_)), "{refused}");
        assert_eq!(count(&world).await, 1);
    }

    async fn a_statement_that_nobody_waits_for_fails_with_what_follows(world) {
        let db = world.app.db();
        let before_another: Result<(), Error> = db.write(|tx| Box::pin(async move {
            put(tx, "kept?").await?;
            send(tx, "twice").await?;
            send(tx, "twice").await?;
            tx.one::<(i64,)>("SELECT COUNT(*) FROM idempotency_keys", &[]).await?;
            Ok(())
        })).await;
        let before_the_commit: Result<(), Error> = db.write(|tx| Box::pin(async move {
            put(tx, "kept?").await?;
            send(tx, "twice").await?;
            send(tx, "twice").await
        })).await;
        for refused in [before_another.unwrap_err(), before_the_commit.unwrap_err()] {
            assert!(matches!(refused, Error::Constraint(_)), "{refused}");
        }
        assert_eq!(count(&world).await, 0);
    }

    async fn statements_take_effect_in_the_order_in_which_they_are_sent(world) {
        let db = world.app.db();
        let seen: Result<Vec<i64>, Error> = db.write(|tx| Box::pin(async move {
            put(tx, "0").await?;
            let mut asked = Vec::new();
            for number in 1..=20 {
                send(tx, &format!("{number}")).await?;
                let counted = "SELECT COUNT(*) FROM idempotency_keys WHERE scope = 'test'";
                asked.push(tx.ask::<(i64,)>(counted, &[]).await?);
            }
            let mut seen = Vec::new();
            for answer in asked {
                seen.extend(answer.first().await?.map(|(count,)| count));
            }
            Ok(seen)
        })).await;
        assert_eq!(seen.unwrap(), (2..=21).collect::<Vec<i64>>());
        assert_eq!(count(&world).await, 21);
    }

    async fn a_caller_that_hangs_up_leaves_no_transaction_open(world) {
        for number in 0..40 {
            let db = world.app.db().clone();
            let mut write = Box::pin(async move {
                db.write(move |tx| Box::pin(async move { put(tx, &format!("{number}")).await })).await
            });
            // Polled once and dropped: the browser was closed.
            let polled = futures::poll!(&mut write);
            drop((polled, write));
        }
        // Every connection still serves, and what was begun was carried out whole.
        let db = world.app.db();
        db.write(|tx| Box::pin(async move { put(tx, "last").await })).await.unwrap();
        let mut counted = count(&world).await;
        while counted < 41 {
            tokio::task::yield_now().await;
            counted = count(&world).await;
        }
        assert_eq!(counted, 41);
    }

    async fn instants_and_ids_come_back_as_they_went(world) {
        let at: jiff::Timestamp = "2027-03-01T08:00:00.123Z".parse().unwrap();
        let mut bytes = [0_u8; 16];
        world.app.entropy().fill(&mut bytes);
        let id = HostId(Uuid::from_bytes(bytes));
        let read: Result<(HostId, jiff::Timestamp), Error> = world.app.db().write(move |tx| Box::pin(async move {
            tx.execute(
                "INSERT INTO accounts (id, email, email_key, password_hash, is_operator, token_generation, created_at)
                 VALUES ($1, 'a@b.c', 'a@b.c', 'x', FALSE, 0, $2)",
                args![id, at],
            ).await?;
            tx.one("SELECT id, created_at FROM accounts WHERE id = $1 AND created_at = $2", args![id, at]).await
        })).await;
        assert_eq!(read.unwrap(), (id, at));
    }

    async fn work_that_panics_harms_nobody_else(world) {
        let db = world.app.db().clone();
        let broken = tokio::spawn(async move {
            let ended: Result<(), Error> = db.write(|tx| Box::pin(async move {
                put(tx, "panic").await?;
                panic!("on purpose");
            })).await;
            ended
        });
        assert!(broken.await.is_ok_and(|ended| ended.is_err()));
        world.app.db().write(|tx| Box::pin(async move { put(tx, "after").await })).await.unwrap();
        assert_eq!(count(&world).await, 1);
        world.wait(SignedDuration::ZERO);
    }
}

#[test]
fn on_sqlite_a_transaction_may_wait_for_nothing_but_its_database() {
    timeslot_chassis::world::tell(async {
        let world = World::sqlite().await;
        let waited: Result<(), Error> = world
            .app
            .db()
            .write(|_| {
                Box::pin(async {
                    tokio::task::yield_now().await;
                    Ok(())
                })
            })
            .await;
        assert!(matches!(waited, Err(Error::Waited)));
    });
}
