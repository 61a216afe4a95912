use crate::support::{ADA, PASSWORD, host, id_of, kinds, letters, log_in, me, one_token, register, town};
use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;
use timeslot_chassis::token::Purpose;
use timeslot_core::job::JobKind;

const PATH: &str = "/api/v1/auth/email/verify";

both! {
    async fn the_link_and_the_session_verify_the_address(world) {
        let world = town(world).await;
        let ada = world.person("ada");
        register(&ada, ADA, "Ada").await;
        let token = one_token(&world).await;
        ada.post(PATH, json!({ "token": token })).await.expect(204);
        assert_eq!(me(&ada).await.at("/user/email_verified"), true);
        // Clicking twice is clicking once; to anybody else a used link is a dead one.
        ada.post(PATH, json!({ "token": token })).await.expect(204);
        let stranger = world.person("stranger");
        stranger.post(PATH, json!({ "token": token, "password": PASSWORD })).await.refused(404, "link-void");
    }

    async fn without_the_session_it_takes_the_password(world) {
        let world = town(world).await;
        register(&world.person("ada"), ADA, "Ada").await;
        let token = one_token(&world).await;
        let phone = world.person("ada's phone");
        phone.post(PATH, json!({ "token": token })).await.refused(401, "password-needed");
        phone.post(PATH, json!({ "token": token, "password": "wrong" })).await.refused(403, "wrong-password");
        phone.post(PATH, json!({ "token": token, "password": PASSWORD })).await.expect(204);
    }

    async fn a_strangers_session_is_not_enough(world) {
        let world = town(world).await;
        register(&world.person("ada"), ADA, "Ada").await;
        let token = one_token(&world).await;
        let grace = host(&world, "grace@example.com", "Grace").await;
        grace.post(PATH, json!({ "token": token })).await.refused(401, "password-needed");
    }

    async fn who_takes_a_strangers_address_can_never_have_it_verified_by_the_stranger(world) {
        let world = town(world).await;
        let mallory = world.person("mallory");
        register(&mallory, ADA, "Mallory").await;
        let token = one_token(&world).await;
        // Ada opens the letter, but knows neither Mallory's session nor password.
        let ada = world.person("ada");
        ada.post(PATH, json!({ "token": token })).await.refused(401, "password-needed");
        register(&ada, ADA, "Ada").await;
        let own = one_token(&world).await;
        ada.post(PATH, json!({ "token": own })).await.expect(204);
        mallory.post(PATH, json!({ "token": token })).await.refused(409, "address-taken");
        assert_eq!(me(&mallory).await.at("/user/email_verified"), false);
    }

    async fn tampered_foreign_and_old_links_are_dead(world) {
        let world = town(world).await;
        let ada = world.person("ada");
        let id = id_of(&register(&ada, ADA, "Ada").await).0;
        let token = one_token(&world).await;
        let keys = world.app.keys();
        let reset = keys.sign_for_life(Purpose::ResetPassword, id, 1, world.now());
        let newer = keys.sign_for_life(Purpose::VerifyAddress, id, 2, world.now());
        let nobody = keys.sign_for_life(Purpose::VerifyAddress, uuid::Uuid::from_u128(1), 1, world.now());
        let tampered = format!("A{}", &token[1..]);
        for dead in [reset, newer, nobody, tampered, String::new(), "x".repeat(5000), "💥\u{0}".into()] {
            ada.post(PATH, json!({ "token": dead })).await.refused(404, "link-void");
        }
        world.wait(SignedDuration::from_hours(24));
        ada.post(PATH, json!({ "token": token })).await.refused(404, "link-void");
    }

    async fn the_letter_comes_again_once_a_minute(world) {
        let world = town(world).await;
        let ada = world.person("ada");
        register(&ada, ADA, "Ada").await;
        ada.post("/api/v1/auth/email/resend", json!({})).await.expect(202);
        assert_eq!(kinds(&world).await, [JobKind::VerifyAddress]);
        world.wait(SignedDuration::from_mins(1));
        ada.post("/api/v1/auth/email/resend", json!({})).await.expect(202);
        let (kind, token) = letters(&world).await.remove(0);
        assert_eq!(kind, JobKind::VerifyAddress);
        ada.post(PATH, json!({ "token": token })).await.expect(204);
        ada.post("/api/v1/auth/email/resend", json!({})).await.expect(202);
        assert_eq!(kinds(&world).await, []);
        world.person("stranger").post("/api/v1/auth/email/resend", json!({})).await.refused(401, "unauthorized");
    }

    async fn an_unverified_registration_is_gone_after_a_day_and_a_verified_one_stays(world) {
        let world = town(world).await;
        let grace = host(&world, "grace@example.com", "Grace").await;
        let ada = world.person("ada");
        register(&ada, ADA, "Ada").await;
        world.leave_jobs();
        world.wait(SignedDuration::from_hours(25));
        let before = world.now().checked_sub(SignedDuration::from_hours(24)).unwrap();
        let swept: Result<u64, timeslot_store::Error> = world
            .app
            .db()
            .write(move |tx| {
                Box::pin(async move { timeslot_store::accounts::sweep_unverified(tx, before, 100).await })
            })
            .await;
        assert_eq!(swept.unwrap(), 1);
        me(&ada).await.refused(401, "unauthorized");
        log_in(&ada, ADA, PASSWORD).await.refused(401, "wrong-credentials");
        me(&grace).await.expect(200);
    }
}
