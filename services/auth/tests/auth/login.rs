use crate::support::{ADA, PASSWORD, bare, host, log_in, me, register, town};
use jiff::SignedDuration;
use serde_json::json;
use timeslot_chassis::both;

both! {
    async fn address_and_password_begin_a_session(world) {
        let world = town(world).await;
        host(&world, ADA, "Ada").await;
        let ada = world.person("ada");
        log_in(&ada, " ADA@Example.com ", PASSWORD).await.expect(200);
        assert_eq!(me(&ada).await.expect(200).at("/user/email"), ADA);
    }

    async fn a_wrong_password_and_an_unknown_address_are_answered_alike(world) {
        let world = town(world).await;
        host(&world, ADA, "Ada").await;
        let stranger = world.person("stranger").with("x-request-id", "same");
        let wrong = log_in(&stranger, ADA, "wrong password").await.refused(401, "wrong-credentials");
        let unknown = log_in(&stranger, "nobody@example.com", PASSWORD).await.refused(401, "wrong-credentials");
        assert_eq!(wrong.text, unknown.text);
        log_in(&stranger, ADA, "").await.refused(401, "wrong-credentials");
        log_in(&stranger, ADA, &"x".repeat(50_000)).await.refused(401, "wrong-credentials");
    }

    async fn the_password_tells_which_account_of_an_address_is_meant(world) {
        let world = town(world).await;
        host(&world, ADA, "Ada").await;
        // Strangers who crowd the address can't keep its owner out.
        for nth in 0..5 {
            let mut form = crate::support::form(ADA, &format!("Mallory {nth}"));
            form["password"] = json!(format!("mallory's own {nth}"));
            world.person("mallory").post("/api/v1/auth/register", form).await.expect(201);
        }
        let ada = world.person("ada");
        assert_eq!(log_in(&ada, ADA, PASSWORD).await.expect(200).at("/user/name"), "Ada");
        let mallory = world.person("mallory");
        let answer = log_in(&mallory, ADA, "mallory's own 4").await.expect(200);
        assert_eq!((answer.at("/user/name"), answer.at("/user/email_verified")), (&json!("Mallory 4"), &json!(false)));
        world.leave_jobs();
    }

    async fn a_login_ends_the_session_that_the_browser_had(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let before = ada.cookie("timeslot_session").unwrap();
        log_in(&ada, ADA, PASSWORD).await.expect(200);
        assert_ne!(ada.cookie("timeslot_session").unwrap(), before);
        let thief = world.person("thief");
        thief.take_cookie("timeslot_session", &before);
        me(&thief).await.refused(401, "unauthorized");
    }

    async fn logging_out_ends_the_session_for_good(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let token = ada.cookie("timeslot_session").unwrap();
        ada.post("/api/v1/auth/logout", json!({})).await.expect(204);
        assert_eq!(ada.cookie("timeslot_session"), None);
        ada.take_cookie("timeslot_session", &token);
        me(&ada).await.refused(401, "unauthorized");
        world.person("stranger").post("/api/v1/auth/logout", json!({})).await.expect(204);
    }

    async fn a_session_lives_as_long_as_it_is_used(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        for _ in 0..3 {
            world.wait(SignedDuration::from_hours(29 * 24));
            me(&ada).await.expect(200);
        }
        world.wait(SignedDuration::from_hours(30 * 24));
        me(&ada).await.refused(401, "unauthorized");
    }

    async fn cookies_and_keys_that_are_not_ours_are_nobodys(world) {
        let world = town(world).await;
        register(&world.person("ada"), ADA, "Ada").await;
        world.leave_jobs();
        for cookie in ["", "x", "AAAA", &"A".repeat(43), &"A".repeat(5000)] {
            let stranger = world.person("stranger");
            stranger.take_cookie("timeslot_session", cookie);
            me(&stranger).await.refused(401, "unauthorized");
        }
        for field in ["Bearer", "Bearer ", "Bearer ts_", "Basic YWRhOngK", "Bearer x y", &"B".repeat(3000)] {
            let stranger = world.person("stranger").with("authorization", field);
            me(&stranger).await.refused(401, "unauthorized");
        }
    }

    async fn ten_tries_in_a_quarter_of_an_hour_are_enough(world) {
        let world = town(world).await;
        host(&world, ADA, "Ada").await;
        let world = bare(world.with(|settings| settings.rate_limits.on = true));
        let guesser = world.person("guesser").on("203.0.113.5");
        for _ in 0..10 {
            log_in(&guesser, ADA, "a guess, wrong").await.refused(401, "wrong-credentials");
        }
        let refused = log_in(&guesser, ADA, PASSWORD).await.refused(429, "too-many-requests");
        assert_eq!(refused.header("retry-after"), Some("90"));
        assert_eq!(refused.header("ratelimit-limit"), Some("10"));
        // Ada herself is on another network.
        log_in(&world.person("ada").on("203.0.113.6"), ADA, PASSWORD).await.expect(200);
        world.wait(SignedDuration::from_mins(15));
        log_in(&guesser, ADA, PASSWORD).await.expect(200);
    }

    async fn a_page_of_another_site_can_not_log_anybody_in_or_out(world) {
        let world = town(world).await;
        let ada = host(&world, ADA, "Ada").await;
        let foreign = [("origin", "https://evil.example"), ("content-type", "application/json")];
        let body = Some(b"{}".to_vec());
        let post = reqwest::Method::POST;
        ada.request(post, "/api/v1/auth/logout", &foreign, body).await.refused(403, "forbidden");
        me(&ada).await.expect(200);
    }
}
