use crate::support::{ADA, GRACE, PASSWORD, changed, host, log_in, me, olga, register, town};
use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::world::World;

const PATH: &str = "/api/v1/auth/account";

/// What the sweeper does, a day later.
async fn sweep(world: &World) -> u64 {
    let before = world.now().checked_sub(SignedDuration::from_hours(24)).unwrap();
    let swept: Result<u64, timeslot_store::Error> = world
        .app
        .db()
        .write(move |tx| {
            Box::pin(async move { timeslot_store::accounts::sweep_unverified(tx, before, 100).await })
        })
        .await;
    swept.unwrap()
}

both! {
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
        log_in(&ada, ADA, PASSWORD).await.refused(403, "suspended");
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
