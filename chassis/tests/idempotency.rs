//! The same request twice is the same answer twice, on both databases.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};
use timeslot_chassis::idempotency::{self, Begun, IdempotencyKey, Scope, Ticket};
use timeslot_chassis::world::{World, tell};
use timeslot_chassis::{Network, Problem, both};

fn ticket(address: &str, key: &str, body: &Value) -> Ticket {
    let scope = Scope::Network(Network::of(address.parse().unwrap()));
    Ticket::of(scope, "/sample", IdempotencyKey(Some(key.into())), body).unwrap().unwrap()
}

/// A request that keeps `answer`, unless it was answered before.
async fn ask(world: &World, ticket: Ticket, answer: Value) -> Result<Begun, Problem> {
    let now = world.now();
    let asked = world
        .app
        .db()
        .write(move |tx| Box::pin(async move { idempotency::begin(tx, &ticket, now, answer).await }));
    asked.await
}

fn again(answer: Value) -> Begun {
    Begun::Again(answer)
}

both! {
    async fn the_first_answer_is_given_again_for_a_day(world) {
        let ticket = ticket("203.0.113.5", "k", &json!({"start": 1}));
        assert_eq!(ask(&world, ticket.clone(), json!({"id": 1})).await.unwrap(), Begun::Fresh);
        world.wait(SignedDuration::from_hours(23));
        assert_eq!(ask(&world, ticket.clone(), json!({"id": 2})).await.unwrap(), again(json!({"id": 1})));
        world.wait(SignedDuration::from_hours(1));
        assert_eq!(ask(&world, ticket, json!({"id": 3})).await.unwrap(), Begun::Fresh);
    }

    async fn another_body_is_a_mismatch_and_another_caller_a_stranger(world) {
        let first = ticket("203.0.113.5", "k", &json!({"start": 1}));
        ask(&world, first, json!({"id": 1})).await.unwrap();
        let other = ticket("203.0.113.5", "k", &json!({"start": 2}));
        let problem = ask(&world, other, json!({})).await.unwrap_err();
        assert_eq!(problem.kind(), "/problems/idempotency-mismatch");
        let stranger = ticket("203.0.113.6", "k", &json!({"start": 1}));
        assert_eq!(ask(&world, stranger, json!({"id": 2})).await.unwrap(), Begun::Fresh);
    }

    async fn a_refused_request_leaves_nothing_behind(world) {
        let ticket = ticket("203.0.113.5", "k", &json!({}));
        let (now, tried) = (world.now(), ticket.clone());
        let refused: Result<(), Problem> = world
            .app
            .db()
            .write(move |tx| {
                Box::pin(async move {
                    idempotency::begin(tx, &tried, now, json!({})).await?;
                    Err(Problem::not_found())
                })
            })
            .await;
        assert!(refused.is_err());
        assert_eq!(ask(&world, ticket, json!({"id": 1})).await.unwrap(), Begun::Fresh);
    }

    async fn of_many_at_once_one_is_carried_out(world) {
        let asked = (0..8).map(|id| ask(&world, ticket("203.0.113.5", "k", &json!({})), json!({ "id": id })));
        let answers = futures::future::join_all(asked).await;
        let fresh = answers.iter().filter(|answer| matches!(answer, Ok(Begun::Fresh))).count();
        let same = answers.iter().filter(|answer| matches!(answer, Ok(Begun::Again(_)))).count();
        assert_eq!((fresh, same), (1, 7), "{answers:?}");
    }
}

/// On one writer nothing is ever under way; between several the second waits, and not for ever.
#[test]
fn who_waits_too_long_for_the_first_is_told_that_it_still_runs() {
    tell(async {
        let world = World::postgres().await;
        let (first, second) =
            (ticket("203.0.113.5", "k", &json!({})), ticket("203.0.113.5", "k", &json!({})));
        let now = world.now();
        let (begun, has_begun) = tokio::sync::oneshot::channel();
        let (finish, may_finish) = tokio::sync::oneshot::channel::<()>();
        let slow = world.app.db().write(move |tx| {
            Box::pin(async move {
                let answered = idempotency::begin(tx, &first, now, json!({"id": 1})).await;
                begun.send(()).unwrap();
                may_finish.await.unwrap();
                answered
            })
        });
        let impatient = async {
            has_begun.await.unwrap();
            let asked: Result<Begun, Problem> = world
                .app
                .db()
                .write(move |tx| {
                    Box::pin(async move {
                        tx.execute("SET LOCAL lock_timeout = '10ms'", &[]).await?;
                        idempotency::begin(tx, &second, now, json!({"id": 2})).await
                    })
                })
                .await;
            finish.send(()).unwrap();
            asked.unwrap_err()
        };
        let (kept, problem) = tokio::join!(slow, impatient);
        kept.unwrap();
        assert_eq!((problem.status(), problem.kind()), (StatusCode::CONFLICT, "/problems/in-progress"));
    });
}
