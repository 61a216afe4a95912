use crate::support::{ADA, GRACE, PASSWORD, bare, changed, host, id_of, log_in, me, olga, register, town};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::world::World;
use timeslot_core::id::{HostId, uuid_v7};
use timeslot_store::{Error, args};
use uuid::Uuid;

const PATH: &str = "/api/v1/auth/account";

/// What the sweeper does, a day later.
async fn sweep(world: &World) -> u64 {
    let before = world.now().checked_sub(SignedDuration::from_hours(24)).unwrap();
    let swept: Result<u64, Error> = world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move { timeslot_store::accounts::sweep_unverified(tx, before, 100).await })
        })
        .await;
    swept.unwrap()
}

/// How many jobs name the host.
async fn jobs_of(world: &World, host: HostId) -> i64 {
    let counted: Result<(i64,), Error> = world
        .app
        .db()
        .read(move |tx| {
            Box::pin(async move { tx.one("SELECT COUNT(*) FROM jobs WHERE host_id = $1", args![host]).await })
        })
        .await;
    counted.unwrap().0
}

/// A confirmed booking of the host on 2 March 2027 at nine, with all that it hangs on.
async fn book(world: &World, host: HostId) {
    let (app, now) = (world.app.clone(), world.now());
    let start: Timestamp = "2027-03-02T09:00:00Z".parse().unwrap();
    let end: Timestamp = "2027-03-02T09:30:00Z".parse().unwrap();
    let ids: Vec<Uuid> = (0..5).map(|_| uuid_v7(now, app.entropy())).collect();
    let booked: Result<(), Error> = world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move {
                tx.execute(
                    "INSERT INTO schedules (id, host_id, name, time_zone, weekly, overrides, is_default, created_at)
                     VALUES ($1, $2, 'Hours', 'UTC', $4, $4, $5, $3)",
                    args![ids[0], host, now, json!({}), true],
                )
                .await?;
                tx.execute(
                    "INSERT INTO event_types (id, host_id, schedule_id, slug, title, description, duration_minutes,
                        buffer_before_minutes, buffer_after_minutes, minimum_notice_minutes, seats,
                        requires_approval, approval_expires_hours, cancel_cutoff_minutes,
                        reschedule_cutoff_minutes, max_guests, location_kind, location_value, questions,
                        reminders_minutes, refund_ladder, visibility, active, created_at)
                     VALUES ($1, $2, $3, 'talk', 'Talk', '', 30, 0, 0, 0, 1, $4, 24, 0, 0, 0, 'link', '', $5, $5, $5,
                        'listed', $6, $7)",
                    args![ids[1], host, ids[0], false, json!([]), true, now],
                )
                .await?;
                tx.execute(
                    "INSERT INTO customers (id, host_id, email, email_key, name, created_at)
                     VALUES ($1, $2, 'c@example.com', 'c@example.com', 'C', $3)",
                    args![ids[2], host, now],
                )
                .await?;
                tx.execute(
                    "INSERT INTO sittings (id, host_id, event_type_id, starts_at, ends_at, capacity, taken)
                     VALUES ($1, $2, $3, $4, $5, 1, 1)",
                    args![ids[3], host, ids[1], start, end],
                )
                .await?;
                tx.execute(
                    "INSERT INTO bookings (id, host_id, event_type_id, sitting_id, customer_id, state, starts_at,
                        ends_at, buffer_before_minutes, buffer_after_minutes, title, location_kind,
                        location_value, requires_approval, cancel_cutoff_minutes, reschedule_cutoff_minutes,
                        refund_ladder, reminders_minutes, name, customer_zone, host_zone, answers, guests,
                        version, manage_generation, no_show, moves, booked_by, created_at, updated_at)
                     VALUES ($1, $2, $3, $4, $5, 'confirmed', $6, $7, 0, 0, 'Talk', 'link', '', $8, 0, 0, $9, $9, 'C',
                        'UTC', 'UTC', $9, $9, 1, 1, $8, 0, 'customer', $10, $10)",
                    args![ids[4], host, ids[1], ids[3], ids[2], start, end, false, json!([]), now],
                )
                .await?;
                Ok(())
            })
        })
        .await;
    booked.unwrap();
}

