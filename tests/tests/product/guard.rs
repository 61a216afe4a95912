//! The database's own guard: no two live sittings of a host overlap, whatever the code believes.

use timeslot_chassis::both;
use timeslot_chassis::world::World;
use timeslot_store::{Error, args};
use timeslot_tests::ada::ada;
use timeslot_tests::open;
use uuid::Uuid;

/// Writes a sitting past every rule; hours of 2027-03-02, taken seats.
async fn sitting(world: &World, number: u128, hours: (i64, i64), taken: i64) -> Result<(), Error> {
    let at = move |hour: i64| jiff::Timestamp::from_second(1_804_118_400 + hour * 3600).unwrap();
    world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                tx.execute(
                    "INSERT INTO sittings (id, host_id, event_type_id, starts_at, ends_at, capacity, taken)
                     SELECT $1, host_id, id, $2, $3, 2, $4 FROM event_types",
                    args![Uuid::from_u128(number), at(hours.0), at(hours.1), taken],
                )
                .await
                .map(|_| ())
            })
        })
        .await
}

async fn change(world: &World, sql: &'static str, number: u128) -> Result<u64, Error> {
    let changed = world
        .app
        .db()
        .write(move |tx| Box::pin(async move { tx.execute(sql, args![Uuid::from_u128(number)]).await }));
    changed.await
}

#[track_caller]
fn overlaps(written: Result<impl std::fmt::Debug, Error>) {
    let refused = written.unwrap_err();
    assert!(refused.is_constraint("sittings_no_overlap"), "{refused}");
}

both! {
    async fn live_sittings_of_a_host_never_overlap(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        sitting(&world, 1, (10, 12), 1).await.unwrap();
        overlaps(sitting(&world, 2, (11, 13), 1).await);
        overlaps(sitting(&world, 2, (9, 13), 1).await);
        overlaps(sitting(&world, 2, (10, 12), 1).await);
        sitting(&world, 3, (12, 13), 1).await.unwrap();
        sitting(&world, 4, (8, 10), 1).await.unwrap();
    }

    async fn nor_when_one_is_moved_or_comes_to_life_again(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        sitting(&world, 1, (10, 12), 1).await.unwrap();
        sitting(&world, 2, (11, 13), 0).await.unwrap();
        overlaps(change(&world, "UPDATE sittings SET taken = 1 WHERE id = $1", 2).await);
        sitting(&world, 3, (14, 15), 1).await.unwrap();
        overlaps(change(&world, "UPDATE sittings SET starts_at = (SELECT MIN(starts_at) FROM sittings) WHERE id = $1", 3).await);
        change(&world, "UPDATE sittings SET taken = 0 WHERE id = $1", 1).await.unwrap();
        change(&world, "UPDATE sittings SET taken = 1 WHERE id = $1", 2).await.unwrap();
    }

    async fn no_more_sit_than_there_are_seats(world) {
        let world = open(world);
        let _ada = ada(&world).await;
        sitting(&world, 1, (10, 12), 2).await.unwrap();
        let refused = change(&world, "UPDATE sittings SET taken = 3 WHERE id = $1", 1).await.unwrap_err();
        assert!(matches!(refused, Error::Constraint(_)), "{refused}");
        assert!(change(&world, "UPDATE sittings SET taken = -1 WHERE id = $1", 1).await.is_err());
    }
}