both! {
    async fn bookings_ahead_are_cancelled_first_and_past_ones_go_with_the_account(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let id = id_of(me(&ada).await.at("/user"));
        book(&world, id).await;
        ada.delete_with(PATH, json!({ "password": PASSWORD })).await.refused(409, "live-bookings");
        world.clock.set("2027-03-03T09:00:00Z");
        ada.delete_with(PATH, json!({ "password": PASSWORD })).await.expect(204);
        assert_eq!(changed(&world).await, "account_closed");
        assert_eq!(sweep(&world).await, 0, "the last letters have a day to go out");
        world.wait(SignedDuration::from_hours(25));
        assert!(jobs_of(&world, id).await > 0);
        assert_eq!(sweep(&world).await, 1);
        assert_eq!(jobs_of(&world, id).await, 0, "a backup of rows whose host is gone could not be written");
        log_in(&ada, ADA, PASSWORD).await.refused(401, "wrong-credentials");
    }

    async fn an_operator_who_never_verified_is_not_swept_away(world) {
        let world = bare(world);
        let olga = world.person("olga");
        register(&olga, "olga@example.com", "Olga").await;
        world.leave_jobs();
        world.wait(SignedDuration::from_hours(25));
        assert_eq!(sweep(&world).await, 0);
        me(&olga).await.expect(200);
    }

    async fn a_closed_account_lets_nobody_in_and_is_swept_away(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let phone = world.person("ada's phone");
        log_in(&phone, ADA, PASSWORD).await.expect(200);
        let key = ada.post("/api/v1/auth/api-keys", json!({ "name": "script", "password": PASSWORD })).await;
        let script = world.person("script").bearing(&key.text_at("/token"));
        assert_eq!(changed(&world).await, "api_key_added");
        ada.delete_with(PATH, json!({ "password": "wrong" })).await.refused(403, "wrong-password");
        ada.delete_with(PATH, json!({ "password": PASSWORD })).await.expect(204);
        assert_eq!(changed(&world).await, "account_closed");
        for person in [&ada, &phone, &script] {
            me(person).await.refused(401, "unauthorized");
        }
        log_in(&ada, ADA, PASSWORD).await.refused(401, "wrong-credentials");
        world.wait(SignedDuration::from_hours(25));
        assert_eq!(sweep(&world).await, 1);
        log_in(&ada, ADA, PASSWORD).await.refused(401, "wrong-credentials");
    }

    async fn its_address_is_free_at_once(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        ada.delete_with(PATH, json!({ "password": PASSWORD })).await.expect(204);
        assert_eq!(changed(&world).await, "account_closed");
        let again = host(&world, ADA, "Ada").await;
        assert_eq!(me(&again).await.at("/user/email_verified"), true);
    }

    async fn it_takes_the_password_and_a_session(world) {
        let world = town(world).await;
        let stranger = world.person("stranger");
        stranger.delete_with(PATH, json!({ "password": PASSWORD })).await.refused(401, "unauthorized");
        stranger.delete(PATH).await.refused(401, "unauthorized");
        let ada = world.person("ada");
        register(&ada, ADA, "Ada").await;
        world.leave_jobs();
        ada.delete(PATH).await.refused(415, "not-json");
        ada.delete_with(PATH, json!({})).await.wrong_fields(&["password"]);
    }

    async fn the_only_operator_stays(world) {
        let world = town(world).await;
        let olga = olga(&world).await;
        olga.delete_with(PATH, json!({ "password": PASSWORD })).await.refused(409, "only-operator");
        host(&world, GRACE, "Grace").await;
        me(&olga).await.expect(200);
    }
}
